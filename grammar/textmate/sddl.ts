/** SDDL as it stands inside a string of MOF. Windows takes any case. */
import { comparisons, wordOperators } from '../sddl/condition.ts';
import { aceFlags, aceTypes, aclFlags, rights, sidAliases } from '../sddl/tokens.ts';
import { alternatives, captures, include, type Match, type Rule, whole, words } from './rule.ts';

const sid = `(?i:S-1(?:-(?:0x[0-9A-F]+|[0-9]+))+|${alternatives(sidAliases)})`;

/** What a field of an ACE holds; whatever is left of it is wrong, for Windows refuses the whole text then. */
function field(scope: string, pattern: string, blame: string): { readonly patterns: Match[] } {
  return {
    patterns: [
      { name: scope, match: `(?i:${pattern})` },
      { name: `invalid.illegal.${blame}.sddl`, match: String.raw`[^ \t]+` },
    ],
  };
}

const fieldText = String.raw`([^;()"\\]*)`;
const semicolon = { name: 'punctuation.separator.field.sddl' };
const guid = { name: 'constant.other.guid.sddl' };

/** An ACE: six fields, then perhaps a condition or a resource attribute. */
const ace: Rule = {
  name: 'meta.ace.sddl',
  begin: `(\\()${Array.from({ length: 6 }, () => fieldText).join('(;)')}`,
  end: String.raw`\)|(?=")`,
  beginCaptures: {
    '1': { name: 'punctuation.section.ace.begin.sddl' },
    '2': field('storage.type.ace.sddl', `(?:${alternatives(aceTypes.keys())})(?!\\w)`, 'ace-type'),
    '3': semicolon,
    '4': field('storage.modifier.ace.sddl', alternatives(aceFlags.keys()), 'ace-flag'),
    '5': semicolon,
    '6': {
      patterns: [
        { name: 'constant.numeric.mask.sddl', match: '-?(?i:0x[0-9a-f]+)|-?[0-9]+' },
        ...field('support.constant.right.sddl', alternatives(rights.keys()), 'right').patterns,
      ],
    },
    '7': semicolon,
    '8': guid,
    '9': semicolon,
    '10': guid,
    '11': semicolon,
    '12': field('variable.language.sid.sddl', `${sid}(?!\\w)`, 'sid'),
  },
  endCaptures: whole('punctuation.section.ace.end.sddl'),
  patterns: [{ include: '#sddl-condition' }],
};

export const sddl: Readonly<Record<string, Rule>> = {
  sddl: {
    patterns: [
      {
        match: `(?i:([OG])(:))[ \\t]*(${sid})`,
        captures: captures(
          'keyword.other.section.sddl',
          'punctuation.separator.section.sddl',
          'variable.language.sid.sddl',
        ),
      },
      {
        match: `(?i:([DS])(:))((?i:${alternatives(aclFlags)})*)`,
        captures: captures(
          'keyword.other.section.sddl',
          'punctuation.separator.section.sddl',
          'storage.modifier.acl.sddl',
        ),
      },
      ace,
      include('escape'),
    ],
  },
  'sddl-condition': {
    patterns: [
      {
        begin: String.raw`\(`,
        end: String.raw`\)|(?=")`,
        beginCaptures: whole('punctuation.section.parens.begin.sddl'),
        endCaptures: whole('punctuation.section.parens.end.sddl'),
        patterns: [{ include: '#sddl-condition' }],
      },
      {
        name: 'string.quoted.double.sddl',
        begin: String.raw`\\"`,
        end: String.raw`\\"|(?=")`,
        patterns: [include('escape')],
      },
      { name: 'variable.other.attribute.sddl', match: String.raw`@[\w.:/]+` },
      {
        match: `(?i:(SID)(\\())(${sid})(\\))`,
        captures: captures(
          'support.function.sddl',
          'punctuation.section.parens.begin.sddl',
          'variable.language.sid.sddl',
          'punctuation.section.parens.end.sddl',
        ),
      },
      {
        name: 'keyword.operator.word.sddl',
        match: words(wordOperators),
      },
      { name: 'keyword.operator.sddl', match: alternatives([...comparisons, '&&', '||', '!']) },
      { name: 'constant.numeric.sddl', match: String.raw`\b(?:0[xX][0-9A-Fa-f]+|[0-9]+)\b` },
      include('escape'),
    ],
  },
};
