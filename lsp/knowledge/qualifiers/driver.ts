/** The qualifiers of drivers' classes, and those of event tracing. */
import { qualifierTable } from './qualifier.ts';

const drivers = qualifierTable('kernel/wmi-class-qualifiers', {
  Guid: {
    at: 'class',
    type: 'string',
    value: 'guid',
    example: '"{00000000-0000-0000-0000-000000000000}"',
    hint: 'A GUID in braces, one for each class.',
    says: 'By this GUID WMI finds the driver that serves the class. In a class of event tracing it names the provider or the category of events.',
  },
  GuidPrefix: {
    at: 'class',
    type: 'string',
    value: 'prefix',
    hint: 'A text that names of C may begin with.',
    says: 'What wmimofck writes before the name of the class’s GUID in the header that it makes.',
  },
  HeaderName: {
    at: 'class value',
    type: 'string',
    value: 'name',
    hint: 'A name of C.',
    says: 'The name of the structure or the field in the header that wmimofck makes.',
  },
  WMI: {
    at: 'class',
    says: 'A driver serves the class, as the provider WMIProv does it.',
  },
  WmiComplexity: {
    at: 'class value',
    choices: 'Novice, Advanced, Expert, Wizard',
    type: 'string',
    value: 'level',
    example: '"Novice"',
    hint: 'Novice, Advanced, Expert or Wizard.',
    says: 'For how experienced a user tools are to show the element.',
  },
  WmiExpense: {
    at: 'class',
    type: 'number',
    value: 'cycles',
    example: '1',
    hint: 'How many processor cycles it takes on average.',
    says: 'What it costs to collect the data of the block.',
  },
});

const items = qualifierTable('kernel/wmi-property-qualifiers', {
  DefineValues: {
    at: 'value',
    type: 'string[]',
    value: 'name',
    hint: 'A name of C, one for each value of ValueMap.',
    says: 'The constants that wmimofck writes into the header for the values of the item.',
  },
  WmiDataId: {
    at: 'value',
    type: 'number',
    value: 'position',
    example: '1',
    hint: 'Counted from 1, without a gap.',
    says: 'The position of the item in the block of data. All items but `InstanceName` and `Active` have one, numbered from 1 without a gap.',
  },
  WmiDisplayName: {
    at: 'class value',
    type: 'string',
    value: 'name',
    hint: 'Text for people.',
    says: 'The name that tools show.',
  },
  WmiMethodId: {
    at: 'method',
    type: 'number',
    value: 'number',
    example: '1',
    hint: 'Counted from 1, each once.',
    says: 'The number by which the driver knows the method.',
  },
  WmiScale: {
    at: 'value',
    type: 'number',
    value: 'power',
    example: '0',
    hint: 'A power of ten.',
    says: 'The power of ten by which tools multiply the number before they show it.',
  },
  WmiSizeIs: {
    at: 'value',
    type: 'string',
    value: 'item',
    hint: 'The name of an item of the class that is an unsigned integer.',
    says: 'The item of the block that says how many elements the array has. It stands at arrays only.',
  },
  WmiTimeStamp: {
    at: 'value',
    says: 'The 64-bit number is a time: 100-nanosecond intervals since 1 January 1601.',
  },
  WmiUnits: {
    at: 'value',
    type: 'string',
    value: 'unit',
    example: '"Seconds"',
    hint: 'The name of a unit.',
    says: 'The unit of the number.',
  },
  WmiVersion: {
    at: 'value',
    type: 'number',
    value: 'version',
    example: '1',
    hint: 'A version of the block.',
    says: 'The version of the block in which the item was added.',
  },
  WmiVolatility: {
    at: 'value',
    type: 'number',
    value: 'milliseconds',
    example: '1000',
    hint: 'A number of milliseconds.',
    says: 'For how long a value holds after it was collected.',
  },
});

const tracing = qualifierTable('Event Tracing MOF Qualifiers', {
  EventType: {
    at: 'class',
    type: 'number[]',
    value: 'type',
    example: '1',
    hint: 'The number of a type of events.',
    says: 'In a class of event tracing: the types of events that the class describes.',
  },
  EventTypeName: {
    at: 'class',
    type: 'string[]',
    value: 'name',
    hint: 'One for each type in EventType.',
    says: 'In a class of event tracing: the names of the types, in the order of EventType.',
  },
  EventVersion: {
    at: 'class',
    type: 'number',
    value: 'version',
    example: '1',
    hint: 'The version of the layout.',
    says: 'In a class of event tracing: the version of the layout of the events.',
  },
  Extension: {
    at: 'value',
    choices: 'Sid, Port, IPAddr, IPAddrV4, IPAddrV6, Guid, SizeT, RString, RWString, NoPrint',
    type: 'string',
    value: 'kind',
    example: '"Sid"',
    hint: 'What the bytes are, such as Sid, Port, IPAddr or Guid.',
    says: 'In a class of event tracing: how the bytes of the field are to be read.',
  },
  Format: {
    at: 'value',
    choices: 'w, x, s, c',
    type: 'string',
    value: 'form',
    example: '"w"',
    hint: 'w for wide characters, x for hexadecimal, s or c for text.',
    says: 'In a class of event tracing: how the field is written.',
  },
  Pointer: {
    at: 'value',
    says: 'In a class of event tracing: the field is a pointer, as wide as on the machine that wrote the event.',
  },
  PointerType: {
    at: 'value',
    says: 'In a class of event tracing: the field is a pointer. Pointer is the newer name.',
  },
  StringTermination: {
    at: 'value',
    choices: 'NullTerminated, Counted, ReverseCounted, NotCounted',
    type: 'string',
    value: 'kind',
    example: '"NullTerminated"',
    hint: 'NullTerminated, Counted, ReverseCounted or NotCounted.',
    says: 'In a class of event tracing: how the end of the string is told.',
  },
  XMLFragment: {
    at: 'value',
    says: 'In a class of event tracing: the string is a piece of XML.',
  },
});

export const driverQualifiers = [...drivers, ...items, ...tracing];
