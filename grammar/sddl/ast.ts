/**
 * The tree of a security descriptor in SDDL (Security Descriptor Definition Language, MS-DTYP 2.5.1).
 *
 * `start` and `end` are UTF-16 offsets into the SDDL text, `end` exclusive. A node of something that is missing
 * is empty (`start === end`) and stands where the thing should be. The tree keeps the spelling: lower case,
 * blanks, number bases and overflow, all of which Windows takes, stay visible.
 */
import type { AclFlagName, AceTypeInfo, RightInfo } from './tokens.ts';

/** A stretch of the SDDL text. */
export interface SddlSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * What kind of mistake an error is. `syntax` covers everything without a code of its own, also malformed SIDs,
 * GUIDs, conditions and resource attributes.
 */
export type SddlErrorCode =
  'syntax' | 'unknown-sid-token' | 'unknown-ace-type' | 'unknown-ace-flag' | 'unknown-right';

/** Something for which Windows refuses the whole text. */
export interface SddlError extends SddlSpan {
  readonly code: SddlErrorCode;
  /** What is wrong, why, and what to write: in lower case and without a full stop, to be set into a sentence. */
  readonly message: string;
  /** What was probably meant in place of `start` to `end`, where that is evident enough to offer. */
  readonly replacement?: string;
}

/** A whole descriptor. */
export interface SecurityDescriptorSyntax extends SddlSpan {
  readonly kind: 'descriptor';
  readonly text: string;
  /** In the order of the text. */
  readonly sections: readonly SddlSection[];
  /** The first section of each letter. */
  readonly owner: PrincipalSection | undefined;
  readonly group: PrincipalSection | undefined;
  readonly dacl: AclSection | undefined;
  readonly sacl: AclSection | undefined;
  /** True when the sections are not in the order O, G, D, S that MS-DTYP prescribes; Windows takes any. */
  readonly unordered: boolean;
  /** Blanks that Windows skips and MS-DTYP does not allow, outside conditions and resource attributes. */
  readonly blanks: readonly SddlSpan[];
  /** In the order of the text. Empty exactly when Windows accepts the text. */
  readonly errors: readonly SddlError[];
}

export type SddlSection = PrincipalSection | AclSection;

/** `O:sid` or `G:sid`. */
export interface PrincipalSection extends SddlSpan {
  readonly kind: 'owner' | 'group';
  /** The letter, without the colon. */
  readonly letter: SddlSpan;
  readonly sid: SidSyntax;
}

/** `D:` or `S:` with flags and ACEs. */
export interface AclSection extends SddlSpan {
  readonly kind: 'dacl' | 'sacl';
  readonly letter: SddlSpan;
  readonly flags: readonly AclFlagSyntax[];
  readonly aces: readonly AceSyntax[];
}

/** `P`, `AR`, `AI` or `NO_ACCESS_CONTROL`; may be repeated. */
export interface AclFlagSyntax extends SddlSpan {
  readonly kind: 'acl-flag';
  readonly flag: AclFlagName;
  readonly lowerCase: boolean;
}

/** `(type;flags;rights;object guid;inherited object guid;trustee[;condition or claim])` */
export interface AceSyntax extends SddlSpan {
  readonly kind: 'ace';
  readonly type: AceTypeSyntax;
  readonly flags: AceFlagsSyntax;
  readonly rights: RightsSyntax;
  readonly objectType: GuidSyntax | undefined;
  readonly inheritedObjectType: GuidSyntax | undefined;
  readonly trustee: SidSyntax;
  readonly condition: ConditionSyntax | undefined;
  readonly claim: ClaimSyntax | undefined;
}

/** The first field of an ACE. */
export interface AceTypeSyntax extends SddlSpan {
  readonly kind: 'ace-type';
  readonly spelling: string;
  /** The token in upper case; the spelling's when it is unknown. */
  readonly token: string;
  /** Undefined when the token is unknown. */
  readonly info: AceTypeInfo | undefined;
  readonly lowerCase: boolean;
}

