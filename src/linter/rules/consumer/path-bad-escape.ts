import type { StringValue } from '../../../../grammar/mof/ast.ts';
import type { InstanceSymbol } from '../../../compiler/model.ts';
import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { hasControlCharacter } from '../../../consumers/windows-paths.ts';
import { findingIn, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rawText } from '../../event-namespaces.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { isStockConsumer } from '../../known-good.ts';
import { rule, type Finding } from '../../rule.ts';

/** The properties of the standard consumers that hold one path and nothing else. */
const properties = ['ExecutablePath', 'Filename', 'ScriptFileName', 'WorkingDirectory'];

/** Of a command line only what no command has otherwise; lines may end behind `C:`, and \n and \r are left alone. */
const pathInCommand = /(?<=^|[\s"'=])[A-Za-z]:[\b\t\f]\w[^\s"'<>|]*/g;

export default rule({
  name: 'path-bad-escape',
  severity: 'error',
  group: 'consumer',
  summary: 'Each backslash in the path of a file is written twice.',
  why: 'In a MOF string \\t is a tab and \\n ends a line, and no path has either: WMI takes the consumer, and then it never finds the file.',
  source: 'strings, logfileeventconsumer; Windows: no name of a file has a control character',
  fixes: ['suggestion'],
  examples: consumerExamples('LogFileEventConsumer', {
    Filename: String.raw`"C:\\ProgramData\\Sample\new.log"`,
  }),
  supersedes: ['bad-escape', 'script-file-not-absolute'],
  check: {
    consumer(consumer, report) {
      const { instance, standardClass } = consumer;
      if (standardClass === undefined || isStockConsumer(consumer)) return;
      for (const name of properties) {
        const value = textOf(instance, name);
        if (value !== undefined && isBroken(value)) report(aboutValue(instance, value));
      }
      const template = textOf(instance, 'CommandLineTemplate');
      if (standardClass !== 'CommandLineEventConsumer' || template === undefined) return;
      for (const { 0: path, index } of template.value.matchAll(pathInCommand)) {
        report(aboutStretch(instance, template, index, index + path.length));
      }
    },
  },
});

function isBroken({ value }: StringValue): boolean {
  const path = value.trim();
  return /^[A-Za-z]:/.test(path) && hasControlCharacter(path) && !hasPlaceholder(path);
}

function aboutValue({ file }: InstanceSymbol, value: StringValue): Finding {
  const path = doubled(rawText(value).trim());
  const literal = path === undefined ? undefined : `"${path}"`;
  return {
    file,
    at: value,
    message: messageFor(literal),
    ...(literal !== undefined && {
      fixes: [suggestion(`Write ${literal}`, replaceValue(file, value, literal))],
    }),
  };
}

function aboutStretch(
  instance: InstanceSymbol,
  template: StringValue,
  start: number,
  end: number,
): Finding {
  const { file, at } = findingIn(instance, template, { start, end });
  const path = doubled(file.text.slice(at.start, at.end));
  return {
    file,
    at,
    message: messageFor(path),
    ...(path !== undefined && {
      fixes: [suggestion(`Write ${path}`, { file, start: at.start, end: at.end, text: path })],
    }),
  };
}

function messageFor(path: string | undefined): string {
  return (
    'A backslash in a MOF string is written twice. Here one stands alone and turns into a control character, so Windows ' +
    `finds no such file: write ${path ?? String.raw`for example "C:\\ProgramData\\Sample"`}.`
  );
}

/** A path as written with all backslashes doubled, unless it has more than backslashes to escape. */
function doubled(raw: string): string | undefined {
  if (hasControlCharacter(raw) || raw.includes('"')) return undefined;
  return raw.split(/\\+/).join('\\\\');
}
