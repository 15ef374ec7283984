/** The command line: which commands and options there are, and what their help says. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { severities } from '../diagnostics/diagnostic.ts';
import { defaultPreset, presets } from '../linter/presets.ts';
import { lintFormats, lintFormatSummaries } from '../report/formats.ts';
import { version } from '../version.ts';
import type { CompileOptions } from './commands/compile.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { FormatCommandOptions } from './commands/format.ts';
import type { LintOptions } from './commands/lint.ts';
import type { LspOptions } from './commands/lsp.ts';
import type { RulesOptions } from './commands/rules.ts';
import type { SddlOptions } from './commands/sddl.ts';
import type { SidOptions } from './commands/sid.ts';
import { exitCodes, type ExitCode, type Io } from './io.ts';
import { complain, printableLines } from './messages.ts';
import { UserError } from './user-error.ts';

/**
 * Runs a command line to its end and returns the exit code. What the user can put right is printed
 * to stderr; anything else that is thrown is a defect of mofsec and left to the caller.
 *
 * @param args what follows `mofsec`
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean;
  const program = createProgram(io, (outcome) => (code = outcome));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      adviseAfter(error, args, io);
      // Help and version that were asked for are no failure; help in place of a missing command is.
      return error.exitCode === 0 ? exitCodes.clean : exitCodes.failure;
    }
    if (!(error instanceof UserError)) throw error;
    complain(io, error.message);
    return exitCodes.failure;
  }
}

/** `mofsec backdoor.mof` is what people try first. */
function adviseAfter(error: CommanderError, args: readonly string[], io: Io): void {
  const [first = ''] = args;
  if (error.code === 'commander.unknownCommand' && /\.(?:mof|mfl)$|[\\/]|^\.$/i.test(first)) {
    complain(io, `to lint it: mofsec lint ${first}`);
  }
}

function createProgram(io: Io, end: (code: ExitCode) => void): Command {
  const program = new Command('mofsec');
  program
    .description('Finds what WMI refuses and what an attacker welcomes in MOF files.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(printableLines(text)),
      getOutHelpWidth: () => helpWidth,
      getErrHelpWidth: () => helpWidth,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(text.replace(/^error: /, 'mofsec: ')),
    })
    .showHelpAfterError('Run mofsec --help to see the usage.')
    .exitOverride()
    .addHelpText(
      'after',
      examplesText(['lint .', 'explain creator-sid-mismatch', 'sddl "O:BAG:BAD:(A;;0x80;;;BA)"']),
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing wrong; 1 something is (lint: an error or a warning,\ncompile: an error, format --check: a file to format); 2 wrong usage,\nan unreadable path or a crash.',
    );
  addLint(program, io, end);
  addCompile(program, io, end);
  addFormat(program, io, end);
  addExplain(program, io, end);
  addRules(program, io, end);
  addSid(program, io, end);
  addSddl(program, io, end);
  addLsp(program, end);
  return program;
}

/**
 * The width of a plain terminal; help is not reflowed for others, so that it reads the same
 * everywhere.
 */
const helpWidth = 80;

function addLint(program: Command, io: Io, end: (code: ExitCode) => void): void {
  addCommand(program, 'lint', 'find problems in MOF files; the main job', [
    'lint backdoor.mof',
    'lint . --format concise',
    'lint . --preset strict',
    'lint . --fix',
    'lint . --diff --unsafe-fixes -o fixes.patch',
    'lint . --select wql,creator-sid --ignore wql-missing-where --statistics',
    'lint . --rule creator-sid-mismatch:warning --max-warnings 10',
    'lint . --severity error',
    'lint . --schema "wmi/classes/*.mof"',
    'lint "src/**/*.mof" --format sarif -o mofsec.sarif',
    'lint - --stdin-filename new.mof < new.mof',
  ])
    .argument('<path...>', inputHelp)
    .addOption(formatOption(lintFormats, 'pretty'))
    .option('-o, --output <file>', 'write the findings there')
    .addOption(presetOption())
    .option('--namespace <name>', namespaceHelp)
    .addOption(schemaOption())
    .option('--stdin-filename <name>', 'what to call standard input')
    .option('--allow-empty', 'accept folders and patterns without a MOF file')
    .option('--color', 'colour the findings')
    .option('--no-color', 'do not colour the findings')
    .option('-q, --quiet', 'print the findings and no summary')
    .addOption(
      listOption('--select <names>', 'rules and groups to run instead of the preset; repeatable'),
    )
    .addOption(listOption('--ignore <names>', 'rules and groups not to run; repeatable'))
    .addOption(
      listOption('--rule <name:level>', 'run it as error, warning or info, or off; repeatable'),
    )
    .addOption(
      new Option('--severity <level>', 'the least severity that is shown, counted and fixed')
        .choices(severities)
        .default('info'),
    )
    .option('--max-warnings <count>', 'end with 1 above so many (default: 0)', wholeNumber)
    .option('--statistics', 'count the findings of each rule, on stderr')
    .option('--fix', 'apply the safe fixes; standard input comes out fixed')
    .option('--unsafe-fixes', 'with --fix or --diff: apply the suggestions too')
    .addOption(
      new Option('--diff', 'print what --fix would change, and change nothing').conflicts([
        'statistics',
        'maxWarnings',
      ]),
    )
    .addHelpText('after', lintOptionsHelp)
    .addHelpText('after', lintFormatHelp)
    .addHelpText('after', suppressionHelp)
    .action(async (paths: readonly string[], options: LintOptions) => {
      const { lint } = await import('./commands/lint.ts');
      end(await lint(paths, options, io));
    });
}

