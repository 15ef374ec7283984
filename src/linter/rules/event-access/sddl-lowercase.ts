import type {
  AceSyntax,
  SddlSpan,
  SecurityDescriptorSyntax,
  SidSyntax,
} from '../../../../grammar/sddl/ast.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import {
  type SddlText,
  placeIn,
  replaceIn,
  spellingOf,
  wellFormedTexts,
} from '../../sddl-texts.ts';

export default rule({
  name: 'sddl-lowercase',
  severity: 'warning',
  group: 'event-access',
  summary: 'A security descriptor is written in capitals.',
  why: "Current Windows takes lower case inside a section. WMI's documentation says that mofcomp refuses it in NamespaceSecuritySDDL; for other descriptors that is inferred.",
  source: 'setting-namespace-security-when-the-namespace-is-created (derived for EventAccess)',
  fixes: ['safe'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(a;;0x80;;;ba)'), good: sampleSubscription() },
  check: {
    compilation(compilation, report) {
      for (const text of wellFormedTexts(compilation)) {
        const words = lowerCaseWords(text.syntax);
        const [first] = words;
        if (first === undefined) continue;
        const shown = words.map((word) => spellingOf(text, word)).slice(0, 5);
        report({
          file: text.file,
          at: placeIn(text, first),
          subject: text,
          message: `${text.property} has lower case in ${shown.join(', ')}. Current Windows takes it, but WMI's documentation asks for capitals and says that mofcomp refuses anything else in a namespace's descriptor: write capitals.`,
          related: enough(words.slice(1)).map((word) => ({
            file: text.file,
            ...placeIn(text, word),
            message: 'here too',
          })),
          fixes: [
            safeFix(
              'Write capitals',
              words.length === 1
                ? replaceIn(text, first, spellingOf(text, first).toUpperCase())
                : replaceIn(text, text.syntax, inCapitals(text, words)),
            ),
          ],
        });
      }
    },
  },
});

/** The whole text with some words in capitals; one edit, however many words there are. */
function inCapitals(text: SddlText, words: readonly SddlSpan[]): string {
  let written = '';
  let offset = 0;
  for (const word of words) {
    written += spellingOf(text, { start: offset, end: word.start });
    written += spellingOf(text, word).toUpperCase();
    offset = word.end;
  }
  return written + spellingOf(text, { start: offset, end: text.syntax.end });
}

/** Every word in lower case, in the order of the text. */
function lowerCaseWords({ sections }: SecurityDescriptorSyntax): readonly SddlSpan[] {
  return sections.flatMap((section) =>
    'sid' in section
      ? lowerCaseSid(section.sid)
      : [
          ...section.flags.filter(({ lowerCase }) => lowerCase),
          ...section.aces.flatMap(lowerCaseInAce),
        ],
  );
}

function lowerCaseInAce({ type, flags, rights, trustee }: AceSyntax): readonly SddlSpan[] {
  return [
    ...(type.lowerCase ? [type] : []),
    ...flags.items.filter(({ lowerCase }) => lowerCase),
    ...rights.items.filter((item) => item.kind === 'right-token' && item.lowerCase),
    ...lowerCaseSid(trustee),
  ];
}

function lowerCaseSid(sid: SidSyntax): readonly SddlSpan[] {
  if (sid.kind === 'sid-unknown' || !sid.lowerCase) return [];
  // Of S-1-... only the first letter counts; the digits may be hexadecimal.
  return [sid.kind === 'sid-alias' ? sid : { start: sid.start, end: sid.start + 1 }];
}
