import { check } from 'prettier';
import { describe, expect, test } from 'vitest';
import { anchorOf, codeBlock, codeSpan, prose, table } from '../../src/report/markdown.ts';

describe('prose', () => {
  test.each([
    ['Without KillTimeout it hangs.', 'Without `KillTimeout` it hangs.'],
    ['a comment with /* and */, and *more*', 'a comment with `/*` and `*/`, and `*more*`'],
    ['an instance of __EventFilter (or <b>)', 'an instance of `__EventFilter` (or `<b>`)'],
    ['see [this](http://198.51.100.7/x)', 'see `[this]`(`http://198.51.100.7/x`)'],
    ['mail me@contoso.example & others', 'mail `me@contoso.example` `&` others'],
    ['1. no list', String.raw`1\. no list`],
    ['- no list', String.raw`\- no list`],
    ['+ no list', String.raw`\+ no list`],
    ['# no heading', '`#` no heading'],
    ['> no quotation', '`>` no quotation'],
    ['a `tick` and ``two``', 'a `` `tick` `` and ` ``two`` `'],
    ['two\n\nlines', 'two lines'],
    ['plain words, as they are: (so) "and so".', 'plain words, as they are: (so) "and so".'],
  ])('%j', async (text, markdown) => {
    expect(prose(text)).toBe(markdown);
    expect(await check(`${markdown}\n`, { parser: 'markdown' })).toBe(true);
  });
});

describe('code', () => {
  test.each([
    ['plain', '`plain`'],
    ['a ` b', '``a ` b``'],
    ['`', '`` ` ``'],
    ['a``', '` a`` `'],
  ])('%j stands between enough backticks', (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  test.each([
    ['line', '```mof\nline\n```'],
    ['line\n\n', '```mof\nline\n```'],
    ['```\nnot the end\n```', '````mof\n```\nnot the end\n```\n````'],
  ])('%j stands between fences that nothing in it can end', (text, block) => {
    expect(codeBlock('mof', text)).toBe(block);
  });
});

describe('a table', () => {
  const markdown = table(
    ['Name', 'Text'],
    [
      ['a|b', 'x'],
      ['漢字', '`c|d`'],
    ],
  );

  test('keeps bars in their cells', () => {
    expect(markdown.split('\n')[2]).toBe(String.raw`| a\|b | x      |`);
    expect(markdown).toContain(String.raw`c\|d`);
  });

  test('is as prettier writes it', async () => {
    expect(await check(`${markdown}\n`, { parser: 'markdown' })).toBe(true);
  });
});

test.each([
  ['Pragmas, includes and encodings', 'pragmas-includes-and-encodings'],
  ['EventAccess and SDDL', 'eventaccess-and-sddl'],
  ['creator-sid', 'creator-sid'],
])('the anchor of %s', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor);
});