/** The second field of an ACE. */
export interface AceFlagsSyntax extends SddlSpan {
  readonly kind: 'ace-flags';
  readonly items: readonly AceFlagSyntax[];
  /** All flags together (MS-DTYP 2.4.4.1, `AceFlags`). */
  readonly bits: number;
}

/** One two-letter flag of an ACE. */
export interface AceFlagSyntax extends SddlSpan {
  readonly kind: 'ace-flag';
  /** In upper case. */
  readonly token: string;
  readonly bit: number;
  readonly lowerCase: boolean;
}

/** The third field of an ACE. */
export interface RightsSyntax extends SddlSpan {
  readonly kind: 'rights';
  readonly items: readonly RightSyntax[];
  /** The access mask: all items together, an unsigned 32-bit number. */
  readonly mask: number;
}

export type RightSyntax = RightTokenSyntax | RightNumberSyntax;

/** A two-letter right such as `GA`. */
export interface RightTokenSyntax extends SddlSpan {
  readonly kind: 'right-token';
  /** In upper case. */
  readonly token: string;
  readonly info: RightInfo;
  readonly mask: number;
  readonly lowerCase: boolean;
}

export type NumberBase = 'hexadecimal' | 'octal' | 'decimal';

/** A number among the rights; numbers and tokens may be mixed. */
export interface RightNumberSyntax extends SddlSpan {
  readonly kind: 'right-number';
  readonly spelling: string;
  readonly base: NumberBase;
  /** True for a leading `-`: Windows takes the two's complement. */
  readonly negative: boolean;
  /** True when the number is over 0xffffffff: Windows takes 0xffffffff, which is every right there is. */
  readonly overflow: boolean;
  /** The mask that Windows makes of it. */
  readonly mask: number;
}

/** An object GUID: 8-4-4-4-12 hexadecimal digits. */
export interface GuidSyntax extends SddlSpan {
  readonly kind: 'guid';
  /** In lower case, as Windows writes it. */
  readonly value: string;
}

/** Who: an alias, a SID, or something that is neither. */
export type SidSyntax = SidAliasSyntax | SidLiteralSyntax | SidUnknownSyntax;

/** A two-letter alias such as `BA`. */
export interface SidAliasSyntax extends SddlSpan {
  readonly kind: 'sid-alias';
  readonly spelling: string;
  /** In upper case. */
  readonly alias: string;
  readonly lowerCase: boolean;
}

/** `S-1-5-32-544`. */
export interface SidLiteralSyntax extends SddlSpan {
  readonly kind: 'sid-literal';
  readonly spelling: string;
  /** Below 2^48. */
  readonly authority: number;
  /** One to fifteen unsigned 32-bit numbers. */
  readonly subAuthorities: readonly number[];
  readonly lowerCase: boolean;
  /** True when a sub-authority is over 4294967295, which is what Windows then takes. */
  readonly saturated: boolean;
  /** True when `S-0x1` makes every later field hexadecimal. */
  readonly hexadecimal: boolean;
}

/** A SID that is missing or that nobody can read; an error says more. */
export interface SidUnknownSyntax extends SddlSpan {
  readonly kind: 'sid-unknown';
  readonly spelling: string;
}

/** The condition of an XA, XD, XU, ZA or FL ACE, with its outer parentheses (MS-DTYP 2.4.4.17). */
export interface ConditionSyntax extends SddlSpan {
  readonly kind: 'condition';
  /** Undefined when the condition is malformed. */
  readonly expression: ConditionExpression | undefined;
}

export type ConditionExpression =
  | LogicalExpression
  | NotExpression
  | RelationExpression
  | ExistsExpression
  | MemberExpression
  | AttributeSyntax;

/** `left && right` or `left || right`. */
export interface LogicalExpression extends SddlSpan {
  readonly kind: 'logical';
  readonly operator: '&&' | '||';
  readonly left: ConditionExpression;
  readonly right: ConditionExpression;
}

/** `!(operand)` */
export interface NotExpression extends SddlSpan {
  readonly kind: 'not';
  readonly operand: ConditionExpression;
}

