/** Prints a tree so that reading the text gives the same tree again: every name, literal and order as its author has it. */
import type { Document, Include, Item } from '../../grammar/mof/ast.ts';
import { isCut } from '../../src/emit/cut-items.ts';
import { Layout } from '../../src/emit/layout.ts';
import { verbatimSpelling } from './verbatim-spelling.ts';

/**
 * A document as MOF. Comments are left out.
 *
 * @param text What the document was read from. It is copied where MOF has no form of its own: lines for the C
 *   preprocessor and what they stand in, and declarations that WMI does not have.
 */
export function printDocument(document: Document, text: string): string {
  const out: string[] = [];
  const layout = new Layout(out, verbatimSpelling);
  for (const item of document.items) {
    if (isCut(document, item)) out.push(text.slice(item.start, item.end));
    else printItem(item, text, layout, out);
  }
  return out.length === 0 ? '' : `${out.join('\n')}\n`;
}

function printItem(item: Item, text: string, layout: Layout, out: string[]): void {
  switch (item.kind) {
    case 'Pragma':
      layout.pragma(item);
      break;
    case 'QualifierDeclaration':
      layout.qualifierDeclaration(item);
      break;
    case 'ClassDeclaration':
      layout.class(item);
      break;
    case 'InstanceDeclaration':
      layout.instance(item);
      break;
    case 'Include':
      out.push(printInclude(item, text));
      break;
    case 'PreprocessorLine':
    case 'UnsupportedDeclaration':
      out.push(text.slice(item.start, item.end));
  }
}

const includeKeywords: Readonly<Record<Include['form'], string>> = {
  mof: '#include',
  dmtf: '#pragma include',
  c: '#include',
};

function printInclude(item: Include, text: string): string {
  if (item.path === undefined) return text.slice(item.start, item.end);
  const path = verbatimSpelling.string(item.path).parts.join(' ');
  return `${includeKeywords[item.form]} ${item.form === 'c' ? path : `(${path})`}`;
}
