import { suggestion } from '../../fixes.ts';
import { eachNamespaceDescriptor } from '../../namespace-descriptors.ts';
import { sampleNamespace } from '../../namespace-samples.ts';
import { replaceIn } from '../../sddl-texts.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'namespace-sddl-no-owner-group',
  severity: 'error',
  group: 'namespace',
  summary: 'The descriptor of a namespace has an owner and a group.',
  why: 'WMI refuses a descriptor that lacks one of them, although SDDL allows to leave them out.',
  source: '--systemsecurity-setsd',
  hresult: '0x80041008',
  fixes: ['suggestion'],
  examples: { bad: sampleNamespace('D:(A;;0x6001F;;;BA)'), good: sampleNamespace() },
  check: eachNamespaceDescriptor((text, report) => {
    const { owner, group } = text.syntax;
    if (owner !== undefined && group !== undefined) return;
    const [missing, toWrite] =
      owner !== undefined
        ? ['group', 'G:BA']
        : group !== undefined
          ? ['owner', 'O:BA']
          : ['owner and no group', 'O:BAG:BA'];
    const at = owner === undefined ? 0 : owner.end;
    report({
      file: text.file,
      at: text.value,
      message: `The descriptor has no ${missing}, and WMI refuses it for a namespace: write ${toWrite} ${owner === undefined ? 'at its beginning' : 'behind the owner'}.`,
      fixes: [suggestion(`Add ${toWrite}`, replaceIn(text, { start: at, end: at }, toWrite))],
    });
  }),
});
