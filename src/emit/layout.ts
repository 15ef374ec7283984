/**
 * Where the parts of a declaration stand: two blanks of indentation, one member or value a line, what fits in 100
 * columns on one line.
 *
 * Every function appends lines to the text under way. What may fit on one line is tried with what is left of the
 * line as its budget, so that the attempt costs no more than a line however large or deep the value is.
 */
import type {
  ArraySuffix,
  ArrayValue,
  ClassDeclaration,
  InstanceDeclaration,
  InstanceValue,
  Member,
  MethodDeclaration,
  Parameter,
  Pragma,
  PropertyAssignment,
  PropertyDeclaration,
  Qualifier,
  QualifierDeclaration,
  QualifierList,
  StringValue,
  TypeReference,
  Value,
} from '../../grammar/mof/ast.ts';
import type { Spelling, StringParts } from './spelling.ts';

/** A value that holds no other value. */
type Atom = Exclude<Value, ArrayValue | InstanceValue>;

const width = 100;
const indentation = '  ';

/** What stands around the elements of an array. */
type Brackets = readonly [open: string, close: string];

const braces: Brackets = ['{', '}'];
const parentheses: Brackets = ['(', ')'];

/** Prints declarations with one spelling; the lines go to `out`. */
export class Layout {
  readonly #out: string[];
  readonly #spelling: Spelling;

  constructor(out: string[], spelling: Spelling) {
    this.#out = out;
    this.#spelling = spelling;
  }

  pragma(node: Pragma): void {
    const values = this.#spelling.pragmaArguments(node.arguments, node.name.name);
    const name = this.#spelling.pragma(node.name.name);
    const list =
      values === undefined ? '' : `(${values.map((value) => this.#oneLine(value)).join(', ')})`;
    this.#out.push(`#pragma ${name}${list}`);
  }

  qualifierDeclaration(node: QualifierDeclaration): void {
    const head = `Qualifier ${this.#spelling.qualifier(node.name.name)}`;
    const flavors = this.#spelling.flavors(node.flavors);
    if (node.type === undefined && node.scopes.length === 0) {
      this.#out.push(flavors.length === 0 ? `${head};` : `${head} : ${flavors.join(' ')};`);
      return;
    }
    const clauses = [
      ...(node.type === undefined ? [] : [this.#declaredType(node, node.type)]),
      ...call('Scope', this.#spelling.scopes(node.scopes)),
      ...call('Flavor', flavors),
    ];
    const line = `${head} : ${clauses.join(', ')};`;
    this.#out.push(line.length <= width ? line : `${head} : ${clauses.join(`,\n${indentation}`)};`);
  }

  #declaredType(node: QualifierDeclaration, type: TypeReference): string {
    const typeName = `${this.#type(type)}${this.#array(node.array)}`;
    return node.defaultValue === undefined
      ? typeName
      : `${typeName} = ${this.#oneLine(node.defaultValue)}`;
  }

  class(node: ClassDeclaration): void {
    const name = this.#spelling.className(node.name.name);
    const alias = node.alias === undefined ? '' : ` as ${this.#spelling.alias(node.alias.name)}`;
    const superclass =
      node.superclass === undefined ? '' : ` : ${this.#spelling.className(node.superclass.name)}`;
    this.#qualifiers(this.#spelling.qualifierList(node.qualifiers), '');
    this.#out.push(`class ${name}${alias}${superclass}`, '{');
    for (const member of node.members) this.#member(node.name.name, member);
    this.#out.push('};');
  }

  instance(node: InstanceDeclaration): void {
    this.#qualifiers(this.#spelling.qualifierList(node.qualifiers), '');
    this.#instance(node, '', ';');
  }

  #instance(node: InstanceDeclaration | InstanceValue, indent: string, tail: string): void {
    const className = node.className.name;
    const alias = node.alias === undefined ? '' : ` as ${this.#spelling.alias(node.alias.name)}`;
    this.#out.push(
      `${indent}instance of ${this.#spelling.className(className)}${alias}`,
      `${indent}{`,
    );
    for (const property of this.#spelling.assignments(className, node.properties)) {
      this.#assignment(className, property, indent + indentation);
    }
    this.#out.push(`${indent}}${tail}`);
  }

