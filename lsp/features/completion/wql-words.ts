/** The words of WQL that can be typed, whatever the query is about. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { COMPARISON_SIGNS } from '../../../grammar/wql/keywords.ts';
import type { ValueType } from '../../../src/compiler/checker/value-type.ts';
import { pollingQuery } from './examples.ts';
import type { Proposal } from './proposal.ts';
import { hole, type Snippet, snippet } from './snippet.ts';

/** A word of WQL; the blank behind it is typed too where more must follow. */
export function keyword(label: string, rank: number, text: string = label): Proposal {
  return {
    label,
    kind: CompletionItemKind.Keyword,
    insert: [text],
    rank,
    topic: { about: 'wql', name: label.split(' ')[0] ?? label },
  };
}

export const groupProposal: Proposal = {
  label: 'GROUP WITHIN',
  kind: CompletionItemKind.Keyword,
  detail: 'one event for many',
  insert: snippet`GROUP WITHIN ${hole('300')}`,
  rank: 5,
  topic: { about: 'wql', name: 'GROUP' },
};

export function signs(texts: readonly string[]): readonly Proposal[] {
  return texts.map((label) => ({ label, kind: CompletionItemKind.Operator, rank: 2 }));
}

/** Truth values are equal or not; only texts are like patterns. */
export function signsFor(type: ValueType | undefined): readonly Proposal[] {
  const name = type?.kind === 'primitive' ? type.name : undefined;
  if (name === 'boolean') return signs(['=', '<>']);
  const compared = signs(COMPARISON_SIGNS.filter((sign) => sign !== '!='));
  return name === 'string' ? [...compared, keyword('LIKE', 3, 'LIKE ')] : compared;
}

/** Shorter ones cost the machine more than most events are worth. */
export const intervals: readonly Proposal[] = [
  ['300', 'five minutes'],
  ['600', 'ten minutes'],
  ['3600', 'an hour'],
].map(([label = '', detail], rank) => ({ label, kind: CompletionItemKind.Unit, detail, rank }));

export const counts: readonly Proposal[] = ['5', '10', '100'].map((label, rank) => ({
  label,
  kind: CompletionItemKind.Value,
  rank,
}));

export const booleans: readonly Proposal[] = ['TRUE', 'FALSE'].map((label, rank) => ({
  label,
  kind: CompletionItemKind.Constant,
  rank,
}));

function textProposal(label: string, insert: Snippet): Proposal {
  return { label, kind: CompletionItemKind.Snippet, detail: 'text', insert, rank: 4 };
}

export const textValue = textProposal("'…'", snippet`'${hole('')}'`);
export const textPattern = textProposal("'%…%'", snippet`'%${hole('text')}%'`);

/** Queries to begin with. */
export const queries: readonly Proposal[] = [
  wholeQuery('when an object changes', pollingQuery),
  wholeQuery(
    'when an object appears',
    snippet`SELECT * FROM __InstanceCreationEvent WITHIN ${hole('300')} WHERE TargetInstance ISA '${hole('Win32_Process')}'`,
  ),
  wholeQuery(
    'when a program starts',
    snippet`SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = '${hole('notepad.exe')}'`,
  ),
  wholeQuery(
    'when a volume arrives',
    snippet`SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2`,
  ),
  wholeQuery(
    'every day at a time',
    snippet`SELECT * FROM __InstanceModificationEvent WITHIN ${hole('30')} WHERE TargetInstance ISA 'Win32_LocalTime' AND TargetInstance.Hour = ${hole('8')} AND TargetInstance.Minute = ${hole('0')} AND TargetInstance.Second = 0`,
  ),
];

export const providerQuery = wholeQuery(
  'the events of the provider',
  snippet`SELECT * FROM ${hole('Vendor_Event')}`,
);

function wholeQuery(detail: string, insert: Snippet): Proposal {
  return {
    label: `SELECT … ${detail}`,
    kind: CompletionItemKind.Snippet,
    detail: 'a whole query',
    insert,
    rank: 3,
  };
}
