/** The text of event 5861 of the WMI-Activity log, which shows a new subscription as MOF. */
import type { SyntaxEdit } from '../problem.ts';
import { type Damage, type DamagedText, DECLARATION, quoted, removal } from './damage.ts';

/** What the event says before the filter. */
const BEFORE_FILTER = /\bBinding\s+EventFilter:/i;
/** What it says between the filter and the consumer. */
const BEFORE_CONSUMER = /\bPerm\.\s?Consumer:/gi;

/** `Perm. Consumer:` between two instances, and what the event says before the first. */
export function eventLog({ text }: DamagedText): Damage | undefined {
  const edits = [...preamble(text), ...separators(text)];
  const [first] = edits;
  if (first === undefined) return undefined;
  const { start, end } = first;
  return {
    code: 'carrier-event-log',
    start,
    end,
    message:
      `"${quoted(text.slice(start, end))}" is no MOF: event 5861 of the WMI-Activity log writes it around the filter and ` +
      'the consumer that it shows. Remove it; the binding is not in the event and must be written anew.',
    title: 'Remove what the event log added',
    edits,
    certain: true,
  };
}

/** Everything up to the filter, which the event begins with; it names the namespace and both objects. */
function preamble(text: string): readonly SyntaxEdit[] {
  const match = BEFORE_FILTER.exec(text);
  if (match === null || DECLARATION.test(text.slice(0, match.index))) return [];
  const start = text.search(/\S/);
  return [removal(start, match.index + match[0].length)];
}

/** The places where the separator stands directly before a declaration. */
function separators(text: string): readonly SyntaxEdit[] {
  return Array.from(text.matchAll(BEFORE_CONSUMER), ({ index, 0: separator }) =>
    removal(index, index + separator.length),
  ).filter(({ end }) => /^\s*(?:instance\s+of\s|$)/i.test(text.slice(end, end + 40)));
}
