import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sidAliases } from '../../grammar/sddl/tokens.ts';
import { formatSid, parseSid } from '../../src/security/sid.ts';
import {
  aliasMeaning,
  describeSid,
  findSidByName,
  nameOfSid,
  wellKnownRids,
  wellKnownSids,
} from '../../src/security/well-known-sids.ts';

function nameOf(text: string): string | undefined {
  const parsed = parseSid(text);
  return parsed.kind === 'sid' ? nameOfSid(parsed.sid) : undefined;
}

describe('well-known SIDs', () => {
  it.each([
    ['S-1-5-32-544', 'BUILTIN\\Administrators'],
    ['S-1-5-18', 'Local System'],
    ['S-1-1-0', 'Everyone'],
    ['S-1-5-21-1-2-3-512', 'Domain Admins (of domain S-1-5-21-1-2-3)'],
    ['S-1-5-21-1-2-3-500', 'Administrator (of domain or machine S-1-5-21-1-2-3)'],
    ['S-1-5-21-1-2-3-1001', 'account 1001 of domain or machine S-1-5-21-1-2-3'],
    ['S-1-5-5-0-12345', 'Logon session 0-12345'],
    ['S-1-16-12288', 'High label'],
    ['S-1-15-3-1', 'a capability of an app (1)'],
  ])('names %s %s', (sid, name) => {
    expect(nameOf(sid)).toBe(name);
  });

  it('has no name for a stranger', () => {
    expect(describeSid({ authority: 5, subAuthorities: [999] })).toBe('S-1-5-999');
  });

  it('knows what each of the 68 aliases means', () => {
    expect(sidAliases.size).toBe(68);
    expect([...sidAliases].filter((alias) => aliasMeaning(alias) === undefined)).toEqual([]);
    const named = [...wellKnownSids, ...wellKnownRids].flatMap(({ alias }) => alias ?? []);
    expect(named.toSorted()).toEqual([...sidAliases].toSorted());
  });

  it.each(['Administrators', 'builtin\\administrators', 'LocalSystem', 'nt authority\\system'])(
    'finds %s by name',
    (name) => {
      expect(findSidByName(name)).toBeDefined();
    },
  );
});

const file = '../shared/vectors/sddl/well-known-sids.json';
const present = existsSync(file);

describe.skipIf(!present)(
  `the list of well-known SIDs${present ? '' : ' (skipped: ../shared is absent)'}`,
  () => {
    interface Entry {
      readonly sid: string;
      readonly name: string;
      readonly alias?: string;
      readonly relative?: string;
      readonly rid?: number;
    }
    const entries = present ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Entry[]) : [];

    it(`agrees with ours on ${entries.length} of ${entries.length} entries`, () => {
      const fixed = new Map(wellKnownSids.map((known) => [formatSid(known.sid), known]));
      const relative = new Map(wellKnownRids.map((known) => [known.rid, known]));
      const different = entries.filter(({ sid, name, alias, rid, relative: realm }) => {
        if (rid === undefined) {
          const ours = fixed.get(sid);
          return ours?.alias !== alias || !name.startsWith(ours?.name ?? '?');
        }
        const ours = relative.get(rid);
        return ours?.name !== name || ours.alias !== alias || ours.realm !== realm;
      });
      expect(different).toEqual([]);
      expect(fixed.size + relative.size).toBe(entries.length);
    });
  },
);
