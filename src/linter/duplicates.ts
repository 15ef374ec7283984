/** Filters and consumers that overwrite one another. */
import type { EventConsumer, EventFilter, InstanceSymbol } from '../compiler/model.ts';
import type { Report } from './rule.ts';

/** Reports every part whose class, namespace and Name an earlier one has, except for a copy in another file. */
export function reportDuplicates(
  parts: readonly (EventFilter | EventConsumer)[],
  noun: 'filter' | 'consumer',
  report: Report,
): void {
  const first = new Map<string, InstanceSymbol>();
  for (const part of parts) {
    const { name, instance } = part;
    if (name === undefined) continue;
    const { className, namespace, file, node, properties } = instance;
    const key = [className, namespace.key, name].join('\n').toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, instance);
    } else if (earlier.node !== node && !isCopy(earlier, instance)) {
      report({
        file,
        at: properties.get('name')?.value ?? node.className,
        subject: part,
        message:
          `Another ${className} of ${namespace.path} has this Name, which is its key, so this ${noun} overwrites that one: ` +
          'give each a name of its own.',
        related: [
          {
            file: earlier.file,
            start: (earlier.properties.get('name')?.value ?? earlier.node.className).start,
            end: (earlier.properties.get('name')?.value ?? earlier.node.className).end,
            message: `the ${noun} that is overwritten`,
          },
        ],
      });
    }
  }
}

/** The same object in another file, which overwrites nothing that is not there again. */
function isCopy(a: InstanceSymbol, b: InstanceSymbol): boolean {
  return a.file !== b.file && bodyOf(a) === bodyOf(b);
}

function bodyOf({ file, node }: InstanceSymbol): string {
  return file.text.slice(node.body.start, node.body.end).replaceAll(/\s+/g, ' ');
}
