import type { SddlSpan, SecurityDescriptorSyntax } from '../../../../grammar/sddl/ast.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { sidsOf } from '../../sddl-aces.ts';
import { type SddlText, placeIn, wellFormedTexts } from '../../sddl-texts.ts';

export default rule({
  name: 'sddl-unusual-form',
  severity: 'info',
  preset: 'strict',
  group: 'event-access',
  summary: 'A security descriptor keeps to the published grammar.',
  why: 'Windows takes blanks, sections in any order and SIDs that are too large; the published grammar (MS-DTYP) has none of them, and other readers refuse them.',
  source: 'MS-DTYP 2.5.1.1',
  examples: { bad: sampleWithAccess('O:BA G:BA D:(A;;0x80;;;BA)'), good: sampleSubscription() },
  check: {
    compilation(compilation, report) {
      for (const text of wellFormedTexts(compilation)) {
        const oddity = firstOddity(text);
        if (oddity === undefined) continue;
        report({
          file: text.file,
          at: placeIn(text, oddity.at),
          message: `Windows takes this, but the published grammar (MS-DTYP 2.5.1.1) does not: ${oddity.what}.`,
        });
      }
    },
  },
});

interface Oddity {
  readonly at: SddlSpan;
  readonly what: string;
}

function firstOddity({ syntax }: SddlText): Oddity | undefined {
  const [blank] = syntax.blanks;
  if (blank !== undefined) return { at: blank, what: 'write the descriptor without blanks' };
  return disorder(syntax) ?? oddSid(syntax);
}

const order = ['owner', 'group', 'dacl', 'sacl'] as const;

function disorder({ sections, unordered }: SecurityDescriptorSyntax): Oddity | undefined {
  if (!unordered) return undefined;
  const late = sections.find(
    ({ kind }, index) =>
      index > 0 && order.indexOf(kind) < order.indexOf(sections[index - 1]?.kind ?? 'owner'),
  );
  return late && { at: late.letter, what: 'write the sections in the order O:, G:, D:, S:' };
}

function oddSid(syntax: SecurityDescriptorSyntax): Oddity | undefined {
  for (const sid of sidsOf(syntax)) {
    if (sid.kind !== 'sid-literal') continue;
    const written = ['S-1', sid.authority, ...sid.subAuthorities].join('-');
    if (sid.saturated) {
      const what = `a number of this SID is over 4294967295, and Windows reads ${written}`;
      return { at: sid, what };
    }
    if (sid.hexadecimal) {
      const what = `the hexadecimal revision makes every number of this SID hexadecimal: it is ${written}`;
      return { at: sid, what };
    }
  }
  return undefined;
}
