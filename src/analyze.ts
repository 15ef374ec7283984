/** THE way in: MOF texts in, what they mean and what is wrong with them out. */
import { compileMof } from './compiler/compile.ts';
import type { Compilation } from './compiler/model.ts';
import { parsedFile } from './compiler/parsed-file.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostics/diagnostic.ts';
import { applySuppressions, type SuppressedDiagnostic } from './diagnostics/suppressions.ts';
import { defaultPreset } from './linter/presets.ts';
import { rules, rulesOf } from './linter/registry.ts';
import type { Rule } from './linter/rule.ts';
import { Linter } from './linter/run.ts';
import { suppressibleRules } from './linter/suppressible.ts';
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
  /**
   * Files whose classes are known to the analysis, as if they had been compiled before. They are neither linted nor
   * emitted; one that has the path of a given source is that source.
   */
  readonly schema?: readonly SourceFile[];
  /** The rules that look at the files; by default those of the preset `recommended`. */
  readonly rules?: readonly Rule[];
}

export interface Analysis {
  /** Given files first, then included ones. */
  readonly files: readonly SourceFile[];
  readonly compilation: Compilation;
  /** Sorted by file, place, severity and rule; without those that comments suppress. */
  readonly diagnostics: readonly Diagnostic[];
  /** The findings that comments in the files suppress, in the same order. */
  readonly suppressed: readonly SuppressedDiagnostic[];
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
  #findings: Findings | undefined;

  constructor(sources: readonly SourceFile[], options: AnalyzeOptions) {
    this.#sources = sources;
    this.#options = options;
  }

  get files(): readonly SourceFile[] {
    return this.compilation.files.map(({ source }) => source);
  }

  get compilation(): Compilation {
    this.#compilation ??= this.#compile();
    return this.#compilation;
  }

  #compile(): Compilation {
    const { namespace, host, schema = [] } = this.#options;
    const given = new Set(this.#sources.map(({ path }) => path));
    return compileMof(this.#sources.map(parsedFile), {
      namespace,
      readInclude: host?.readInclude,
      schema: schema.filter(({ path }) => !given.has(path)).map(parsedFile),
    });
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#lint().diagnostics;
  }

  get suppressed(): readonly SuppressedDiagnostic[] {
    return this.#lint().suppressed;
  }

  #lint(): Findings {
    this.#findings ??= findingsIn(
      this.compilation,
      linterFor(this.#options.rules ?? rulesOf(defaultPreset)),
    );
    return this.#findings;
  }
}

type Findings = Pick<Analysis, 'diagnostics' | 'suppressed'>;

function findingsIn(compilation: Compilation, linter: Linter): Findings {
  const { files } = compilation;
  const found = linter.run(compilation);
  const names = { all: allRules, suppressible: suppressibleRules, active: linter.names };
  const { diagnostics, suppressed, problems } = applySuppressions(found, files, names);
  if (problems.length === 0) return { diagnostics, suppressed };
  const order = new Map(files.map(({ source }, index) => [source, index]));
  const all = [...diagnostics, ...linter.suppressionFindings(problems)];
  return { diagnostics: all.toSorted(compareDiagnostics(order)), suppressed };
}

const allRules: ReadonlySet<string> = new Set(rules.map(({ name }) => name));

/** A dispatch table is built once for each rule set. */
const linters = new WeakMap<readonly Rule[], Linter>();

function linterFor(ruleSet: readonly Rule[]): Linter {
  let linter = linters.get(ruleSet);
  if (linter === undefined) linters.set(ruleSet, (linter = new Linter(ruleSet)));
  return linter;
}
