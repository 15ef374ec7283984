import type { Value } from '../../../../grammar/mof/ast.ts';
import type { PragmaSymbol } from '../../../compiler/model.ts';
import { pragmasNamed } from '../../pragma-arguments.ts';
import { type Finding, rule } from '../../rule.ts';

export default rule({
  name: 'pragma-delete-flag',
  severity: 'error',
  group: 'pragma',
  summary: '#pragma deleteclass and #pragma deleteinstance take a string and then FAIL or NOFAIL.',
  why: 'mofcomp refuses them without the flag, which says whether it is an error when there is nothing to delete.',
  source: 'pragma-deleteclass, pragma-deleteinstance, wmi-error-constants',
  hresults: ['0x8004402C', '0x80044031'],
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`#pragma deleteinstance("Sample_Reading.Sensor='north'")
`,
    moreBad: [
      `#pragma deleteclass("Sample_Reading", YES)
`,
    ],
    good: String.raw`#pragma deleteinstance("Sample_Reading.Sensor='north'", NOFAIL)
`,
  },
  check: {
    unit(unit, report) {
      for (const symbol of pragmasNamed(unit, 'deleteclass', 'deleteinstance')) {
        const finding = findingAbout(symbol);
        if (finding !== undefined) report(finding);
      }
    },
  },
});

function findingAbout({ file, node }: PragmaSymbol): Finding | undefined {
  const isClass = node.name.name.toLowerCase() === 'deleteclass';
  const form = isClass
    ? '#pragma deleteclass("Class", NOFAIL)'
    : '#pragma deleteinstance("Class.Key=\'value\'", NOFAIL)';
  const hresult = isClass ? '0x80044031' : '0x8004402C';
  const [target, flag, extra] = node.arguments ?? [];
  if (target?.kind !== 'StringValue') {
    const what = isClass ? 'name of the class' : 'path of the instance';
    return {
      file,
      at: target ?? node,
      hresult,
      message: `The ${what} that is to be deleted must stand here as a string, or mofcomp refuses the pragma: write ${form}.`,
    };
  }
  if (flag === undefined) {
    return {
      file,
      at: node,
      hresult,
      message: `mofcomp refuses the pragma without a flag that says whether a missing object is an error: write FAIL or NOFAIL as the second argument, as in ${form}.`,
      fixes: [
        {
          title: 'Add NOFAIL',
          safety: 'suggestion',
          edits: [{ file, start: target.end, end: target.end, text: ', NOFAIL' }],
        },
      ],
    };
  }
  if (!isFlag(flag)) {
    return {
      file,
      at: flag,
      hresult,
      message: `The flag must be FAIL or NOFAIL, or mofcomp refuses the pragma: write ${form}.`,
    };
  }
  if (extra !== undefined) {
    return {
      file,
      at: extra,
      hresult,
      message: `Nothing follows the flag, or mofcomp refuses the pragma: write ${form}.`,
    };
  }
  return undefined;
}

/** Vendor pages write the flag without quotation marks; whether mofcomp takes it with them is not documented. */
function isFlag(value: Value): boolean {
  const word =
    value.kind === 'NameValue' ? value.name : value.kind === 'StringValue' ? value.value : '';
  return /^(?:no)?fail$/i.test(word);
}
