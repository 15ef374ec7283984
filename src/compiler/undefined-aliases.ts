/** `$Name` that the text of a unit does not define. */
import { isUndoneDamage, type SyntaxProblem } from '../../grammar/mof/problem.ts';
import { suggest } from '../../grammar/mof/suggest.ts';
import type { AliasSymbol, AliasUse, CompilationUnit, CompilerProblem } from './model.ts';

/** Beyond these numbers a "did you mean" would take longer than it is worth. */
const MAX_SUGGESTIONS = 20;
const MAX_CANDIDATES = 1000;

/** Others are no aliases at all, which the parser has reported. */
const aliasName = /^\$[A-Za-z_\u0080-\uffef]/;

/**
 * A problem for each use of an alias that its unit does not define. Silent where a definition is plainly there and a
 * syntax error keeps it from being read.
 */
export function undefinedAliasProblems(
  uses: readonly (readonly [CompilationUnit, readonly AliasUse[]])[],
  units: readonly CompilationUnit[],
): readonly CompilerProblem[] {
  const elsewhere = aliasesOf(units);
  return uses.flatMap(([unit, undefinedUses]) => {
    const unreadable = unreadableDefinitions(unit);
    if (unreadable === 'unknown') return [];
    const suggestions = new Map<string, string | undefined>();
    return undefinedUses
      .filter(({ node }) => aliasName.test(node.name) && !unreadable.has(node.name.toLowerCase()))
      .map((use) =>
        problemOf(use, elsewhere.get(use.node.name.toLowerCase()), near(use, unit, suggestions)),
      );
  });
}

function aliasesOf(units: readonly CompilationUnit[]): ReadonlyMap<string, AliasSymbol> {
  return new Map(units.flatMap(({ aliases }) => [...aliases]));
}

/** What follows `instance of` or `class` up to the brace. */
const head = /\b(?:instance\s{1,100}of|class)\b([^]*)$/i;
/** Nobody writes a longer one. */
const longestHead = 500;
const lostName = /\bas\b(?!\s{0,100}\$[A-Za-z_\u0080-\uffef])/i;
const definition = /\bas\s{0,100}(\$[\w\u0080-\uffef]+)/gi;
const anyAlias = /\$[\w\u0080-\uffef]+/g;

/** Whether a problem keeps no definition from being read: damage that was undone, but for lost names. */
function hidesNothing(problem: SyntaxProblem): boolean {
  const { code } = problem;
  return isUndoneDamage(problem) && code !== 'carrier-lost-alias' && code !== 'carrier-placeholder';
}

/**
 * Names behind the word `as` or before the brace of an object in files that have syntax errors, folded. Unknown where
 * some object has lost the name behind its `as`: it may be the one that is missed.
 */
function unreadableDefinitions(unit: CompilationUnit): ReadonlySet<string> | 'unknown' {
  const names = new Set<string>();
  for (const { source, problems } of unit.files) {
    if (problems.every(hidesNothing)) continue;
    for (const [, name] of source.text.matchAll(definition)) names.add((name ?? '').toLowerCase());
    for (const text of headsIn(source.text)) {
      if (lostName.test(text)) return 'unknown';
      for (const [name] of text.matchAll(anyAlias)) names.add(name.toLowerCase());
    }
  }
  return names;
}

function* headsIn(text: string): Generator<string> {
  let from = 0;
  for (const { 0: delimiter, index } of text.matchAll(/[{};]/g)) {
    if (delimiter === '{') {
      const found = head.exec(text.slice(Math.max(from, index - longestHead), index))?.[1];
      if (found !== undefined) yield found;
    }
    from = index + 1;
  }
}

function near(
  { node }: AliasUse,
  { aliases }: CompilationUnit,
  suggestions: Map<string, string | undefined>,
): string | undefined {
  const key = node.name.toLowerCase();
  if (
    !suggestions.has(key) &&
    suggestions.size < MAX_SUGGESTIONS &&
    aliases.size < MAX_CANDIDATES
  ) {
    const names = [...aliases.values()].map(({ name }) => name.slice(1));
    const name = suggest(node.name.slice(1), names);
    suggestions.set(key, name === undefined ? undefined : `$${name}`);
  }
  return suggestions.get(key);
}

function problemOf(
  { file, node }: AliasUse,
  elsewhere: AliasSymbol | undefined,
  suggestion: string | undefined,
): CompilerProblem {
  const place = { file, start: node.start, end: node.end };
  const problem = { code: 'alias-undefined', ...place };
  if (elsewhere !== undefined) {
    const { definition } = elsewhere;
    return {
      ...problem,
      message:
        `${node.name} is defined in ${definition.file.path}, but an alias is known in its own file only, so mofcomp ` +
        'has nothing to put here: #include that file, or write the path of the object.',
      related: [
        {
          file: definition.file,
          start: definition.node.start,
          end: definition.node.end,
          message: 'defined here',
        },
      ],
    };
  }
  const advice =
    suggestion === undefined
      ? `write "as ${node.name}" behind the class of the instance that is meant.`
      : `did you mean ${suggestion}?`;
  return {
    ...problem,
    message: `No object of this file has the alias ${node.name}, so mofcomp has nothing to put here: ${advice}`,
    ...(suggestion !== undefined && {
      fixes: [
        {
          title: `Write ${suggestion}`,
          safety: 'suggestion',
          edits: [{ ...place, text: suggestion }],
        },
      ],
    }),
  };
}
