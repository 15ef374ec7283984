/** The command line: which commands and options there are, and what their help says. */
import { Command, CommanderError, Option } from 'commander';
import { version } from '../version.ts';
import type { CompileOptions } from './commands/compile.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { LintOptions } from './commands/lint.ts';
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
      '\nExit codes: 0 nothing wrong; 1 something is (lint: an error or a warning,\ncompile: an error); 2 wrong usage, an unreadable path or a crash.',
    );
  addLint(program, io, end);
  addCompile(program, io, end);
  addExplain(program, io, end);
  addRules(program, io, end);
  addSid(program, io, end);
  addSddl(program, io, end);
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
    'lint "src/**/*.mof" --format json -o report.json',
    'lint - --stdin-filename new.mof < new.mof',
  ])
    .argument('<path...>', inputHelp)
    .addOption(formatOption(['pretty', 'concise', 'json'], 'pretty'))
    .option('-o, --output <file>', 'write the findings there')
    .option('--namespace <name>', namespaceHelp)
    .option('--stdin-filename <name>', 'what to call standard input')
    .option('--allow-empty', 'accept folders and patterns without a MOF file')
    .option('--color', 'colour the findings')
    .option('--no-color', 'do not colour the findings')
    .option('-q, --quiet', 'print the findings and no summary')
    .action(async (paths: readonly string[], options: LintOptions) => {
      const { lint } = await import('./commands/lint.ts');
      end(await lint(paths, options, io));
    });
}

function addCompile(program: Command, io: Io, end: (code: ExitCode) => void): void {
  addCommand(program, 'compile', 'check MOF files and write them as one canonical result', [
    'compile subscription.mof -o canonical.mof',
    'compile wmi --emit json',
  ])
    .argument('<path...>', inputHelp)
    .addOption(
      new Option('--emit <format>', 'what to write').choices(['mof', 'json']).default('mof'),
    )
    .option('-o, --output <file>', 'write the result there')
    .option('--namespace <name>', namespaceHelp)
    .option('--stdin-filename <name>', 'what to call standard input')
    .option('--color', 'colour the findings')
    .option('--no-color', 'do not colour the findings')
    .option('-q, --quiet', 'print findings only where there is an error')
    .action(async (paths: readonly string[], options: CompileOptions) => {
      const { compile } = await import('./commands/compile.ts');
      end(await compile(paths, options, io));
    });
}

function addExplain(program: Command, io: Io, end: (code: ExitCode) => void): void {
  addCommand(program, 'explain', 'say what a rule wants and why, with examples', [
    'explain creator-sid-mismatch',
    'explain creator-sid-mismatch --format json',
  ])
    .argument('<rule>', 'the name of a rule, as findings show it')
    .addOption(formatOption(['text', 'json'], 'text'))
    .action(async (rule: string, options: ExplainOptions) => {
      const { explain } = await import('./commands/explain.ts');
      end(explain(rule, options, io));
    });
}

function addRules(program: Command, io: Io, end: (code: ExitCode) => void): void {
  addCommand(program, 'rules', 'list the rules', ['rules', 'rules --format json'])
    .addOption(formatOption(['text', 'json'], 'text'))
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

const inputHelp = 'files, folders, patterns, or - for standard input';

const namespaceHelp =
  'the namespace where a file does not name one (default: root\\default, as in mofcomp)';

const domainHelp = 'the domain that DA, DU and their like belong to: S-1-5-21-…';

const machineHelp = 'the machine that LA and LG belong to: S-1-5-21-…';

function formatOption(choices: readonly string[], initial: string): Option {
  return new Option('--format <format>', 'how to print').choices([...choices]).default(initial);
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
