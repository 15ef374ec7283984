#!/usr/bin/env node
/** The process: gives the command line its streams, and ends with its exit code. */
import { fstatSync } from 'node:fs';
import { exitCodes } from './io.ts';
import { printableLines } from './messages.ts';
import { run } from './program.ts';
import { errorCode, reasonOf, UserError } from './user-error.ts';

let hasFailed = false;

function fail(message: string): void {
  if (!hasFailed) process.stderr.write(printableLines(`mofsec: ${message}\n`));
  hasFailed = true;
  process.exitCode = exitCodes.failure;
}

/** What nobody foresaw. The stack helps whoever mends it. */
function crash(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  fail(`this is a defect of mofsec; please report it together with the file\n${stack}`);
}

/** A reader who has gone (`mofsec lint . | head`) is no error; a full disk behind stdout is one. */
process.stdout.on('error', (error) => {
  if (errorCode(error) !== 'EPIPE') fail(`cannot write the results: ${reasonOf(error)}`);
});

// Without stderr there is nobody to tell.
process.stderr.on('error', () => undefined);

process.on('uncaughtException', (error) => {
  crash(error);
  process.exit();
});

/** Node takes a folder as standard input for one that is empty. */
function refuseFolder(): void {
  if (isFolder(0)) throw new UserError('it is a folder');
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    return false;
  }
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw new UserError(`the current folder cannot be used: ${reasonOf(error)}`);
  }
}

try {
  const code = await run(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    // Only asked for where it is read: to open it would keep the process waiting.
    get stdin() {
      refuseFolder();
      return process.stdin;
    },
    cwd: currentFolder(),
    env: process.env,
  });
  // The process ends by itself once everything is written; `process.exit` would cut a pipe short.
  if (!hasFailed) process.exitCode = code;
} catch (error) {
  if (error instanceof UserError) fail(error.message);
  else crash(error);
}
