/** Helpers that let tests about findings read as sentences. */
import { analyze, type Analysis, type AnalyzeOptions } from '../../src/analyze.ts';
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.ts';
import { rules } from '../../src/linter/registry.ts';
import type { RuleGroup } from '../../src/linter/rule.ts';
import { type Encoding, SourceFile } from '../../src/text/source-file.ts';

/** Texts by file name. */
export type Files = Readonly<Record<string, string>>;

/** What a test gives besides the texts. */
export interface Surroundings {
  /** Files that may be included but are not given themselves. */
  readonly onDisk?: Files;
  readonly encoding?: Encoding;
  readonly namespace?: string;
}

/** Analyses texts with all rules; a bare text is `example.mof`. */
export function analyzing(
  files: Files | string,
  { onDisk, encoding, namespace }: Surroundings = {},
): Analysis {
  const given = typeof files === 'string' ? { 'example.mof': files } : files;
  const options: AnalyzeOptions = {
    rules,
    ...(namespace !== undefined && { namespace }),
    ...(onDisk !== undefined && { host: hostOf(onDisk) }),
  };
  const sources = Object.entries(given).map(([path, text]) => new SourceFile(path, text, encoding));
  return analyze(sources, options);
}

function hostOf(files: Files): NonNullable<AnalyzeOptions['host']> {
  const table = new Map(Object.entries(files));
  return {
    readInclude: (path) => {
      const text = table.get(path);
      return text === undefined ? undefined : new SourceFile(path, text);
    },
  };
}

/** What a test says about one finding. */
export interface Found {
  readonly rule: string;
  /** The exact characters. */
  readonly at: string;
}

/** Groups of rules about how a text is built; those about its content have tests of their own. */
const structure: ReadonlySet<RuleGroup> = new Set([
  'syntax',
  'carrier',
  'alias',
  'pragma',
  'binding',
]);
const groupOf = new Map(rules.map(({ name, group }) => [name, group]));

/** Every finding of severity error or warning about structure, with the characters that it underlines. */
export function findings(files: Files | string, surroundings: Surroundings = {}): readonly Found[] {
  return analyzing(files, surroundings)
    .diagnostics.filter(({ severity }) => severity !== 'info')
    .filter(({ rule }) => structure.has(groupOf.get(rule) ?? 'syntax'))
    .map(({ rule, file, start, end }) => ({ rule, at: file.text.slice(start, end) }));
}

/** The findings of one rule. */
export function findingsOf(
  rule: string,
  files: Files | string,
  surroundings: Surroundings = {},
): readonly Diagnostic[] {
  return analyzing(files, surroundings).diagnostics.filter(
    (diagnostic) => diagnostic.rule === rule,
  );
}

/** The characters that each finding of a rule underlines. */
export function underlinedBy(
  rule: string,
  files: Files | string,
  surroundings: Surroundings = {},
): readonly string[] {
  return findingsOf(rule, files, surroundings).map(({ file, start, end }) =>
    file.text.slice(start, end),
  );
}

/** A text after a fix. */
export function fixed(text: string, fix: Fix | undefined): string {
  if (fix === undefined) throw new Error('there is no fix');
  return fix.edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (rest, { start, end, text: insert }) => rest.slice(0, start) + insert + rest.slice(end),
      text,
    );
}
