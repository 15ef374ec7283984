/** What the words and types of MOF are for. */
import { byName, type Knowledge } from './knowledge.ts';

function word(
  name: string,
  documentation: string,
  source: string,
  signature: string = name,
): Knowledge {
  return { name, signature, parameters: [], documentation, source };
}

/** The keywords of MOF. */
export const keywords: readonly Knowledge[] = [
  word(
    'class',
    'Declares a class, and stores it in the namespace. Its superclass must exist, in an earlier line or in the repository.',
    'creating-a-class, creating-a-derived-class',
    'class Name : Superclass { ... };',
  ),
  word(
    'instance',
    'Declares an instance of a class, and stores it in the namespace. All key properties must be set.',
    'creating-an-instance-using-mof',
    'instance of Class as $Alias { ... };',
  ),
  word(
    'of',
    'Stands between `instance` and the name of the class.',
    'creating-an-instance-using-mof',
    'instance of Class as $Alias { ... };',
  ),
  word(
    'as',
    'Gives the class or the instance an alias, by which references in the same file can name it, also before this line.',
    'creating-an-alias',
    'as $Alias',
  ),
  word(
    'ref',
    'The property or parameter is a reference: it holds the path of an instance of the class before it, or an alias.',
    'references',
    'Class ref Name;',
  ),
  word(
    'qualifier',
    'Declares the flavors of a qualifier for the file. Qualifiers need no declaration in WMI.',
    'qualifier-flavors',
    'Qualifier Name : Flavor Flavor;',
  ),
  word('true', 'The one of the two values of a `boolean`.', 'mof-data-types', 'TRUE'),
  word('false', 'The other of the two values of a `boolean`.', 'mof-data-types', 'FALSE'),
  word(
    'null',
    'No value. Keys and properties with the qualifier Not_Null cannot be NULL (0x80041028).',
    'wmi-error-constants',
    'NULL',
  ),
];

const types = 'mof-data-types';

/** The types of properties, methods and parameters. */
export const dataTypes: readonly Knowledge[] = [
  word('boolean', 'TRUE or FALSE.', types),
  word('char16', 'One character of UTF-16, in single quotation marks.', types),
  word(
    'datetime',
    'A date with time, `yyyymmddHHMMSS.mmmmmmsUUU`, or with `SubType("interval")` a span of time, `ddddddddHHMMSS.mmmmmm:000`.',
    'date-and-time-format, interval-format',
  ),
  word('object', 'An instance of any class, embedded in this one.', types),
  word('real32', 'A number of 4 bytes with a fraction.', types),
  word('real64', 'A number of 8 bytes with a fraction.', types),
  word('sint8', 'A whole number from -128 to 127.', types),
  word('sint16', 'A whole number from -32768 to 32767.', types),
  word('sint32', 'A whole number from -2147483648 to 2147483647.', types),
  word('sint64', 'A whole number from -9223372036854775808 to 9223372036854775807.', types),
  word(
    'string',
    'Text in double quotation marks; adjacent strings are one, with nothing between.',
    'strings, mof-data-types',
  ),
  word('uint8', 'A whole number from 0 to 255.', types),
  word('uint16', 'A whole number from 0 to 65535.', types),
  word('uint32', 'A whole number from 0 to 4294967295.', types),
  word('uint64', 'A whole number from 0 to 18446744073709551615.', types),
  word('void', 'The method returns nothing.', types),
];

const keywordsByName = byName(keywords);
const typesByName = byName(dataTypes);

/** A keyword of MOF, in any case. */
export function keywordKnowledge(name: string): Knowledge | undefined {
  return keywordsByName.get(name.toLowerCase());
}

/** A type of MOF, in any case. */
export function dataTypeKnowledge(name: string): Knowledge | undefined {
  return typesByName.get(name.toLowerCase());
}
