import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { emitJson, jsonDocument, type JsonDocument } from '../../src/emit/json.ts';
import { projectRoot } from '../support/work-tree.ts';
import { compiled, corpusFiles } from './trees.ts';

const schema = JSON.parse(
  readFileSync(path.join(projectRoot, 'src/emit/mofsec.schema.json'), 'utf8'),
) as AnySchema;

/** The schema lets readers meet keys that they do not know; here every key must be known. */
function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, strict(value)] as const);
  const isObject = 'type' in node && node.type === 'object';
  return Object.fromEntries([
    ...entries,
    ...(isObject ? [['additionalProperties', false] as const] : []),
  ]);
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const validate = ajv.compile(strict(schema) as AnySchema);

/** Why a text is not what the schema says; empty when it is. */
function objections(text: string): readonly string[] {
  if (validate(JSON.parse(text)) === true) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
}

const sample = `#pragma namespace("\\\\\\\\.\\\\ROOT\\\\subscription")
Qualifier Own : uint8 = 1, Scope(Class);
[Own(2) : TOSUBCLASS] class Contoso_Consumer : __EVENTCONSUMER {
  [key] STRING Name; Contoso_Consumer ref Next; uint8 Raw[4] = {1, 2};
  uint32 Run([in] string Command = "x");
};
instance of __EventFilter as $F {
  name = "F"; query = "SELECT * FROM __TimerEvent"; eventaccess = "O:BAG:BAD:(A;;0x80;;;BA)";
  creatorsid = {1,1,0,0,0,0,0,5,18,0,0,0};
};
instance of contoso_consumer as $C { NAME = "a\\"b"; next = "Contoso_Consumer.Name='other'"; };
instance of __FilterToConsumerBinding {
  Filter = $f; Consumer = "Contoso_Consumer.Name=\\"a\\\\\\"b\\""; MaintainSecurityContext = true;
};
`;

test('the scopes and the flavors of a qualifier stand in one order, each once', () => {
  const { qualifierDeclarations } = jsonDocument(
    compiled(
      'Qualifier Q : string, Scope(Property, CLASS, class), Flavor(ToSubClass, DisableOverride);',
    ),
  );
  expect(qualifierDeclarations[0]).toMatchObject({
    scopes: ['class', 'property'],
    flavors: ['DisableOverride', 'ToSubClass'],
  });
});

describe('a subscription as JSON', () => {
  const document = jsonDocument(compiled(sample));

  test('has its parts and what they are joined by', () => {
    expect(document.filters).toEqual([
      {
        instance: 0,
        name: 'F',
        creatorSid: { kind: 'sid', sid: 'S-1-5-18', name: expect.any(String) as string },
        bindings: [0],
        query: 'SELECT * FROM __TimerEvent',
        eventAccess: { kind: 'sddl', text: 'O:BAG:BAD:(A;;0x80;;;BA)', wellFormed: true },
      },
    ]);
    expect(document.consumers).toEqual([
      {
        instance: 1,
        name: 'a"b',
        creatorSid: { kind: 'absent' },
        bindings: [0],
        className: 'Contoso_Consumer',
      },
    ]);
    expect(document.bindings).toEqual([
      {
        instance: 2,
        filter: { kind: 'alias', target: 0 },
        consumer: { kind: 'path', target: 0 },
        maintainSecurityContext: true,
        creatorSid: { kind: 'absent' },
      },
    ]);
    expect(document.subscriptions).toEqual([{ filter: 0, consumer: 0, binding: 0 }]);
  });

  test('has the object path of each instance', () => {
    expect(document.instances.map((instance) => instance.path)).toEqual([
      '\\\\.\\root\\subscription:__EventFilter.Name="F"',
      '\\\\.\\root\\subscription:Contoso_Consumer.Name="a\\"b"',
      String.raw`\\.\root\subscription:__FilterToConsumerBinding.Consumer="Contoso_Consumer.Name=\"a\\\"b\"",Filter="\\\\.\\root\\subscription:__EventFilter.Name=\"F\""`,
    ]);
  });

  test('resolves references', () => {
    const [filter, consumer] = document.instances[2]?.properties ?? [];
    expect(filter?.value).toEqual({
      kind: 'alias',
      value: '$F',
      target: {
        kind: 'instance',
        index: 0,
        path: '\\\\.\\root\\subscription:__EventFilter.Name="F"',
      },
    });
    expect(consumer?.value).toMatchObject({
      kind: 'path',
      path: {
        kind: 'instance',
        className: 'Contoso_Consumer',
        keys: [{ name: 'Name', value: 'a"b' }],
      },
      target: { kind: 'instance', index: 1 },
    });
    expect(document.instances[1]?.properties[1]?.value).toEqual({
      kind: 'path',
      value: "Contoso_Consumer.Name='other'",
      path: {
        kind: 'instance',
        className: 'Contoso_Consumer',
        keys: [{ name: 'Name', value: 'other' }],
      },
    });
  });

  test('has the types that the schema and the run declare', () => {
    const types = document.instances.flatMap(({ properties }) =>
      properties.map(({ name, type, array, reference }) => ({ name, type, array, reference })),
    );
    expect(types).toContainEqual({ name: 'CreatorSID', type: 'uint8', array: true });
    expect(types).toContainEqual({ name: 'Next', type: 'Contoso_Consumer', reference: true });
    expect(types).toContainEqual({ name: 'Filter', type: '__EventFilter', reference: true });
  });

  test('has classes with their members', () => {
    expect(document.classes).toMatchObject([
      {
        name: 'Contoso_Consumer',
        superclass: '__EventConsumer',
        namespace: 'root\\subscription',
        qualifiers: [{ name: 'Own', value: 2, flavors: ['ToSubClass'] }],
        properties: [
          { name: 'Name', type: 'string', qualifiers: [{ name: 'Key', value: true }] },
          { name: 'Next', type: 'Contoso_Consumer', reference: true },
          { name: 'Raw', type: 'uint8', array: true, size: 4, default: [1, 2] },
        ],
        methods: [
          {
            name: 'Run',
            returns: { type: 'uint32' },
            parameters: [{ name: 'Command', type: 'string', default: 'x' }],
          },
        ],
      },
    ]);
  });

  test('says where everything stands', () => {
    expect(document.instances[0]?.location).toEqual({
      file: 'test.mof',
      start: sample.indexOf('instance of'),
      end: sample.indexOf('instance of contoso') - 1,
      line: 7,
      column: 1,
    });
  });

  test('follows its schema and comes out the same each time', () => {
    const text = emitJson(compiled(sample));
    expect(objections(text)).toEqual([]);
    expect(emitJson(compiled(sample))).toBe(text);
    expect(JSON.parse(text)).toEqual(JSON.parse(emitJson(compiled(sample), { compact: true })));
    expect(text.endsWith('}\n')).toBe(true);
  });
});

