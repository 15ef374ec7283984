import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-conditional-ace',
  severity: 'warning',
  group: 'event-access',
  summary: 'The ACEs of EventAccess have no conditions.',
  why: 'WMI defines no conditional ACEs. Where a condition cannot be decided, an allow ACE is ignored and a deny ACE applies, so events go missing.',
  source: 'namespace-ace-type-constants; MS-DTYP 2.4.4.17 (advice)',
  examples: {
    bad: sampleWithAccess('O:BAG:BAD:(XA;;0x80;;;BA;(@User.x == 1))'),
    good: sampleSubscription(),
  },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      for (const { syntax } of enough(view.aces, ({ conditional }) => conditional)) {
        report({
          file: view.text.file,
          at: placeIn(view.text, syntax.type),
          message: `${syntax.type.token} is a conditional ACE, and WMI knows only A (allow) and D (deny). Where the condition cannot be decided an allow ACE is ignored and a deny ACE applies. Write an ACE without a condition.`,
        });
      }
    },
  },
});
