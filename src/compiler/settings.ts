/** Reads the properties of subscription instances that have a meaning of their own. */
import type { StringValue } from '../../grammar/mof/ast.ts';
import { parseSddl } from '../../grammar/sddl/parser.ts';
import { decodeSid } from '../security/sid.ts';
import type { BooleanSetting, CreatorSid, EventAccess, InstanceSymbol } from './model.ts';

/** The value of a property that is set to a string; undefined where it is not. */
export function stringValue(instance: InstanceSymbol, property: string): StringValue | undefined {
  const value = instance.properties.get(property.toLowerCase())?.value;
  return value?.kind === 'StringValue' ? value : undefined;
}

/** What a boolean property is set to. */
export function booleanSetting(instance: InstanceSymbol, property: string): BooleanSetting {
  const assignment = instance.properties.get(property.toLowerCase());
  if (assignment?.value === undefined) return { kind: 'absent' };
  switch (assignment.value.kind) {
    case 'BooleanValue':
      return { kind: 'set', value: assignment.value.value, assignment };
    case 'NullValue':
      return { kind: 'null', assignment };
    default:
      return { kind: 'wrong-type', assignment };
  }
}

/** The `CreatorSID` of a filter, a consumer or a binding. */
export function creatorSid(instance: InstanceSymbol): CreatorSid {
  const assignment = instance.properties.get('creatorsid');
  if (assignment === undefined) return { kind: 'absent' };
  const { value } = assignment;
  if (value?.kind === 'NullValue') return { kind: 'null', assignment };
  if (value?.kind !== 'ArrayValue') return { kind: 'wrong-type', assignment, value };
  const bytes: number[] = [];
  for (const element of value.elements) {
    if (element.kind !== 'IntegerValue') return { kind: 'wrong-type', assignment, value };
    bytes.push(Number(element.value));
  }
  return { ...decodeSid(bytes), assignment, value };
}

/** The `EventAccess` of a filter. */
export function eventAccess(instance: InstanceSymbol): EventAccess {
  const assignment = instance.properties.get('eventaccess');
  if (assignment === undefined) return { kind: 'absent' };
  const { value } = assignment;
  if (value?.kind === 'NullValue') return { kind: 'null', assignment };
  if (value?.kind !== 'StringValue') return { kind: 'wrong-type', assignment, value };
  return { kind: 'sddl', assignment, value, syntax: parseSddl(value.value) };
}
