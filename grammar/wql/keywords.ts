/** WQL's keywords (wql-sql-for-wmi.md). All are contextual, in any case, and may also be names. */

/** What a query begins with. */
export const STATEMENTS = ['SELECT', 'ASSOCIATORS', 'REFERENCES'] as const;

/** What may follow the class of a SELECT. */
export const CLAUSE_KEYWORDS = ['WITHIN', 'WHERE', 'GROUP', 'HAVING'] as const;

/** Operators that are words. */
export const WORD_OPERATORS = ['LIKE', 'ISA', 'IS'] as const;

/** What joins conditions or turns one round. */
export const CONNECTIVES = ['AND', 'OR', 'NOT'] as const;

/** Constants that are words. */
export const WORD_CONSTANTS = ['TRUE', 'FALSE', 'NULL'] as const;

/** The conditions of ASSOCIATORS OF and REFERENCES OF. */
export const RELATION_CONDITIONS = [
  'AssocClass',
  'ClassDefsOnly',
  'KeysOnly',
  'RequiredAssocQualifier',
  'RequiredQualifier',
  'ResultClass',
  'ResultRole',
  'Role',
  'SchemaOnly',
] as const;

/** The operators of comparison that are signs. */
export const COMPARISON_SIGNS = ['=', '!=', '<>', '<', '>', '<=', '>='] as const;

/** Statements of SQL that change something or are procedures; WQL only reads. */
export const FOREIGN_STATEMENTS: ReadonlySet<string> = new Set([
  'INSERT',
  'UPDATE',
  'DELETE',
  'CREATE',
  'DROP',
  'ALTER',
  'EXEC',
  'CALL',
]);

/** Clauses of SQL that WQL lacks, by the word that starts them, with what to do instead. */
export const FOREIGN_CLAUSES: ReadonlyMap<string, string> = new Map([
  ['ORDER', 'events arrive as they happen and data is sorted by whoever asks for it; remove it'],
  ['LIMIT', 'the number of results cannot be limited; remove it'],
  ['JOIN', 'a query reads one class; write a query for each, or ASSOCIATORS OF'],
  ['INNER', 'a query reads one class; write a query for each, or ASSOCIATORS OF'],
  ['LEFT', 'a query reads one class; write a query for each, or ASSOCIATORS OF'],
  ['UNION', 'a filter has one query; write a filter for each'],
  ['ON', 'a query reads one class; put the condition into WHERE'],
]);

/** Words of SQL before the list of a SELECT. */
export const FOREIGN_QUANTIFIERS: ReadonlySet<string> = new Set([
  'DISTINCT',
  'ALL',
  'TOP',
  'UNIQUE',
]);

/** The operators of other languages, with WQL's for them. */
export const FOREIGN_OPERATORS: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&lt;=', '<='],
  ['&lt;&gt;', '<>'],
  ['&gt;', '>'],
  ['&gt;=', '>='],
  ['==', '='],
  ['===', '='],
  [':=', '='],
  ['=>', '>='],
  ['!<', '>='],
  ['=<', '<='],
  ['!>', '<='],
  ['><', '<>'],
  ['!==', '<>'],
  ['=!', '!='],
  ['^=', '!='],
  ['=~', 'LIKE'],
  ['~', 'LIKE'],
  ['-eq', '='],
  ['-ne', '<>'],
  ['-lt', '<'],
  ['-le', '<='],
  ['-gt', '>'],
  ['-ge', '>='],
  ['-like', 'LIKE'],
  ['&&', 'AND'],
  ['&', 'AND'],
  ['-and', 'AND'],
  ['||', 'OR'],
  ['|', 'OR'],
  ['-or', 'OR'],
  ['!', 'NOT'],
  ['-not', 'NOT'],
  ['EQ', '='],
  ['EQUALS', '='],
  ['NE', '<>'],
  ['LT', '<'],
  ['LE', '<='],
  ['GT', '>'],
  ['GE', '>='],
  ['MATCHES', 'LIKE'],
  ['CONTAINS', 'LIKE'],
  ['INSTANCEOF', 'ISA'],
]);