/** The operators between an attribute and a value, as Windows writes them. */
export type RelationOperator =
  '==' | '!=' | '<' | '<=' | '>' | '>=' | 'Contains' | 'Not_Contains' | 'Any_of' | 'Not_Any_of';

/** `left operator right` */
export interface RelationExpression extends SddlSpan {
  readonly kind: 'relation';
  readonly operator: RelationOperator;
  readonly left: ConditionExpression;
  readonly right: ConditionValue | AttributeSyntax;
}

/** `Exists attribute` */
export interface ExistsExpression extends SddlSpan {
  readonly kind: 'exists';
  readonly operator: 'Exists' | 'Not_Exists';
  readonly operand: AttributeSyntax;
}

/** The membership operators as Windows writes them (the odd case of `Member_of_any` is Windows's own). */
export type MemberOperator =
  | 'Member_of'
  | 'Member_of_any'
  | 'Device_Member_of'
  | 'Device_Member_of_Any'
  | 'Not_Member_of'
  | 'Not_Member_of_Any'
  | 'Not_Device_Member_of'
  | 'Not_Device_Member_of_Any';

/** `Member_of {SID(BA), ...}` */
export interface MemberExpression extends SddlSpan {
  readonly kind: 'member';
  readonly operator: MemberOperator;
  readonly operand: ConditionValue;
}

/** Where an attribute of a condition comes from; `local` has no prefix. */
export type AttributeSource = 'local' | 'user' | 'device' | 'resource';

/** `name` or `@User.name`. */
export interface AttributeSyntax extends SddlSpan {
  readonly kind: 'attribute';
  readonly source: AttributeSource;
  /** With `%XXXX` resolved. */
  readonly name: string;
}

export type ConditionValue = ConditionLiteral | CompositeSyntax;

/** `{literal, literal}`; may be empty, does not nest. */
export interface CompositeSyntax extends SddlSpan {
  readonly kind: 'composite';
  readonly items: readonly ConditionLiteral[];
}

export type ConditionLiteral = IntegerSyntax | StringSyntax | OctetsSyntax | SidFunctionSyntax;

/** An integer; sign and base are part of the binary form. */
export interface IntegerSyntax extends SddlSpan {
  readonly kind: 'integer';
  /** As a signed 64-bit number: `0xffffffffffffffff` is -1. */
  readonly value: bigint;
  readonly sign: 'plus' | 'minus' | 'none';
  readonly base: NumberBase;
}

/** `"text"`; there is no escape for a quotation mark. */
export interface StringSyntax extends SddlSpan {
  readonly kind: 'string';
  readonly value: string;
}

/** `#0a1b`, where `#` among the digits means 0. */
export interface OctetsSyntax extends SddlSpan {
  readonly kind: 'octets';
  readonly bytes: readonly number[];
}

/** `SID(BA)` */
export interface SidFunctionSyntax extends SddlSpan {
  readonly kind: 'sid-function';
  readonly sid: SidSyntax;
}

/** The resource attribute of an RA ACE: `("name",type,flags,value,...)` (MS-DTYP 2.4.10.1). */
export interface ClaimSyntax extends SddlSpan {
  readonly kind: 'claim';
  readonly name: string;
  /** The value type's token: TI, TU, TS, TD, TB or TX. Undefined when the claim is malformed. */
  readonly type: ClaimType | undefined;
  readonly flags: number;
  readonly values: readonly ClaimValueSyntax[];
}

/** TI signed, TU unsigned, TS string, TD SID, TB boolean, TX octets. */
export type ClaimType = 'TI' | 'TU' | 'TS' | 'TD' | 'TB' | 'TX';

export type ClaimValueSyntax = ClaimIntegerSyntax | StringSyntax | OctetsSyntax | SidSyntax;

/** A number among the values of a resource attribute; its base is forgotten. */
export interface ClaimIntegerSyntax extends SddlSpan {
  readonly kind: 'claim-integer';
  readonly value: bigint;
}
