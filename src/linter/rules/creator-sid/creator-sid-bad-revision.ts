import type { ArrayValue } from '../../../../grammar/mof/ast.ts';
import { parseSid } from '../../../security/sid.ts';
import { sampleWithFilterSid } from '../../creator-sid-samples.ts';
import {
  elementsSpan,
  eachSidProblem,
  writeAdministrators,
  writeByte,
} from '../../creator-sids.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-bad-revision',
  severity: 'error',
  group: 'creator-sid',
  summary: 'The first byte of a SID, its revision, is 1.',
  why: 'There is no other revision, so the bytes are no SID, and WMI cannot match the parts of the subscription.',
  source: 'MS-DTYP 2.4.2.2',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithFilterSid('{2, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0}'),
    good: sampleSubscription(),
  },
  supersedes: ['creator-sid-length', 'creator-sid-subauthority-count'],
  check: eachSidProblem(['revision'], (problem, array, report) => {
    const text = textOf(array.value);
    report({
      file: array.holder.instance.file,
      at: text === undefined ? elementsSpan(array.value, 0) : array.value,
      message:
        text === undefined
          ? `The first byte of a SID is its revision and must be 1; ${problem.value} makes the array no SID (MS-DTYP 2.4.2.2). Write 1 here, as in {1, 2, 0, ...} for BUILTIN\\Administrators.`
          : `These are the letters of ${text}, not the bytes of that SID: CreatorSID takes the binary form, which begins with 1 (MS-DTYP 2.4.2.2). Write the bytes.`,
      subject: array.value,
      fixes: [text === undefined ? writeByte(array, 0, 1) : writeAdministrators([array])],
    });
  }),
});

/** The SID's text when somebody stored its letters as bytes. */
function textOf({ elements }: ArrayValue): string | undefined {
  if (elements.length > 200) return undefined;
  const codes = elements.map((element) =>
    element.kind === 'IntegerValue' ? Number(element.value) : 0,
  );
  const text = String.fromCharCode(...codes);
  return parseSid(text).kind === 'sid' ? text : undefined;
}
