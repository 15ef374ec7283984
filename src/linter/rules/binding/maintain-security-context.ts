/** `MaintainSecurityContext = TRUE`, which several rules are about. */
import type { PropertyAssignment } from '../../../../grammar/mof/ast.ts';
import type { Binding } from '../../../compiler/model.ts';

/** The property of a binding where it is set to TRUE. */
export function maintained({ maintainSecurityContext }: Binding): PropertyAssignment | undefined {
  return maintainSecurityContext.kind === 'set' && maintainSecurityContext.value
    ? maintainSecurityContext.assignment
    : undefined;
}