  #assignment(className: string, node: PropertyAssignment, indent: string): void {
    const name = this.#spelling.property(className, node.name.name);
    const list = this.#spelling.qualifierList(node.qualifiers);
    this.#named(list, name, node.name.name, node.value, indent);
  }

  #member(className: string, node: Member): void {
    if (node.kind === 'MethodDeclaration') {
      this.#method(node);
      return;
    }
    const declared = this.#declarator(node, this.#spelling.property(className, node.name.name));
    const list = this.#spelling.qualifierList(node.qualifiers);
    this.#named(list, declared, node.name.name, node.defaultValue, indentation);
  }

  /** `[qualifiers] head = value;`, on one line where it fits. */
  #named(
    list: QualifierList | undefined,
    head: string,
    name: string,
    value: Value | undefined,
    indent: string,
  ): void {
    const note = this.#spelling.note(name, value);
    const tail = note === undefined ? ';' : `; // ${note}`;
    if (list !== undefined) {
      const flat = this.#flatNamed(list, head, value, width - indent.length - 1);
      if (flat !== undefined && note === undefined) {
        this.#out.push(`${indent}${flat};`);
        return;
      }
      this.#qualifiers(list, indent);
    }
    if (value === undefined) this.#out.push(`${indent}${head}${tail}`);
    else if (note !== undefined)
      this.#out.push(`${indent}${head} = ${this.#oneLine(value)}${tail}`);
    else this.#value(`${indent}${head} = `, value, tail, indent);
  }

  #flatNamed(
    list: QualifierList | undefined,
    head: string,
    value: Value | undefined,
    budget: number,
  ): string | undefined {
    const qualifiers = list === undefined ? '' : this.#flatQualifiers(list, budget);
    if (qualifiers === undefined) return undefined;
    const start = qualifiers === '' ? head : `${qualifiers} ${head}`;
    if (value === undefined) return start.length <= budget ? start : undefined;
    const flat = this.#flat(value, budget - start.length - 3);
    return flat === undefined ? undefined : `${start} = ${flat}`;
  }

  #method(node: MethodDeclaration): void {
    const type = `${this.#type(node.returnType)}${this.#array(node.returnArray)}`;
    const head = `${type} ${node.name.name}`;
    const list = this.#spelling.qualifierList(node.qualifiers);
    const room = width - indentation.length - head.length - 3;
    const qualifiers = list === undefined ? '' : this.#flatQualifiers(list, room);
    const start = qualifiers === undefined || qualifiers === '' ? '' : `${qualifiers} `;
    const parameters = this.#flatParameters(node.parameters, room - start.length);
    if (qualifiers !== undefined && parameters !== undefined) {
      this.#out.push(`${indentation}${start}${head}(${parameters});`);
      return;
    }
    this.#qualifiers(list, indentation);
    this.#parameters(`${indentation}${head}(`, node.parameters);
  }

  #flatParameters(parameters: readonly Parameter[], budget: number): string | undefined {
    return joinWithin(parameters, budget, (parameter, rest) =>
      this.#flatNamed(
        this.#spelling.qualifierList(parameter.qualifiers),
        this.#declarator(parameter, parameter.name.name),
        parameter.defaultValue,
        rest,
      ),
    );
  }

  #parameters(head: string, parameters: readonly Parameter[]): void {
    const flat = this.#flatParameters(parameters, width - head.length - 2);
    if (flat !== undefined) {
      this.#out.push(`${head}${flat});`);
      return;
    }
    this.#out.push(head);
    const indent = indentation + indentation;
    parameters.forEach((parameter, i) => {
      this.#parameter(parameter, indent, i + 1 < parameters.length ? ',' : '');
    });
    this.#out.push(`${indentation});`);
  }

  #parameter(node: Parameter, indent: string, tail: string): void {
    const head = this.#declarator(node, node.name.name);
    const list = this.#spelling.qualifierList(node.qualifiers);
    const flat = this.#flatNamed(list, head, node.defaultValue, width - indent.length - 1);
    if (flat !== undefined) {
      this.#out.push(`${indent}${flat}${tail}`);
      return;
    }
    this.#qualifiers(list, indent);
    if (node.defaultValue === undefined) this.#out.push(`${indent}${head}${tail}`);
    else this.#value(`${indent}${head} = `, node.defaultValue, tail, indent);
  }

  #declarator(node: PropertyDeclaration | Parameter, name: string): string {
    return `${this.#type(node.type)} ${name}${this.#array(node.array)}`;
  }

  #type(node: TypeReference): string {
    return `${this.#spelling.type(node.name.name)}${node.isReference ? ' ref' : ''}`;
  }

  #array(suffix: ArraySuffix | undefined): string {
    if (suffix === undefined) return '';
    return suffix.size === undefined ? '[]' : `[${this.#oneLine(suffix.size)}]`;
  }

  #qualifiers(list: QualifierList | undefined, indent: string): void {
    if (list === undefined) return;
    const flat = this.#flatQualifiers(list, width - indent.length);
    if (flat !== undefined) {
      this.#out.push(indent + flat);
      return;
    }
    this.#out.push(`${indent}[`);
    const inner = indent + indentation;
    list.qualifiers.forEach((qualifier, i) => {
      this.#qualifier(qualifier, inner, i + 1 < list.qualifiers.length ? ',' : '');
    });
    this.#out.push(`${indent}]`);
  }

  #flatQualifiers(list: QualifierList, budget: number): string | undefined {
    const flat = joinWithin(list.qualifiers, budget - 2, (qualifier, rest) =>
      this.#flatQualifier(qualifier, rest),
    );
    return flat === undefined ? undefined : `[${flat}]`;
  }

  #flatQualifier(node: Qualifier, budget: number): string | undefined {
    const name = this.#spelling.qualifier(node.name.name);
    const flavors = this.#flavors(node);
    const value = this.#spelling.qualifierValue(node.value);
    const room = budget - name.length - flavors.length;
    if (value === undefined) return room < 0 ? undefined : name + flavors;
    const flat =
      value.kind === 'ArrayValue'
        ? this.#flatArray(value, room, bracketsOf(value))
        : parenthesized(this.#flat(value, room - 2));
    return flat === undefined ? undefined : name + flat + flavors;
  }

  #qualifier(node: Qualifier, indent: string, tail: string): void {
    const head = `${indent}${this.#spelling.qualifier(node.name.name)}`;
    const end = `${this.#flavors(node)}${tail}`;
    const value = this.#spelling.qualifierValue(node.value);
    if (value === undefined) this.#out.push(head + end);
    else if (value.kind === 'ArrayValue') {
      const brackets = bracketsOf(value);
      const flat = this.#flatArray(value, width - head.length - end.length, brackets);
      if (flat !== undefined) this.#out.push(head + flat + end);
      else this.#arrayValue(head, value, end, indent, brackets);
    } else this.#value(`${head}(`, value, `)${end}`, indent);
  }

  #flavors(node: Qualifier): string {
    const flavors = this.#spelling.flavors(node.flavors);
    return flavors.length === 0 ? '' : `: ${flavors.join(' ')}`;
  }

  /** A value between `head` and `tail`; its further lines are indented more than `indent`. */
  #value(head: string, value: Value, tail: string, indent: string): void {
    const flat = this.#flat(value, width - head.length - tail.length);
    if (flat !== undefined) this.#out.push(head + flat + tail);
    else if (value.kind === 'ArrayValue') this.#arrayValue(head, value, tail, indent);
    else if (value.kind === 'InstanceValue') this.#instanceValue(head, value, tail, indent);
    else this.#longAtom(head, value, tail, indent);
  }

  #longAtom(head: string, value: Atom, tail: string, indent: string): void {
    const { parts, inLines } = this.#atom(value);
    if (!inLines) {
      this.#out.push(head + parts.join(' ') + tail);
      return;
    }
    if (head.trim() !== '') this.#out.push(head.trimEnd());
    const inner = head.trim() === '' ? indent : indent + indentation;
    parts.forEach((part, i) => {
      this.#out.push(inner + part + (i + 1 < parts.length ? '' : tail));
    });
  }

  #instanceValue(head: string, value: InstanceValue, tail: string, indent: string): void {
    const isElement = head.trim() === '';
    if (!isElement) this.#out.push(head.trimEnd());
    this.#instance(value, isElement ? indent : indent + indentation, tail);
  }

  #arrayValue(
    head: string,
    value: ArrayValue,
    tail: string,
    indent: string,
    [open, close] = braces,
  ): void {
    const inner = indent + indentation;
    this.#out.push(head + open);
    if (value.elements.every(isShort)) this.#filled(value.elements, inner);
    else {
      value.elements.forEach((element, i) => {
        this.#value(inner, element, i + 1 < value.elements.length ? ',' : '', inner);
      });
    }
    this.#out.push(indent + close + tail);
  }

  /** As many elements on each line as it holds. */
  #filled(elements: readonly Value[], indent: string): void {
    let line = indent;
    elements.forEach((element, i) => {
      const text = this.#oneLine(element) + (i + 1 < elements.length ? ',' : '');
      const isFirst = line === indent;
      if (!isFirst && line.length + 1 + text.length > width) {
        this.#out.push(line);
        line = indent + text;
      } else line += isFirst ? text : ` ${text}`;
    });
    this.#out.push(line);
  }

  /** The value on one line of at most `budget` columns, or undefined where it does not fit. */
  #flat(value: Value, budget: number): string | undefined {
    if (value.kind === 'InstanceValue') return undefined;
    if (value.kind === 'ArrayValue') return this.#flatArray(value, budget, braces);
    if (value.kind === 'StringValue' && value.value.length > budget) return undefined;
    const { parts, inLines } = this.#atom(value);
    const text = inLines ? undefined : parts.join(' ');
    return text === undefined || text.length > budget ? undefined : text;
  }

  #flatArray(
    { elements }: ArrayValue,
    budget: number,
    [open, close]: Brackets,
  ): string | undefined {
    const flat = joinWithin(elements, budget - 2, (element, rest) => this.#flat(element, rest));
    return flat === undefined ? undefined : open + flat + close;
  }

  /** The value on one line of any length. */
  #oneLine(value: Value): string {
    if (value.kind === 'ArrayValue') {
      return `{${value.elements.map((element) => this.#oneLine(element)).join(', ')}}`;
    }
    if (value.kind !== 'InstanceValue') return this.#atom(value).parts.join(' ');
    const lines: string[] = [];
    new Layout(lines, this.#spelling).#instance(value, '', '');
    return lines.join(' ');
  }

  #atom(value: Atom): StringParts {
    return value.kind === 'StringValue'
      ? this.#spelling.string(value)
      : { parts: [this.#word(value)], inLines: false };
  }

  #word(value: Exclude<Atom, StringValue>): string {
    switch (value.kind) {
      case 'CharValue':
        return this.#spelling.char(value);
      case 'IntegerValue':
        return this.#spelling.integer(value);
      case 'RealValue':
        return this.#spelling.real(value);
      case 'BooleanValue':
        return value.value ? 'TRUE' : 'FALSE';
      case 'NullValue':
        return 'NULL';
      case 'Alias':
        return this.#spelling.alias(value.name);
      case 'NameValue':
        return this.#spelling.word(value.name);
    }
  }
}

/** What reads well side by side: everything but texts and containers. */
function isShort(value: Value): boolean {
  return (
    value.kind !== 'StringValue' && value.kind !== 'ArrayValue' && value.kind !== 'InstanceValue'
  );
}

/** Macros have a place in the parentheses of a qualifier and none in its braces. */
function bracketsOf({ elements }: ArrayValue): Brackets {
  return elements.length > 1 && elements.some(hasMacro) ? parentheses : braces;
}

function hasMacro(value: Value): boolean {
  return value.kind === 'StringValue' && value.pieces.some(({ kind }) => kind === 'Identifier');
}

function parenthesized(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `(${text})`;
}

function call(name: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${name}(${values.join(', ')})`];
}

/** The items' texts with commas between them, or undefined as soon as they exceed the budget. */
function joinWithin<Item>(
  items: readonly Item[],
  budget: number,
  print: (item: Item, budget: number) => string | undefined,
): string | undefined {
  const texts: string[] = [];
  let rest = budget;
  for (const item of items) {
    const room = texts.length === 0 ? rest : rest - 2;
    const text = print(item, room);
    if (text === undefined || text.length > room) return undefined;
    rest = room - text.length;
    texts.push(text);
  }
  return rest < 0 ? undefined : texts.join(', ');
}
