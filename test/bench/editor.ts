/** What the language server costs: each key, each question, and its start. */
import { spawn } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { parseMof } from '../../grammar/mof/parser.ts';
import { emptyEnvironment } from '../../lsp/environment.ts';
import { positionAt } from '../../lsp/positions.ts';
import { LanguageService } from '../../lsp/service.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { generateShortSubscriptions } from './generate.ts';
import { distributionOf, type Distribution, timesOf, wallTime } from './measure.ts';

const server = 'dist/lsp.js';
const uri = 'file:///bench/subscriptions.mof';

function print(label: string, { median, p95 }: Distribution, ratio: string): void {
  const milliseconds = (time: number): string => `${time.toFixed(1)} ms`.padStart(9);
  console.log(
    `${label.padEnd(40)}${milliseconds(median)} median${milliseconds(p95)} p95   ${ratio}`,
  );
}

/** A document that somebody types in, character by character, in the middle of a name. */
class TypedDocument {
  readonly service = new LanguageService(emptyEnvironment);
  readonly text: string;
  #version = 1;

  constructor(text: string) {
    this.text = text;
    this.service.workspace.open(uri, 'mof', 1, text);
  }

  /** The position behind a word in the middle of the text. */
  behind(word: string): ReturnType<typeof positionAt> {
    const offset = this.text.indexOf(word, this.text.length / 2) + word.length;
    return positionAt(new SourceFile('', this.text), offset);
  }

  /** One more character, or one less: the text stays as long as it is. */
  type(): void {
    const start = this.behind('Name = "');
    const isLonger = this.#version % 2 === 0;
    const end = isLonger ? { ...start, character: start.character + 1 } : start;
    this.service.workspace.change(uri, ++this.#version, [
      { range: { start, end }, text: isLonger ? '' : 'x' },
    ]);
  }
}

function measureTyping(count: number, rounds: number): void {
  const document = new TypedDocument(generateShortSubscriptions(count));
  const { service, text } = document;
  const [inQuery, onClass] = [document.behind('WHERE '), document.behind('instance of __')];
  console.log(`\n${count} subscriptions in the editor: ${(text.length / 1024).toFixed(0)} KB`);
  const parse = distributionOf(
    timesOf(
      rounds,
      wallTime(() => parseMof(text)),
    ),
  );
  const measure = (label: string, job: () => unknown): void => {
    const times = distributionOf(timesOf(rounds, wallTime(job)));
    const ratio = (times.median / parse.median).toFixed(2);
    print(label, times, `x ${ratio} of parsing it (${parse.median.toFixed(1)} ms)`);
  };
  measure('key to diagnostics', () => {
    document.type();
    return service.diagnostics(uri);
  });
  measure('key to completion', () => {
    document.type();
    return service.completion(uri, inQuery);
  });
  measure('key to hover', () => {
    document.type();
    return service.hover(uri, onClass);
  });
  measure('completion', () => service.completion(uri, inQuery));
  measure('hover', () => service.hover(uri, onClass) ?? 'nothing');
}

/** From nothing to the first diagnostics of a small file. */
async function startToDiagnostics(): Promise<number> {
  const before = performance.now();
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const published = new Promise((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', resolve);
  });
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'mof', version: 1, text: generateShortSubscriptions(1) },
  });
  await published;
  const time = performance.now() - before;
  connection.dispose();
  child.stdin.end();
  await new Promise((resolve) => child.once('exit', resolve));
  return time;
}

/** From nothing to nothing. */
async function bareNode(): Promise<number> {
  const before = performance.now();
  const child = spawn(process.execPath, ['--eval', '0'], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  return performance.now() - before;
}

async function measureServerStart(rounds: number): Promise<void> {
  const times = { server: [] as number[], node: [] as number[] };
  await startToDiagnostics();
  await bareNode();
  for (let round = 0; round < rounds; round++) {
    times.server.push(await startToDiagnostics());
    times.node.push(await bareNode());
  }
  const [start, node] = [distributionOf(times.server), distributionOf(times.node)];
  const ratio = (start.median / node.median).toFixed(2);
  console.log('\nthe server');
  print(
    'start to first diagnostics',
    start,
    `x ${ratio} of node -e 0 (${node.median.toFixed(0)} ms)`,
  );
}

/** Prints all of it. */
export async function measureEditor(): Promise<void> {
  await measureServerStart(15);
  measureTyping(40, 200);
  measureTyping(500, 60);
}
