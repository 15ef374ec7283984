/**
 * What mofsec costs, against something everybody knows. Nothing here passes or fails: the numbers are for
 * people who change the code, before and after.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseMof } from '../../grammar/mof/parser.ts';
import { analyze } from '../../src/analyze.ts';
import { emitJson } from '../../src/emit/json.ts';
import { emitMof } from '../../src/emit/mof.ts';
import { formatMof } from '../../src/formatter/format.ts';
import { rules } from '../../src/linter/registry.ts';
import { decode } from '../../src/text/decode.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { measureEditor } from './editor.ts';
import { generateSubscriptions } from './generate.ts';
import { compare, cpuTime, wallTime, type Comparison } from './measure.ts';

/** The DMTF's schema, beside the project where it is there at all. */
const cim = '../shared/corpus/cim-2.49.0';
const small = 'samples/secure/service-stopped-to-event-log.mof';
const command = 'dist/cli.js';

function print(label: string, { subject, yardstick, ratio }: Comparison): void {
  const milliseconds = (time: number): string => `${time.toFixed(0)} ms`.padStart(9);
  console.log(
    `${label.padEnd(64)} x ${ratio.toFixed(2).padEnd(6)}${milliseconds(subject)} :${milliseconds(yardstick)}`,
  );
}

function megabytes(texts: readonly string[]): string {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Parsing, compiling and emitting some texts, against reading and writing the same as JSON. */
function measureTexts(title: string, sources: readonly SourceFile[], rounds: number): void {
  const texts = sources.map((source) => source.text);
  const { compilation } = analyze(sources);
  const json = emitJson(compilation, { compact: true });
  const value: unknown = JSON.parse(json);
  console.log(`\n${title}: ${megabytes(texts)} of MOF, ${megabytes([json])} of JSON`);

  const readJson = cpuTime(() => JSON.parse(json) as unknown);
  const writeJson = cpuTime(() => JSON.stringify(value));
  const parse = cpuTime(() => texts.map((text) => parseMof(text)));
  print('parse : JSON.parse of the emitted JSON', compare(rounds, parse, readJson));
  print(
    'analyze with all rules : parse',
    compare(
      rounds,
      cpuTime(() => analyze(sources, { rules }).diagnostics),
      parse,
    ),
  );
  print(
    'format : parse',
    compare(
      rounds,
      cpuTime(() => texts.map((text) => formatMof(text))),
      parse,
    ),
  );
  print(
    'emit JSON : JSON.stringify',
    compare(
      rounds,
      cpuTime(() => emitJson(compilation, { compact: true })),
      writeJson,
    ),
  );
  print(
    'emit MOF : JSON.stringify',
    compare(
      rounds,
      cpuTime(() => emitMof(compilation)),
      writeJson,
    ),
  );
}

/** Whole processes, from nothing to the prompt. */
function measureStart(rounds: number): void {
  const node = (...args: string[]) =>
    wallTime(() => {
      const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
      if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
      return status;
    });
  const nothing = node('--eval', '0');
  console.log('\nprocess start');
  for (const args of [['--version'], ['--help'], ['lint', small], ['compile', small]]) {
    print(
      `mofsec ${args.map((arg) => path.basename(arg)).join(' ')} : node -e 0`,
      compare(rounds, node(command, ...args), nothing),
    );
  }
}

function readFolder(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((entry) => entry.endsWith('.mof'))
    .toSorted()
    .map((entry) => {
      const { text, encoding } = decode(readFileSync(path.join(folder, entry)));
      return new SourceFile(entry, text, encoding);
    });
}

console.log(`node ${process.version}; ratios of medians, measured in turns`);
measureStart(15);
await measureEditor();
const triples = 5000;
measureTexts(
  `${triples} subscriptions`,
  [new SourceFile('subscriptions.mof', generateSubscriptions(triples))],
  5,
);
if (existsSync(cim)) measureTexts('CIM schema 2.49.0', readFolder(cim), 5);
else console.log(`\nCIM schema 2.49.0: skipped, ${cim} is not here`);
