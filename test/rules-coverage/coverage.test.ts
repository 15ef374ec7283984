/**
 * What became of every rule that the notes on WMI propose: candidates.json says so by name, with `implemented`,
 * `open` (not yet), `{ "mergedInto": rule }` or `{ "declined": reason }`.
 */
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/linter/registry.ts';
import type { Severity } from '../../src/diagnostics/diagnostic.ts';
import { recordResult } from '../support/results.ts';
import { readShared, sharedIsPresent, skippedNote } from '../support/shared-files.ts';
import candidates from './candidates.json' with { type: 'json' };

type Verdict =
  'implemented' | 'open' | { readonly mergedInto: string } | { readonly declined: string };

const verdicts = new Map(Object.entries(candidates as Readonly<Record<string, Verdict>>));
const severities = new Map(rules.map(({ name, severity }) => [name, severity]));

/** Where a rule has another severity than was proposed, and why. */
const otherSeverities: ReadonlyMap<string, { readonly now: Severity; readonly why: string }> =
  new Map([
    [
      'association-reference-count',
      { now: 'warning', why: 'WMI compiles associations of three references, and CIM has some' },
    ],
    ['class-without-key', { now: 'info', why: 'WMI compiles the class; only its instances fail' }],
    ['event-access-no-group', { now: 'warning', why: 'derived: no page of WMI says it in words' }],
    ['event-access-no-owner', { now: 'warning', why: 'derived: no page of WMI says it in words' }],
    [
      'event-query-partial-instances',
      {
        now: 'warning',
        why: 'the page says that it cannot be done and names no error',
      },
    ],
    ['property-keyword-name', { now: 'info', why: 'classes of Windows itself have such names' }],
    [
      'provider-qualifier-unresolved',
      { now: 'info', why: 'the provider may be registered by a file that is not given' },
    ],
    [
      'requires-encryption-placement',
      { now: 'error', why: 'it never works elsewhere, and inside another instance it is no MOF' },
    ],
  ]);

function having(kind: 'implemented' | 'open' | 'mergedInto' | 'declined'): readonly string[] {
  return [...verdicts]
    .filter(([, verdict]) => verdict === kind || (typeof verdict === 'object' && kind in verdict))
    .map(([name]) => name);
}

describe('the table', () => {
  test('calls implemented what the registry has', () => {
    expect(having('implemented').filter((name) => !severities.has(name))).toEqual([]);
  });

  test('calls nothing open, merged or declined that the registry has', () => {
    const others = [...having('open'), ...having('mergedInto'), ...having('declined')];
    expect(others.filter((name) => severities.has(name))).toEqual([]);
  });

  test('merges into rules that exist, and declines with a reason', () => {
    for (const verdict of verdicts.values()) {
      if (typeof verdict === 'string') continue;
      if ('mergedInto' in verdict) expect([...severities.keys()]).toContain(verdict.mergedInto);
      else expect(verdict.declined).toMatch(/^.{20,}\.$/s);
    }
  });
});

describe.skipIf(!sharedIsPresent)(`the notes on WMI${skippedNote}`, () => {
  const proposed = new Map(
    Array.from(
      (sharedIsPresent ? readShared('facts/wmi.md').text : '').matchAll(
        /^- \*\*`(?<name>[a-z0-9-]+)`\*\* · (?<severity>error|warning|info)\./gm,
      ),
      ({ groups }) => [groups?.['name'] ?? '', groups?.['severity'] ?? ''],
    ),
  );

  test('propose 278 rules, and the table has each of them and no other', () => {
    expect(proposed.size).toBe(278);
    expect([...verdicts.keys()].toSorted()).toEqual([...proposed.keys()].toSorted());
  });

  test('agree about severities, with the exceptions that are listed', () => {
    const different = [...proposed].flatMap(([name, severity]) => {
      const now = severities.get(name);
      return now === undefined || now === severity ? [] : [[name, now]];
    });
    expect(Object.fromEntries(different)).toEqual(
      Object.fromEntries([...otherSeverities].map(([name, { now }]) => [name, now])),
    );
  });

  test('are counted', ({ task }) => {
    const counts = (['implemented', 'mergedInto', 'declined', 'open'] as const).map(
      (kind) => `${having(kind).length} ${kind === 'mergedInto' ? 'merged' : kind}`,
    );
    recordResult(task, 'proposed rules', `${verdicts.size}: ${counts.join(', ')}`);
    expect(verdicts.size).toBe(278);
  });
});
