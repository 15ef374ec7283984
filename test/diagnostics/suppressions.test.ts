import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { rules, rulesOf } from '../../src/linter/registry.ts';
import { suppressibleRules } from '../../src/linter/suppressible.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { analyzing, fixed } from '../support/analysis.ts';

/** A text with a finding of `property-type` at `"one"` and another at `"two"`. */
function text(places: {
  readonly first?: string;
  readonly above?: string;
  readonly behind?: string;
  readonly between?: string;
  readonly last?: string;
}): string {
  return `${places.first ?? ''}class Sample { [key] uint32 Id; uint32 Level; };
instance of Sample
{
  ${places.above ?? ''}
  Id = "one"; ${places.behind ?? ''}
  ${places.between ?? ''}
  Level = "two"; ${places.last ?? ''}
};
`;
}

/** What the findings of `property-type` underline that are reported, and that are suppressed. */
function outcome(mof: string): { readonly reported: string[]; readonly suppressed: string[] } {
  const { diagnostics, suppressed } = analyzing(mof);
  const underlined = (list: typeof diagnostics): string[] =>
    list
      .filter(({ rule }) => rule === 'property-type')
      .map(({ file, start, end }) => file.text.slice(start, end));
  return { reported: underlined(diagnostics), suppressed: underlined(suppressed) };
}

/** The findings about the comments themselves, with what they underline. */
function problems(mof: string): string[] {
  return analyzing(mof)
    .diagnostics.filter(({ rule }) => rule.startsWith('suppression-'))
    .map(({ rule, file, start, end }) => `${rule}: ${file.text.slice(start, end)}`);
}

const one = { reported: ['"two"'], suppressed: ['"one"'] };
const two = { reported: ['"one"'], suppressed: ['"two"'] };
const both = { reported: [], suppressed: ['"one"', '"two"'] };
const none = { reported: ['"one"', '"two"'], suppressed: [] };

