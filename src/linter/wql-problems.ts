/** Turns the problems of the WQL parser into findings. */
import type { WqlProblem, WqlProblemCode } from '../../grammar/wql/parser.ts';
import { enough } from './enough.ts';
import { fixesFor, forQueryTexts, inQuery } from './queries.ts';
import type { Checks } from './rule.ts';

/** Reports the problems with one of the codes, in the queries of filters and of provider registrations. */
export function wqlProblems(isWanted: (code: WqlProblemCode) => boolean): Checks {
  return forQueryTexts((query, report) => {
    // An empty text is a query that is missing.
    if (query.value.value.trim() === '') return;
    for (const problem of enough(query.parsed.problems, ({ code }) => isWanted(code))) {
      report({
        ...inQuery(query, problem),
        message: sentence(problem),
        subject: query.subject,
        ...(problem.hresult !== undefined && { hresult: problem.hresult }),
        ...fixesFor(query, problem.fix),
      });
    }
  });
}

/** The problem's message as a sentence. */
function sentence({ message }: WqlProblem): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** The codes that have rules of their own; the others are `wql-parse-error`. */
export const ownRules: Partial<Readonly<Record<WqlProblemCode, true>>> = {
  'within-number': true,
  'within-order': true,
  'group-without-within': true,
  'group-order': true,
  'having-without-group': true,
  'is-non-null': true,
  'property-on-both-sides': true,
  arithmetic: true,
  'missing-blank': true,
};
