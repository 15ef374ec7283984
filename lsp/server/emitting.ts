/** What a document compiles to, for clients that show it beside the document. */
import { ProtocolRequestType } from 'vscode-languageserver';
import { type EmitFormat, type EmitParams, emitRequest, type EmitResult } from '../protocol.ts';
import type { LanguageService } from '../service.ts';
import type { View } from '../view.ts';
import { refusal, type Requests } from './requests.ts';

const emit = new ProtocolRequestType<EmitParams, EmitResult | null, never, void, void>(emitRequest);

/** Answers the request. */
export function listenForEmitting(requests: Requests, { workspace }: LanguageService): void {
  requests.on(emit, { shape: 'anything' }, async ({ uri, format }) => {
    if (typeof uri !== 'string') throw refusal(`${emitRequest} names no document.`);
    const view = workspace.view(uri);
    return view === undefined ? null : await emitted(view, format);
  });
}

async function emitted({ project, source }: View, format: EmitFormat): Promise<EmitResult> {
  const { diagnostics, compilation } = project.analysisAlone(source);
  const count = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (count > 0) return { kind: 'errors', count };
  if (format === 'json') {
    const { emitJson } = await import('../../src/emit/json.ts');
    return { kind: 'text', text: emitJson(compilation) };
  }
  const { emitMof } = await import('../../src/emit/mof.ts');
  return { kind: 'text', text: emitMof(compilation) };
}