describe('a comment suppresses', () => {
  it.each<[string, Parameters<typeof text>[0], typeof one]>([
    ['nothing when there is none', {}, none],
    ['the line below', { above: '// mofsec-disable-next-line property-type' }, one],
    ['the line below, as a block', { above: '/* mofsec-disable-next-line property-type */' }, one],
    [
      'the line below a block of several lines',
      { above: '/*\n * mofsec-disable-next-line\n *   property-type\n *  -- because\n */' },
      one,
    ],
    ['its own line', { behind: '// mofsec-disable-line property-type' }, one],
    ['all rules when it names none', { behind: '// mofsec-disable-line' }, one],
    ['all rules, with a reason', { behind: '// mofsec-disable-line -- a reason' }, one],
    ['several rules', { behind: '// mofsec-disable-line property-type, key-missing' }, one],
    [
      'rules with blanks between',
      { behind: '// mofsec-disable-line key-missing property-type' },
      one,
    ],
    ['rules in other case', { behind: '// mofsec-disable-line Property-Type' }, one],
    ['what is behind it', { between: '// mofsec-disable property-type' }, two],
    [
      'what is between it and the end',
      { above: '// mofsec-disable property-type', between: '// mofsec-enable property-type' },
      one,
    ],
    ['up to the end of all', { above: '// mofsec-disable', between: '// mofsec-enable' }, one],
    [
      'all but one rule',
      { above: '// mofsec-disable', between: '// mofsec-enable property-type' },
      one,
    ],
    [
      'a rule that a general end frees',
      { above: '// mofsec-disable property-type', between: '// mofsec-enable' },
      one,
    ],
    ['the whole file, from the top', { first: '// mofsec-disable-file property-type\n' }, both],
    ['the whole file, from the end', { last: '// mofsec-disable-file property-type' }, both],
    [
      'the line below, above which several stand',
      {
        above:
          '// mofsec-disable-next-line property-type -- one\n  // mofsec-disable-next-line key-missing',
      },
      one,
    ],
    ['nothing of another rule', { behind: '// mofsec-disable-line key-missing' }, none],
    ['nothing of another line', { between: '// mofsec-disable-line property-type' }, none],
    [
      'nothing in the second line below',
      { above: '// mofsec-disable-next-line property-type\n' },
      none,
    ],
    ['nothing when misspelt', { behind: '// mofsec-disable-lines property-type' }, none],
    ['nothing when it is prose', { behind: '// see mofsec-disable-line property-type' }, none],
    ['nothing when it is a string', { behind: 'Note = "// mofsec-disable-line";' }, none],
  ])('%s', (_, places, expected) => {
    expect(outcome(text(places))).toEqual(expected);
    expect(outcome(text(places).replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('only findings of its own file', () => {
    const { diagnostics } = analyzing({
      'a.mof': '// mofsec-disable-file\n',
      'b.mof': text({}),
    });
    expect(diagnostics.filter(({ rule }) => rule === 'property-type')).toHaveLength(2);
  });

  it('by its place in an included file, too', () => {
    const onDisk = { 'inc.mof': text({ behind: '// mofsec-disable-line property-type' }) };
    const { diagnostics, suppressed } = analyzing('#include ("inc.mof")', { onDisk });
    expect(diagnostics.filter(({ rule }) => rule === 'property-type')).toHaveLength(1);
    expect(suppressed.map(({ file }) => file.path)).toEqual(['inc.mof']);
  });

  it('nothing that mofcomp stops at', () => {
    const mof = '// mofsec-disable\nclass A {\n';
    expect(analyzing(mof).diagnostics.map(({ rule }) => rule)).toContain('syntax');
  });
});

describe('suppressed findings', () => {
  it('are kept with the comment and its reason', () => {
    const mof = text({ behind: '/* mofsec-disable-line property-type -- it is a --- test  */' });
    const [finding] = analyzing(mof).suppressed;
    expect(finding).toMatchObject({ rule: 'property-type', severity: 'error' });
    expect(finding?.suppression.reason).toBe('it is a --- test');
    const { start = 0, end } = finding?.suppression ?? {};
    expect(mof.slice(start, end)).toMatch(/^\/\* mofsec.*\*\/$/u);
  });

  it('have no reason where none is written', () => {
    const mof = text({ behind: '// mofsec-disable-line property-type --' });
    expect(analyzing(mof).suppressed.map(({ suppression }) => suppression.reason)).toEqual([
      undefined,
    ]);
  });
});

describe('problems with comments', () => {
  it.each<[string, Parameters<typeof text>[0], string[]]>([
    ['none where all is well', { behind: '// mofsec-disable-line property-type' }, []],
    ['none in other comments', { behind: '// mofsec-tested by hand' }, []],
    [
      'a directive that there is not',
      { behind: '// mofsec-disable-lines property-type' },
      ['suppression-invalid: mofsec-disable-lines'],
    ],
    [
      'a rule that there is not',
      { behind: '// mofsec-disable-line property-types' },
      ['suppression-unknown-rule: property-types'],
    ],
    [
      'a rule that cannot be suppressed',
      { behind: '// mofsec-disable-line syntax, property-type' },
      ['suppression-invalid: syntax'],
    ],
    [
      'a comment that suppresses nothing',
      { between: '// mofsec-disable-line property-type' },
      ['suppression-unused: // mofsec-disable-line property-type'],
    ],
    [
      'one of two rules that suppresses nothing',
      { behind: '// mofsec-disable-line key-missing, property-type' },
      ['suppression-unused: key-missing'],
    ],
    [
      'a comment about all rules that suppresses nothing',
      { between: '// mofsec-disable-line -- just in case' },
      ['suppression-unused: // mofsec-disable-line -- just in case'],
    ],
    [
      'the second of two comments about one finding',
      {
        first: '// mofsec-disable-file property-type\n',
        behind: '// mofsec-disable-line property-type',
        last: '// mofsec-disable-line property-type',
      },
      ['suppression-unused: // mofsec-disable-file property-type'],
    ],
    [
      'an end without a beginning',
      { between: '// mofsec-enable property-type' },
      ['suppression-unused: // mofsec-enable property-type'],
    ],
    [
      'an end of all without a beginning',
      { between: '/* mofsec-enable */' },
      ['suppression-unused: /* mofsec-enable */'],
    ],
    [
      'an end of a rule that nobody disabled',
      {
        above: '// mofsec-disable property-type',
        between: '// mofsec-enable property-type, key-missing',
      },
      ['suppression-unused: key-missing'],
    ],
  ])('%s', (_, places, expected) => {
    expect(problems(text(places))).toEqual(expected);
  });

  it('say what was meant', () => {
    const said = (mof: string): string[] =>
      analyzing(mof)
        .diagnostics.filter(({ rule }) => rule.startsWith('suppression-'))
        .map(({ message }) => message);
    expect(said('// mofsec-disable-nextline x')[0]).toContain('mofsec-disable-next-line?');
    expect(said('// mofsec-disable-file creator-sid-abset')[0]).toContain('creator-sid-absent?');
    expect(said('// mofsec-disable-file because of that')[0]).toContain('( -- )');
  });

  it('are none about rules that do not run', () => {
    const source = new SourceFile('a.mof', '// mofsec-disable-file class-without-key\n');
    const rulesFound = (set: typeof rules): string[] =>
      analyze([source], { rules: set }).diagnostics.map(({ rule }) => rule);
    expect(rulesFound(rulesOf('recommended'))).toEqual([]);
    expect(rulesFound(rulesOf('mofcomp'))).toEqual([]);
    expect(rulesFound(rules)).toEqual(['suppression-unused']);
  });

  it('cannot be suppressed themselves', () => {
    expect(problems('// mofsec-disable-file\n// mofsec-disable-line nonsense-rule')).toEqual([
      'suppression-unused: // mofsec-disable-file',
      'suppression-unknown-rule: nonsense-rule',
    ]);
  });

  it.each<[string, string, string]>([
    ['a misspelt directive', 'A // mofsec-disable-lines x', 'A // mofsec-disable-line x'],
    [
      'a directive in capitals',
      '// MOFSEC-DISABLE-FILE key-missing',
      '// mofsec-disable-file key-missing',
    ],
    ['a misspelt rule', '// mofsec-disable-file key-mising', '// mofsec-disable-file key-missing'],
    ['a line of its own', 'class A;\n  // mofsec-disable-file\nclass B;', 'class A;\nclass B;'],
    ['a comment behind code', 'class A;  // mofsec-disable-line\n', 'class A;\n'],
    ['a comment before code', '/* mofsec-disable-file */ class A;', ' class A;'],
    ['an end', '// mofsec-enable\n', ''],
  ])('are mended: %s', (_, before, after) => {
    const finding = analyzing(before).diagnostics.find(({ rule }) =>
      rule.startsWith('suppression-'),
    );
    expect(fixed(before, finding?.fixes[0])).toBe(after);
  });

  it.each([
    ['key-missing, property-type -- why', 'property-type -- why'],
    ['property-type, key-missing -- why', 'property-type -- why'],
    ['property-type key-missing', 'property-type'],
  ])('of one rule among several (%s) are mended', (before, after) => {
    const mof = text({ behind: `// mofsec-disable-line ${before}` });
    const finding = analyzing(mof).diagnostics.find(({ rule }) => rule === 'suppression-unused');
    expect(fixed(mof, finding?.fixes[0])).toBe(text({ behind: `// mofsec-disable-line ${after}` }));
  });
});

describe('hostile comments', () => {
  it('with very many rules, lines and asterisks take no time', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `no-rule-${index}`).join(', ');
    const mof = [
      `// mofsec-disable-file ${many}`,
      `/* mofsec-disable-line ${'*'.repeat(200_000)}`,
      `*/ ${'// mofsec-disable-next-line property-type\n'.repeat(5000)}`,
      text({}).repeat(1),
      `/* mofsec-disable ${' -'.repeat(100_000)}`,
    ].join('\n');
    const started = performance.now();
    analyzing(mof);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('never make a finding vanish without a trace', () => {
    const names = fc.constantFrom('property-type', 'key-missing', 'property-type, syntax', '');
    const directive = fc.constantFrom(
      'mofsec-disable',
      'mofsec-enable',
      'mofsec-disable-line',
      'mofsec-disable-next-line',
      'mofsec-disable-file',
      'mofsec-disable-all',
    );
    const comment = fc.tuple(directive, names).map(([word, list]) => `// ${word} ${list}\n`);
    const comments = fc.array(comment, { maxLength: 3 }).map((lines) => lines.join(''));
    const anywhere = fc.record({
      first: comments,
      above: comments,
      behind: comments,
      between: comments,
      last: comments,
    });
    fc.assert(
      fc.property(anywhere, (places) => {
        const { reported, suppressed } = outcome(text(places));
        expect([...reported, ...suppressed].toSorted()).toEqual(['"one"', '"two"']);
      }),
    );
  });
});

describe('what can be suppressed', () => {
  it('is everything but errors of syntax, whatever they come from, and problems of comments', () => {
    const never = rules.filter(({ name }) => !suppressibleRules.has(name));
    expect(never.filter(({ group }) => group !== 'carrier').map(({ name }) => name)).toEqual([
      'syntax',
      'unterminated-string',
      'unterminated-comment',
      'suppression-invalid',
      'suppression-unknown-rule',
      'suppression-unused',
    ]);
    expect(new Set(never.map(({ check }) => check))).toEqual(new Set(['parser', 'suppressions']));
  });
});
