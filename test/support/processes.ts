/** Running commands as a user would, from outside of any npm script, git hook or test run. */
import { spawnSync } from 'node:child_process';

/** What a finished process left behind. */
export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Settings that the surrounding npm, git or vitest hands down and that would change what a command does. */
const handedDown =
  /^(?:GIT_|VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|FORCE_COLOR$|PRE_COMMIT|npm_(?!config_(?:cache|registry|userconfig|offline|prefer_offline|.*proxy|cafile)$))/i;

/** The environment without what `npm test`, a git hook or vitest put there. */
export function outsideEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !handedDown.test(name)));
}

/** Runs a command to its end; a command that cannot be started throws. */
export function run(command: string, args: readonly string[], options: RunOptions): Finished {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: options.cwd,
    env: { ...outsideEnvironment(), NO_COLOR: '1', ...options.env },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    // npm, npx and pre-commit are scripts on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Runs a command that must succeed, and returns its standard output. */
export function runWell(command: string, args: readonly string[], options: RunOptions): string {
  const { status, stdout, stderr } = run(command, args, options);
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  }
  return stdout;
}

/** Whether a command can be started at all. */
export function isInstalled(command: string): boolean {
  const { status, error } = spawnSync(command, ['--version'], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  return error === undefined && status === 0;
}
