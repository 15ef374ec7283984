/** `--namespace`, which is refused for what a `#pragma namespace` would be refused for. */
import { namespaceObjection } from '../compiler/namespaces.ts';
import { UserError } from './user-error.ts';

/** Throws a {@link UserError} where the text is no namespace of this computer. */
export function checkNamespace(namespace: string | undefined): void {
  const objection = namespace === undefined ? undefined : namespaceObjection(namespace);
  if (objection === undefined) return;
  throw new UserError(
    `--namespace ${JSON.stringify(namespace)} cannot be used: ${objection}. Write it as in root\\subscription.`,
  );
}
