/** What the classes of Windows and their properties are for. */
import type { ClassKnowledge } from './classes/class-knowledge.ts';
import { clockAndLogClasses } from './classes/clocks-and-logs.ts';
import { consumerClasses } from './classes/consumers.ts';
import { diskClasses } from './classes/disks.ts';
import { extrinsicEventClasses } from './classes/extrinsic-events.ts';
import { intrinsicEventClasses } from './classes/intrinsic-events.ts';
import { machineClasses } from './classes/machine.ts';
import { processAndServiceClasses } from './classes/processes-and-services.ts';
import { providerClasses } from './classes/providers.ts';
import { registrationClasses } from './classes/registrations.ts';
import { subscriptionClasses } from './classes/subscriptions.ts';
import { systemClasses } from './classes/system.ts';
import { timerClasses } from './classes/timers.ts';
import { byName } from './knowledge.ts';

export type { ClassKnowledge } from './classes/class-knowledge.ts';

/** All classes that are documented here. */
export const classes: readonly ClassKnowledge[] = [
  ...subscriptionClasses,
  ...consumerClasses,
  ...intrinsicEventClasses,
  ...extrinsicEventClasses,
  ...timerClasses,
  ...providerClasses,
  ...registrationClasses,
  ...systemClasses,
  ...clockAndLogClasses,
  ...processAndServiceClasses,
  ...diskClasses,
  ...machineClasses,
];

const classesByName = byName(classes);
const propertiesByName = new Map(
  classes.map(({ name, properties }) => [
    name.toLowerCase(),
    new Map(Object.entries(properties).map(([name, text]) => [name.toLowerCase(), text])),
  ]),
);

/** A class of Windows that is documented; undefined for other classes. */
export function classKnowledge(name: string): ClassKnowledge | undefined {
  return classesByName.get(name.toLowerCase());
}

/** What a class of Windows is for; undefined for other classes. */
export function classDocumentation(name: string): string | undefined {
  return classKnowledge(name)?.documentation;
}

/** What a property is for, of the class that declares it. */
export function propertyDocumentation(className: string, property: string): string | undefined {
  return propertiesByName.get(className.toLowerCase())?.get(property.toLowerCase());
}
