/** What a qualifier or a pragma takes between its parentheses. */
import {
  MarkupKind,
  type ParameterInformation,
  type Position,
  type SignatureHelp,
} from 'vscode-languageserver-types';
import { type Block, blocksAt } from '../../grammar/mof/typing/blocks.ts';
import { cursorAt } from '../../grammar/mof/typing/cursor.ts';
import type { Knowledge, KnownParameter } from '../knowledge/knowledge.ts';
import { includeKnowledge, pragmaKnowledge } from '../knowledge/pragmas.ts';
import { qualifierKnowledge } from '../knowledge/qualifiers.ts';
import type { View } from '../view.ts';

/** The signature around a position; null outside of parentheses. */
export function signatureHelp(view: View, position: Position): SignatureHelp | null {
  const { source, parsed } = view;
  const cursor = cursorAt(source.text, parsed.document, view.offsetAt(position));
  const block = blocksAt(cursor).at(-1);
  const knowledge = block && cursor.comment === undefined ? knowledgeOf(block) : undefined;
  if (block === undefined || knowledge === undefined) return null;
  const { signature, parameters, documentation } = knowledge;
  return {
    signatures: [
      {
        label: signature,
        documentation: { kind: MarkupKind.Markdown, value: documentation },
        parameters: parameters.map(parameterInformation),
      },
    ],
    activeSignature: 0,
    // What is repeated is described once, as the last.
    activeParameter: Math.max(0, Math.min(block.index, parameters.length - 1)),
  };
}

/** What is known of the qualifier or the command whose brackets are open. */
function knowledgeOf({ kind, name }: Block): Knowledge | undefined {
  if (kind === 'qualifier-value') return qualifierKnowledge(name);
  if (kind !== 'arguments') return undefined;
  return name.toLowerCase() === 'include' ? includeKnowledge : pragmaKnowledge(name);
}

function parameterInformation({ label, documentation }: KnownParameter): ParameterInformation {
  return { label, documentation: { kind: MarkupKind.Markdown, value: documentation } };
}
