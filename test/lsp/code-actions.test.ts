import { describe, expect, it } from 'vitest';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
} from 'vscode-languageserver-types';
import { applyEdits, type Bench, openMarked } from './workbench.ts';

/** What is offered at the first mark. */
function actionsAt(
  { service, uri, ranges, position }: Bench,
  context: Partial<CodeActionContext> = {},
): CodeAction[] {
  const range = ranges[0] ?? { start: position, end: position };
  return service.codeActions(uri, range, { diagnostics: [], ...context });
}

function titlesAt(bench: Bench, context: Partial<CodeActionContext> = {}): string[] {
  return actionsAt(bench, context).map(({ title }) => title);
}

/** The text after an action that is offered at the first mark. */
function after(bench: Bench, title: string): string {
  const action = actionsAt(bench).find((action) => action.title === title);
  if (action === undefined) throw new Error(`there is no ${title}`);
  const { edit } = bench.service.resolveCodeAction(action);
  return applyEdits(bench.text, edit?.changes?.[bench.uri] ?? []);
}

/** The rules of the findings in a text, once an action has changed it. */
function rulesAfter(bench: Bench, title: string): unknown[] {
  const text = after(bench, title);
  bench.service.workspace.change(bench.uri, 2, [{ text }]);
  return bench.service.diagnostics(bench.uri).map(({ code }) => code);
}

const wrongValue = 'class A { [key] uint32 Id; };\ninstance of A\n{\n  Id = ⟦⟧"x";\n};\n';
const unsafe = `instance of __EventFilter\n{\n  EventAccess = "O:BAG:BAD:(A;;⟦128⟧;;;BA)";\n  Name = "F";\n};\n`;

describe('at a finding', () => {
  it('its fixes come first, then what is about its rule', async () => {
    const bench = await openMarked(unsafe);
    const titles = titlesAt(bench);
    const [first = ''] = titles;
    expect(first).not.toMatch(/^(?:Suppress|Explain|Fix all|Apply)/);
    const order = ['Suppress', 'Explain', 'Apply all'].map((word) =>
      titles.findIndex((title) => title.startsWith(word)),
    );
    expect(order.toSorted((a, b) => a - b)).toEqual(order);
    expect(order[0]).toBeGreaterThan(0);
  });

  it('the safe fix is preferred, and says which finding it mends', async () => {
    const bench = await openMarked(unsafe);
    const fixes = actionsAt(bench).filter(({ isPreferred }) => isPreferred === true);
    expect(fixes).toHaveLength(1);
    expect(bench.service.diagnostics(bench.uri)).toContainEqual(fixes[0]?.diagnostics?.[0]);
  });

  it('every fix mends it', async () => {
    const bench = await openMarked(unsafe);
    for (const action of actionsAt(bench)) {
      if (action.edit === undefined || /^(?:Suppress|Fix all)/.test(action.title)) continue;
      const [diagnostic] = action.diagnostics ?? [];
      const fresh = await openMarked(unsafe);
      const rules = rulesAfter(fresh, action.title);
      expect(rules).not.toContain(diagnostic?.code);
    }
  });

  it('nothing is offered elsewhere', async () => {
    const bench = await openMarked(
      '⟦⟧class A { [key] uint32 Id; };\n\ninstance of A { Id = "x"; };',
    );
    expect(titlesAt(bench)).toEqual([]);
  });

  it('what the client names counts too, as editors ask for whole lines', async () => {
    const bench = await openMarked(wrongValue.replace('⟦⟧', '').replace('  Id', '⟦⟧  Id'));
    expect(titlesAt(bench)).toEqual([]);
    const diagnostics = bench.service.diagnostics(bench.uri);
    expect(titlesAt(bench, { diagnostics })).toContain('Suppress property-type on this line');
    const stale = diagnostics.map((diagnostic) => ({ ...diagnostic, code: 'no-rule' }));
    expect(titlesAt(bench, { diagnostics: stale })).toEqual([]);
  });
});

