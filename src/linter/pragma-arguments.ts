/** What the rules about arguments of pragmas share. */
import type { Pragma, StringValue, Value } from '../../grammar/mof/ast.ts';
import type { CompilationUnit, Declaration, PragmaSymbol } from '../compiler/model.ts';

/** Whether a declaration is the pragma of that name, which is in lower case. */
export function isPragma(declaration: Declaration, name: string): boolean {
  return declaration.kind === 'pragma' && declaration.node.name.name.toLowerCase() === name;
}

/** The pragmas of those names, but for those that a syntax error has cut short. */
export function pragmasNamed(
  { declarations }: CompilationUnit,
  ...names: readonly string[]
): readonly PragmaSymbol[] {
  return declarations.filter(
    (declaration): declaration is PragmaSymbol =>
      names.some((name) => isPragma(declaration, name)) && declaration.node.incomplete !== true,
  );
}

/** A flag of `#pragma classflags` or `instanceflags`, and where it stands. */
export interface PragmaFlag {
  readonly name: string;
  readonly value: StringValue;
  /** Its place in the value, without the blanks around it. */
  readonly start: number;
  readonly end: number;
}

/**
 * The flags that a pragma sets. Vendor pages show several strings as well as one with commas. A number stands for a
 * combination of flags and is none of them.
 */
export function flagsOf(pragma: Pragma): readonly PragmaFlag[] {
  return (pragma.arguments ?? []).flatMap((value) =>
    value.kind === 'StringValue' ? flagsIn(value) : [],
  );
}

function flagsIn(value: StringValue): readonly PragmaFlag[] {
  return [...value.value.matchAll(/[^\s,](?:[^,]*[^\s,])?/g)].map((match) => ({
    name: match[0],
    value,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Arguments that can be no flags. */
export function strayArguments(pragma: Pragma): readonly Value[] {
  return (pragma.arguments ?? []).filter(
    ({ kind }) => kind !== 'StringValue' && kind !== 'IntegerValue',
  );
}
