/**
 * Patterns for paths as .editorconfig and prettier's `overrides` have them: `*`, `**`, `?`, `[a-z]`, `{a,b}`, and `\` before
 * any of these. They come with other people's files, so none of them takes longer than its length for each character
 * of the path.
 */

/** Whether a path, with `/` between folders and none at its beginning, is what a pattern says. */
export function matchesPath(pattern: string, path: string): boolean {
  return alternativesOf(pattern).some((alternative) => matches(wildcardsOf(alternative), path));
}

/** Nobody writes longer patterns, or more alternatives in one. */
const longestPattern = 1000;
const mostAlternatives = 200;

/** Stands for `**`; no path has this character. */
const anyPath = '\0';

/** The patterns without braces that a pattern stands for; `**` before a slash may also be no folder at all. */
function alternativesOf(pattern: string): readonly string[] {
  if (pattern.length > longestPattern) return [];
  const done: string[] = [];
  const waiting = [pattern.replaceAll('**/', `{,${anyPath}/}`).replaceAll('**', anyPath)];
  while (done.length + waiting.length < mostAlternatives) {
    const next = waiting.pop();
    if (next === undefined) break;
    const braces = bracesIn(next);
    if (braces === undefined) done.push(next);
    else waiting.push(...braces.choices.map((choice) => braces.before + choice + braces.after));
  }
  return done;
}

interface Braces {
  readonly before: string;
  readonly choices: readonly string[];
  readonly after: string;
}

/** The first braces with a comma in them. */
function bracesIn(pattern: string): Braces | undefined {
  for (let start = 0; start < pattern.length; start++) {
    if (pattern[start] === '\\') start++;
    else if (pattern[start] === '{') {
      const braces = bracesAt(pattern, start);
      if (braces !== undefined) return braces;
    }
  }
  return undefined;
}

function bracesAt(pattern: string, start: number): Braces | undefined {
  const cuts = [start];
  let depth = 0;
  for (let at = start; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === ',' && depth === 1) cuts.push(at);
    else if (character === '}' && --depth === 0) {
      if (cuts.length === 1) return undefined;
      const ends = [...cuts.slice(1), at];
      const choices = cuts.map((cut, index) => pattern.slice(cut + 1, ends[index]));
      return { before: pattern.slice(0, start), choices, after: pattern.slice(at + 1) };
    }
  }
  return undefined;
}

interface Wildcard {
  readonly fits: (character: string) => boolean;
  /** Whether it stands for any number of such characters. */
  readonly isRepeated?: true;
}

const part =
  /\\(?<escaped>.)|(?<any>\0)|(?<star>\*)|(?<one>\?)|\[(?<not>[!^])?(?<set>(?:\\.|[^\\\]])+)\]|./gsu;

function wildcardsOf(pattern: string): readonly Wildcard[] {
  return Array.from(pattern.matchAll(part), ({ 0: literal, groups = {} }): Wildcard => {
    const { escaped, any, star, one, not, set } = groups;
    if (any !== undefined) return { fits: () => true, isRepeated: true };
    if (star !== undefined) return { fits: isNoSlash, isRepeated: true };
    if (one !== undefined) return { fits: isNoSlash };
    if (set !== undefined) return { fits: memberOf(set, not !== undefined) };
    return { fits: (character) => character === (escaped ?? literal) };
  });
}

function isNoSlash(character: string): boolean {
  return character !== '/';
}

/** What stands between square brackets: characters and ranges of them. */
function memberOf(set: string, isNegated: boolean): Wildcard['fits'] {
  const ranges = Array.from(
    set.matchAll(/\\?(?<first>.)(?:-\\?(?<last>.))?/gsu),
    ({ groups = {} }) => [groups['first'] ?? '', groups['last'] ?? groups['first'] ?? ''] as const,
  );
  return (character) =>
    isNoSlash(character) &&
    ranges.some(([first, last]) => first <= character && character <= last) !== isNegated;
}

/** Keeps all places in the pattern that the characters so far can have led to. */
function matches(wildcards: readonly Wildcard[], path: string): boolean {
  let places = withoutRepeated(wildcards, [0]);
  for (const character of path) {
    const next = Array.from(places).flatMap((place) => {
      const wildcard = wildcards[place];
      if (wildcard?.fits(character) !== true) return [];
      return wildcard.isRepeated ? place : place + 1;
    });
    places = withoutRepeated(wildcards, next);
  }
  return places.has(wildcards.length);
}

/** The places, and those behind what may also stand for no character. */
function withoutRepeated(
  wildcards: readonly Wildcard[],
  places: readonly number[],
): ReadonlySet<number> {
  const all = new Set<number>();
  for (let place of places) {
    while (!all.has(place)) {
      all.add(place);
      if (wildcards[place]?.isRepeated) place++;
    }
  }
  return all;
}
