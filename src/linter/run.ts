/** Runs rules over a compilation in one walk of the model. */
import type { Span } from '../../grammar/mof/ast.ts';
import type { SyntaxProblem } from '../../grammar/mof/problem.ts';
import type { Compilation, CompilerProblem } from '../compiler/model.ts';
import { compareDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SuppressionProblem } from '../diagnostics/suppression-problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Checks, Finding, Report, Rule } from './rule.ts';

/** A finding with the rule that made it, until it is known which findings speak. */
interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
  /** Undefined for problems of the parser and the binder, which are about a place and no object. */
  readonly subject: object | undefined;
}

/** The check of one rule for one sort of model object, bound to the rule. */
type Check<Name extends keyof Checks> = readonly [Rule, NonNullable<Checks[Name]>];

type DispatchTable = { readonly [Name in keyof Checks]-?: readonly Check<Name>[] };

/** A rule set made ready: built once, run over any number of compilations. */
export class Linter {
  /** The names of its rules. */
  readonly names: ReadonlySet<string>;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #table: DispatchTable;

  /** @param rules in any order; names are unique */
  constructor(rules: readonly Rule[]) {
    this.#rules = new Map(rules.map((rule) => [rule.name, rule]));
    this.names = new Set(this.#rules.keys());
    const checksNamed = <Name extends keyof Checks>(name: Name): readonly Check<Name>[] =>
      rules.flatMap((rule): readonly Check<Name>[] => {
        const check = typeof rule.check === 'string' ? undefined : rule.check[name];
        return check === undefined ? [] : [[rule, check]];
      });
    this.#table = {
      file: checksNamed('file'),
      unit: checksNamed('unit'),
      instance: checksNamed('instance'),
      filter: checksNamed('filter'),
      consumer: checksNamed('consumer'),
      binding: checksNamed('binding'),
      subscription: checksNamed('subscription'),
      compilation: checksNamed('compilation'),
    };
  }

  /** What the rules say about a compilation, sorted, each thing once. */
  run(compilation: Compilation): readonly Diagnostic[] {
    const findings = [...this.#problems(compilation), ...this.#walk(compilation)];
    const order = new Map(compilation.files.map(({ source }, index) => [source, index]));
    return unique(unsuperseded(findings).map(diagnosticOf)).toSorted(compareDiagnostics(order));
  }

  /** Problems with comments that suppress findings, each as its rule's finding. */
  suppressionFindings(problems: readonly SuppressionProblem[]): readonly Diagnostic[] {
    return problems
      .flatMap(({ code, start, end, ...rest }) =>
        this.#problem(code, { at: { start, end }, ...rest }),
      )
      .map(diagnosticOf);
  }

  #walk(compilation: Compilation): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const files = new Set(compilation.files.map(({ source }) => source));
    const each = <Subject extends object>(
      subjects: readonly Subject[],
      checks: readonly (readonly [
        Rule,
        (subject: Subject, report: Report, compilation: Compilation) => void,
      ])[],
    ): void => {
      let subject: Subject;
      const prepared = checks.map(([rule, check]) => {
        const report: Report = (finding) => {
          // What is wrong with the user's schema is not said here.
          if (!files.has(finding.file)) return;
          findings.push({ rule, finding, subject: finding.subject ?? subject });
        };
        return { check, report };
      });
      // All rules look at one object before the next one: what they read of it is then near at hand.
      for (subject of subjects) {
        for (const { check, report } of prepared) check(subject, report, compilation);
      }
    };
    const table = this.#table;
    each(compilation.files, table.file);
    each(compilation.units, table.unit);
    each(compilation.instances, table.instance);
    each(compilation.filters, table.filter);
    each(compilation.consumers, table.consumer);
    each(compilation.bindings, table.binding);
    each(compilation.subscriptions, table.subscription);
    each([compilation], table.compilation);
    return findings;
  }

