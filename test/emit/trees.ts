/** Trees and texts for the tests of the emitters. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Document, Node } from '../../grammar/mof/ast.ts';
import { parseMof } from '../../grammar/mof/parser.ts';
import { childrenOf } from '../../grammar/mof/visit.ts';
import { compileMof } from '../../src/compiler/compile.ts';
import type { Compilation, ParsedFile } from '../../src/compiler/model.ts';
import { decode } from '../../src/text/decode.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { projectRoot } from '../support/work-tree.ts';

/** Where the test data lies that is not ours to copy. */
export const sharedFolder = path.join(projectRoot, '../shared');

/** A MOF file of the shared data. */
export interface SharedFile {
  /** Relative to the shared folder. */
  readonly name: string;
  readonly text: string;
}

/** The cases that are valid MOF by their authors' verdict; empty where the data is absent. */
export function validCases(): readonly SharedFile[] {
  const index = path.join(sharedFolder, 'cases/index.json');
  if (!existsSync(index)) return [];
  const cases = JSON.parse(readFileSync(index, 'utf8')) as readonly {
    readonly file: string;
    readonly expect: string;
  }[];
  return cases
    .filter(({ file, expect }) => expect === 'valid' && !file.endsWith('.json'))
    .flatMap(({ file }) => readShared(path.join('cases', file)));
}

/** All files of the corpus; empty where the data is absent. */
export function corpusFiles(): readonly SharedFile[] {
  const folder = path.join(sharedFolder, 'corpus');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mof|mfl)$/i.test(name))
    .toSorted()
    .flatMap((name) => readShared(path.join('corpus', name)));
}

function readShared(name: string): readonly SharedFile[] {
  const file = path.join(sharedFolder, name);
  if (!existsSync(file)) return [];
  return [{ name, text: decode(readFileSync(file)).text }];
}

/** A text as a file of a compilation. */
export function parsed(text: string, name = 'test.mof'): ParsedFile {
  return { source: new SourceFile(name, text), ...parseMof(text) };
}

/** Texts as files that are compiled together. */
export function compiled(...texts: readonly string[]): Compilation {
  return compileMof(texts.map((text, i) => parsed(text, i === 0 ? 'test.mof' : `test-${i}.mof`)));
}

/**
 * What a tree says, in no order: its names without regard to case, and its values. What canonical MOF says in another
 * way, or not at all, is left out: namespaces, `autorecover`, `TRUE` of a qualifier, and a flavor said twice.
 */
export function contentOf(document: Document): readonly string[] {
  const content: string[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'Pragma' && /^(?:namespace|autorecover)$/i.test(node.name.name)) return;
    if (node.kind === 'Qualifier') {
      const flavors = new Set(node.flavors.map(({ name }) => name.toLowerCase()));
      content.push(node.name.name.toLowerCase(), ...flavors);
      const isTrue = node.value?.kind === 'BooleanValue' && node.value.value;
      if (node.value !== undefined && !isTrue) visit(node.value);
      return;
    }
    const leaf = leafOf(node);
    if (leaf !== undefined) content.push(leaf);
    if (node.kind !== 'StringValue') childrenOf(node).forEach(visit);
  };
  visit(document);
  return content.toSorted();
}

function leafOf(node: Node): string | undefined {
  switch (node.kind) {
    case 'Identifier':
    case 'Alias':
    case 'NameValue':
      return node.name.toLowerCase();
    case 'StringValue': {
      const macros = node.pieces.flatMap((piece) =>
        piece.kind === 'Identifier' ? piece.name : [],
      );
      return JSON.stringify([node.value, ...macros]);
    }
    case 'CharValue':
    case 'IntegerValue':
    case 'RealValue':
    case 'BooleanValue':
      return `${node.kind} ${node.value}`;
    case 'NullValue':
      return 'NULL';
    case 'PreprocessorLine':
      return node.text.replaceAll(/\s+/g, ' ').trim();
    case 'TypeReference':
      return node.isReference ? 'ref' : undefined;
    case 'ArraySuffix':
      return '[]';
    default:
      return undefined;
  }
}

const places: ReadonlySet<string> = new Set(['start', 'end', 'body', 'comments']);

/** A tree as comparable text: without places and comments. */
export function shapeOf(tree: unknown): string {
  return JSON.stringify(tree, (key, value: unknown) => {
    if (places.has(key)) return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    return typeof value === 'number' && !Number.isSafeInteger(value) ? String(value) : value;
  });
}
