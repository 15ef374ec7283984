/** The language service, beside the page, so that typing never waits for an analysis. */
import { emitJson } from '../../src/emit/json.ts';
import { emitMof } from '../../src/emit/mof.ts';
import { emptyEnvironment } from '../environment.ts';
import { LanguageService } from '../service.ts';
import type { Answer, Checked, Question, Requests } from './protocol.ts';

/** The one document of the page. */
const uri = 'playground:/subscription.mof';

const service = new LanguageService(emptyEnvironment);
let version = 0;
service.workspace.open(uri, 'mof', version, '');

const handlers: Requests = {
  setText: (text) => service.workspace.change(uri, ++version, [{ text }]),
  check,
  tokens: () => service.semanticTokens(uri),
  hover: (position) => service.hover(uri, position),
  complete: (position) => service.completion(uri, position),
  resolve: (item) => service.resolveCompletion(item),
  actions: (range) => service.codeActions(uri, range, { diagnostics: service.diagnostics(uri) }),
  format: (options) => service.formatDocument(uri, options),
};

function check(): Checked {
  const view = service.workspace.view(uri);
  const analysis = view?.analysis;
  const isBroken = analysis?.diagnostics.some(({ severity }) => severity === 'error') ?? true;
  return {
    diagnostics: service.diagnostics(uri),
    outputs:
      analysis === undefined || isBroken
        ? undefined
        : { mof: emitMof(analysis.compilation), json: emitJson(analysis.compilation) },
  };
}

/** Calls the handler that a question names; the page is ours, so the arguments are what they should be. */
async function answer({ id, method, args }: Question): Promise<Answer> {
  try {
    const handler = handlers[method] as (...args: readonly unknown[]) => unknown;
    return { id, result: await handler(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  void answer(data).then((result) => self.postMessage(result));
});
