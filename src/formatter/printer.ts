/** Prints the declarations of a file. What they hold is printed by value-printer.ts. */
import { builders } from 'prettier/doc';
import type {
  ArraySuffix,
  ClassDeclaration,
  Include,
  Item,
  Member,
  MethodDeclaration,
  Parameter,
  Pragma,
  PropertyDeclaration,
  QualifierDeclaration,
  QualifierList,
  TypeReference,
} from '../../grammar/mof/ast.ts';
import type { Doc } from './comments.ts';
import { ValuePrinter } from './value-printer.ts';

const { group, hardline, line } = builders;

export class Printer extends ValuePrinter {
  /** A declaration, or its source where a comment says so. */
  item(item: Item): Doc {
    return this.unlessIgnored(item, (item) => this.#item(item));
  }

  #item(item: Item): Doc {
    switch (item.kind) {
      case 'Pragma':
        return this.#pragma(item);
      case 'Include':
        return this.#include(item);
      case 'QualifierDeclaration':
        return this.#qualifierDeclaration(item);
      case 'ClassDeclaration':
        return [this.#headQualifiers(item.qualifiers), this.#class(item), this.cursor.word()];
      case 'InstanceDeclaration':
        return [this.#headQualifiers(item.qualifiers), this.instance(item), this.cursor.word()];
      case 'PreprocessorLine':
      case 'UnsupportedDeclaration':
        return this.cursor.verbatim(item);
    }
  }

  /** `#pragma name(arguments)`, on the one line that it was on: a C preprocessor knows no other pragmas. */
  #pragma(node: Pragma): Doc {
    const { cursor } = this;
    const head = [cursor.word(), cursor.word(' ')];
    const { arguments: values } = node;
    if (values === undefined) return head;
    if (cursor.spansLines(node)) return [head, this.list(values, (value) => this.element(value))];
    const parts = [cursor.word()];
    values.forEach((value, index) => {
      if (index > 0) parts.push(cursor.word());
      parts.push(this.value(value, index > 0 ? ' ' : ''));
    });
    return [head, parts, cursor.word()];
  }

  /** `#include ("file")`, `#pragma include("file")`, `#include "file"` or `#include <file>`. */
  #include({ path, form }: Include): Doc {
    const { cursor } = this;
    const keyword = cursor.word();
    if (path === undefined) return keyword;
    if (form === 'c') return [keyword, this.value(path, ' ')];
    if (form === 'mof') return [keyword, cursor.word(' '), this.value(path), cursor.word()];
    return [keyword, cursor.word(' '), cursor.word(), this.value(path), cursor.word()];
  }

  /** `Qualifier Name : type = value, Scope(...), Flavor(...);` or `Qualifier Name : Flavor Flavor;` */
  #qualifierDeclaration(node: QualifierDeclaration): Doc {
    const { cursor } = this;
    const head = [cursor.word(), cursor.word(' '), cursor.word(' ')];
    if (node.type === undefined) {
      return [head, node.flavors.map(() => cursor.word(' ')), cursor.word()];
    }
    const type = [this.#type(node.type, ' '), this.#arraySuffix(node.array)];
    const value = node.defaultValue && this.initializer(node.defaultValue, node.name);
    const clauses = this.deeper(() => {
      const parts: Doc[] = [];
      while (cursor.next.text === ',') {
        const comma = cursor.word();
        const { trailing, leading, isForced } = cursor.gap();
        parts.push(comma, trailing, isForced ? hardline : line, leading, this.#clause(node));
      }
      return parts;
    });
    return group([head, type, value ?? '', clauses, cursor.word()]);
  }

  /** `Scope(class, property)`, `Flavor(ToSubClass)`, or a flavor by itself. */
  #clause({ scopes, flavors }: QualifierDeclaration): Doc {
    const { cursor } = this;
    const word = cursor.word();
    if (cursor.next.text !== '(') return word;
    const { start } = cursor.next;
    const end = cursor.find(')');
    const names = [...scopes, ...flavors].filter((name) => name.start > start && name.end <= end);
    return [word, this.list(names, () => cursor.word())];
  }

  /** The qualifiers of a class or an instance, which stands on a line of its own. */
  #headQualifiers(list: QualifierList | undefined): Doc {
    if (list === undefined) return '';
    const qualifiers = this.qualifierList(list);
    const { trailing, leading } = this.cursor.gap();
    return [qualifiers, trailing, hardline, leading];
  }

  /** From `class` to `}`. */
  #class(node: ClassDeclaration): Doc {
    const { cursor } = this;
    const name = [cursor.word(), cursor.word(' '), this.alias(node)];
    const superclass = node.superclass && [cursor.word(' '), cursor.word(' ')];
    return [name, superclass ?? '', this.block(node.members, (member) => this.#member(member))];
  }

  #member(member: Member): Doc {
    return this.qualified(member.qualifiers, true, () =>
      member.kind === 'MethodDeclaration' ? this.#method(member) : this.#property(member),
    );
  }

  #property(node: PropertyDeclaration): Doc {
    return [this.#declarator(node), this.cursor.word()];
  }

  /** `type name[] = value` */
  #declarator(node: PropertyDeclaration | Parameter): Doc {
    const name = [this.#type(node.type), this.cursor.word(' '), this.#arraySuffix(node.array)];
    return node.defaultValue === undefined
      ? name
      : [name, this.initializer(node.defaultValue, node.name)];
  }

  #method(node: MethodDeclaration): Doc {
    const { cursor } = this;
    const type = [this.#type(node.returnType), this.#arraySuffix(node.returnArray)];
    const name = cursor.word(' ');
    const parameters = this.list(node.parameters, (parameter) =>
      this.qualified(parameter.qualifiers, false, () => this.#declarator(parameter)),
    );
    return [type, name, parameters, cursor.word()];
  }

  #type({ isReference }: TypeReference, blank: '' | ' ' = ''): Doc {
    const name = this.cursor.word(blank);
    return isReference ? [name, this.cursor.word(' ')] : name;
  }

  #arraySuffix(suffix: ArraySuffix | undefined): Doc {
    if (suffix === undefined) return '';
    const { cursor } = this;
    const open = cursor.word();
    return [open, suffix.size === undefined ? '' : cursor.word(), cursor.word()];
  }
}
