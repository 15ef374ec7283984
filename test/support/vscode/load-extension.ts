/** Loads an extension's bundle with a stand-in for the module `vscode`, which no package has. */
import Module, { createRequire } from 'node:module';

/** What VS Code expects of an extension's main file. */
export interface Extension {
  readonly activate: (context: object) => Promise<void>;
  readonly deactivate: () => Promise<void>;
}

type Load = (request: string, ...rest: readonly unknown[]) => unknown;

/** Node's own loader, which every `require` goes through; its types leave it out. */
const loader = Module as unknown as { _load: Load };

/** @param main the absolute path of a CommonJS file */
export function loadExtension(main: string, vscode: object): Extension {
  const load = loader._load;
  loader._load = (request, ...rest) =>
    request === 'vscode' ? vscode : load.call(Module, request, ...rest);
  try {
    const require = createRequire(main);
    return require(main) as Extension;
  } finally {
    loader._load = load;
  }
}
