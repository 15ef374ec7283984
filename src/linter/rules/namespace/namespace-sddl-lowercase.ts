import { safeFix } from '../../fixes.ts';
import { namespaceDescriptors } from '../../namespace-descriptors.ts';
import { sampleNamespace } from '../../namespace-samples.ts';
import { isTooLong, placeIn, replaceIn } from '../../sddl-texts.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'namespace-sddl-lowercase',
  severity: 'error',
  group: 'namespace',
  summary: 'The descriptor of a namespace is written in capitals.',
  why: 'mofcomp refuses lower case in NamespaceSecuritySDDL, although current Windows takes it in a descriptor.',
  source: 'setting-namespace-security-when-the-namespace-is-created',
  fixes: ['safe'],
  examples: { bad: sampleNamespace('o:BAg:BAD:(A;CI;0x60003;;;BA)'), good: sampleNamespace() },
  supersedes: ['sddl-lowercase', 'sddl-syntax'],
  check: {
    compilation(compilation, report) {
      for (const text of namespaceDescriptors(compilation)) {
        const written = text.value.value;
        // Conditions and resource attributes hold names, which have a case of their own.
        if (isTooLong(text) || /["&|=]/u.test(written)) continue;
        const first = [...written.matchAll(word)].find(([found]) => isLowerCase(found));
        if (first === undefined) continue;
        const corrected = written.replaceAll(word, (found) =>
          isLowerCase(found) ? found.toUpperCase() : found,
        );
        report({
          file: text.file,
          at: placeIn(text, { start: first.index, end: first.index + first[0].length }),
          subject: text,
          message:
            'mofcomp refuses lower case in NamespaceSecuritySDDL: write the whole descriptor in capitals; only the digits of numbers may stay.',
          fixes: [safeFix('Write capitals', replaceIn(text, text.syntax, corrected))],
        });
      }
    },
  },
});

/** A number with its prefix, a GUID, or letters. */
const word = /0[xX][0-9a-fA-F]+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[a-zA-Z]+/gu;

function isLowerCase(found: string): boolean {
  return /^[a-zA-Z]*[a-z][a-zA-Z]*$/u.test(found) && !/^[0-9]/u.test(found);
}
