/** THE way in: MOF texts in, what they mean and what is wrong with them out. */
import { parseMof } from '../grammar/mof/parser.ts';
import { compileMof } from './compiler/compile.ts';
import type { Compilation } from './compiler/model.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { rules } from './linter/registry.ts';
import type { Rule } from './linter/rule.ts';
import { Linter } from './linter/run.ts';
import type { SourceFile } from './text/source-file.ts';

/** How an analysis reads included files. It never touches the disk, the clock or the network itself. */
export interface Host {
  /**
   * The file at `path` (the path of the including file, `from`, joined with what `#include` names, normalised, `/`),
   * or undefined when it cannot be read. The caller keeps the path below its root.
   */
  readonly readInclude: (path: string, from: string) => SourceFile | undefined;
}

export interface AnalyzeOptions {
  /** The namespace of declarations before any `#pragma namespace`; mofcomp's default is `root\default`. */
  readonly namespace?: string;
  readonly host?: Host;
  /** The rules that look at the files; by default all. */
  readonly rules?: readonly Rule[];
}

export interface Analysis {
  /** Given files first, then included ones. */
  readonly files: readonly SourceFile[];
  readonly compilation: Compilation;
  /** Sorted by file, place, severity and rule. */
  readonly diagnostics: readonly Diagnostic[];
}

export type Analyze = (sources: readonly SourceFile[], options?: AnalyzeOptions) => Analysis;

/**
 * Analyses MOF texts together. Pure and synchronous; each phase happens when something first asks for its outcome,
 * and once.
 */
export const analyze: Analyze = (sources, options = {}) => new LazyAnalysis(sources, options);

class LazyAnalysis implements Analysis {
  readonly #sources: readonly SourceFile[];
  readonly #options: AnalyzeOptions;
  #compilation: Compilation | undefined;
  #diagnostics: readonly Diagnostic[] | undefined;

  constructor(sources: readonly SourceFile[], options: AnalyzeOptions) {
    this.#sources = sources;
    this.#options = options;
  }

  get files(): readonly SourceFile[] {
    return this.compilation.files.map(({ source }) => source);
  }

  get compilation(): Compilation {
    this.#compilation ??= compileMof(
      this.#sources.map((source) => ({ source, ...parseMof(source.text) })),
      { namespace: this.#options.namespace, readInclude: this.#options.host?.readInclude },
    );
    return this.#compilation;
  }

  get diagnostics(): readonly Diagnostic[] {
    this.#diagnostics ??= linterFor(this.#options.rules ?? rules).run(this.compilation);
    return this.#diagnostics;
  }
}

/** A dispatch table is built once for each rule set. */
const linters = new WeakMap<readonly Rule[], Linter>();

function linterFor(ruleSet: readonly Rule[]): Linter {
  let linter = linters.get(ruleSet);
  if (linter === undefined) linters.set(ruleSet, (linter = new Linter(ruleSet)));
  return linter;
}
