import { describe, expect, it } from 'vitest';
import { code, codeBlock, plain } from '../../lsp/markdown.ts';
import { openMarked, textAt } from './workbench.ts';

/** The Markdown at the first mark, and the characters that it is about. */
async function hoverAt(
  marked: string,
  files?: Readonly<Record<string, string>>,
): Promise<{ readonly text: string; readonly about: string }> {
  const { service, uri, text, position } = await openMarked(marked, files);
  const found = service.hover(uri, position);
  const contents = found?.contents;
  return {
    text: typeof contents === 'object' && 'value' in contents ? contents.value : '',
    about: found?.range === undefined ? '' : textAt(text, found.range),
  };
}

describe('hover', () => {
  it('reads the bytes of a SID', async () => {
    const { text, about } = await hoverAt(
      'instance of __EventFilter { CreatorSID = {1,2,0,0,0,0,0,⟦⟧5,32,0,0,0,32,2,0,0}; };',
    );
    expect(about).toBe('{1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}');
    expect(text).toContain('`S-1-5-32-544` **BUILTIN\\\\Administrators**');
    expect(text).toContain('| sub-authority 2 | 32,2,0,0 | 544 |');
  });

  it('says why bytes are no SID', async () => {
    const { text } = await hoverAt('instance of __EventFilter { CreatorSID = {1,⟦⟧2}; };');
    expect(text).toMatch(/^\*\*no SID\*\*/);
  });

  it('says who may do what by a descriptor', async () => {
    const { text, about } = await hoverAt(
      'instance of __EventFilter { EventAccess = "O:BAG:BAD:(A;;⟦⟧0x80;;;BA)"; };',
    );
    expect(about).toBe('"O:BAG:BAD:(A;;0x80;;;BA)"');
    expect(text).toContain('may publish events to the filter');
  });

  it('explains the clauses and names of a query, in any of its literals', async () => {
    const query = (marked: string): string =>
      `class Own_A { uint32 Size; };\ninstance of __EventFilter { Query = ${marked}; };`;
    const within = await hoverAt(query('"SELECT * FROM __InstanceCreationEvent " "WI⟦⟧THIN 60"'));
    expect(within.about).toBe('WITHIN');
    expect(within.text).toContain('1,440 polls a day');
    const event = await hoverAt(query('"SELECT * FROM __Instance⟦⟧CreationEvent WITHIN 60"'));
    expect(event.text).toContain('class __InstanceCreationEvent : __InstanceOperationEvent');
    const size = await hoverAt(
      query(
        '"SELECT * FROM __InstanceCreationEvent WITHIN 60 WHERE TargetInstance ISA \\"Own_A\\" AND TargetInstance.Si⟦⟧ze > 1"',
      ),
    );
    expect(size.about).toBe('Size');
    expect(size.text).toContain('uint32 Size;');
  });

  it('shows classes, with their own descriptions, and properties with the class that has them', async () => {
    const files = {
      'a.mof':
        '[Description("Does *things*.")] class Own_A { [key, Description("Its name.")] string Id; };',
    };
    const own = await hoverAt('instance of Own_⟦⟧A { };', files);
    expect(own.text).toContain('[key] string Id;');
    expect(own.text).toContain('Does \\*things\\*.');
    const id = await hoverAt('class Own_B : Own_A { };\ninstance of Own_B { I⟦⟧d = "1"; };', files);
    expect(id.text).toContain('Its name');
    expect(id.text).toContain('Of Own\\_A');
    const known = await hoverAt('instance of CommandLineEventConsumer { Kill⟦⟧Timeout = 1; };');
    expect(known.text).toContain('uint32 KillTimeout = 0;');
  });

  it('shows what an alias and a path lead to', async () => {
    const text = `#pragma namespace("root\\\\subscription")
instance of __EventFilter as $F { Name = "F"; Query = "SELECT * FROM X"; };
instance of __FilterToConsumerBinding { Filter = $⟦⟧F; Consumer = "CommandLineEventConsumer.Name=\\"C\\""; };`;
    const alias = await hoverAt(text);
    expect(alias.text).toContain('instance of __EventFilter as $F');
    expect(alias.text).toContain('Waits for `SELECT * FROM X`');
    expect(alias.text).toContain('Feeds 1 consumer.');
    const path = await hoverAt(text.replace('$⟦⟧F;', '"__EventFilter.Name=⟦⟧\\"F\\"";'));
    expect(path.text).toContain('instance of __EventFilter as $F');
  });

  it('explains qualifiers, flavors, types and pragmas', async () => {
    for (const [marked, expected] of [
      ['class A { [ke⟦⟧y] string B; };', 'Key(boolean)'],
      ['class A { [x : ToSub⟦⟧Class] string B; };', 'derived classes'],
      ['class A { date⟦⟧time B; };', 'span of time'],
      ['#pragma auto⟦⟧recover', 'repository'],
    ] as const) {
      expect((await hoverAt(marked)).text).toContain(expected);
    }
  });

  it('has nothing to say elsewhere, and never throws', async () => {
    const text = 'instance of __EventFilter { Query = "SELECT * FROM x WHERE ISA \\"'.concat(
      'y\\""; CreatorSID = {1, "x"}; EventAccess = "O:(((";',
    );
    for (let at = 0; at <= text.length; at++) {
      await expect(hoverAt(`${text.slice(0, at)}⟦⟧${text.slice(at)}`)).resolves.toBeDefined();
    }
    expect((await hoverAt('instance of X {⟦⟧ };')).text).toBe('');
  });
});

describe('Markdown', () => {
  it('shows hostile texts as they are', () => {
    expect(plain('[x](http://www.a) <b> `c` \x1b')).toBe(
      '\\[x\\](http\\://www\\.a) \\<b\\> \\`c\\` \\\\x1b',
    );
    expect(code('a``b`')).toBe('``` a``b` ```');
    expect(codeBlock('mof', '```\n</details>')).toBe('````mof\n```\n</details>\n````');
  });
});
