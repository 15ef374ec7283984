/** What the qualifiers and flavors are for. */
import { byName, type Knowledge } from './knowledge.ts';
import { cimQualifiers } from './qualifiers/cim.ts';
import { driverQualifiers } from './qualifiers/driver.ts';
import { performanceQualifiers } from './qualifiers/performance.ts';
import type { QualifierKnowledge } from './qualifiers/qualifier.ts';
import { wmiQualifiers } from './qualifiers/wmi.ts';

export type { QualifierKnowledge, QualifierScope, QualifierType } from './qualifiers/qualifier.ts';

/** All qualifiers that are documented, those that subscriptions and providers need first. */
export const qualifiers: readonly QualifierKnowledge[] = [
  ...wmiQualifiers,
  ...cimQualifiers,
  ...driverQualifiers,
  ...performanceQualifiers,
];

const qualifiersByName = byName(qualifiers);

/** A qualifier, in any case; undefined for one that nobody documents. */
export function qualifierKnowledge(name: string): QualifierKnowledge | undefined {
  return qualifiersByName.get(name.toLowerCase());
}

function flavor(name: string, documentation: string, source = 'qualifier-flavors'): Knowledge {
  return { name, signature: name, parameters: [], documentation, source };
}

/** What may stand behind the colon of a qualifier. */
export const flavors: readonly Knowledge[] = [
  flavor(
    'Amended',
    'The value is text for people and is translated: it is kept in the amendment of each language, not in the class itself.',
  ),
  flavor('DisableOverride', 'Derived classes and instances cannot change the value.'),
  flavor(
    'EnableOverride',
    'Derived classes and instances may change the value. That is so unless DisableOverride says otherwise.',
  ),
  flavor('NotToInstance', 'The qualifier is not handed on to instances. That is the default.'),
  flavor(
    'NotToSubClass',
    'The qualifier is not handed on to derived classes. That is the default.',
  ),
  flavor(
    'Restricted',
    'The qualifier holds for this class alone. mofcomp refuses it together with ToInstance or ToSubClass (0x80044025).',
    'qualifier-flavors, wmi-error-constants',
  ),
  flavor('ToInstance', 'The qualifier is handed on to instances of the class.'),
  flavor('ToSubClass', 'The qualifier is handed on to derived classes.'),
  flavor(
    'Translatable',
    "The value may be translated. DMTF's flavor; WMI's own is Amended.",
    'DSP0004 5.6.1',
  ),
];

const flavorsByName = byName(flavors);

/** A flavor, in any case. */
export function flavorKnowledge(name: string): Knowledge | undefined {
  return flavorsByName.get(name.toLowerCase());
}
