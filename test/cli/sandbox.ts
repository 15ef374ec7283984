/** A folder of its own for a test, and the command line run in it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Stdout as it is. */
  readonly bytes: Buffer;
}

export interface SandboxOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export class Sandbox {
  readonly folder: string;

  /** @param files contents by path with `/` */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mofsec-cli-')));
    onTestFinished(() => {
      rmSync(this.folder, { recursive: true, force: true });
    });
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  /** Runs `mofsec` with these arguments in this process, standing in a folder of the sandbox. */
  async run(
    args: readonly string[],
    options: SandboxOptions = {},
    folder: string = '.',
  ): Promise<Outcome> {
    const output: Buffer[] = [];
    let stderr = '';
    const { isTTY = false, columns } = options;
    const terminal = { isTTY, ...(columns === undefined ? {} : { columns }) };
    const io: Io = {
      stdout: { write: (content) => output.push(Buffer.from(content)), ...terminal },
      stderr: { write: (content) => (stderr += Buffer.from(content).toString()), ...terminal },
      stdin: inPieces(options.stdin ?? ''),
      cwd: this.path(folder),
      env: options.env ?? {},
    };
    const code = await run(args, io);
    const bytes = Buffer.concat(output);
    return { code, stdout: bytes.toString(), stderr, bytes };
  }
}

/** As from a pipe, in pieces that cut characters in two. */
async function* inPieces(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7);
}

/** A file without anything to report, and one with a syntax error at 2:1. */
export const good = 'class Sample\n{\n  [key] string Name;\n};\n';
export const bad = 'class Sample {};\n? instance\n';
