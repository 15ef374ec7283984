/** What a lint rule is. One rule, one file under rules/<group>/, and everything about it is there. */
import type { Span } from '../../grammar/mof/ast.ts';
import type {
  Binding,
  Compilation,
  CompilationUnit,
  EventConsumer,
  EventFilter,
  InstanceSymbol,
  ParsedFile,
  Subscription,
} from '../compiler/model.ts';
import type { Fix, Related, Severity } from '../diagnostics/diagnostic.ts';
import type { Encoding, SourceFile } from '../text/source-file.ts';
import { type Source, sourcesOf } from './sources.ts';

export type RuleGroup =
  | 'syntax'
  | 'carrier'
  | 'alias'
  | 'pragma'
  | 'creator-sid'
  | 'event-access'
  | 'binding'
  | 'class'
  | 'type'
  | 'qualifier'
  | 'method'
  | 'filter'
  | 'consumer'
  | 'template'
  | 'wql'
  | 'suspicious'
  | 'provider'
  | 'namespace'
  | 'wdm'
  | 'suppression';

/** A MOF text that shows a rule at work; both run as tests and are printed in the documentation. */
export interface RuleExamples {
  /** Yields the rule. */
  readonly bad: string;
  /** Yields nothing of severity error or warning. */
  readonly good: string;
  /**
   * Further texts that yield the rule: for each fix and each HRESULT that the rule declares and {@link bad} does not
   * show.
   */
  readonly moreBad?: readonly string[];
  /** Other files that the examples include, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** How the bad text is stored, where that is the point; UTF-8 otherwise. */
  readonly badEncoding?: Encoding;
  /** How the good text is stored, likewise. */
  readonly goodEncoding?: Encoding;
}

/** What a check hands to `report`. */
export interface Finding {
  readonly file: SourceFile;
  /** The exact characters. */
  readonly at: Span;
  /** What is wrong, why it matters, what to write instead. */
  readonly message: string;
  readonly hresult?: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /**
   * What the finding is about, for `supersedes`: of two findings about one subject, the one whose rule supersedes
   * the other's speaks alone. By default the model object that the check was called with.
   */
  readonly subject?: object;
}

export type Report = (finding: Finding) => void;

/** Called once for each model object; all rules share one walk of the model. */
export interface Checks {
  readonly file?: (file: ParsedFile, report: Report) => void;
  readonly unit?: (unit: CompilationUnit, report: Report, compilation: Compilation) => void;
  readonly instance?: (instance: InstanceSymbol, report: Report, compilation: Compilation) => void;
  readonly filter?: (filter: EventFilter, report: Report, compilation: Compilation) => void;
  readonly consumer?: (consumer: EventConsumer, report: Report, compilation: Compilation) => void;
  readonly binding?: (binding: Binding, report: Report, compilation: Compilation) => void;
  readonly subscription?: (
    subscription: Subscription,
    report: Report,
    compilation: Compilation,
  ) => void;
  /** For what is about the run as a whole. */
  readonly compilation?: (compilation: Compilation, report: Report) => void;
}

/** A rule as its file writes it. */
export interface RuleDefinition {
  readonly name: string;
  readonly severity: Severity;
  /**
   * `strict`: only that preset has the rule, because it is about style, or holds for most files of Windows itself, or
   * nobody is worse off for it. By default errors are in all presets, and the rest in `recommended` and `strict`.
   */
  readonly preset?: 'strict';
  readonly group: RuleGroup;
  /** One sentence: what must hold. */
  readonly summary: string;
  /** Why it matters. */
  readonly why: string;
  /** Where the fact is documented, so that anybody can look it up; written as sources.ts has it. */
  readonly source: string;
  /** The HRESULT of the findings that bring none of their own, such as `0x80044002`. */
  readonly hresult?: string;
  /** The HRESULTs that findings bring of their own. */
  readonly hresults?: readonly string[];
  /** What the findings are about can go (`unnecessary`), or works but is going out of use (`deprecated`). */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** How safe the fixes are that findings may offer; nothing where there never is one. */
  readonly fixes?: readonly Fix['safety'][];
  readonly examples: RuleExamples;
  /** Rules that stay silent about a subject when this one speaks about it. */
  readonly supersedes?: readonly string[];
  /**
   * `parser` and `binder`: the problem is found on the way; `suppressions`: it is one of a comment that suppresses
   * findings. The rule documents it and sets its severity.
   */
  readonly check: Checks | 'parser' | 'binder' | 'suppressions';
}

export interface Rule extends RuleDefinition {
  /** The sources by title and address. */
  readonly sources: readonly Source[];
}

/** Makes a rule of its definition. */
export function rule(definition: RuleDefinition): Rule {
  return {
    ...definition,
    // Nobody but a reader of the documentation asks; every run makes all rules.
    get sources(): readonly Source[] {
      return sourcesOf(definition.source);
    },
  };
}
