import type { IntegerValue, Value } from '../../../../grammar/mof/ast.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { sampleWithFilterSid } from '../../creator-sid-samples.ts';
import { type SidArray, eachSidProblem, elementsSpan } from '../../creator-sids.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-byte-range',
  severity: 'error',
  group: 'creator-sid',
  summary: 'Every element of CreatorSID is a byte, a number from 0 to 255.',
  why: 'The property is an array of uint8, and mofcomp refuses larger and negative numbers.',
  source: 'wmi-error-constants; class definition of __EventFilter',
  hresult: '0x8004401D',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithFilterSid('{1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 544, 0, 0, 0}'),
    good: sampleSubscription(),
  },
  // What is wrong with the rest of the array follows from such an element more often than not.
  supersedes: ['creator-sid-length'],
  check: eachSidProblem(['byte-range'], ({ index }, array, report) => {
    const element = array.value.elements[index];
    const bytes = littleEndian(element);
    const advice =
      bytes === undefined
        ? 'Write a number from 0 to 255.'
        : `A sub-authority is written as four bytes, the lowest first: ${bytes.join(', ')}.`;
    const fix = bytes && fourBytes(array, index, bytes);
    const spelling = element?.kind === 'IntegerValue' ? spellingOf(element) : 'this';
    report({
      file: array.holder.instance.file,
      at: elementsSpan(array.value, index),
      message: `CreatorSID is an array of bytes, and ${spelling} is none, so mofcomp refuses the file. ${advice}`,
      subject: array.value,
      ...(fix && { fixes: [fix] }),
    });
  }),
});

/** `0400, octal for 256,` as a part of a sentence; an octal number is not what it looks like. */
function spellingOf({ base, raw, value }: IntegerValue): string {
  const spelling = raw.slice(0, 40);
  return base === 'octal' ? `${spelling}, octal for ${String(value).slice(0, 40)},` : spelling;
}

/** The four bytes of an element that may be a whole sub-authority. */
function littleEndian(element: Value | undefined): readonly number[] | undefined {
  if (element?.kind !== 'IntegerValue' || element.value < 0n || element.value > 0xffff_ffffn) {
    return undefined;
  }
  const value = Number(element.value);
  return [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);
}

/** Where a sub-authority begins and three zeros follow, the four elements are written anew. */
function fourBytes(
  { holder, value }: SidArray,
  index: number,
  bytes: readonly number[],
): Fix | undefined {
  const zeros = value.elements.slice(index + 1, index + 4);
  const isZero = (element: Value): boolean =>
    element.kind === 'IntegerValue' && element.value === 0n;
  if (index < 8 || index % 4 !== 0 || zeros.length !== 3 || !zeros.every(isZero)) return undefined;
  const { start, end } = elementsSpan(value, index, index + 3);
  const { file } = holder.instance;
  return suggestion('Write the number as four bytes', { file, start, end, text: bytes.join(', ') });
}
