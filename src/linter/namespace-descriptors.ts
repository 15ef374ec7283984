/** Descriptors of namespaces and of decoupled providers, taken apart. */
import type { Qualifier, StringValue } from '../../grammar/mof/ast.ts';
import type { AceSyntax } from '../../grammar/sddl/ast.ts';
import { parseSddl } from '../../grammar/sddl/parser.ts';
import { soleValue } from '../compiler/checker/qualifiers.ts';
import type { Compilation } from '../compiler/model.ts';
import { noRealms, type Principal, principalFromSyntax } from '../security/principal.ts';
import { aceFlagBits } from '../security/security-descriptor.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Checks, Report } from './rule.ts';
import { isLiteral, isWellFormed, type SddlText, sddlTexts } from './sddl-texts.ts';

/** An ACE of a DACL. */
export interface DescriptorAce {
  readonly syntax: AceSyntax;
  readonly effect: 'allow' | 'deny';
  readonly trustee: Principal;
  readonly mask: number;
}

/** Calls `check` for every NamespaceSecuritySDDL of a run that is well-formed. */
export function eachNamespaceDescriptor(check: (text: SddlText, report: Report) => void): Checks {
  return {
    compilation(compilation, report) {
      for (const text of namespaceDescriptors(compilation)) {
        if (isWellFormed(text)) check(text, report);
      }
    },
  };
}

/** Every NamespaceSecuritySDDL of a run, well-formed or not. */
export function namespaceDescriptors(compilation: Compilation): readonly SddlText[] {
  return sddlTexts(compilation).filter(({ property }) => property === 'NamespaceSecuritySDDL');
}

/** A well-formed descriptor in a property. */
export function sddlTextOf({
  file,
  value,
}: {
  readonly file: SourceFile;
  readonly value: StringValue;
}): SddlText | undefined {
  if (!isLiteral(value) || value.value.trim() === '') return undefined;
  const text = { file, value, syntax: parseSddl(value.value), property: 'SecurityDescriptor' };
  return isWellFormed(text) ? text : undefined;
}

/** True where a descriptor keeps nobody out. */
export function hasNoList({ syntax: { dacl } }: SddlText): boolean {
  return dacl === undefined || dacl.flags.some(({ flag }) => flag === 'NO_ACCESS_CONTROL');
}

/** The ACEs of the DACL whose trustee can be read. */
export function acesIn({ syntax: { dacl } }: SddlText): readonly DescriptorAce[] {
  return (dacl?.aces ?? []).flatMap((syntax) => {
    const trustee = principalFromSyntax(syntax.trustee, noRealms);
    if (trustee === undefined) return [];
    const effect = /^(?:D|OD|XD)$/u.test(syntax.type.token) ? 'deny' : 'allow';
    return [{ syntax, effect, trustee, mask: syntax.rights.mask }];
  });
}

/** The ACEs that speak about the object itself and whatever the circumstances. */
export function effectiveAces(text: SddlText): readonly DescriptorAce[] {
  return acesIn(text).filter(
    ({ syntax }) =>
      (syntax.flags.bits & aceFlagBits.inheritOnly) === 0 && syntax.condition === undefined,
  );
}

/** The boolean of a qualifier: TRUE where it has no value; undefined where it is no boolean. */
export function flagOf({ value }: Qualifier): boolean | undefined {
  const sole = soleValue(value);
  if (sole === undefined) return true;
  return sole.kind === 'BooleanValue' ? sole.value : undefined;
}
