/** Questions about the ACEs of a descriptor's text. */
import type {
  AceSyntax,
  RightNumberSyntax,
  SecurityDescriptorSyntax,
  SidSyntax,
} from '../../grammar/sddl/ast.ts';

/** All ACEs of a descriptor, those of the DACL and those of the SACL. */
export function acesOf({ dacl, sacl }: SecurityDescriptorSyntax): readonly AceSyntax[] {
  return [...(dacl?.aces ?? []), ...(sacl?.aces ?? [])];
}

/** Owner, group and trustees in the order of the text. */
export function sidsOf({ sections }: SecurityDescriptorSyntax): readonly SidSyntax[] {
  return sections.flatMap((section) =>
    'sid' in section ? [section.sid] : section.aces.map(({ trustee }) => trustee),
  );
}

/** The numbers of a mask. */
export function maskNumbers({ rights }: AceSyntax): readonly RightNumberSyntax[] {
  return rights.items.filter((item): item is RightNumberSyntax => item.kind === 'right-number');
}

/** Numbers that are not what they look like in hexadecimal; 1 to 9 and too large ones are left out. */
export function misreadNumbers(ace: AceSyntax): readonly RightNumberSyntax[] {
  return maskNumbers(ace).filter(
    ({ base, spelling, mask, negative, overflow }) =>
      base !== 'hexadecimal' && !negative && !overflow && Number.parseInt(spelling, 16) !== mask,
  );
}
