/** The README shows real sessions: what it says that a command prints is what the command prints. */
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { run } from '../src/cli/program.ts';

interface Session {
  readonly command: string;
  readonly output: string;
}

/** The commands of all console blocks, each with the lines up to the next one. */
function sessions(markdown: string): readonly Session[] {
  const blocks = markdown.matchAll(/```console\n(.*?)```/gs);
  return [...blocks].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((text) => {
        const [command = '', ...lines] = text.split('\n');
        return { command, output: lines.join('\n').trim() };
      }),
  );
}

function argumentsOf(command: string): readonly string[] {
  const words = command.replace(/^npx mofsec /, '').match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replaceAll('"', ''));
}

describe('the sessions of the README', () => {
  const all = sessions(readFileSync('README.md', 'utf8'));

  test('are there', () => {
    expect(all.length).toBeGreaterThanOrEqual(3);
  });

  test.each(all)('$command', async ({ command, output }) => {
    let printed = '';
    const stream = {
      write: (content: string | Uint8Array) => (printed += Buffer.from(content).toString()),
    };
    await run(argumentsOf(command), {
      stdout: stream,
      stderr: stream,
      stdin: (async function* () {})(),
      cwd: process.cwd(),
      env: {},
    });
    expect(printed.trim()).toBe(output);
  });
});