/** The value of `a` in an instance of a class of which nothing is known. */
function valueOf(value: string): unknown {
  const text = emitJson(compiled(`instance of X { a = ${value}; };`));
  expect(objections(text)).toEqual([]);
  return (JSON.parse(text) as JsonDocument).instances[0]?.properties[0]?.value;
}

describe('a value as JSON', () => {
  test.each<[string, unknown]>([
    ['"a" "b\\x00e90"', 'abé0'],
    ['"\\xD800"', '\ud800'],
    ['9007199254740991', 9007199254740991],
    ['-0x1fffffffffffff', -9007199254740991],
    ['9007199254740992', { kind: 'integer', value: '9007199254740992' }],
    ['18446744073709551615', { kind: 'integer', value: '18446744073709551615' }],
    ['1.0', { kind: 'real', value: 1 }],
    ['1E999', { kind: 'real', value: '1.0e+999' }],
    ['-0.0', { kind: 'real', value: '-0.0' }],
    ["'\\x41'", { kind: 'char', value: 'A' }],
    ['TRUE', true],
    ['NULL', null],
    ['{}', []],
    ['{1, {"a"}}', [1, ['a']]],
    ['MACRO', { kind: 'name', value: 'MACRO' }],
    ['$Nobody', { kind: 'alias', value: '$Nobody' }],
    ['instance of Y {}', { kind: 'instance', className: 'Y', properties: [] }],
  ])('of %s', (literal, json) => {
    expect(valueOf(literal)).toEqual(json);
  });

  test('is left out where none is written', () => {
    const { instances } = jsonDocument(compiled('instance of X { a; };'));
    expect(instances[0]?.properties[0]).not.toHaveProperty('value');
  });
});

describe('hostile names and references', () => {
  test('are data', () => {
    const text = emitJson(
      compiled(
        'class __proto__ { [__proto__] string constructor; }; instance of __proto__ { __proto__ = "x"; };',
      ),
    );
    const document = JSON.parse(text) as JsonDocument;
    expect(objections(text)).toEqual([]);
    expect(document.classes[0]?.qualifiers).toEqual([]);
    expect(document.classes[0]?.properties[0]?.qualifiers).toEqual([
      { name: '__proto__', value: true },
    ]);
    expect(document.instances[0]?.properties[0]?.name).toBe('__proto__');
  });

  test.each([false, true])('reach no terminal as they are (compact: %s)', (compact) => {
    const text = emitJson(
      compiled('instance of X { a = "\\x009b31m\\x202e\\x7f\\x2028\\x1b"; b = {"\\x85\\n"}; };'),
      { compact },
    );
    expect(text).toContain('"\\u009b31m\\u202e\\u007f\\u2028\\u001b"');
    expect(text).toContain('"\\u0085\\n"');
    const document = JSON.parse(text) as JsonDocument;
    expect(document.instances[0]?.properties[0]?.value).toBe('\x9b31m\u202e\x7f\u2028\x1b');
  });

  test('that go round in circles or on for ever end', () => {
    const chain = Array.from(
      { length: 200 },
      (_, i) => `instance of X as $X${i} { Next = $X${(i + 1) % 200}; };`,
    );
    const text = emitJson(compiled(`class X { [key] X ref Next; };${chain.join('')}`));
    expect(objections(text)).toEqual([]);
    expect(text.length).toBeLessThan(1_000_000);
    expect(
      objections(emitJson(compiled('class A : B {}; class B : A {}; instance of A { x = 1; };'))),
    ).toEqual([]);
  });
});

const files = corpusFiles();

describe.skipIf(files.length === 0)(
  files.length === 0
    ? 'the corpus (skipped: ../shared is absent)'
    : `the ${files.length} files of the corpus`,
  () => {
    test('follow the schema', () => {
      const wrong = files.flatMap(({ name, text }) =>
        objections(emitJson(compiled(text), { compact: true })).map(
          (objection) => `${name}: ${objection}`,
        ),
      );
      expect(wrong).toEqual([]);
    });
  },
);