function addCompile(program: Command, io: Io, end: (code: ExitCode) => void): void {
  addCommand(program, 'compile', 'check MOF files and write them as one canonical result', [
    'compile subscription.mof -o canonical.mof',
    'compile wmi --emit json',
    'compile wmi --preset mofcomp -o wmi.mof',
  ])
    .argument('<path...>', inputHelp)
    .addOption(
      new Option('--emit <format>', 'what to write').choices(['mof', 'json']).default('mof'),
    )
    .option('-o, --output <file>', 'write the result there')
    .addOption(presetOption())
    .option('--namespace <name>', namespaceHelp)
    .addOption(schemaOption())
    .option('--stdin-filename <name>', 'what to call standard input')
    .option('--color', 'colour the findings')
    .option('--no-color', 'do not colour the findings')
    .option('-q, --quiet', 'print findings only where there is an error')
    .action(async (paths: readonly string[], options: CompileOptions) => {
      const { compile } = await import('./commands/compile.ts');
      end(await compile(paths, options, io));
    });
}

function addFormat(program: Command, io: Io, end: (code: ExitCode) => void): void {
  addCommand(program, 'format', 'lay MOF files out in one way', [
    'format subscription.mof',
    'format . --write',
    'format . --check',
    'format - --stdin-filename new.mof < new.mof',
  ])
    .argument('<path...>', inputHelp)
    .addOption(new Option('--write', 'change the files, and list them').conflicts('check'))
    .option('--check', 'list the files that would change')
    .option('--print-width <columns>', 'how long lines may be (default: 80)', upTo(1_000_000))
    .option('--tab-width <columns>', 'how deep a level is indented (default: 2)', upTo(100))
    .option('--use-tabs', 'indent with tabs')
    .option('--no-use-tabs', 'indent with blanks')
    .addOption(
      new Option('--end-of-line <end>', 'how lines end (default: auto, as they do)').choices([
        'auto',
        'lf',
        'crlf',
        'cr',
      ]),
    )
    .option('--no-config', 'do not read .prettierrc and .editorconfig')
    .option('--stdin-filename <name>', 'what to call standard input')
    .option('--allow-empty', 'accept folders and patterns without a MOF file')
    .option('--color', 'colour the errors')
    .option('--no-color', 'do not colour the errors')
    .option('-q, --quiet', 'print no summary')
    .addHelpText('after', formatExitCodes)
    .action(async (paths: readonly string[], options: FormatCommandOptions) => {
      const { format } = await import('./commands/format.ts');
      end(await format(paths, options, io));
    });
}

const formatExitCodes =
  '\nExit codes: 0 done; 1 with --check, when a file would change; 2 when a file cannot\nbe formatted, for a syntax error too.';

/** Reads a number of findings. */
function wholeNumber(text: string): number {
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number, 0 or more.');
}

