import type { Value } from '../../../../grammar/mof/ast.ts';
import { checkedOf } from '../../../compiler/checker/checker.ts';
import { knownProperty, type KnownProperty } from '../../../schema/known-classes.ts';
import { settingOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { isStockConsumer } from '../../known-good.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'consumer-property-type',
  severity: 'error',
  group: 'consumer',
  summary: 'A property of a standard consumer gets a value of its type.',
  why: 'mofcomp turns a value into the type of the property, and refuses the instance when it cannot.',
  source: 'wmi-error-constants; the standard consumers',
  hresult: '0x80044015',
  examples: consumerExamples('ActiveScriptEventConsumer', { KillTimeout: '"60s"' }),
  check: {
    consumer(consumer, report, compilation) {
      const { instance, standardClass } = consumer;
      if (standardClass === undefined || isStockConsumer(consumer)) return;
      const { table } = checkedOf(compilation);
      const info = table.lookup(instance.className, instance);
      if (info === undefined) return;
      for (const { name } of instance.properties.values()) {
        const property = knownProperty(standardClass, name.name);
        const value = settingOf(instance, name.name)?.value;
        if (property === undefined || value === undefined || hasOwnRules(name.name)) continue;
        // What a class of the files declares anew is checked like any other property.
        const inherited = table.property(info, name.name, instance);
        if (inherited === undefined || inherited.declaration !== undefined) continue;
        const problem = problemOf(property, value);
        if (problem === undefined) continue;
        report({
          file: instance.file,
          at: value,
          message: `${property.name} is ${describeType(property)}, and ${problem}, which mofcomp cannot turn into one: write ${exampleOf(property)}.`,
        });
      }
    },
  },
});

function hasOwnRules(name: string): boolean {
  return name.toLowerCase() === 'creatorsid';
}

/** What is wrong with a value, as the middle of a sentence. Arrays for single values have a rule of their own. */
function problemOf({ type, array }: KnownProperty, value: Value): string | undefined {
  switch (value.kind) {
    case 'NullValue':
    case 'NameValue':
    case 'Alias':
    case 'InstanceValue':
      return undefined;
    case 'ArrayValue':
      return undefined;
    case 'StringValue':
      if (array === true) return 'this is a single string';
      return fitsText(type, value.value) ? undefined : 'this is a text';
    case 'CharValue':
      return type === 'string' ? undefined : 'this is a character';
    case 'BooleanValue':
      return type === 'boolean' ? undefined : 'this is a boolean';
    case 'IntegerValue':
    case 'RealValue':
      return type === 'string' || array === true ? 'this is a number' : undefined;
  }
}

/** Numbers may be written as strings (numbers.md). */
function fitsText(type: string, text: string): boolean {
  if (type === 'string') return true;
  const trimmed = text.trim();
  return type === 'boolean'
    ? /^(?:true|false)$/i.test(trimmed)
    : /^[+-]?(?:\d+|0x[0-9a-f]+)$/i.test(trimmed);
}

function describeType({ type, array }: KnownProperty): string {
  return array === true ? `an array of ${type}` : `a ${type}`;
}

function exampleOf({ name, type, array }: KnownProperty): string {
  if (array === true) return `${name} = {"..."};`;
  if (type === 'string') return `${name} = "...";`;
  return `${name} = ${type === 'boolean' ? 'TRUE' : '60'};`;
}
