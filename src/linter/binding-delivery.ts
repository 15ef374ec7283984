/** How a binding delivers its events, as far as the rules about it care. */
import type { PropertyAssignment } from '../../grammar/mof/ast.ts';
import type { Binding, StandardConsumerClass } from '../compiler/model.ts';

/** `DeliverSynchronously = TRUE`, where it is set. */
export function synchronously({ deliverSynchronously }: Binding): PropertyAssignment | undefined {
  return deliverSynchronously.kind === 'set' && deliverSynchronously.value
    ? deliverSynchronously.assignment
    : undefined;
}

/** The number that `DeliveryQoS` is set to, and where. */
export function qualityOfService({
  deliveryQoS,
}: Binding): { readonly value: bigint; readonly assignment: PropertyAssignment } | undefined {
  return deliveryQoS?.value?.kind === 'IntegerValue'
    ? { value: deliveryQoS.value.value, assignment: deliveryQoS }
    : undefined;
}

const slowClasses: ReadonlySet<StandardConsumerClass> = new Set([
  'ActiveScriptEventConsumer',
  'CommandLineEventConsumer',
  'SMTPEventConsumer',
]);

/** The class of the consumer where it is one that takes far longer than synchronous delivery allows. */
export function slowConsumer({ consumerClass }: Binding): StandardConsumerClass | undefined {
  return consumerClass !== undefined && slowClasses.has(consumerClass) ? consumerClass : undefined;
}

/** `MaintainSecurityContext = TRUE`, where it is set. */
export function maintained({ maintainSecurityContext }: Binding): PropertyAssignment | undefined {
  return maintainSecurityContext.kind === 'set' && maintainSecurityContext.value
    ? maintainSecurityContext.assignment
    : undefined;
}
