/** The HRESULTs that mofcomp and WMI answer a bad MOF text with, by their names. */

export interface HResult {
  /** `0x80044002`, in capitals behind the `0x`. */
  readonly code: string;
  /** The name of the constant. */
  readonly name: string;
  /** What mofcomp prints, or what WMI means by a code that has no text of mofcomp's. */
  readonly meaning: string;
  /** Who gives it: the compiler, or WMI when it is handed the object or the query. */
  readonly origin: 'mofcomp' | 'WMI';
}

/** The compiler's own codes with its messages (wmi-error-constants.md). */
const compilerRows = `
0x80044001 WBEMMOF_E_EXPECTED_QUALIFIER_NAME Expected a qualifier name.
0x80044002 WBEMMOF_E_EXPECTED_SEMI Expected semicolon or '='.
0x80044003 WBEMMOF_E_EXPECTED_OPEN_BRACE Expected an opening brace.
0x80044004 WBEMMOF_E_EXPECTED_CLOSE_BRACE Missing closing brace or an illegal array element.
0x80044005 WBEMMOF_E_EXPECTED_CLOSE_BRACKET Expected a closing bracket.
0x80044006 WBEMMOF_E_EXPECTED_CLOSE_PAREN Expected closing parenthesis.
0x80044007 WBEMMOF_E_ILLEGAL_CONSTANT_VALUE Numeric value out of range or strings without quotes.
0x80044008 WBEMMOF_E_EXPECTED_TYPE_IDENTIFIER Expected a type identifier.
0x80044009 WBEMMOF_E_EXPECTED_OPEN_PAREN Expected an open parenthesis.
0x8004400A WBEMMOF_E_UNRECOGNIZED_TOKEN Unexpected token in the file.
0x8004400B WBEMMOF_E_UNRECOGNIZED_TYPE Unrecognized or unsupported type identifier.
0x8004400C WBEMMOF_E_EXPECTED_PROPERTY_NAME Expected property or method name.
0x8004400D WBEMMOF_E_TYPEDEF_NOT_SUPPORTED Typedefs and enumerated types are not supported.
0x8004400E WBEMMOF_E_UNEXPECTED_ALIAS Only a reference to a class object can have an alias value.
0x8004400F WBEMMOF_E_UNEXPECTED_ARRAY_INIT Unexpected array initialization. Arrays must be declared with [].
0x80044010 WBEMMOF_E_INVALID_AMENDMENT_SYNTAX Namespace path syntax is not valid.
0x80044011 WBEMMOF_E_INVALID_DUPLICATE_AMENDMENT Duplicate amendment specifiers.
0x80044012 WBEMMOF_E_INVALID_PRAGMA #pragma must be followed by a valid keyword.
0x80044013 WBEMMOF_E_INVALID_NAMESPACE_SYNTAX Namespace path syntax is not valid.
0x80044014 WBEMMOF_E_EXPECTED_CLASS_NAME Unexpected character in class name must be an identifier.
0x80044015 WBEMMOF_E_TYPE_MISMATCH The value specified cannot be made into the appropriate type.
0x80044016 WBEMMOF_E_EXPECTED_ALIAS_NAME Dollar sign must be followed by an alias name as an identifier.
0x80044017 WBEMMOF_E_INVALID_CLASS_DECLARATION Class declaration is not valid.
0x80044018 WBEMMOF_E_INVALID_INSTANCE_DECLARATION The instance declaration is not valid. It must start with "instance of".
0x80044019 WBEMMOF_E_EXPECTED_DOLLAR Expected dollar sign. An alias in the form "$name" must follow the "as" keyword.
0x8004401A WBEMMOF_E_CIMTYPE_QUALIFIER "CIMTYPE" qualifier cannot be specified directly in a MOF file. Use standard type notation.
0x8004401B WBEMMOF_E_DUPLICATE_PROPERTY Duplicate property name was found in the MOF.
0x8004401C WBEMMOF_E_INVALID_NAMESPACE_SPECIFICATION Namespace syntax is not valid. References to other servers are not allowed.
0x8004401D WBEMMOF_E_OUT_OF_RANGE Value out of range.
0x8004401E WBEMMOF_E_INVALID_FILE The file is not a valid text MOF file or binary MOF file.
0x8004401F WBEMMOF_E_ALIASES_IN_EMBEDDED Embedded objects cannot be aliases.
0x80044020 WBEMMOF_E_NULL_ARRAY_ELEM NULL elements in an array are not supported.
0x80044021 WBEMMOF_E_DUPLICATE_QUALIFIER Qualifier was used more than once on the object.
0x80044022 WBEMMOF_E_EXPECTED_FLAVOR_TYPE Expected a flavor type such as ToInstance, ToSubClass, EnableOverride, or DisableOverride.
0x80044023 WBEMMOF_E_INCOMPATIBLE_FLAVOR_TYPES Combining EnableOverride and DisableOverride on same qualifier is not legal.
0x80044024 WBEMMOF_E_MULTIPLE_ALIASES An alias cannot be used twice.
0x80044025 WBEMMOF_E_INCOMPATIBLE_FLAVOR_TYPES2 Combining Restricted, and ToInstance or ToSubClass is not legal.
0x80044026 WBEMMOF_E_NO_ARRAYS_RETURNED Methods cannot return array values.
0x80044027 WBEMMOF_E_MUST_BE_IN_OR_OUT Arguments must have an In or Out qualifier.
0x80044028 WBEMMOF_E_INVALID_FLAGS_SYNTAX Flags syntax is not valid.
0x80044029 WBEMMOF_E_EXPECTED_BRACE_OR_BAD_TYPE The final brace and semi-colon for a class are missing.
0x8004402A WBEMMOF_E_UNSUPPORTED_CIMV22_QUAL_VALUE A CIM version 2.2 feature is not supported for a qualifier value.
0x8004402B WBEMMOF_E_UNSUPPORTED_CIMV22_DATA_TYPE The CIM version 2.2 data type is not supported.
0x8004402C WBEMMOF_E_INVALID_DELETEINSTANCE_SYNTAX The delete instance syntax is not valid. It should be #pragma DeleteInstance("instancepath", FAIL|NOFAIL).
0x8004402D WBEMMOF_E_INVALID_QUALIFIER_SYNTAX The qualifier syntax is not valid. It should be qualifiername:type=value,scope(class|instance), flavorname.
0x8004402E WBEMMOF_E_QUALIFIER_USED_OUTSIDE_SCOPE The qualifier is used outside of its scope.
0x8004402F WBEMMOF_E_ERROR_CREATING_TEMP_FILE Error creating temporary file. The temporary file is an intermediate stage in the MOF compilation.
0x80044030 WBEMMOF_E_ERROR_INVALID_INCLUDE_FILE A file included in the MOF by the preprocessor command #include is not valid.
0x80044031 WBEMMOF_E_INVALID_DELETECLASS_SYNTAX The syntax for the preprocessor commands #pragma deleteinstance or #pragma deleteclass is not valid.
`;

