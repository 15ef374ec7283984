import { describe, expect, test } from 'vitest';
import { filterWith } from '../../src/linter/filter-samples.ts';
import { sampleSubscription } from '../../src/linter/samples.ts';
import { analyzing, findingsOf, fixed, underlinedBy } from '../support/analysis.ts';

const withFilter = (property: string, line: string): string =>
  sampleSubscription({ filter: filterWith(property, line) });

describe('EventNamespace', () => {
  test.each([
    [String.raw`"\root\cimv2"`, 'event-namespace-bad-escape', String.raw`"\root\cimv2"`],
    [String.raw`"root" "\cimv2"`, 'event-namespace-bad-escape', String.raw`"root" "\cimv2"`],
    [String.raw`"root\\ cimv2"`, 'event-namespace-syntax', String.raw`"root\\ cimv2"`],
    [String.raw`"root\\\\cimv2"`, 'event-namespace-syntax', String.raw`"root\\\\cimv2"`],
    [String.raw`"root:cimv2"`, 'event-namespace-syntax', String.raw`"root:cimv2"`],
    [String.raw`"\\\\S" "RV\\root\\cimv2"`, 'event-namespace-remote', 'S" "RV'],
    ['"//srv/root/cimv2"', 'event-namespace-remote', 'srv'],
  ])('%s has one finding: %s at %s', (literal, rule, at) => {
    const text = withFilter('EventNamespace', `EventNamespace = ${literal};`);
    const warnings = analyzing(text).diagnostics.filter(({ severity }) => severity !== 'info');
    const namespaces = warnings.filter((found) =>
      /^(?:event-namespace|bad-escape)/.test(found.rule),
    );
    expect(namespaces.map((found) => found.rule)).toEqual([rule]);
    expect(namespaces.map(({ start, end }) => text.slice(start, end))).toEqual([at]);
  });

  test.each([
    [String.raw`"root\\cimv2"`],
    ['"root/cimv2"'],
    ['"//./root/cimv2"'],
    [String.raw`"\\\\.\\root\\cimv2"`],
    ['"$namespace"'],
    ['NULL'],
  ])('%s is as good as any', (literal) => {
    const text = withFilter('EventNamespace', `EventNamespace = ${literal};`);
    const rules = analyzing(text).diagnostics.map(({ rule }) => rule);
    expect(rules.filter((rule) => /^event-namespace-(?:bad|remote|syntax)/.test(rule))).toEqual([]);
  });

  test('is mended', () => {
    const text = withFilter('EventNamespace', String.raw`EventNamespace = "\root\cimv2";`);
    const [finding] = findingsOf('event-namespace-bad-escape', text);
    expect(fixed(text, finding?.fixes[0])).toContain(String.raw`EventNamespace = "root\\cimv2";`);
  });
});

describe('QueryLanguage', () => {
  test.each<[string, readonly string[]]>([
    ['QueryLanguage = "SQL";', ['"SQL"']],
    ['QueryLanguage = "wql";', []],
    ['QueryLanguage = "W" "QL";', []],
    ['QueryLanguage = "$language";', []],
  ])('%s', (line, expected) => {
    expect(
      underlinedBy('filter-query-language-not-wql', withFilter('QueryLanguage', line)),
    ).toEqual(expected);
  });

  test.each([['filter-missing-query-language'], ['filter-query-language-not-wql']])(
    'is mended by %s',
    (rule) => {
      const line = rule === 'filter-missing-query-language' ? '' : 'QueryLanguage = "SQL";';
      const text = withFilter('QueryLanguage', line);
      const [finding] = findingsOf(rule, text);
      const mended = fixed(text, finding?.fixes[0]);
      expect(findingsOf(rule, mended)).toEqual([]);
      expect(mended).toContain('QueryLanguage = "WQL";');
    },
  );

  test('under a misspelt name is not missing too', () => {
    const text = withFilter('QueryLanguage', 'QueryLangauge = "WQL";');
    expect(findingsOf('filter-missing-query-language', text)).toEqual([]);
  });
});

test('what a syntax error took is not missing', () => {
  const text = '#pragma namespace("root/subscription")\ninstance of __EventFilter as $F\n';
  const rules = analyzing(text).diagnostics.map(({ rule }) => rule);
  expect(rules.filter((rule) => rule.startsWith('filter-'))).toEqual([]);
});

describe('the subscription of Windows', () => {
  const inbox = String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\subscription")
instance of __EventFilter
{
  Name = "SCM Event Log Filter";
  EventNamespace = "root\\cimv2";
  Query = "select * from MSFT_SCMEventLogEvent";
  QueryLanguage = "WQL";
};
instance of NTEventLogEventConsumer
{
  Name = "SCM Event Log Consumer";
  NameOfUserSIDProperty = "sid";
  SourceName = "Service Control Manager";
};
`;
  const rulesOf = (text: string): readonly string[] =>
    analyzing(text)
      .diagnostics.map(({ rule }) => rule)
      .filter((rule) => /^(?:inbox|filter|consumer|ntlog)-/.test(rule));

  test('is passed over', () => {
    expect(rulesOf(inbox)).toEqual([]);
  });

  test('is not to be overwritten with another query', () => {
    const text = inbox.replace('MSFT_SCMEventLogEvent', 'Win32_ProcessStartTrace');
    expect(underlinedBy('inbox-subscription-overwritten', text)).toEqual([
      '"SCM Event Log Filter"',
    ]);
  });

  test('is not to be overwritten with another payload', () => {
    const text = inbox.replace('Service Control Manager', 'Other');
    expect(underlinedBy('inbox-subscription-overwritten', text)).toEqual([
      '"SCM Event Log Consumer"',
    ]);
  });

  test('does not lend its name to a consumer of another class', () => {
    const text = inbox.replace('NTEventLogEventConsumer', 'CommandLineEventConsumer');
    const [finding] = findingsOf('inbox-subscription-overwritten', text);
    expect(finding?.message).toContain('hides behind its name');
  });
});
