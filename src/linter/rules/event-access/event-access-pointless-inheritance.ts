import type { AceFlagSyntax, AceSyntax } from '../../../../grammar/sddl/ast.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

const inheritanceTokens: ReadonlySet<string> = new Set(['OI', 'CI', 'NP', 'IO']);

export default rule({
  name: 'event-access-pointless-inheritance',
  severity: 'info',
  preset: 'strict',
  group: 'event-access',
  summary: 'ACEs of EventAccess have no inheritance flags.',
  why: 'An event filter has no children that could inherit anything. An inherit-only ACE has no effect at all.',
  source: 'namespace-ace-flag-constants (advice)',
  fixes: ['safe'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;CI;0x80;;;BA)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined || view.publishing.kind === 'inherit-only') return;
      const { text } = view;
      const inheritable = enough(view.aces, ({ syntax }) => inheritanceFlags(syntax).length > 0);
      for (const { inheritOnly, syntax } of inheritable) {
        const flags = inheritanceFlags(syntax);
        const [first, last] = [flags[0], flags.at(-1)];
        if (first === undefined || last === undefined) continue;
        const tokens = flags.map(({ token }) => token).join(', ');
        report({
          file: text.file,
          at: placeIn(text, { start: first.start, end: last.end }),
          message: inheritOnly
            ? 'IO makes the ACE inherit-only, and an event filter has no children: the ACE has no effect. Remove the flags if it is meant for the filter.'
            : `An event filter has no children that could inherit an ACE, so ${tokens} ${flags.length === 1 ? 'has' : 'have'} no effect. Leave the flags empty.`,
          ...(!inheritOnly && {
            fixes: [
              safeFix(
                'Remove the inheritance flags',
                ...flags.map((flag) => replaceIn(text, flag, '')),
              ),
            ],
          }),
        });
      }
    },
  },
});

function inheritanceFlags({ flags }: AceSyntax): readonly AceFlagSyntax[] {
  return flags.items.filter(({ token }) => inheritanceTokens.has(token));
}
