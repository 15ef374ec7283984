import { describe, expect, test } from 'vitest';

import type { PropertyAssignment, Value } from '../../grammar/mof/ast.ts';
import { parseMof } from '../../grammar/mof/parser.ts';
import { walk } from '../../grammar/mof/visit.ts';
import { parseWql } from '../../grammar/wql/parser.ts';
import { recordResult } from '../support/results.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

/** The queries of real files that are not flawless: what is marked, as which problem, and how it came about. */
const flawed: Readonly<Record<string, { readonly problems: string; readonly reason: string }>> = {
  $mofQuery: {
    problems: 'placeholder "$mofQuery"',
    reason: 'a template of a script, which puts the query in',
  },
  'Select * From __InstanceModificationEvent Within {trigger_interval} Where TargetInstance Isa "Win32_PerfFormattedData_PerfOS_System"':
    {
      problems: 'within-number "{trigger_interval}"',
      reason: 'a template of a script, which puts the number in',
    },
  'SELECT * FROM __InstanceCreationEvent Within 5Where TargetInstance Isa "Win32_Process" And Targetinstance.Name = "notepad.exe" ':
    {
      problems: 'missing-blank "5Where"',
      reason: 'two MOF strings without a blank between them; WMI accepts it',
    },
};

/** The texts that stand in the properties with queries of filters and provider registrations. */
function queriesIn(path: string): readonly string[] {
  const found: string[] = [];
  walk(parseMof(readShared(path).text).document, (node) => {
    if (node.kind !== 'InstanceDeclaration' && node.kind !== 'InstanceValue') return;
    const isFilter = node.className.name.toLowerCase() === '__eventfilter';
    for (const property of node.properties) {
      if (holdsQueries(property, isFilter)) found.push(...textsIn(property.value));
    }
  });
  return found;
}

function holdsQueries({ name }: PropertyAssignment, isFilter: boolean): boolean {
  const property = name.name.toLowerCase();
  return property === 'eventquerylist' || (isFilter && property === 'query');
}

function textsIn(value: Value | undefined): readonly string[] {
  if (value?.kind === 'ArrayValue') return value.elements.flatMap(textsIn);
  return value?.kind === 'StringValue' ? [value.value] : [];
}

function problemsOf(query: string): string {
  return parseWql(query)
    .problems.map(({ code, start, end }) => `${code} "${query.slice(start, end)}"`)
    .join(', ');
}

describe.skipIf(!sharedIsPresent)(`the queries of real files${skippedNote}`, () => {
  test('parse without a problem, but for the flawed ones', ({ task }) => {
    const queries = [...sharedFiles('corpus'), ...sharedFiles('cases')].flatMap(queriesIn);
    expect(queries).toHaveLength(79);
    const found = Object.fromEntries(
      queries.map((query) => [query, problemsOf(query)] as const).filter(([, text]) => text !== ''),
    );
    const damaged = queries.filter((query) => problemsOf(query) !== '').length;
    recordResult(
      task,
      'queries of the corpus',
      `${queries.length - damaged} of ${queries.length} parse, ${damaged} are flawed, each with a reason`,
    );
    expect(found).toEqual(
      Object.fromEntries(Object.entries(flawed).map(([query, { problems }]) => [query, problems])),
    );
  });
});