/** Reads a number of columns. */
function upTo(most: number): (text: string) => number {
  return (text) => {
    const number = /^[0-9]{1,7}$/.test(text) ? Number(text) : 0;
    if (number >= 1 && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  };
}

function addExplain(program: Command, io: Io, end: (code: ExitCode) => void): void {
  addCommand(program, 'explain', 'say what a rule wants and why, with examples', [
    'explain creator-sid-mismatch',
    'explain creator-sid-mismatch --format markdown',
    'explain 0x80044002',
    'explain event-access',
  ])
    .argument('<rule>', 'a rule, a group of rules, or an HRESULT of mofcomp or WMI')
    .addOption(formatOption(['text', 'json', 'markdown'], 'text'))
    .action(async (rule: string, options: ExplainOptions) => {
      const { explain } = await import('./commands/explain.ts');
      end(explain(rule, options, io));
    });
}

function addRules(program: Command, io: Io, end: (code: ExitCode) => void): void {
  addCommand(program, 'rules', 'list the rules', [
    'rules',
    'rules --preset recommended',
    'rules --group event-access',
    'rules --format json',
  ])
    .addOption(formatOption(['text', 'json'], 'text'))
    .option('--group <name>', 'the rules of one group (default: all groups)')
    .addOption(
      new Option('--preset <name>', 'the rules of one preset (default: all rules)').choices(
        presets,
      ),
    )
    .action(async (options: RulesOptions) => {
      const { listRules } = await import('./commands/rules.ts');
      end(listRules(options, io));
    });
}

function addSid(program: Command, io: Io, end: (code: ExitCode) => void): void {
  addCommand(program, 'sid', 'convert security identifiers: bytes, S-1-… and names', [
    'sid S-1-5-32-544',
    'sid "{1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}"',
    'sid - < sids.txt',
  ])
    .argument('<value...>', 'identifiers; - reads one a line and prints one JSON a line')
    .addOption(formatOption(['text', 'json'], 'text'))
    .option('--domain <sid>', domainHelp)
    .option('--machine <sid>', machineHelp)
    .action(async (values: readonly string[], options: SidOptions) => {
      const { sid } = await import('./commands/sid.ts');
      end(await sid(values, options, io));
    });
}

function addSddl(program: Command, io: Io, end: (code: ExitCode) => void): void {
  addCommand(program, 'sddl', 'say who may do what by a security descriptor', [
    'sddl "O:BAG:BAD:(A;;0x80;;;BA)"',
    'sddl "O:BAG:BAD:(A;;0x80;;;DA)" --domain S-1-5-21-1-2-3',
    'sddl - < descriptors.txt',
  ])
    .argument('<text...>', 'descriptors; - reads one a line and prints one JSON a line')
    .addOption(formatOption(['text', 'json'], 'text'))
    .addOption(
      new Option('--context <what>', 'what it protects')
        .choices(['filter', 'namespace'])
        .default('filter'),
    )
    .option('--domain <sid>', domainHelp)
    .option('--machine <sid>', machineHelp)
    .action(async (texts: readonly string[], options: SddlOptions) => {
      const { sddl } = await import('./commands/sddl.ts');
      end(await sddl(texts, options, io));
    });
}

function addLsp(program: Command, end: (code: ExitCode) => void): void {
  addCommand(program, 'lsp', 'run the language server, for an editor', [
    'lsp --stdio',
    'lsp --socket 7658',
  ])
    .option('--stdio', 'talk through standard input and output')
    .option('--socket <port>', 'connect to a port of this computer')
    .addOption(new Option('--pipe <name>', 'connect to a pipe').hideHelp())
    .addOption(new Option('--node-ipc', 'talk through the channel of Node').hideHelp())
    // The server reads it itself, to end when that process is gone.
    .addOption(new Option('--clientProcessId <id>', 'the process of the editor').hideHelp())
    .action(async (options: LspOptions) => {
      const { lsp } = await import('./commands/lsp.ts');
      end(await lsp(options));
    });
}

const inputHelp = 'files, folders, patterns, or - for standard input';

const lintOptionsHelp = `
Rules:
  Names stand between commas; mofsec rules lists them. What is said of a rule
  goes before what is said of its group, --ignore before --rule and --select.
  Errors of syntax are always found.
Fixes:
  A fix is safe if it cannot change what the author means; suggestions are for
  those who look at the outcome. Only files that are named are changed, and none
  gets an error of syntax. --fix ends with 1 if an error or a warning is left,
  --diff if there is a difference; git apply takes what --diff -o writes.`;

const lintFormatHelp = `
Formats:
${lintFormats.map((name) => `  ${name.padEnd(11)} ${lintFormatSummaries[name]}`).join('\n')}`;

const suppressionHelp = `
Comments in a file suppress findings, of the rules that they name or of all:
  // mofsec-disable-next-line RULE, RULE -- reason
  // mofsec-disable-line RULE        /* mofsec-disable RULE */
  // mofsec-disable-file RULE        /* mofsec-enable RULE */
Errors of syntax stay, and a comment that suppresses nothing is reported.`;

const namespaceHelp =
  'the namespace where a file does not name one (default: root\\default, as in mofcomp)';

const schemaHelp =
  'files, a folder or a pattern whose classes are known, but neither checked nor written; may be repeated';

const domainHelp = 'the domain that DA, DU and their like belong to: S-1-5-21-…';

const machineHelp = 'the machine that LA and LG belong to: S-1-5-21-…';

function formatOption(choices: readonly string[], initial: string): Option {
  return new Option('--format <format>', 'how to print').choices([...choices]).default(initial);
}

/** Given several times: what was said each time. */
function listOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(
    (text: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), text],
  );
}

/** Given several times, so that it does not take the files that stand behind it. */
function schemaOption(): Option {
  return listOption('--schema <path>', schemaHelp);
}

function presetOption(): Option {
  return new Option('--preset <name>', 'which rules to ask')
    .choices(presets)
    .default(defaultPreset);
}

function addCommand(
  program: Command,
  name: string,
  description: string,
  examples: readonly string[],
): Command {
  return program
    .command(name)
    .summary(description)
    .description(`${description.charAt(0).toUpperCase()}${description.slice(1)}.`)
    .showHelpAfterError(`Run mofsec ${name} --help to see the usage.`)
    .addHelpText('after', examplesText(examples));
}

function examplesText(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((example) => `  mofsec ${example}\n`).join('')}`.trimEnd();
}
