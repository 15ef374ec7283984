import type { Span, Value } from '../../../../grammar/mof/ast.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { sidReport } from '../../../security/sid-report.ts';
import { sampleWithFilterSid } from '../../creator-sid-samples.ts';
import { type SidHolder, eachHolder } from '../../creator-sids.ts';
import { byteArrayText, replaceValue, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-not-array',
  severity: 'error',
  group: 'creator-sid',
  summary: 'CreatorSID is an array of bytes.',
  why: 'The property has the type uint8[], and mofcomp refuses a string or a single number (type mismatch).',
  source: 'wmi-error-constants; class definition of __EventFilter',
  hresult: '0x80044015',
  fixes: ['suggestion'],
  examples: { bad: sampleWithFilterSid('"S-1-5-32-544"'), good: sampleSubscription() },
  check: eachHolder((holder, report) => {
    const wrong = wrongPlace(holder);
    if (wrong === undefined) return;
    const fix = bytesFor(holder);
    report({
      file: holder.instance.file,
      at: wrong.at,
      message: `CreatorSID is an array of bytes (uint8[]), and ${wrong.what}, so mofcomp refuses the file. Write the bytes of the SID, as in {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0} for BUILTIN\\Administrators.`,
      ...(fix && { fixes: [fix] }),
    });
  }),
});

/**
 * What is no byte array. Nothing is said of a macro, which stands for something that nobody knows here, of an alias,
 * which alias-on-non-reference and alias-undefined are about, and of a real element, which mofcomp rounds.
 */
function wrongPlace({
  creatorSid,
}: SidHolder): { readonly at: Span; readonly what: string } | undefined {
  const value = creatorSid.kind === 'wrong-type' ? creatorSid.value : undefined;
  if (value === undefined || isForOthers(value)) return undefined;
  if (value.kind !== 'ArrayValue') return { at: value, what: `this is ${nouns[value.kind]}` };
  const element = value.elements.find(
    ({ kind }) => kind !== 'IntegerValue' && kind !== 'NullValue' && kind !== 'RealValue',
  );
  if (element === undefined || isForOthers(element)) return undefined;
  return { at: element, what: `this element is ${nouns[element.kind]}` };
}

function isForOthers({ kind }: Value): boolean {
  return kind === 'NameValue' || kind === 'Alias';
}

const nouns: Readonly<Record<Value['kind'], string>> = {
  StringValue: 'a string',
  CharValue: 'a character',
  IntegerValue: 'a single number',
  RealValue: 'a real number',
  BooleanValue: 'a boolean',
  NullValue: 'NULL',
  Alias: 'an alias',
  NameValue: 'a name',
  ArrayValue: 'an array',
  InstanceValue: 'an embedded object',
};

/** A string that names a SID in some way is replaced by its bytes. */
function bytesFor({ creatorSid, instance }: SidHolder): Fix | undefined {
  const value = creatorSid.kind === 'wrong-type' ? creatorSid.value : undefined;
  if (value?.kind !== 'StringValue') return undefined;
  const { sid, bytes } = sidReport(value.value);
  if (sid === undefined || bytes === undefined) return undefined;
  const edit = replaceValue(instance.file, value, byteArrayText(bytes));
  return suggestion(`Write the bytes of ${sid}`, edit);
}