describe('the kinds of actions', () => {
  it.each<[string[] | undefined, boolean, boolean]>([
    [undefined, true, true],
    [[], false, false],
    [[CodeActionKind.QuickFix], true, false],
    [[CodeActionKind.Source], false, true],
    [[CodeActionKind.SourceFixAll], false, true],
    [['source.fixAll.mofsec'], false, true],
    [['source.fixAll.other'], false, false],
    [[CodeActionKind.Refactor], false, false],
    [[''], true, true],
  ])('%j asks for quick fixes: %j, and for all of them: %j', async (only, quick, all) => {
    const bench = await openMarked(unsafe);
    const kinds = new Set(actionsAt(bench, only && { only }).map(({ kind }) => kind));
    expect([kinds.has(CodeActionKind.QuickFix), kinds.has('source.fixAll.mofsec')]).toEqual([
      quick,
      all,
    ]);
  });

  it('of a light bulb are quick fixes alone', async () => {
    const bench = await openMarked(unsafe);
    const triggerKind = CodeActionTriggerKind.Automatic;
    const kinds = new Set(actionsAt(bench, { triggerKind }).map(({ kind }) => kind));
    expect([...kinds]).toEqual([CodeActionKind.QuickFix]);
    expect(actionsAt(bench, { triggerKind, only: ['source.fixAll'] })).toHaveLength(1);
  });
});

describe('fixing all', () => {
  const three = `instance of __EventFilter
{
  EventAccess = "⟦O:baG:baD:⟧(A;;0x80;;;BA)";
  Name = "F";
};
instance of __EventFilter
{
  EventAccess = "O:baG:baD:(A;;128;;;BA)";
  Name = "G";
};
`;

  it('of a rule mends its findings and no others', async () => {
    const bench = await openMarked(three);
    const text = after(bench, 'Fix all sddl-lowercase in this file');
    expect(text.match(/O:BAG:BAD:/g)).toHaveLength(2);
    expect(text).toContain(';;128;;');
  });

  it('that is safe mends all safe findings, however many rounds that takes', async () => {
    const bench = await openMarked(three);
    const isSafelyMendable = (): boolean =>
      bench.service
        .diagnostics(bench.uri)
        .some(({ data }) => (data as { readonly fix: string }).fix === 'safe');
    expect(isSafelyMendable()).toBe(true);
    const text = after(bench, 'Apply all safe fixes of mofsec');
    bench.service.workspace.change(bench.uri, 2, [{ text }]);
    expect(isSafelyMendable()).toBe(false);
  });

  it('is not offered for one finding, or for none', async () => {
    const one = await openMarked(unsafe);
    expect(titlesAt(one).filter((title) => title.startsWith('Fix all'))).toEqual([]);
    const none = await openMarked(wrongValue);
    expect(titlesAt(none).filter((title) => /^(?:Fix|Apply) all/.test(title))).toEqual([]);
  });

  it('leaves actions of other sorts, and of unknown documents, as they are', async () => {
    const { service } = await openMarked(unsafe);
    const others: CodeAction[] = [
      { title: 'x' },
      { title: 'x', data: 5 },
      { title: 'x', data: { uri: 7 } },
      { title: 'x', data: { uri: 'file:///nowhere/a.mof' } },
    ];
    for (const action of others) expect(service.resolveCodeAction(action)).toEqual(action);
  });
});

