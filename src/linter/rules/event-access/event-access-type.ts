import { filterWithoutAccess } from '../../event-access-samples.ts';
import { replaceValue, restrictiveEventAccess, suggestion } from '../../fixes.ts';
import { isReadable } from '../../readable.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'event-access-type',
  severity: 'error',
  group: 'event-access',
  summary: 'EventAccess is a string.',
  why: 'The property holds SDDL text, not the bytes of a descriptor, and mofcomp refuses another type (type mismatch).',
  source: '--eventfilter; wmi-error-constants',
  hresult: '0x80044015',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({
      filter: filterWithoutAccess.replace(
        '\n  CreatorSID',
        '\n  EventAccess = {1, 0, 4, 128};\n  CreatorSID',
      ),
    }),
    good: sampleSubscription(),
  },
  check: {
    filter({ eventAccess, instance }, report) {
      if (eventAccess.kind !== 'wrong-type') return;
      const { assignment, value } = eventAccess;
      const { file } = instance;
      // What a macro of the C preprocessor stands for is not known here, and aliases have rules of their own.
      if (value === undefined || value.kind === 'NameValue' || value.kind === 'Alias') return;
      if (!isReadable(instance, assignment)) return;
      report({
        file,
        at: value,
        message: `EventAccess is a string of SDDL, and this is none, so mofcomp refuses the file. Write the descriptor as text: "${restrictiveEventAccess}".`,
        fixes: [
          suggestion(
            'Let only Administrators publish',
            replaceValue(file, value, `"${restrictiveEventAccess}"`),
          ),
        ],
      });
    },
  },
});
