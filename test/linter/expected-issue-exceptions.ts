/** Files of which a rule is silent about something on the reviewer's checklist that it speaks about elsewhere. */
export interface IssueException {
  readonly reason: string;
  readonly files: readonly string[];
  /** Which entries of the files. */
  readonly issues: readonly RegExp[];
}

const eventLogTexts = [
  'event5861-hayabusa-updater__1',
  'event5861-atc-scm-eventlog__1',
  'idx-event5861-atomic',
  'idx-event5861-chromeupdater',
  'idx-event5861-impacket-smartquotes',
  'idx-event5861-systempowermanager-ocr',
  'idx-event5861-timertrigger',
  'idx-event5861-winrmfilter-wrapped',
].map(subscription);

export const issueExceptions: readonly IssueException[] = [
  {
    reason: 'the text of event 5861 is evidence: no file to compile, and it never has a binding',
    files: eventLogTexts,
    issues: [/^namespace: no #pragma/],
  },
  {
    reason: 'the text of event 5861 never has a binding',
    files: eventLogTexts.filter((file) => !file.includes('-ocr')),
    issues: [/^incomplete: filter without/],
  },
  {
    reason: 'the text of event 5861 never has a binding',
    files: eventLogTexts,
    issues: [/^incomplete: consumer without/],
  },
  {
    reason: 'the subscription that Windows itself has, with the query and the content that it has',
    files: [subscription('event5861-atc-scm-eventlog__1')],
    issues: [/^wql: no WHERE/, /^consumer: EventID missing/],
  },
  {
    reason: 'the language is WQL, between quotation marks of a word processor, which are told',
    files: [subscription('idx-event5861-impacket-smartquotes')],
    issues: [/^filter: QueryLanguage is not/],
  },
  {
    reason: 'the name is there, where the recognition of the picture broke the line',
    files: [subscription('idx-event5861-systempowermanager-ocr')],
    issues: [/^consumer: \w+ without Name/],
  },
  {
    reason: 'the pragma is there without its #, and that is told',
    files: [
      '3gstudent-tips__L863',
      'idx-moffilter-unescaped-path',
      'idx-mysql-mof-markdown-bold',
      'ridter-intranet-tips__L981',
      'wooyun-1185-wsc-jsrat__1',
    ].map(subscription),
    issues: [/^namespace: no #pragma/],
  },
  {
    reason: 'the classes of the query are in the namespace of the filter, where WMI then looks',
    files: [
      'idx-acevntbx-femitter',
      'idx-msf-baud-myclass89',
      'metasploit-wbemexec',
      'virgil-genMof',
      'win32docs__logging-to-nt-event-log-based-on-an-event__L69',
      'win32docs__running-a-program-from-the-command-line-based-on-an-event__L59',
      'win32docs__writing-to-a-log-file-based-on-an-event__L57',
    ].map(subscription),
    issues: [/^filter: EventNamespace missing/],
  },
  {
    reason: 'an excerpt: what it leaves out stands where the dots are, which are told',
    files: [subscription('idx-ellipsis-course-note')],
    issues: [/^filter: /, /^consumer: /, /^exec: /, /^robustness: /, /^incomplete: /],
  },
  {
    reason: 'Commandline stands for CommandLineTemplate, and that is told',
    files: [
      subscription('idx-event5861-systempowermanager-ocr'),
      subscription('idx-t1546003-wrong-properties-cmd'),
    ],
    issues: [/^consumer: neither CommandLineTemplate/],
  },
  {
    reason: 'Language stands for ScriptingEngine, and that is told',
    files: [subscription('idx-t1546003-wrong-properties-script')],
    issues: [/^consumer: ScriptingEngine missing/],
  },
  {
    reason: 'the program is a batch file, which is told with what to write in ExecutablePath',
    files: [
      subscription('win32docs__running-a-program-from-the-command-line-based-on-an-event__L59'),
    ],
    issues: [/^path: ExecutablePath missing/],
  },
  {
    reason:
      'ExecutablePath names the program, so that the first word of the command line finds none',
    files: [subscription('idx-cadre35j2-cmd-within3'), subscription('idx-windowsupdate-beacon')],
    issues: [/^path: command .+ is not an absolute path/],
  },
  {
    reason: 'WMI does not poll Win32_LocalTime, which has its own events',
    files: [subscription('idx-windowsupdate-beacon')],
    issues: [/^wql: short polling/],
  },
  {
    reason: 'the switch by itself is what administrators write in every script of theirs',
    files: [subscription('idx-moffilter-unescaped-path')],
    issues: [/^stealth: ExecutionPolicy bypass/],
  },
  {
    reason: 'the quotes inside the string end it, which is told; of the rest nothing is certain',
    files: [subscription('wooyun-1014-powershell-mof-backdoor__4')],
    issues: [/^exec: /, /^path: /, /^stealth: /, /^incomplete: /],
  },
  {
    reason: 'the string that does not end may hide a binding',
    files: [subscription('idx-msf-rshell-no-namespace')],
    issues: [/^incomplete: consumer without/],
  },
  {
    reason: 'the query is a placeholder, and so may be what else is missing',
    files: [subscription('wooyun-1014-powershell-mof-backdoor__2')],
    issues: [/^filter: QueryLanguage missing/, /^wql: no WHERE/],
  },
  {
    reason: 'the query has a WHERE, without a blank before it, and that is told',
    files: [subscription('wooyun-1014-powershell-mof-backdoor__6')],
    issues: [/^wql: no WHERE/],
  },
  {
    reason: 'a dump of classes has no instances, and nothing is wrong with its text',
    files: ['windows/KingslandConsulting_Kingsland.MofParser__WinXpProSp3CIMV2.mof'],
    issues: [/^syntax: no instance declaration/],
  },
  {
    reason: 'the registration of Windows itself, quoted',
    files: ['windows/scrcons-quoted-2.mof', 'windows/wbemcons-quoted-5.mof'],
    issues: [/^provider-registration: /, /^provider: HostingModel LocalSystemHost/],
  },
];

function subscription(name: string): string {
  return `subscriptions/${name}.mof`;
}