  /** The problems of the parser and the binder, each as its rule's finding. */
  #problems({ files, problems }: Compilation): readonly RuleFinding[] {
    const syntax = files.flatMap(({ source, problems }) =>
      problems.flatMap((problem) => this.#problem(problem.code, syntaxFinding(source, problem))),
    );
    const binder = problems.flatMap((problem) =>
      this.#problem(problem.code, binderFinding(problem)),
    );
    return [...syntax, ...binder];
  }

  #problem(code: string, finding: Finding): readonly RuleFinding[] {
    const rule = this.#rules.get(code);
    return rule === undefined ? [] : [{ rule, finding, subject: undefined }];
  }
}

function syntaxFinding(file: SourceFile, problem: SyntaxProblem): Finding {
  const { start, end, message, hresult, related, fix } = problem;
  return {
    file,
    at: { start, end },
    message,
    ...(hresult !== undefined && { hresult }),
    ...(related !== undefined && { related: related.map((place) => ({ ...place, file })) }),
    ...(fix !== undefined && {
      fixes: [
        {
          title: fix.title,
          safety: fix.safe ? 'safe' : 'suggestion',
          edits: fix.edits.map((edit) => ({ ...edit, file })),
        },
      ],
    }),
  };
}

function binderFinding({ code: _, start, end, ...rest }: CompilerProblem): Finding {
  return { at: { start, end }, ...rest };
}

/**
 * Leaves out the findings about which a rule has spoken that supersedes theirs: about the same object, or, for
 * problems of the parser and the binder, about a stretch of text that holds theirs.
 */
function unsuperseded(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  const superseding = findings.filter(({ rule }) => (rule.supersedes?.length ?? 0) > 0);
  if (superseding.length === 0) return findings;
  const bySubject = new Map<object, Set<string>>();
  const byPlace = new Map<SourceFile, Map<string, Span[]>>();
  for (const { rule, finding, subject } of superseding) {
    for (const name of rule.supersedes ?? []) {
      if (subject !== undefined) entry(bySubject, subject, () => new Set<string>()).add(name);
      const spans = entry(byPlace, finding.file, () => new Map<string, Span[]>());
      entry(spans, name, (): Span[] => []).push(finding.at);
    }
  }
  const covers = new Map([...byPlace].map(([file, spans]) => [file, coverage(spans)]));
  return findings.filter(({ rule, finding, subject }) =>
    subject === undefined
      ? covers.get(finding.file)?.(rule.name, finding.at) !== true
      : bySubject.get(subject)?.has(rule.name) !== true,
  );
}

/** Whether some span of a name holds another span; found by bisection, because a file may have very many. */
function coverage(
  spans: ReadonlyMap<string, readonly Span[]>,
): (name: string, at: Span) => boolean {
  const prepared = new Map(
    [...spans].map(([name, list]) => {
      const sorted = list.toSorted((a, b) => a.start - b.start);
      let reach = 0;
      return [
        name,
        sorted.map(({ start, end }) => ({ start, reach: (reach = Math.max(reach, end)) })),
      ];
    }),
  );
  return (name, at) => {
    const list = prepared.get(name) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.start ?? 0) <= at.start) low = middle + 1;
      else high = middle;
    }
    return (list[low - 1]?.reach ?? -1) >= at.end;
  };
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function diagnosticOf({ rule, finding }: RuleFinding): Diagnostic {
  const hresult = finding.hresult ?? rule.hresult;
  return {
    rule: rule.name,
    severity: rule.severity,
    file: finding.file,
    start: finding.at.start,
    end: finding.at.end,
    message: finding.message,
    ...(hresult !== undefined && { hresult }),
    related: finding.related ?? [],
    fixes: finding.fixes ?? [],
  };
}

/** A file that several units include is looked at several times, and speaks once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map<SourceFile, Set<string>>();
  return diagnostics.filter(({ file, rule, start, end, message }) => {
    const keys = entry(seen, file, () => new Set<string>());
    const key = `${rule} ${start} ${end} ${message}`;
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}
