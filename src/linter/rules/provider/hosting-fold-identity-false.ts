import { sourceSpanOf } from '../../../../grammar/mof/literals.ts';
import { replaceInString, suggestion } from '../../fixes.ts';
import { decoupledProperties, sampleProvider } from '../../provider-samples.ts';
import { eachHostingText } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'hosting-fold-identity-false',
  severity: 'warning',
  group: 'provider',
  summary: 'A decoupled provider folds the identity of its client.',
  why: 'With FoldIdentity(FALSE) the token of the client reaches the process that registered itself. A rogue program with impersonation level Delegate could then act for that client in the whole domain.',
  source: 'provider-hosting-and-security',
  fixes: ['suggestion'],
  examples: {
    bad: sampleProvider({
      properties: decoupledProperties.map((line) =>
        line.startsWith('HostingModel')
          ? 'HostingModel = "Decoupled:Com:FoldIdentity(FALSE)";'
          : line,
      ),
    }),
    good: sampleProvider({ properties: decoupledProperties }),
  },
  check: eachHostingText(({ file, value, hosting }, report) => {
    if (hosting.kind !== 'decoupled' || hosting.foldIdentity) return;
    const part = /:foldidentity\([^)]*\)/iu.exec(value.value);
    if (part === null) return;
    const span = { start: part.index, end: part.index + part[0].length };
    report({
      file,
      at: sourceSpanOf(value, span.start, span.end),
      message:
        'FoldIdentity(FALSE) hands the identity of the client on to whatever program registered as this provider, and with Delegate that reaches across the domain: leave it out, as in Decoupled:Com, or see to a strict SecurityDescriptor.',
      fixes: [
        suggestion(
          'Remove FoldIdentity(FALSE)',
          replaceInString(file, value, span.start, span.end, ''),
        ),
      ],
    });
  }),
});
