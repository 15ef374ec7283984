/** Models of MOF files, and printers that write one model in as many ways as MOF allows. */
import fc from 'fast-check';
import { realLiteral, stringLiteral, charLiteral } from '../../src/emit/literals.ts';
import { propertiesOf } from '../../src/schema/known-classes.ts';

export type ModelValue =
  | { readonly kind: 'string' | 'char' | 'macro' | 'alias'; readonly value: string }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'real'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'array'; readonly elements: readonly ModelValue[] }
  | { readonly kind: 'instance'; readonly instance: ModelInstance };

export interface ModelQualifier {
  readonly name: string;
  readonly value: ModelValue;
  readonly flavors: readonly string[];
}

export interface ModelInstance {
  readonly className: string;
  readonly qualifiers: readonly ModelQualifier[];
  readonly properties: readonly { readonly name: string; readonly value: ModelValue | undefined }[];
}

interface ModelDeclarator {
  readonly qualifiers: readonly ModelQualifier[];
  readonly type: string;
  readonly isReference: boolean;
  readonly name: string;
  readonly brackets: '' | '[]' | '[4]';
  readonly value: ModelValue | undefined;
}

export type ModelItem =
  | ({ readonly kind: 'instance'; readonly alias: string | undefined } & ModelInstance)
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly superclass: string | undefined;
      readonly qualifiers: readonly ModelQualifier[];
      readonly properties: readonly ModelDeclarator[];
      readonly methods: readonly {
        readonly name: string;
        readonly parameters: readonly ModelDeclarator[];
      }[];
    }
  | {
      readonly kind: 'qualifier';
      readonly name: string;
      readonly type: string | undefined;
      readonly value: ModelValue | undefined;
      readonly scopes: readonly string[];
      readonly flavors: readonly string[];
    }
  | { readonly kind: 'deleteclass'; readonly name: string; readonly flag: 'FAIL' | 'NOFAIL' }
  | { readonly kind: 'classflags'; readonly flags: readonly string[] };

export interface ModelSection {
  readonly namespace: readonly string[];
  readonly items: readonly ModelItem[];
}

export interface Model {
  readonly autorecover: boolean;
  readonly sections: readonly ModelSection[];
}

// ------------------------------------------------------------------ models

