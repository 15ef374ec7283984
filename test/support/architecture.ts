/** Who may import whom, as a table, and what in a set of source files goes against it. */
import path from 'node:path';

/** The rooms of src/ from the bottom up. A room imports from lower rows; rooms of one row keep apart. */
const rows: readonly (readonly string[])[] = [
  ['text', 'version'],
  ['diagnostics'],
  ['security', 'schema', 'consumers'],
  ['compiler'],
  ['linter'],
  ['analyze'],
  ['emit', 'formatter', 'report', 'config'],
  ['cli', 'index'],
];

/** The libraries, and the places that may use them. A place is `grammar`, `lsp` or a room of src/. */
const libraries: ReadonlyMap<string, readonly string[]> = new Map([
  ['chevrotain', ['grammar']],
  ['commander', ['cli']],
  ['ignore', ['cli', 'config']],
  ['tinyglobby', ['cli', 'config']],
  ['prettier', ['formatter']],
  // Types alone.
  ['sarif', ['report']],
  ['smol-toml', ['config']],
  ['yaml', ['config']],
  ['@codemirror/autocomplete', ['lsp']],
  ['@codemirror/commands', ['lsp']],
  ['@codemirror/lint', ['lsp']],
  ['@codemirror/state', ['lsp']],
  ['@codemirror/view', ['lsp']],
  ['codemirror', ['lsp']],
  ['markdown-it', ['lsp']],
  ['vite', ['lsp']],
  ['vscode', ['lsp']],
  ['vscode-languageclient', ['lsp']],
  ['vscode-languageserver', ['lsp']],
  ['vscode-languageserver-textdocument', ['lsp']],
  ['vscode-languageserver-types', ['lsp']],
  ['vscode-uri', ['lsp']],
]);

/** Everywhere else a text goes in and data comes out, in a browser as well as in Node. */
const mayUseNode: ReadonlySet<string> = new Set(['config', 'report', 'cli', 'lsp']);

const importPatterns: readonly RegExp[] = [
  // Prettier starts every import and export statement on a line of its own.
  /^[ \t]*(?:import|export)\b[^'"`;=()]*?\bfrom\s*(['"])(?<specifier>[^'"\n]+)\1/gm,
  /^[ \t]*import\s*(['"])(?<specifier>[^'"\n]+)\1/gm,
  /\bimport\(\s*(['"])(?<specifier>[^'"\n]+)\1/g,
];

/** The specifiers that a TypeScript source imports: statically, as types only, or with `import()`. */
export function importsOf(text: string): readonly string[] {
  return importPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => match.groups?.['specifier'] ?? []),
  );
}

/**
 * What is wrong with the imports of `sources`, one sentence each.
 *
 * @param sources Texts by path relative to the project, with `/`; grammar, src and lsp.
 */
export function importViolations(sources: ReadonlyMap<string, string>): readonly string[] {
  const imports = new Map(
    [...sources].map(([file, text]) => [
      file,
      importsOf(text).map((specifier) => targetOf(file, specifier)),
    ]),
  );
  const homeless = [...sources.keys()]
    .filter((file) => placeOf(file) === undefined)
    .map((file) => `${file} is in no room of the architecture`);
  const forbidden = [...imports].flatMap(([file, targets]) =>
    targets.flatMap((target) => objectionTo(file, target) ?? []),
  );
  const graph = new Map(
    [...imports].map(([file, targets]) => [file, targets.flatMap((target) => target.file ?? [])]),
  );
  return [...homeless, ...forbidden, ...cyclesIn(graph)];
}

/** What an import leads to: a file of the project, or a library (`@scope/name`, `name`, `node:fs`). */
interface Target {
  readonly file?: string;
  readonly library?: string;
}

function targetOf(file: string, specifier: string): Target {
  return specifier.startsWith('.')
    ? { file: path.posix.join(path.posix.dirname(file), specifier) }
    : { library: /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier };
}

function objectionTo(file: string, { file: target, library }: Target): string | undefined {
  const from = placeOf(file);
  if (from === undefined) return undefined;
  if (library !== undefined) {
    if (library.startsWith('node:')) {
      return mayUseNode.has(from) ? undefined : `${file} imports ${library}: ${from} is pure`;
    }
    return libraries.get(library)?.includes(from)
      ? undefined
      : `${file} imports ${library}: ${from} may not use it`;
  }
  const to = target === undefined ? undefined : placeOf(target);
  if (to === undefined) return `${file} imports ${target}, which is in no room of the architecture`;
  return to === from || heightOf(to) < heightOf(from)
    ? undefined
    : `${file} imports ${target}: ${from} may not know ${to}`;
}

function placeOf(file: string): string | undefined {
  const [top, second] = file.split('/');
  if (top === 'grammar' || top === 'lsp') return top;
  if (top !== 'src' || second === undefined) return undefined;
  const room = file.split('/').length === 2 ? second.replace(/\.ts$/, '') : second;
  return rows.some((row) => row.includes(room)) ? room : undefined;
}

function heightOf(place: string): number {
  if (place === 'grammar') return -1;
  return place === 'lsp' ? rows.length : rows.findIndex((row) => row.includes(place));
}

/** Each cycle once, from its alphabetically first file; imports of types count. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const cycles = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(file);
    if (seenAt >= 0) {
      const cycle = trail.slice(seenAt);
      const first = cycle.indexOf(cycle.toSorted()[0] ?? file);
      const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
      cycles.add(`cycle: ${[...turned, turned[0]].join(' -> ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return [...cycles].toSorted();
}
