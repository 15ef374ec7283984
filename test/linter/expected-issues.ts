/**
 * A reviewer's checklist of real files, gone through: which rule says what is listed, or why none does. The checklist is
 * in the index of the corpus; here stand patterns of its entries.
 */

/** A sort of entry. The rules of `recommended` are asked first, then those of `strict`, then the reason is taken. */
export interface IssueSort {
  readonly issue: RegExp;
  /** Any of these rules says it; a name that ends with `*` stands for all rules of that group. */
  readonly rules?: readonly string[];
  /** The preset `strict` alone has the rule, for the reason. */
  readonly strict?: readonly string[];
  /** Why nothing is said of it, where nothing is. */
  readonly because?: string;
}

const runsPrivileged = [
  'privileged-consumer-open-filter',
  'cmdline-kill-timeout-zero',
  'script-kill-timeout-zero',
];
const suspicious = ['cmdline-suspicious-content', 'script-suspicious-content'];
const polling = ['wql-within-below-recommended', 'wql-within-too-small'];

export const issueSorts: readonly IssueSort[] = [
  // The text
  {
    issue: /^syntax: EventNamespace with a single/,
    rules: ['event-namespace-bad-escape', 'carrier-lost-backslashes'],
  },
  {
    issue: /^syntax: (?:namespace string|blank inside the)/,
    rules: ['pragma-namespace-syntax', 'carrier-lost-backslashes'],
  },
  { issue: /^syntax: "as" without alias/, rules: ['alias-bad-name', 'carrier-lost-alias'] },
  { issue: /^syntax: unescaped backslash/, rules: ['bad-escape', 'path-bad-escape', 'carrier*'] },
  {
    issue: /^syntax: blank between # and pragma/,
    because: 'the preprocessor of C takes the blank, and whether mofcomp does is not documented',
  },
  { issue: /^syntax: /, rules: ['syntax*', 'carrier*'] },
  {
    issue: /^template: %NAME%/,
    rules: ['template-environment-variable'],
  },
  {
    issue: /^template: unexpanded placeholder/,
    rules: ['carrier-placeholder', 'carrier-placeholder-in-text', 'wql-within-number'],
    because:
      'a string with the placeholder of a generator is a template, not the file that will be compiled',
  },

  // Where things are
  { issue: /^namespace: no #pragma namespace/, rules: ['pragma-namespace-missing'] },
  {
    issue: /^namespace: subscription objects compiled into/,
    rules: ['subscription-namespace', 'consumer-wrong-namespace'],
  },
  {
    issue: /^namespace: creates a namespace without/,
    strict: ['namespace-sddl-absent'],
    because: 'the default security is that of the namespaces of Windows itself',
  },
  {
    issue: /^persistence: #pragma autorecover/,
    because: 'mofcomp itself asks for the pragma, and its absence is what is told',
  },

  // Filters
  { issue: /^filter: EventNamespace missing/, rules: ['event-namespace-missing'] },
  {
    issue: /^filter: QueryLanguage missing/,
    rules: ['filter-missing-query-language', 'property-unknown'],
  },
  { issue: /^filter: QueryLanguage is not/, rules: ['filter-query-language-not-wql'] },
  { issue: /^filter: filter without Name/, rules: ['filter-missing-name'] },
  { issue: /^filter: filter without Query/, rules: ['filter-missing-query'] },
  { issue: /^wql: (?:very )?short polling interval/, rules: polling },
  {
    issue: /^wql: (?:fires once a minute|Hour without Minute)/,
    rules: ['localtime-unbounded-fields'],
  },
  { issue: /^wql: (?:no WHERE|intrinsic event without)/, rules: ['wql-missing-where'] },
  {
    issue: /^wql: intrinsic event on provider-backed data/,
    rules: ['wql-missing-within', 'wql-within-number'],
  },
  { issue: /^wql: "WITHIN nWHERE"/, rules: ['wql-literal-join-missing-space'] },
  {
    issue: /^wql: WITHIN with Win32_LocalTime/,
    because: 'WMI does not poll a class that has its own events, so that the interval does no harm',
  },
  {
    issue: /^wql: Win32_NTLogEvent filter without EventCode/,
    because: 'the filter names the log; that somebody wants all of its events is no mistake',
  },
  {
    issue: /^(?:wql: (?:PerfOS_System|SystemUpTime|fires for every)|trigger: )/,
    because:
      'administrators wait for the same; what the consumer then does is judged, and what polling costs is told',
  },
  {
    issue: /^timer: /,
    strict: ['timer-instruction-legacy'],
    because: 'timers work, and the newer way is advice about style',
  },

  // Bindings
  { issue: /^incomplete: filter without/, rules: ['filter-unbound'] },
  { issue: /^incomplete: consumer without/, rules: ['consumer-unbound'] },
  { issue: /^incomplete: binding whose filter/, rules: ['alias-undefined'] },
  { issue: /^binding: alias \S+ is not defined/, rules: ['alias-undefined'] },
  {
    issue: /^binding: \w+ empty or missing/,
    rules: ['binding-missing-filter', 'carrier-lost-alias'],
  },
  {
    issue: /^creatorsid: explicit CreatorSID S-1-5-21/,
    rules: ['creator-sid-domain-account'],
  },
  {
    issue: /^creatorsid: explicit CreatorSID S-1-5-32-544/,
    because: 'the documentation sets it so on all three parts; rules compare them where they are',
  },

  // Consumers
  {
    issue: /^unknown-property: /,
    rules: ['consumer-unknown-property', 'property-unknown'],
  },
  { issue: /^consumer: \w+ without Name/, rules: ['consumer-missing-name'] },
  { issue: /^consumer: neither CommandLineTemplate/, rules: ['cmdline-no-executable'] },
  { issue: /^consumer: ScriptingEngine missing/, rules: ['script-engine-missing'] },
  { issue: /^consumer: no ScriptText/, rules: ['script-source-none'] },
  { issue: /^consumer: EventID missing/, rules: ['ntlog-missing-event-id'] },
  { issue: /^exec: RunInteractively/, rules: ['cmdline-run-interactively'] },
  { issue: /^exec: /, rules: runsPrivileged },
  { issue: /^robustness: no KillTimeout/, rules: ['script-kill-timeout-zero'] },
  {
    issue: /^robustness: MaximumFileSize not set/,
    because: 'the default of 65,535 bytes applies, which is no lack of a limit',
  },
  {
    issue: /^path: (?:ExecutablePath missing|command .+ is not an absolute path)/,
    rules: ['cmdline-executable-path-missing', 'cmdline-relative-executable'],
  },
  {
    issue: /^path: (?:program|log file) .*in the root of C:|^path: .*user-writable/,
    rules: ['cmdline-insecure-executable', 'cmdline-insecure-output', 'logfile-insecure-directory'],
  },
  { issue: /^script: external script/, rules: ['script-file-insecure-location'] },
  { issue: /^script: JScript code/, rules: ['script-language-mismatch'] },
  { issue: /^script: WScript\.Shell\.Run/, rules: suspicious },
  {
    issue: /^script: inline ScriptText/,
    because: 'a script in the repository is the safer place: nobody can replace it like a file',
  },
  {
    issue: /^disclosure: whole event object/,
    because: 'what a log holds is the choice of its author; that others reach its folder is told',
  },

  // What content does
  { issue: /^account: /, rules: ['clear-text-password', ...suspicious] },
  {
    issue: /^(?:download|obfuscation|stealth|reverse-shell|anti-forensics): /,
    rules: suspicious,
  },
  {
    issue: /^lolbin: /,
    rules: suspicious,
    because: 'that a shell runs is no mistake; what it is told to do is read',
  },
  {
    issue: /^masquerade: /,
    because: 'a rule about content never rests on a name alone',
  },
  {
    issue: /^self-trigger: /,
    because: "Microsoft's own samples end so, to show that the subscription works",
  },

  // Providers
  { issue: /^provider: HostingModel missing/, rules: ['hosting-model-missing'] },
  { issue: /^provider: HostingModel LocalSystemHost/, rules: ['hosting-model-local-system'] },
  {
    issue: /^provider: no SecurityDescriptor/,
    because: 'WMI reads it of decoupled providers alone, of which decoupled-sd-missing speaks',
  },
  {
    issue: /^provider: ImpersonationLevel = 0/,
    because: 'event and consumer providers have no client whose account they could take',
  },
  {
    issue: /^(?:provider-registration|redefinition): /,
    rules: ['consumer-class-cloned'],
  },
];