const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcdefABCDEF0123456789 .%;{}[]()$/*#=') },
  { weight: 3, arbitrary: fc.constantFrom('"', '\\', "'", '\n', '\r', '\t', '\r\n', '//', '/*') },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) },
);
const text = fc.string({ unit, maxLength: 40 });

const customName = fc.constantFrom('Alpha', 'Beta_2', 'x', '_y', 'Of', 'Class', 'Any', 'TrueName');
const knownClassName = fc.constantFrom(
  '__EventFilter',
  'CommandLineEventConsumer',
  '__FilterToConsumerBinding',
  '__Win32Provider',
);
const customClassName = fc.constantFrom('Contoso_A', 'Contoso_B', 'Contoso_C');
const qualifierName = fc.constantFrom('Key', 'Description', 'ValueMap', 'Provider', 'OwnQualifier');
const flavor = fc.constantFrom('ToInstance', 'ToSubClass', 'Amended', 'DisableOverride');
const typeName = fc.constantFrom(
  'string',
  'uint8',
  'sint64',
  'real64',
  'datetime',
  'char16',
  'boolean',
);

const scalar: fc.Arbitrary<ModelValue> = fc.oneof(
  fc.record({ kind: fc.constant('string' as const), value: text }),
  fc.record({
    kind: fc.constant('char' as const),
    value: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  }),
  fc.record({ kind: fc.constant('macro' as const), value: fc.constantFrom('MACRO', 'Macro_2') }),
  fc.record({ kind: fc.constant('alias' as const), value: fc.constantFrom('$One', '$Two') }),
  fc.record({
    kind: fc.constant('integer' as const),
    value: fc.oneof(
      fc.bigInt({ min: 0n, max: 255n }),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n }),
    ),
  }),
  fc.record({
    kind: fc.constant('real' as const),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('null' as const) }),
);

const { value, instance } = fc.letrec<{
  value: ModelValue;
  instance: ModelInstance;
}>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: scalar },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('array' as const),
        elements: fc.oneof(
          fc.array(tie('value'), { maxLength: 5 }),
          fc
            .array(fc.bigInt({ min: 0n, max: 255n }), { maxLength: 40 })
            .map((numbers) =>
              numbers.map((number): ModelValue => ({ kind: 'integer', value: number })),
            ),
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('instance' as const), instance: tie('instance') }),
    },
  ),
  instance: fc.oneof(knownClassName, customClassName).chain((className) =>
    fc.record({
      className: fc.constant(className),
      qualifiers: qualifiers(scalar),
      properties: fc.uniqueArray(
        fc.record({
          name: propertyName(className),
          value: fc.option(tie('value'), { nil: undefined, freq: 8 }),
        }),
        { maxLength: 5, selector: ({ name }) => name.toLowerCase() },
      ),
    }),
  ),
}));

function propertyName(className: string): fc.Arbitrary<string> {
  const known = propertiesOf(className).map(({ name }) => name);
  return known.length === 0 ? customName : fc.oneof(fc.constantFrom(...known), customName);
}

function qualifiers(values: fc.Arbitrary<ModelValue>): fc.Arbitrary<readonly ModelQualifier[]> {
  return fc.uniqueArray(
    fc.record({
      name: qualifierName,
      value: fc.oneof(fc.constant({ kind: 'boolean' as const, value: true }), values),
      flavors: fc.uniqueArray(flavor, { maxLength: 3 }),
    }),
    { maxLength: 3, selector: ({ name }) => name },
  );
}

const declarator: fc.Arbitrary<ModelDeclarator> = fc.record({
  qualifiers: qualifiers(value.filter(({ kind }) => kind !== 'instance')),
  type: typeName,
  isReference: fc.constant(false),
  name: customName,
  brackets: fc.constantFrom('' as const, '[]' as const, '[4]' as const),
  value: fc.option(value, { nil: undefined }),
});
const reference: fc.Arbitrary<ModelDeclarator> = fc.record({
  qualifiers: fc.constant([]),
  type: fc.oneof(customClassName, knownClassName),
  isReference: fc.constant(true),
  name: customName,
  brackets: fc.constant('' as const),
  value: fc.constant(undefined),
});
const declarators = fc.uniqueArray(fc.oneof(declarator, reference), {
  maxLength: 4,
  selector: ({ name }) => name.toLowerCase(),
});

const item: fc.Arbitrary<ModelItem> = fc.oneof(
  instance.chain((model) =>
    fc
      .option(fc.constantFrom('$One', '$Two', '$Three'), { nil: undefined })
      .map((alias): ModelItem => ({ kind: 'instance', alias, ...model })),
  ),
  fc.record({
    kind: fc.constant('class' as const),
    name: customClassName,
    superclass: fc.option(fc.oneof(customClassName, knownClassName), { nil: undefined }),
    qualifiers: qualifiers(scalar),
    properties: declarators,
    methods: fc.array(fc.record({ name: customName, parameters: declarators }), { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('qualifier' as const),
    name: qualifierName,
    type: typeName,
    value: fc.option(scalar, { nil: undefined }),
    scopes: fc.oneof(
      fc.constant(['any']),
      fc.uniqueArray(fc.constantFrom('class', 'property', 'method', 'reference'), { maxLength: 3 }),
    ),
    flavors: fc.uniqueArray(flavor, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('qualifier' as const),
    name: qualifierName,
    type: fc.constant(undefined),
    value: fc.constant(undefined),
    scopes: fc.constant([]),
    flavors: fc.uniqueArray(flavor, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('deleteclass' as const),
    name: customClassName,
    flag: fc.constantFrom('FAIL' as const, 'NOFAIL' as const),
  }),
  fc.record({
    kind: fc.constant('classflags' as const),
    flags: fc.array(fc.constantFrom('updateonly', 'forceupdate'), { minLength: 1, maxLength: 2 }),
  }),
);

/** Any file. */
export const models: fc.Arbitrary<Model> = fc.record({
  autorecover: fc.boolean(),
  sections: fc.array(
    fc.record({
      namespace: fc.constantFrom(
        ['root', 'subscription'],
        ['root', 'cimv2'],
        ['root', 'Contoso', 'v1'],
      ),
      items: fc.array(item, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

// ------------------------------------------------------------------ printers

/** Decides between the ways in which something can be written. */
export interface Choices {
  /** A number from 0 to `count` - 1; 0 is the plainest way. */
  readonly pick: (count: number) => number;
}

/** The plainest way everywhere. */
export const plain: Choices = { pick: () => 0 };

/** A way that a seed decides. */
export function messy(seed: number): Choices {
  let state = seed | 0;
  return {
    pick: (count) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return Math.floor(((state >>> 8) / 2 ** 24) * count);
    },
  };
}

/** A file that says what the model says. */
export function print(model: Model, choices: Choices): string {
  return new Printer(choices).model(model);
}

class Printer {
  readonly #choices: Choices;
  readonly #aliases = new Set<string>();
  /** The properties of the classes that the model declares, by class, by namespace. */
  readonly #declared = new Map<string, Map<string, ReadonlySet<string>>>();
  /** Those of the namespace that is being printed. */
  #classes: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  #survey({ namespace, items }: ModelSection): void {
    const key = namespace.join('/');
    const classes = this.#declared.get(key) ?? new Map<string, ReadonlySet<string>>();
    this.#declared.set(key, classes);
    for (const each of items) {
      if (each.kind === 'instance' && each.alias !== undefined) this.#aliases.add(each.alias);
      if (each.kind === 'class' && !classes.has(each.name)) {
        classes.set(each.name, new Set(each.properties.map(({ name }) => name)));
      }
    }
  }

  model({ autorecover, sections }: Model): string {
    for (const section of sections) this.#survey(section);
    const parts = sections.flatMap(({ namespace, items }) => [
      this.#enter(namespace),
      ...items.flatMap((each) => [
        ...(this.#choices.pick(4) === 1 ? [this.#namespace(namespace)] : []),
        this.#item(each),
      ]),
    ]);
    if (autorecover) parts.splice(this.#choices.pick(parts.length), 0, this.#pragma('autorecover'));
    return parts.map((part) => part + this.#blank('\n')).join('');
  }

  #enter(namespace: readonly string[]): string {
    this.#classes = this.#declared.get(namespace.join('/')) ?? new Map();
    return this.#namespace(namespace);
  }

  #namespace(segments: readonly string[]): string {
    const names = segments.map((name) =>
      name === 'Contoso' || name === 'v1' ? name : this.#word(name),
    );
    const separator = this.#oneOf('\\', '/');
    const start = this.#oneOf(`${separator}${separator}.${separator}`, '', separator);
    const literal = stringLiteral(start + names.join(separator));
    return this.#pragma('namespace', [literal]);
  }

  #pragma(name: string, values?: readonly string[]): string {
    const head = `${this.#oneOf('#', '# ', '#\t')}${this.#word('pragma')}`;
    const list =
      values === undefined
        ? ''
        : `${this.#blank('')}(${values.map((each) => this.#blank('') + each + this.#blank('')).join(',')})`;
    return `${head} ${this.#word(name)}${list}\n`;
  }

  #item(model: ModelItem): string {
    switch (model.kind) {
      case 'instance':
        return `${this.#instance(model, model.alias)}${this.#blank('')};`;
      case 'class':
        return this.#class(model);
      case 'qualifier':
        return this.#qualifierDeclaration(model);
      case 'deleteclass':
        return this.#pragma('deleteclass', [stringLiteral(model.name), this.#word(model.flag)]);
      case 'classflags':
        return this.#pragma('classflags', model.flags.map(stringLiteral));
    }
  }

  /** @param isQualified Embedded objects cannot have qualifiers. */
  #instance(model: ModelInstance, alias: string | undefined, isQualified = true): string {
    return [
      isQualified ? this.#qualifiers(model.qualifiers) : '',
      this.#word('instance'),
      this.#blank(' '),
      this.#word('of'),
      this.#blank(' '),
      this.#className(model.className),
      alias === undefined
        ? ''
        : `${this.#blank(' ')}${this.#word('as')}${this.#blank(' ')}${alias}`,
      this.#blank('\n'),
      '{',
      ...this.#shuffled(model).map(({ name, value }) => {
        const known =
          propertiesOf(model.className).some((property) => property.name === name) ||
          this.#classes.get(model.className)?.has(name) === true;
        const assigned =
          value === undefined ? '' : `${this.#blank(' ')}=${this.#blank(' ')}${this.#value(value)}`;
        return `${this.#blank('\n  ')}${this.#emptyList()}${known ? this.#word(name) : name}${assigned}${this.#blank('')};`;
      }),
      this.#blank('\n'),
      '}',
    ].join('');
  }

  /** Properties of known classes in any order, the others in theirs. */
  #shuffled({ className, properties }: ModelInstance): ModelInstance['properties'] {
    const known = new Set(propertiesOf(className).map(({ name }) => name));
    const list = properties.toSorted((a, b) => order(known, a.name) - order(known, b.name));
    const movable = list.filter(({ name }) => known.has(name));
    const fixed = list.filter(({ name }) => !known.has(name));
    const result: ModelInstance['properties'][number][] = [...fixed];
    for (const property of movable) {
      result.splice(result.length - this.#choices.pick(result.length + 1), 0, property);
    }
    return result;
  }

  #class(model: Extract<ModelItem, { readonly kind: 'class' }>): string {
    const superclass =
      model.superclass === undefined
        ? ''
        : `${this.#blank(' ')}:${this.#blank(' ')}${this.#className(model.superclass)}`;
    return [
      this.#qualifiers(model.qualifiers),
      this.#word('class'),
      this.#blank(' '),
      model.name,
      superclass,
      this.#blank('\n'),
      '{',
      ...model.properties.map((property) => `${this.#blank('\n')}${this.#declarator(property)};`),
      ...model.methods.map(
        ({ name, parameters }) =>
          `${this.#blank('\n')}${this.#word('uint32')} ${name}${this.#blank('')}(${parameters
            .map((parameter) => this.#blank('') + this.#declarator(parameter))
            .join(`${this.#blank('')},`)}${this.#blank('')});`,
      ),
      this.#blank('\n'),
      '}',
      this.#blank(''),
      ';',
    ].join('');
  }

  #declarator(model: ModelDeclarator): string {
    const type = model.isReference
      ? `${this.#className(model.type)}${this.#blank(' ')}${this.#word('ref')}`
      : this.#word(model.type);
    const assigned =
      model.value === undefined
        ? ''
        : `${this.#blank(' ')}=${this.#blank(' ')}${this.#value(model.value)}`;
    const brackets = model.brackets.replace('4', () => this.#integer(4n));
    return `${this.#qualifiers(model.qualifiers)}${type}${this.#blank(' ')}${model.name}${brackets}${assigned}`;
  }

  #qualifierDeclaration(model: Extract<ModelItem, { readonly kind: 'qualifier' }>): string {
    const name = this.#qualifierName(model.name);
    const head = `${this.#word('qualifier')}${this.#blank(' ')}${name}${this.#blank(' ')}:${this.#blank(' ')}`;
    const flavors = this.#permuted(model.flavors).map((each) => this.#word(each));
    if (model.type === undefined)
      return `${head}${flavors.join(this.#blank(' '))}${this.#blank('')};`;
    const assigned = model.value === undefined ? '' : ` = ${this.#value(model.value)}`;
    const scopes = this.#scopes(model.scopes)
      .map((scope) => this.#word(scope))
      .join(this.#oneOf(', ', ','));
    const clauses = [
      ...(scopes === '' ? [] : [`${this.#word('Scope')}${this.#blank('')}(${scopes})`]),
      ...(flavors.length === 0 ? [] : [`${this.#word('Flavor')}(${flavors.join(', ')})`]),
    ];
    return `${head}${[this.#word(model.type) + assigned, ...this.#permuted(clauses)].join(`${this.#blank('')}, `)};`;
  }

  /** In any order, one of them twice, and beside `any` what that says already. */
  #scopes(scopes: readonly string[]): readonly string[] {
    const said = scopes.includes('any') ? 'property' : scopes[0];
    return this.#permuted(
      said !== undefined && this.#choices.pick(4) > 2 ? [...scopes, said] : scopes,
    );
  }

  #qualifiers(list: readonly ModelQualifier[]): string {
    if (list.length === 0) return this.#emptyList();
    const texts = list.map((each) => this.#qualifier(each));
    return `[${this.#blank('')}${texts.join(`${this.#blank('')},${this.#blank(' ')}`)}${this.#blank('')}]${this.#blank(' ')}`;
  }

  #qualifier({ name, value, flavors }: ModelQualifier): string {
    const words = this.#permuted(flavors).map((each) => this.#word(each));
    const suffix = words.length === 0 ? '' : `${this.#blank('')}: ${words.join(this.#blank(' '))}`;
    const head = this.#qualifierName(name);
    if (value.kind === 'array') return `${head}${this.#blank('')}${this.#value(value)}${suffix}`;
    const isTrue = value.kind === 'boolean' && value.value;
    if (isTrue && this.#choices.pick(2) === 0) return head + suffix;
    return `${head}${this.#blank('')}(${this.#value(value)}${this.#blank('')})${suffix}`;
  }

  #qualifierName(name: string): string {
    return name === 'OwnQualifier' ? name : this.#word(name);
  }

  /** Only names that the schema or the model declares have a spelling of their own. */
  #className(name: string): string {
    return name.startsWith('Contoso') && !this.#classes.has(name) ? name : this.#word(name);
  }

  #value(value: ModelValue): string {
    switch (value.kind) {
      case 'string':
        return this.#string(value.value);
      case 'char':
        return this.#choices.pick(2) === 0
          ? charLiteral(value.value)
          : `'\\x${value.value.charCodeAt(0).toString(16)}'`;
      case 'macro':
        return value.value;
      case 'alias':
        return this.#aliases.has(value.value) ? this.#word(value.value) : value.value;
      case 'integer':
        return this.#integer(value.value);
      case 'real':
        return this.#real(value.value);
      case 'boolean':
        return this.#word(value.value ? 'TRUE' : 'FALSE');
      case 'null':
        return this.#word('NULL');
      case 'array':
        return `{${value.elements
          .map((element) => this.#blank('') + this.#value(element) + this.#blank(''))
          .join(',')}${this.#blank('')}}`;
      case 'instance':
        return this.#instance(value.instance, undefined, false);
    }
  }

  #integer(value: bigint): string {
    const magnitude = value < 0n ? -value : value;
    const sign = value < 0n ? '-' : this.#oneOf('', '+');
    switch (this.#choices.pick(4)) {
      case 1:
        return `${sign}0${this.#oneOf('x', 'X')}${this.#word(magnitude.toString(16))}`;
      case 2:
        return `${sign}0${magnitude.toString(8)}`;
      case 3:
        return `${sign}${magnitude.toString(2)}${this.#oneOf('b', 'B')}`;
      default:
        return `${sign}${magnitude}`;
    }
  }

  #real(value: number): string {
    const plainest = realLiteral(value, '');
    switch (this.#choices.pick(4)) {
      case 1:
        return this.#word(Object.is(value, -0) ? '-0e0' : value.toExponential());
      case 2:
        return plainest.startsWith('-') ? plainest : `+${plainest}`;
      case 3:
        return plainest.replace(/^(-?)0\./, '$1.');
      default:
        return plainest;
    }
  }

  /** One literal or several, each character in one of its forms. */
  #string(value: string): string {
    if (this.#choices.pick(2) === 0) return stringLiteral(value);
    let literal = '"';
    for (let i = 0; i < value.length; i++) {
      literal += this.#character(value, i);
      if (this.#choices.pick(8) === 1) literal += `"${this.#blank(' ')}"`;
    }
    return `${literal}"`;
  }

  #character(value: string, i: number): string {
    const char = value.charAt(i);
    const digits = value.charCodeAt(i).toString(16);
    const isSafe = !/[0-9a-f]/i.test(value.charAt(i + 1) || 'z');
    switch (this.#choices.pick(3)) {
      case 1:
        return `\\${this.#oneOf('x', 'X')}${isSafe ? digits : digits.padStart(4, '0')}`;
      case 2:
        return /[\p{L}\p{N} ]/u.test(char) ? char : stringLiteral(char).slice(1, -1);
      default:
        return char === "'" ? "\\'" : stringLiteral(char).slice(1, -1);
    }
  }

  #emptyList(): string {
    return this.#choices.pick(6) === 1 ? `[${this.#blank('')}]${this.#blank(' ')}` : '';
  }

  #blank(plainest: string): string {
    return this.#oneOf(plainest, ' ', '\n', '\t', '\r\n  ', ' /* "\n */ ', ' // } ;\n', '\u00a0');
  }

  #word(name: string): string {
    const style = this.#oneOf('as is', 'lower', 'upper', 'mixed');
    if (style === 'as is') return name;
    if (style === 'lower') return name.toLowerCase();
    if (style === 'upper') return name.toUpperCase();
    return [...name]
      .map((char) => (this.#choices.pick(2) === 0 ? char.toLowerCase() : char.toUpperCase()))
      .join('');
  }

  #permuted<T>(list: readonly T[]): readonly T[] {
    const result: T[] = [];
    for (const element of list) {
      result.splice(result.length - this.#choices.pick(result.length + 1), 0, element);
    }
    return result;
  }

  #oneOf(...ways: readonly string[]): string {
    return ways[this.#choices.pick(ways.length)] ?? '';
  }
}

/** Known properties first; the sort is stable. */
function order(known: ReadonlySet<string>, name: string): number {
  return known.has(name) ? 0 : 1;
}