describe('suppressing', () => {
  const inLine = 'Suppress property-type on this line';
  const inFile = 'Suppress property-type in this file';

  it('in a line writes a comment above it, as far to the right', async () => {
    expect(after(await openMarked(wrongValue), inLine)).toBe(
      'class A { [key] uint32 Id; };\ninstance of A\n{\n  // mofsec-disable-next-line property-type\n  Id = "x";\n};\n',
    );
  });

  it('in the file writes a comment at its beginning', async () => {
    expect(after(await openMarked(wrongValue), inFile)).toMatch(
      /^\/\/ mofsec-disable-file property-type\nclass A/,
    );
  });

  it.each([inLine, inFile])('works: %s', async (title) => {
    const bench = await openMarked(wrongValue);
    expect(rulesAfter(bench, title)).toEqual([]);
  });

  it.each([
    ['tabs and other line ends', wrongValue.replace('  Id', '\t\tId').replaceAll('\n', '\r\n')],
    ['the first line', 'instance of ⟦⟧__EventFilter { };'],
    ['strings that go on', 'class A { [key] uint32 Id; };\ninstance of A { Id =\n ⟦⟧"x"\n "y"; };'],
  ])('keeps to %s', async (_, marked) => {
    const bench = await openMarked(marked);
    const [title = ''] = titlesAt(bench).filter((title) => title.endsWith('on this line'));
    const rule = title.split(' ')[1];
    const text = after(bench, title);
    expect(text.includes('\r\n')).toBe(marked.includes('\r\n'));
    expect(text.replaceAll('\r\n', '')).not.toContain('\r');
    if (marked.includes('\t')) expect(text).toContain('\t\t// mofsec-disable-next-line');
    bench.service.workspace.change(bench.uri, 2, [{ text }]);
    expect(bench.service.diagnostics(bench.uri).map(({ code }) => code)).not.toContain(rule);
  });

  it.each([
    ['// mofsec-disable-next-line key-missing -- why\n  Id = ⟦⟧"x";', ', property-type -- why'],
    ['/* mofsec-disable-next-line key-missing */\n  Id = ⟦⟧"x";', 'key-missing, property-type */'],
    ['Id = ⟦⟧"x"; // mofsec-disable-line key-missing', 'key-missing, property-type'],
  ])('adds to the comment that is there: %s', async (line, expected) => {
    const bench = await openMarked(
      `class A { [key] uint32 Id; };\ninstance of A\n{\n  ${line}\n};\n`,
    );
    const text = after(bench, inLine);
    expect(text).toContain(expected);
    expect(text.match(/mofsec-disable/g)).toHaveLength(1);
  });

  it('adds to the comment for the file that is there', async () => {
    const bench = await openMarked(`// mofsec-disable-file key-missing -- why\n${wrongValue}`);
    const text = after(bench, inFile);
    expect(text).toMatch(/^\/\/ mofsec-disable-file key-missing, property-type -- why\n/);
  });

  it('is not offered for errors of syntax, nor in the middle of a string', async () => {
    const broken = await openMarked('class ⟦⟧{');
    expect(titlesAt(broken).filter((title) => title.startsWith('Suppress'))).toEqual([]);
    const inside = await openMarked(
      'instance of __EventFilter { Name = "F"; QueryLanguage = "WQL";\nQuery = "SELECT * FROM\n__Nonsense⟦⟧Event WITHIN 5"; };',
    );
    for (const title of titlesAt(inside).filter((title) => title.endsWith('on this line'))) {
      const fresh = await openMarked(inside.text.replace('__NonsenseEvent', '__Nonsense⟦⟧Event'));
      expect(after(fresh, title)).toMatch(/^[^"]*\n\/\/ mofsec|^\/\/ mofsec/m);
    }
  });
});

describe('explaining', () => {
  it('is a command about the rule, once for each', async () => {
    const bench = await openMarked(
      'class A { [key] uint32 Id; };\n⟦instance of A { Id = "x"; };\ninstance of A { Id = "y"; };⟧',
    );
    const explained = actionsAt(bench).filter(({ title }) => title.startsWith('Explain'));
    expect(explained.map(({ command }) => command)).toEqual([
      {
        title: 'Explain property-type',
        command: 'mofsec.explainRule',
        arguments: ['property-type'],
      },
    ]);
  });
});
