import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { positionAt } from '../../lsp/positions.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { openMarked, uriOf } from './workbench.ts';
import { completing } from './completing.ts';

const sample = String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\subscription")
#include ("other.mof")
// mofsec-disable-next-line creator-sid-absent -- not yet
Qualifier Description : ToSubClass Amended;
[Dynamic, Provider("P"), Description("x" "y") : Amended ToSubClass]
class A as $A : __ExtrinsicEvent
{
  [Key, MaxLen(5)] string S = "a";
  __EventFilter ref R[4];
  [Implemented] uint32 M([In, ID(0)] string P, [Out] A Q);
};
instance of __EventFilter as $F
{
  Name = "f";
  Query = "SELECT * FROM __InstanceModificationEvent " /* w */ "WITHIN 300 "
    "WHERE TargetInstance ISA \"Win32_Service\" AND (TargetInstance.State = 'x' OR NOT PreviousInstance.Name LIKE 'a%') "
    "GROUP WITHIN 300 BY TargetInstance.Name HAVING NumberOfEvents > 5";
  EventAccess = "O:BAG:BAD:P(A;CI;0x80;;;BA)(D;;GA;;;S-1-5-32-544)S:(AU;SA;GA;;;WD)";
  CreatorSID = {1, 2, 0x0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};
};
instance of LogFileEventConsumer as $C { Text = "%TargetInstance.Name% 100%%"; };
instance of __FilterToConsumerBinding { Filter = $F; Consumer = "LogFileEventConsumer.Name=\"c\""; };
#define X 1
`;

/** Whether an item replaces a stretch of the line around a position. */
function isAround({ textEdit }: CompletionItem, { line, character }: Position): boolean {
  if (textEdit === undefined || !('range' in textEdit)) return false;
  const { start, end } = textEdit.range;
  const isOnLine = start.line === line && end.line === line;
  return isOnLine && start.character <= character && character <= end.character;
}

describe('completion and signature help', () => {
  test('answer at every place of a file', async () => {
    const { service, uri } = await openMarked(sample, { 'other.mof': 'class B { };' });
    const source = new SourceFile('main.mof', sample);
    let items = 0;
    for (let offset = 0; offset <= sample.length; offset++) {
      const position = positionAt(source, offset);
      const found = service.completion(uri, position).items;
      items += found.length;
      expect(found.filter((item) => !isAround(item, position))).toEqual([]);
      service.signatureHelp(uri, position);
    }
    expect(items).toBeGreaterThan(1000);
  });

  test('answer while a file is typed from its first character to its last', async () => {
    const { service } = await openMarked('');
    const uri = uriOf('main.mof');
    for (let length = 0; length <= sample.length; length += 7) {
      const text = sample.slice(0, length);
      service.workspace.open(uri, 'mof', length + 2, text);
      const position = positionAt(new SourceFile('main.mof', text), length);
      service.completion(uri, position);
      service.signatureHelp(uri, position);
    }
  });

  test.each([
    ['nested brackets', `instance of A { B = ${'{'.repeat(3000)}⟦⟧`],
    ['quotation marks', `instance of A { B = ${'"'.repeat(3001)}⟦⟧`],
    [
      'classes that derive from one another',
      'class A : B { };\nclass B : A { };\ninstance of A { ⟦⟧ };',
    ],
    ['a name of objects', 'instance of __proto__ { constructor = ⟦⟧ };'],
    [
      'a class with the name of a method of objects',
      'Qualifier toString : string = null, Scope(constructor);\nclass constructor : valueOf { [Key, ValueMap{"x"}] string __proto__; };\ninstance of constructor { ⟦⟧ };',
    ],
    [
      'a query of parentheses',
      `instance of __EventFilter { Query = "SELECT * FROM A WHERE ${'('.repeat(5000)}⟦⟧"; };`,
    ],
    [
      'a descriptor of parentheses',
      `instance of __EventFilter { EventAccess = "D:${'('.repeat(5000)}⟦⟧"; };`,
    ],
    [
      'a template of percent signs',
      `instance of LogFileEventConsumer { Text = "${'%'.repeat(5001)}⟦⟧"; };`,
    ],
  ])('answer in %s', async (_, marked) => {
    const { items } = await completing(marked);
    expect(Array.isArray(items)).toBe(true);
  });

  test('name the best where there are very many', async () => {
    const classes = Array.from({ length: 3000 }, (_, i) => `class Many_${i} { [Key] string K; };`);
    const files = { 'many.mof': classes.join('\n') };
    const all = await openMarked('instance of ⟦⟧', files);
    const { items, isIncomplete } = all.service.completion(all.uri, all.position);
    expect(isIncomplete).toBe(true);
    expect(items.length).toBeLessThan(1000);
    const typed = await completing('instance of many_2987⟦⟧', files);
    expect(typed.labels[0]).toBe('Many_2987');
  });
});