/** Codes of WMI that findings carry, in our words. */
const wmiRows = `
0x80041008 WBEM_E_INVALID_PARAMETER A value is not one that WMI allows there.
0x8004100D WBEM_E_INVALID_SUPERCLASS The superclass does not exist, or nothing may derive from it.
0x80041012 WBEM_E_INVALID_PROVIDER_REGISTRATION The registration of a provider is wrong or incomplete.
0x80041018 WBEM_E_INVALID_QUERY_TYPE The query is not of the kind that is asked for there.
0x8004101A WBEM_E_OVERRIDE_NOT_ALLOWED A qualifier is set anew that may not be overridden.
0x8004101F WBEM_E_CANNOT_BE_KEY The property cannot be a key.
0x80041028 WBEM_E_ILLEGAL_NULL A property that must have a value is NULL.
0x80041058 WBEM_E_UNPARSABLE_QUERY The query cannot be parsed.
0x80041059 WBEM_E_NOT_EVENT_CLASS The class in the query of a filter is no event class.
0x8004105A WBEM_E_MISSING_GROUP_WITHIN GROUP BY stands without WITHIN.
0x8004105B WBEM_E_MISSING_AGGREGATION_LIST The list of what to aggregate is missing.
0x8004105C WBEM_E_PROPERTY_NOT_AN_OBJECT A dot follows a property that is no object.
0x8004105D WBEM_E_AGGREGATING_BY_OBJECT Events are to be grouped by a property that is an object.
0x8004105F WBEM_E_UNINTERPRETABLE_PROVIDER_QUERY WMI cannot make out which events the query of an event provider announces.
0x80041063 WBEM_E_INVALID_OPERATOR The operator does not go with the type of the property.
0x80041065 WBEM_E_CANNOT_BE_ABSTRACT The class cannot be abstract, because its superclass is not.
0x80041089 WBEM_E_NO_KEY The instance has no key.
0x80042001 WBEMESS_E_REGISTRATION_TOO_BROAD The query is about more events than may be asked for or announced there.
0x80042002 WBEMESS_E_REGISTRATION_TOO_PRECISE The query has no WITHIN, although WMI must poll for its events.
`;

/** Every code that has a name here, in ascending order. */
export const hresults: readonly HResult[] = [
  ...rows(wmiRows, 'WMI'),
  ...rows(compilerRows, 'mofcomp'),
];

const byCode: ReadonlyMap<string, HResult> = new Map(
  hresults.map((hresult) => [hresult.code, hresult]),
);

const byName: ReadonlyMap<string, HResult> = new Map(
  hresults.map((hresult) => [hresult.name, hresult]),
);

/** What stands for a code; undefined for one that has no name here. */
export function hresultOf(code: string): HResult | undefined {
  return byCode.get(code);
}

/**
 * The code that somebody means who writes a number as tools print it (`0x80044009`, `80044009`, `-2147205111`,
 * `2147762185`) or the name of a constant, in any case; undefined when it is neither.
 */
export function readHResult(text: string): string | undefined {
  const named = byName.get(text.toUpperCase());
  if (named !== undefined) return named.code;
  const [, hexadecimal] = /^(?:0x)?([89a-f][0-9a-f]{7})$/i.exec(text) ?? [];
  if (hexadecimal !== undefined) return `0x${hexadecimal.toUpperCase()}`;
  if (!/^-?\d{10}$/.test(text)) return undefined;
  const bits = Number(text) < 0 ? Number(text) + 2 ** 32 : Number(text);
  return bits >= 2 ** 31 && bits < 2 ** 32 ? `0x${bits.toString(16).toUpperCase()}` : undefined;
}

function rows(text: string, origin: HResult['origin']): readonly HResult[] {
  return text
    .trim()
    .split('\n')
    .map((row) => {
      const [code = '', name = '', ...meaning] = row.split(' ');
      return { code, name, meaning: meaning.join(' '), origin };
    });
}
