import { checkedOf } from '../../../compiler/checker/checker.ts';
import { sampleAlarm, subscribeDescriptor } from '../../provider-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-sd-type',
  severity: 'error',
  group: 'provider',
  summary: 'SECURITY_DESCRIPTOR of an event is an array of bytes.',
  why: 'It holds a self-relative descriptor in its binary form; SDDL text is not read.',
  source: '--event, providing-events-securely',
  hresult: '0x80044015',
  examples: {
    bad: sampleAlarm('"O:BAG:BAD:(A;;0x40;;;BA)"'),
    good: sampleAlarm(subscribeDescriptor),
  },
  supersedes: ['property-type'],
  check: {
    compilation(compilation, report) {
      for (const problem of checkedOf(compilation).values) {
        if (problem.kind !== 'scalar-for-array' && problem.kind !== 'type') continue;
        const { place, node } = problem;
        if (place.name.toLowerCase() !== 'security_descriptor' || node.kind !== 'StringValue')
          continue;
        report({
          file: place.file,
          at: node,
          subject: problem,
          message:
            'SECURITY_DESCRIPTOR holds a self-relative security descriptor as bytes (uint8[]), and mofcomp refuses text: write its bytes in braces. ConvertStringSecurityDescriptorToSecurityDescriptor makes them of SDDL.',
        });
      }
    },
  },
});
