/** Instances: what an alias or a path leads to. */
import type { ClassSymbol, Compilation, InstanceSymbol } from '../../../src/compiler/model.ts';
import { code, codeBlock, paragraphs, plain, shortened } from '../../markdown.ts';

/** Values may be whole scripts. */
const LONGEST_VALUE = 200;

/** What a class or an instance is, and for a part of a subscription what it does. */
export function targetHover(
  target: ClassSymbol | InstanceSymbol,
  compilation: Compilation,
): string {
  if (target.kind === 'class') return codeBlock('mof', `class ${target.name}`);
  const { node, file } = target;
  const text = shortened(file.text.slice(node.start, node.end), MOST_TEXT);
  return paragraphs(
    codeBlock('mof', text),
    partText(target, compilation),
    `In ${plain(file.path)}.`,
  );
}

const MOST_TEXT = 1200;

/** The part that an instance plays: what a filter waits for and feeds, what a consumer runs and is fed by. */
function partText(
  instance: InstanceSymbol,
  { filters, consumers }: Compilation,
): string | undefined {
  const filter = filters.find((candidate) => candidate.instance === instance);
  if (filter !== undefined) {
    const query =
      filter.query && `Waits for ${code(shortened(filter.query.value, LONGEST_VALUE))}.`;
    return paragraphs(query, boundText('Feeds', filter.bindings.length, 'consumer'));
  }
  const consumer = consumers.find((candidate) => candidate.instance === instance);
  return consumer && boundText('Is fed by', consumer.bindings.length, 'filter');
}

function boundText(verb: string, count: number, noun: string): string {
  if (count === 0) return 'No binding of these files names it.';
  return `${verb} ${count} ${noun}${count === 1 ? '' : 's'}.`;
}
