import type { AceSyntax } from '../../../../grammar/sddl/ast.ts';
import { noRealms } from '../../../security/principal.ts';
import { formatAce } from '../../../security/sddl-writer.ts';
import { aceFromSyntax } from '../../../security/security-descriptor.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { type SddlText, placeIn, replaceIn, wellFormedTexts } from '../../sddl-texts.ts';

export default rule({
  name: 'sddl-duplicate-ace',
  severity: 'info',
  group: 'event-access',
  summary: 'No ACE is written twice.',
  why: 'The second one has no effect; perhaps another trustee was meant.',
  source: 'advice',
  tag: 'unnecessary',
  fixes: ['safe'],
  examples: {
    bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;BA)(A;;0x80;;;BA)'),
    good: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;BA)(A;;0x80;;;SY)'),
  },
  check: {
    compilation(compilation, report) {
      for (const text of wellFormedTexts(compilation)) {
        for (const { ace, earlier } of enough(repetitions(text))) {
          report({
            file: text.file,
            at: placeIn(text, ace),
            message:
              'This ACE says the same as an earlier one and has no effect. Remove it, or write whom it is meant for.',
            related: [{ file: text.file, ...placeIn(text, earlier), message: 'the earlier ACE' }],
            fixes: [safeFix('Remove this ACE', replaceIn(text, ace, ''))],
          });
        }
      }
    },
  },
});

/** ACEs that say what an earlier one in their list says. */
function* repetitions({ syntax: { dacl, sacl } }: SddlText) {
  for (const acl of [dacl, sacl]) {
    const first = new Map<string, AceSyntax>();
    for (const ace of acl?.aces ?? []) {
      const key = meaningOf(ace);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, ace);
      else yield { ace, earlier };
    }
  }
}

/** The ACE as Windows would write it, so that spellings do not matter. */
function meaningOf(ace: AceSyntax): string {
  const value = aceFromSyntax(ace, noRealms);
  const written = value && formatAce(value, noRealms);
  return written?.kind === 'text' ? written.text : `at ${ace.start}`;
}
