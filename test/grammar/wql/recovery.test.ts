import { describe, expect, test } from 'vitest';

import { parseWql, type Query, type WqlProblem } from '../../../grammar/wql/parser.ts';
import { comparisonsOf, isaClassesOf, nameOf } from '../../../grammar/wql/queries.ts';
import { readMarks } from '../../support/marked-text.ts';

/** [what is wrong, the query with the exact characters marked, the code of each mark, part of the first message] */
type Row = readonly [string, string, string, RegExp];

const rows: readonly Row[] = [
  // The whole text.
  ['nothing', '⟦⟧', 'empty-query', /query is empty/],
  ['blanks alone', '⟦ \t\r\n⟧', 'empty-query', /query is empty/],
  ['no query', '⟦notepad.exe /c⟧', 'syntax', /begins with SELECT, and "notepad" is none/],
  ['a template', '⟦$mofQuery⟧', 'placeholder', /nothing has filled in; write a query/],
  ['a statement of SQL', '⟦DELETE FROM X⟧', 'unsupported-sql', /WQL only reads and has no DELETE/],
  ['no SELECT', '⟦⟧* FROM X WHERE a = 1', 'syntax', /begins with SELECT/],
  ['FROM alone', '⟦⟧FROM X', 'syntax', /begins with SELECT/],
  ['a misspelt SELECT', '⟦SELCT⟧ * FROM X', 'misspelt-keyword', /did you mean SELECT\?/],
  ['a semicolon', 'SELECT * FROM X WHERE a = 1⟦;⟧', 'trailing-text', /ends without a semicolon/],
  ['semicolons', 'SELECT * FROM X⟦;;⟧', 'trailing-text', /ends without a semicolon/],
  [
    'text behind a semicolon',
    'SELECT * FROM X⟦; and so on⟧',
    'trailing-text',
    /no semicolons; remove this one and what follows/,
  ],
  [
    'two statements',
    'SELECT * FROM X⟦; SELECT * FROM Y⟧',
    'two-statements',
    /second query begins here/,
  ],
  [
    'two statements without a semicolon',
    'SELECT * FROM X WHERE a = 1 ⟦SELECT * FROM Y⟧',
    'two-statements',
    /second query begins here/,
  ],

  // The list and the class.
  ['no list', 'SELECT⟦⟧ FROM X', 'missing-select-list', /write \* for all properties/],
  ['no comma', 'SELECT a⟦⟧ b, c FROM X', 'syntax', /comma is missing before b/],
  ['a comma too many', 'SELECT a, ⟦FROM⟧ X', 'syntax', /expected the name of a property/],
  ['a list behind the asterisk', 'SELECT * ⟦, Name⟧ FROM X', 'syntax', /fits no list/],
  ['TOP', 'SELECT ⟦TOP 5⟧ * FROM X', 'unsupported-sql', /WQL has no TOP/],
  ['DISTINCT', 'SELECT ⟦DISTINCT⟧ Name FROM X', 'unsupported-sql', /WQL has no DISTINCT/],
  ['COUNT', 'SELECT ⟦COUNT(*)⟧ FROM X', 'unsupported-sql', /WQL has no COUNT/],
  ['no FROM', 'SELECT *⟦⟧ X WHERE a = 1', 'missing-from', /FROM is missing before X/],
  ['neither FROM nor class', 'SELECT *⟦⟧', 'missing-from', /names no class/],
  ['neither FROM nor class, with WHERE', 'SELECT *⟦⟧ WHERE a = 1', 'missing-from', /no class/],
  ['a misspelt FROM', 'SELECT * ⟦FORM⟧ X', 'misspelt-keyword', /did you mean FROM\?/],
  ['a misspelt FROM behind names', 'SELECT a, b ⟦FRM⟧ X', 'misspelt-keyword', /mean FROM\?/],
  ['FROM joined to its class', 'SELECT * ⟦FROMWin32_Process⟧', 'joined-words', /FROM and Win32/],
  ['no class', 'SELECT * FROM⟦⟧', 'missing-class', /FROM names no class/],
  ['no class before WHERE', 'SELECT * FROM⟦⟧ WHERE a = 1', 'missing-class', /names no class/],
  ['no class before WITHIN', 'SELECT * FROM⟦⟧ WITHIN 5', 'missing-class', /names no class/],
  ['no class before GROUP', 'SELECT * FROM⟦⟧ GROUP WITHIN 5', 'missing-class', /no class/],
  ['a class in quotes', 'SELECT * FROM ⟦"X"⟧ WHERE a = 1', 'syntax', /stands in no quotes/],
  ['a template for a class', 'SELECT * FROM ⟦$class⟧', 'placeholder', /the name of a class/],
  ['a namespace', String.raw`SELECT * FROM ⟦root\cimv2:X⟧`, 'syntax', /into EventNamespace/],
  ['a name with a hyphen', 'SELECT * FROM ⟦My-Event⟧', 'syntax', /letters, digits and underscores/],
  ['two classes', 'SELECT * FROM X⟦, Y⟧ WHERE a = 1', 'syntax', /a query reads one class/],
  [
    'a name for the class',
    'SELECT * FROM X ⟦x⟧ WHERE a = 1',
    'trailing-text',
    /no names for classes/,
  ],
  [
    'WITHIN joined to the class',
    'SELECT * FROM ⟦__InstanceCreationEventWITHIN⟧ 5 WHERE a = 1',
    'joined-words',
    /between __InstanceCreationEvent and WITHIN/,
  ],
  [
    'WHERE joined to the class',
    'SELECT * FROM ⟦Win32_ProcessStartTraceWHERE⟧ ProcessName = "x"',
    'joined-words',
    /between Win32_ProcessStartTrace and WHERE/,
  ],

  ['SELECT alone', 'SELECT⟦⟧', 'missing-from', /names no class/],

  // WITHIN.
  ['no number', 'SELECT * FROM X ⟦WITHIN⟧ WHERE a = 1', 'within-number', /which is missing/],
  ['no number at the end', 'SELECT * FROM X ⟦WITHIN⟧', 'within-number', /which is missing/],
  ['a unit', 'SELECT * FROM X WITHIN ⟦5s⟧ WHERE a = 1', 'within-number', /"5s" is no number/],
  ['a unit as a word', 'SELECT * FROM X WITHIN 5 ⟦seconds⟧', 'within-number', /has no unit/],
  ['minutes', 'SELECT * FROM X WITHIN 5 ⟦min⟧', 'within-number', /counts seconds/],
  ['a number in quotes', 'SELECT * FROM X WITHIN ⟦"5"⟧', 'within-number', /no number of seconds/],
  ['a negative number', 'SELECT * FROM X WITHIN ⟦-5⟧', 'within-number', /no number of seconds/],
  ['a decimal comma', 'SELECT * FROM X WITHIN ⟦0,5⟧', 'within-number', /with a point/],
  ['a sum', 'SELECT * FROM X WITHIN ⟦5 * 60⟧', 'within-number', /is no number/],
  ['a word', 'SELECT * FROM X WITHIN ⟦five⟧ WHERE a = 1', 'within-number', /"five" is no number/],
  [
    'a template for the number',
    'SELECT * FROM X WITHIN ⟦{trigger_interval}⟧ WHERE a = 1',
    'within-number',
    /looks like a placeholder/,
  ],
  ['a misspelt WITHIN', 'SELECT * FROM X ⟦WITHN⟧ 5', 'misspelt-keyword', /did you mean WITHIN\?/],
  ['WITHIN joined to its number', 'SELECT * FROM X ⟦WITHIN5⟧', 'joined-words', /WITHIN and 5/],
  ['WITHIN behind WHERE', 'SELECT * FROM X WHERE a = 1 ⟦WITHIN 5⟧', 'within-order', /before WHERE/],
  [
    'WITHIN inside WHERE',
    'SELECT * FROM X WHERE a = 1 ⟦WITHIN 5⟧ AND b = 2',
    'within-order',
    /before WHERE/,
  ],
  ['two WITHINs', 'SELECT * FROM X WITHIN 5 ⟦WITHIN⟧ 6', 'duplicate-clause', /a second WITHIN/],
  [
    'no blank before WHERE, which WMI accepts',
    'SELECT * FROM X WITHIN ⟦5WHERE⟧ a = 1',
    'missing-blank',
    /which WMI reads as two all the same/,
  ],

  // WHERE as a whole.
  ['no condition', 'SELECT * FROM X WHERE⟦⟧', 'syntax', /expected a condition.*query ends/],
  ['a misspelt WHERE', 'SELECT * FROM X ⟦WEHRE⟧ a = 1', 'misspelt-keyword', /did you mean WHERE\?/],
  ['no WHERE', 'SELECT * FROM X⟦⟧ TargetInstance ISA "Y"', 'syntax', /WHERE is missing/],
  ['AND for WHERE', 'SELECT * FROM X WITHIN 5 ⟦AND⟧ a = 1', 'syntax', /WHERE is missing/],
  ['two WHEREs', 'SELECT * FROM X WHERE a = 1 ⟦WHERE⟧ b = 2', 'duplicate-clause', /second WHERE/],
  [
    'WHERE joined to its condition',
    'SELECT * FROM X ⟦WHERETargetInstance⟧ ISA "Y"',
    'joined-words',
    /WHERE and TargetInstance/,
  ],
  ['no condition before AND', 'SELECT * FROM X WHERE ⟦AND⟧ a = 1', 'syntax', /found "AND"/],
  ['no condition behind AND', 'SELECT * FROM X WHERE a = 1 AND⟦⟧', 'syntax', /query ends/],
  ['two ANDs', 'SELECT * FROM X WHERE a = 1 AND ⟦AND⟧ b = 2', 'syntax', /found "AND"/],
  ['a misspelt AND', 'SELECT * FROM X WHERE a = 1 ⟦ADN⟧ b = 2', 'misspelt-keyword', /mean AND\?/],
  ['no AND', 'SELECT * FROM X WHERE a = 1⟦⟧ b = 2', 'syntax', /AND or OR is missing/],
  ['a comma for AND', 'SELECT * FROM X WHERE a = 1⟦,⟧ b = 2', 'unknown-operator', /write AND/],
  ['&&', 'SELECT * FROM X WHERE a = 1 ⟦&&⟧ b = 2', 'unknown-operator', /"&&"; write AND/],
  ['||', 'SELECT * FROM X WHERE a = 1 ⟦||⟧ b = 2', 'unknown-operator', /"\|\|"; write OR/],
  ['! for NOT', 'SELECT * FROM X WHERE ⟦!⟧a = 1', 'unknown-operator', /"!"; write NOT/],
  [
    'AND joined to its condition',
    'SELECT * FROM X WHERE a = 1 ⟦ANDTargetInstance⟧.Name = "x"',
    'joined-words',
    /AND and TargetInstance/,
  ],
  ['a parenthesis open', 'SELECT * FROM X WHERE ⟦(⟧a = 1', 'unbalanced-parenthesis', /not closed/],
  [
    'an inner parenthesis open',
    'SELECT * FROM X WHERE ⟦(⟧a = 1 AND (b = 2) GROUP WITHIN 5',
    'unbalanced-parenthesis',
    /not closed/,
  ],
  [
    'a parenthesis too many',
    'SELECT * FROM X WHERE (a = 1)⟦)⟧ AND b = 2',
    'unbalanced-parenthesis',
    /closes nothing/,
  ],
  [
    'a parenthesis too many behind NOT',
    'SELECT * FROM X WHERE NOT a = 1⟦)⟧ AND b = 2',
    'unbalanced-parenthesis',
    /closes nothing/,
  ],
  [
    'text behind a condition',
    'SELECT * FROM X WHERE a = 1 ⟦foo bar⟧ GROUP WITHIN 5',
    'trailing-text',
    /complete before "foo bar"/,
  ],
  ['ORDER BY', 'SELECT * FROM X WHERE a = 1 ⟦ORDER BY a⟧', 'unsupported-sql', /WQL has no ORDER/],
  ['LIMIT', 'SELECT * FROM X ⟦LIMIT 5⟧', 'unsupported-sql', /WQL has no LIMIT/],

  // Operators.
  ['==', 'SELECT * FROM X WHERE a ⟦==⟧ 1', 'unknown-operator', /"=="; write =$/],
  ['=>', 'SELECT * FROM X WHERE a ⟦=>⟧ 1', 'unknown-operator', /write >=$/],
  ['an operator of PowerShell', 'SELECT * FROM X WHERE a ⟦-eq⟧ 1', 'unknown-operator', /write =$/],
  ['a word for LIKE', 'SELECT * FROM X WHERE a ⟦contains⟧ "x"', 'unknown-operator', /write LIKE$/],
  ['any other word', 'SELECT * FROM X WHERE a ⟦soundsLike⟧ "x"', 'unknown-operator', /it has =/],
  [
    'IN',
    'SELECT * FROM X WHERE a ⟦IN⟧ ("b", "c") AND d = 1',
    'unknown-operator',
    /WQL has no IN; compare with each value/,
  ],
  [
    'BETWEEN',
    'SELECT * FROM X WHERE a ⟦BETWEEN⟧ 1 AND 5 AND d = 1',
    'unknown-operator',
    /WQL has no BETWEEN/,
  ],
  [
    'a misspelt LIKE',
    'SELECT * FROM X WHERE a ⟦LIK⟧ "x"',
    'misspelt-keyword',
    /did you mean LIKE\?/,
  ],
  [
    'a misspelt ISA',
    'SELECT * FROM X WHERE a ⟦ISSA⟧ "X"',
    'misspelt-keyword',
    /did you mean ISA\?/,
  ],
  ['IS A', 'SELECT * FROM X WHERE a ⟦IS A⟧ "X"', 'misspelt-keyword', /did you mean ISA\?/],
  ['ISA joined', 'SELECT * FROM X WHERE ⟦TargetInstanceISA⟧ "Y"', 'joined-words', /and ISA/],
  ['LIKE joined', 'SELECT * FROM X WHERE a.⟦NameLIKE⟧ "y%"', 'joined-words', /Name and LIKE/],
  ['NOT LIKE', 'SELECT * FROM X WHERE a ⟦NOT⟧ LIKE "x%"', 'misplaced-not', /before the property/],
  ['NOT NULL', 'SELECT * FROM X WHERE a ⟦NOT NULL⟧', 'unknown-operator', /IS NOT NULL/],
  ['ISNULL', 'SELECT * FROM X WHERE a ⟦ISNULL⟧', 'joined-words', /between IS and NULL/],
  ['IS with a value', 'SELECT * FROM X WHERE a ⟦IS⟧ "b"', 'is-non-null', /write =/],
  ['IS NOT with a value', 'SELECT * FROM X WHERE a ⟦IS NOT⟧ 5', 'is-non-null', /write <>/],
  ['IS alone', 'SELECT * FROM X WHERE a IS⟦⟧', 'syntax', /expected NULL behind IS/],
  ['no operator', 'SELECT * FROM X WHERE ⟦a.b⟧ AND c = 1', 'syntax', /compared with nothing/],
  ['no operator before a constant', 'SELECT * FROM X WHERE ⟦a⟧ "b"', 'syntax', /with nothing/],
  ['a constant alone', 'SELECT * FROM X WHERE a = 1 OR ⟦2⟧', 'syntax', /repeat the property/],
  ['two comparisons in one', 'SELECT * FROM X WHERE a < 5 ⟦< 7⟧', 'syntax', /compares once/],

  ['an operator of HTML', 'SELECT * FROM X WHERE a ⟦&gt;=⟧ 1', 'unknown-operator', /write >=$/],
  ['a blank in <=', 'SELECT * FROM X WHERE a ⟦< =⟧ 1', 'unknown-operator', /write <= without/],
  ['a full stop before ISA', 'SELECT * FROM X WHERE a⟦.⟧ISA "Y"', 'syntax', /in place of the full/],

  ['a word for ISA', 'SELECT * FROM X WHERE a ⟦instanceof⟧ "Y"', 'unknown-operator', /write ISA$/],
  [
    'an open list',
    'SELECT * FROM X WHERE a ⟦IN⟧ ("b"⟦⟧ AND c = 1',
    'unknown-operator unbalanced-parenthesis',
    /WQL has no IN/,
  ],

  // Operands.
  ['no left side', 'SELECT * FROM X WHERE ⟦=⟧ 5', 'syntax', /no property stands before =/],
  ['no left side of IS', 'SELECT * FROM X WHERE ⟦IS⟧ NULL', 'syntax', /no property stands before/],
  ['no right side', 'SELECT * FROM X WHERE a =⟦⟧', 'syntax', /expected a constant/],
  ['no right side before AND', 'SELECT * FROM X WHERE a = ⟦AND⟧ b = 1', 'syntax', /found "AND"/],
  [
    'properties on both sides',
    'SELECT * FROM X WHERE ⟦TargetInstance.A = PreviousInstance.A⟧ AND b = 1',
    'property-on-both-sides',
    /constant only/,
  ],
  [
    'text without quotes',
    'SELECT * FROM X WHERE a = ⟦notepad.exe⟧ AND b = 1',
    'property-on-both-sides',
    /text is written "notepad.exe"/,
  ],
  [
    'a pattern without quotes',
    'SELECT * FROM X WHERE a LIKE ⟦%cmd%⟧',
    'property-on-both-sides',
    /text is written "%cmd%"/,
  ],
  ['two constants', 'SELECT * FROM X WHERE ⟦1 = 1⟧', 'no-property', /two constants/],
  ['a constant before IS', 'SELECT * FROM X WHERE ⟦5⟧ IS NULL', 'no-property', /never NULL/],
  [
    'a constant before ISA',
    'SELECT * FROM X WHERE ⟦5⟧ ISA "Y"',
    'no-property',
    /a constant is none/,
  ],
  ['a sum', 'SELECT * FROM X WHERE a < ⟦4 + 7⟧ AND b = 1', 'arithmetic', /does not calculate/],
  ['a quotient', 'SELECT * FROM X WHERE ⟦a / 1024⟧ > 5', 'arithmetic', /does not calculate/],
  ['a difference without blanks', 'SELECT * FROM X WHERE a > ⟦4-7⟧', 'arithmetic', /calculate/],
  ['an element of an array', 'SELECT * FROM X WHERE a⟦[0]⟧ = 5', 'syntax', /into an array/],
  ['a blank inside a name', 'SELECT * FROM X WHERE ⟦Target Instance.A⟧ = 5', 'syntax', /two names/],
  ['nothing behind a full stop', 'SELECT * FROM X WHERE a. ⟦=⟧ 5', 'syntax', /the full stop/],
  ['a template', 'SELECT * FROM X WHERE a = ⟦@NAME@⟧ AND b = 1', 'placeholder', /a constant/],
  ['a constant in parentheses', 'SELECT * FROM X WHERE a = ⟦("b")⟧', 'syntax', /no parentheses/],
  ['no number', 'SELECT * FROM X WHERE a = ⟦0xZZ⟧ AND b = 1', 'syntax', /"0xZZ" is no number/],
  ['a version', 'SELECT * FROM X WHERE a = ⟦1.2.3⟧', 'syntax', /"1.2.3" is no number/],
  [
    'ISA without quotes',
    'SELECT * FROM X WHERE TargetInstance ISA ⟦Win32_Process⟧ AND b = 1',
    'isa-class-unquoted',
    /write ISA "Win32_Process"/,
  ],
  ['ISA without a class', 'SELECT * FROM X WHERE a ISA⟦⟧', 'syntax', /class in quotes behind ISA/],
  ['ISA with a number', 'SELECT * FROM X WHERE a ISA ⟦5⟧ AND b = 1', 'syntax', /class in quotes/],

  [
    'a path without quotes',
    String.raw`SELECT * FROM X WHERE a = ⟦C:\Temp\x-y.exe⟧ AND b = 1`,
    'property-on-both-sides',
    /is not in quotes/,
  ],
  ['a stray sign', 'SELECT * FROM X WHERE a = ⟦#⟧x# AND b = 1', 'syntax', /found "#"/],

  ['a template on the left', 'SELECT * FROM X WHERE ⟦$name⟧ = 5', 'placeholder', /a property/],
  ['a template for a class', 'SELECT * FROM X WHERE a ISA ⟦{class}⟧', 'placeholder', /class/],
  ['a sum of properties', 'SELECT * FROM X WHERE ⟦a + b * 2⟧ > 5', 'arithmetic', /calculate/],
  ['TRUE alone', 'SELECT * FROM X WHERE ⟦TRUE⟧', 'syntax', /alone is no condition/],

  // Strings.
  ['no closing quote', 'SELECT * FROM X WHERE a = ⟦"b⟧', 'unterminated-string', /write " where/],
  [
    'no closing quote before AND',
    "SELECT * FROM X WHERE TargetInstance ISA ⟦'Win32_Process⟧ AND b = 5",
    'unterminated-string',
    /write ' where it ends/,
  ],
  [
    'no closing quote before another string',
    "SELECT * FROM X WHERE TargetInstance ISA ⟦'Win32_Process⟧ AND b = 'cmd.exe' AND c = 'd'",
    'unterminated-string',
    /write ' where it ends/,
  ],
  [
    'an escaped closing quote',
    String.raw`SELECT * FROM X WHERE a = ⟦"C:\\Temp\"⟧`,
    'unterminated-string',
    /the backslash before the last " escapes it/,
  ],
  [
    'an apostrophe inside',
    "SELECT * FROM X WHERE a = ⟦'it's⟧ AND b = 1",
    'unterminated-string',
    /is written \\'/,
  ],
  ['two apostrophes inside', "SELECT * FROM X WHERE a = ⟦'it''s'⟧", 'unterminated-string', /\\'/],
  [
    'typographic quotes',
    'SELECT * FROM X WHERE a = ⟦“b c”⟧',
    'typographic-quotes',
    /write "\.\.\."/,
  ],
  ['single ones', 'SELECT * FROM X WHERE a = ⟦‘b’⟧ AND b = 1', 'typographic-quotes', /'\.\.\.'/],
  ['one typographic quote', 'SELECT * FROM X WHERE a = ⟦“b⟧', 'typographic-quotes', /typographic/],
  ['two closing ones', 'SELECT * FROM X WHERE a = ⟦”b”⟧ ', 'typographic-quotes', /typographic/],
  [
    'escaped quotes',
    String.raw`SELECT * FROM X WHERE TargetInstance ISA ⟦\"Y\"⟧ AND b = 1`,
    'doubled-escape',
    /escaped twice: in MOF write \\" once/,
  ],
  ['doubled quotes', 'SELECT * FROM X WHERE a = ⟦""b""⟧ AND c = 1', 'doubled-escape', /twice/],
  [
    'an escaped line break',
    String.raw`SELECT * FROM X⟦\r\n⟧WHERE a = 1`,
    'doubled-escape',
    /a backslash and a letter/,
  ],
  [
    'a no-break space',
    'SELECT * FROM X⟦\u00a0⟧WHERE a = 1',
    'syntax',
    /not the one of the space bar/,
  ],

  [
    'no opening quote',
    "SELECT * FROM X WHERE a ISA ⟦Win32_Process'⟧ AND b = 'cmd.exe' AND c = 'd'",
    'unterminated-string',
    /opens this text is missing/,
  ],
  [
    'no opening quote behind =',
    'SELECT * FROM X WHERE a = ⟦cmd.exe"⟧ AND b = "c"',
    'unterminated-string',
    /opens this text is missing/,
  ],
  [
    'two sorts of quotes',
    `SELECT * FROM X WHERE a ISA ⟦'Y"⟧ AND b = 'c'`,
    'unterminated-string',
    /begins with ' and ends with "/,
  ],
  [
    'quotes of HTML',
    'SELECT * FROM X WHERE a ISA ⟦&quot;Y&quot;⟧ AND b = 1',
    'doubled-escape',
    /as HTML has them/,
  ],

  // Patterns.
  ['an open set', 'SELECT * FROM X WHERE a LIKE "b⟦[⟧cd%"', 'malformed-like-pattern', /\[\[\]/],
  ['an empty set', 'SELECT * FROM X WHERE a LIKE "b⟦[]⟧"', 'malformed-like-pattern', /is empty/],
  ['a reversed range', 'SELECT * FROM X WHERE a LIKE "⟦[f-a]⟧"', 'malformed-like-pattern', /a-f/],
  ['a number', 'SELECT * FROM X WHERE a LIKE ⟦5⟧', 'malformed-like-pattern', /pattern in quotes/],

  // GROUP and HAVING.
  ['no WITHIN', 'SELECT * FROM X ⟦GROUP⟧ BY a', 'group-without-within', /write GROUP WITHIN/],
  ['GROUP alone', 'SELECT * FROM X WHERE a = 1 ⟦GROUP⟧', 'group-without-within', /GROUP WITHIN/],
  [
    'WITHIN behind BY',
    'SELECT * FROM X GROUP BY a ⟦WITHIN 5⟧',
    'group-without-within',
    /between GROUP and BY/,
  ],
  ['no number', 'SELECT * FROM X GROUP ⟦WITHIN⟧ BY a', 'within-number', /which is missing/],
  ['GROUP joined', 'SELECT * FROM X ⟦GROUPWITHIN⟧ 5', 'joined-words', /GROUP and WITHIN/],
  ['no list', 'SELECT * FROM X GROUP WITHIN 5 ⟦BY⟧', 'by-list-missing', /names no property/],
  [
    'no list before HAVING',
    'SELECT * FROM X GROUP WITHIN 5 ⟦BY⟧ HAVING NumberOfEvents > 5',
    'by-list-missing',
    /names no property/,
  ],
  [
    'HAVING without GROUP',
    'SELECT * FROM X WHERE a = 1 ⟦HAVING⟧ NumberOfEvents > 5',
    'having-without-group',
    /there is no GROUP WITHIN/,
  ],
  [
    'HAVING before GROUP',
    'SELECT * FROM X ⟦HAVING⟧ NumberOfEvents > 5 GROUP WITHIN 5',
    'having-without-group',
    /there is no GROUP WITHIN/,
  ],
  [
    'WHERE behind GROUP',
    'SELECT * FROM X GROUP WITHIN 5 ⟦WHERE⟧ a = 1',
    'group-order',
    /before GROUP/,
  ],
  ['two GROUPs', 'SELECT * FROM X GROUP WITHIN 5 ⟦GROUP⟧ WITHIN 6', 'duplicate-clause', /second/],

  [
    'HAVING behind WHERE behind GROUP',
    'SELECT * FROM X GROUP WITHIN 5 ⟦WHERE⟧ a = 1 ⟦HAVING⟧ b = 2',
    'group-order group-order',
    /before GROUP/,
  ],
  [
    'two HAVINGs',
    'SELECT * FROM X GROUP WITHIN 5 HAVING a = 1 ⟦HAVING⟧ b = 2',
    'duplicate-clause',
    /a second HAVING/,
  ],

  // Queries for relations.
  ['no OF', 'ASSOCIATORS⟦⟧ {X=1}', 'syntax', /OF is missing/],
  ['no braces', 'REFERENCES OF ⟦X⟧=1', 'syntax', /path in braces/],
  ['open braces', 'REFERENCES OF ⟦{⟧X=1', 'syntax', /not closed/],
  [
    'a misspelt condition',
    'ASSOCIATORS OF {X=1} WHERE ⟦AsocClass⟧ = Y',
    'misspelt-keyword',
    /did you mean AssocClass\?/,
  ],
  ['an unknown one', 'ASSOCIATORS OF {X=1} WHERE ⟦Name⟧ = Y', 'syntax', /no condition here/],
  ['text behind it', 'REFERENCES OF {X=1} ⟦and so on⟧', 'trailing-text', /complete before/],

  ['no value', 'ASSOCIATORS OF {X=1} WHERE AssocClass =⟦⟧', 'syntax', /expected a name/],
  ['no condition', 'ASSOCIATORS OF {X=1} WHERE⟦⟧', 'syntax', /such as AssocClass/],

  // Several independent problems.
  [
    'three at once',
    'SELECT⟦⟧ FROM X ⟦WITHIN⟧ WHERE a ⟦==⟧ 5 AND TargetInstance ISA ⟦Y⟧',
    'missing-select-list within-number unknown-operator isa-class-unquoted',
    /write \*/,
  ],
  [
    'in every clause',
    'SELECT * ⟦FORM⟧ X WHERE a LIKE "⟦[]⟧" AND b ⟦IS⟧ 5 ⟦GROUP⟧ BY c HAVING d = ⟦e⟧',
    'misspelt-keyword malformed-like-pattern is-non-null group-without-within property-on-both-sides',
    /FROM/,
  ],
];

function problemsOf(query: string): readonly WqlProblem[] {
  return parseWql(query).problems;
}

/** The problems as a marked text. */
function marked(text: string): string {
  let rest = text;
  for (const { start, end } of problemsOf(text).toReversed()) {
    rest = `${rest.slice(0, start)}⟦${rest.slice(start, end)}⟧${rest.slice(end)}`;
  }
  return rest;
}

describe('a broken query is told exactly', () => {
  test.each(rows)('%s: %s', (_, query, codes, message) => {
    const { text } = readMarks(query);
    const problems = problemsOf(text);
    expect(marked(text)).toBe(query);
    expect(problems.map(({ code }) => code).join(' ')).toBe(codes);
    expect(problems[0]?.message).toMatch(message);
  });

  test('and its fix leaves one problem less', () => {
    const failed = rows.filter(([, query]) => {
      const { text } = readMarks(query);
      const problems = problemsOf(text);
      return problems.some(
        (problem) =>
          problem.fix !== undefined && problemsOf(fixed(text, problem)).length >= problems.length,
      );
    });
    expect(failed.map(([, query]) => query)).toEqual([]);
  });

  test('in words that say what to do, on one line', () => {
    for (const [, query] of rows) {
      for (const { message } of problemsOf(readMarks(query).text)) {
        expect(message).toMatch(/^[a-zA-Z"'%][^\r\n]{20,260}(?:[^.]|\.{3})$/);
      }
    }
  });

  test.each([
    ['SELECT * FROM X GROUP BY a', '0x8004105A'],
    ['SELECT * FROM X GROUP WITHIN 5 BY', '0x8004105B'],
    ['SELECT * FROM X;', '0x80041058'],
    ['SELECT * FROM X WITHIN 5WHERE a = 1', undefined],
  ])('with WMI’s answer: %s', (query, hresult) => {
    expect(problemsOf(query).map((problem) => problem.hresult)).toEqual([hresult]);
  });
});

function fixed(text: string, { fix }: WqlProblem): string {
  return (fix?.edits ?? [])
    .toSorted((a, b) => b.start - a.start)
    .reduce((fixed, { start, end, text }) => fixed.slice(0, start) + text + fixed.slice(end), text);
}

describe('the fix of', () => {
  test.each([
    ['SELECT * FROM X WITHIN 5WHERE a = 1', 'SELECT * FROM X WITHIN 5 WHERE a = 1'],
    ['SELECT FROM X', 'SELECT * FROM X'],
    ['SELECT * FROM X WHERE a&&b', 'SELECT * FROM X WHERE a&&b'],
    ['SELECT * FROM X WHERE a=1&&b=2', 'SELECT * FROM X WHERE a=1 AND b=2'],
    ['SELECT * FROM X WHERE a NOT LIKE "b"', 'SELECT * FROM X WHERE NOT a LIKE "b"'],
    ['SELECT * FROM X WHERE a IN ("b", 5)', 'SELECT * FROM X WHERE (a = "b" OR a = 5)'],
    ['SELECT * FROM X WHERE a BETWEEN 1 AND 2', 'SELECT * FROM X WHERE (a >= 1 AND a <= 2)'],
    [String.raw`SELECT * FROM X WHERE a = \"b\"`, 'SELECT * FROM X WHERE a = "b"'],
    ['SELECT * FROM X WHERE a = “b”', 'SELECT * FROM X WHERE a = "b"'],
    ['SELECT * FROM X WITHIN "5"', 'SELECT * FROM X WITHIN 5'],
    ['SELECT * FROM X WITHIN 5 sec', 'SELECT * FROM X WITHIN 5'],
    ['SELECT * FROM X WHERE a ISA Y', 'SELECT * FROM X WHERE a ISA "Y"'],
  ])('%s', (query, expected) => {
    const [problem] = problemsOf(query);
    expect(problem === undefined ? query : fixed(query, problem)).toBe(expected);
  });
});

test('nesting has a limit', () => {
  const query = `SELECT * FROM X WHERE ${'('.repeat(64)}⟦(⟧a = 1${')'.repeat(65)} AND b = 2`;
  const { text } = readMarks(query);
  expect(marked(text)).toBe(query);
  expect(problemsOf(text)).toMatchObject([
    { code: 'nesting', message: expect.stringContaining('more than 64 deep') as unknown },
  ]);
  expect(problemsOf(text.replace('(a', 'a').replace(')', ''))).toEqual([]);
});

describe('what was read of a broken query stays', () => {
  function read(text: string): Query | undefined {
    return parseWql(text).query;
  }

  test('the class, the interval and the conditions around a problem', () => {
    const query = read('SELECT FROM X WITHIN 5 WHERE a = AND b = 2 ) c LIKE "d" GROUP BY e');
    expect(query).toMatchObject({
      kind: 'SelectQuery',
      incomplete: true,
      selection: undefined,
      className: { name: 'X' },
      within: { interval: { value: 5n } },
      group: { within: undefined, by: { properties: [{ names: [{ name: 'e' }] }] } },
    });
    const names = query === undefined ? [] : comparisonsOf(query).map(({ left }) => left);
    expect(names.map((left) => (left?.kind === 'PropertyPath' ? nameOf(left) : left))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('a class without its quotes', () => {
    const query = read('SELECT * FROM X WHERE TargetInstance ISA Y');
    expect(query === undefined ? [] : isaClassesOf(query)).toMatchObject([{ className: 'Y' }]);
  });

  test('a condition behind a clause in the wrong place', () => {
    expect(read('SELECT * FROM X WHERE a = 1 WITHIN 5 AND b = 2')).toMatchObject({
      within: { interval: { value: 5n } },
      where: { expression: { kind: 'LogicalExpression', operands: [{}, {}] } },
    });
  });

  test('the operator that was meant', () => {
    expect(read('SELECT * FROM X WHERE a == 1')).toMatchObject({
      where: { expression: { operator: { operator: '=', raw: '==' } } },
    });
  });

  test('nothing of what is no query', () => {
    expect(read('')).toBeUndefined();
    expect(read('notepad.exe')).toBeUndefined();
  });

  test('a query that WMI accepts is not incomplete', () => {
    expect(read('SELECT * FROM X WITHIN 5WHERE a = 1')).not.toHaveProperty('incomplete');
  });
});
