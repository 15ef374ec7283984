import { suggest } from '../../../../grammar/mof/suggest.ts';
import { isEnvironmentVariable, type TemplateProperty } from '../../../consumers/templates.ts';
import { findingIn } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { enough } from '../../enough.ts';
import { replaceInString, suggestion } from '../../fixes.ts';
import { isStockConsumer } from '../../known-good.ts';
import { rule } from '../../rule.ts';
import { eventShapesOf, templatesOf, type EventShape } from '../../templates.ts';

export default rule({
  name: 'template-unknown-property',
  severity: 'warning',
  group: 'template',
  summary: "A template names properties that the events of the consumer's filters have.",
  why: 'WMI finds no property of that name in the event and puts nothing sensible in. Properties of the object that an event is about are in TargetInstance, and with GROUP WITHIN in Representative.',
  source: 'using-standard-string-templates, group-clause',
  fixes: ['suggestion'],
  examples: consumerExamples('LogFileEventConsumer', { Text: '"%Name% changed"' }),
  check: {
    consumer(consumer, report, compilation) {
      if (isStockConsumer(consumer)) return;
      const templates = templatesOf(consumer);
      const shapes = templates.length === 0 ? undefined : eventShapesOf(consumer, compilation);
      if (shapes === undefined) return;
      const { instance } = consumer;
      for (const { value, parts } of templates) {
        const properties = parts.filter((part) => part.kind === 'property');
        for (const property of enough(properties, (part) => isUnknown(part, shapes))) {
          const [shape] = shapes;
          if (shape === undefined) continue;
          const text = property.path.join('.');
          const better = intended(property, shape);
          report({
            ...findingIn(instance, value, property),
            message:
              `The event has no ${text}: ${describe(property, shape)}. ` +
              (better === undefined ? 'Name one of those.' : `Write %${better}%.`),
            ...(better !== undefined && {
              fixes: [
                suggestion(
                  `Write %${better}%`,
                  replaceInString(
                    instance.file,
                    value,
                    property.start,
                    property.end,
                    `%${better}%`,
                  ),
                ),
              ],
            }),
          });
        }
      }
    },
  },
});

const objects: ReadonlySet<string> = new Set(['targetinstance', 'previousinstance']);

/** Whether no filter's event has the property; variables of the environment have a rule of their own. */
function isUnknown({ path }: TemplateProperty, shapes: readonly EventShape[]): boolean {
  const [name = '', inner] = path;
  if (name.startsWith('__') || (path.length === 1 && isEnvironmentVariable(name))) return false;
  return shapes.every(({ properties, target }) => {
    if (!has(properties, name)) return true;
    if (inner === undefined || inner.startsWith('__') || path.length > 2) return false;
    return (
      objects.has(name.toLowerCase()) && target !== undefined && !has(target.properties, inner)
    );
  });
}

function has(properties: readonly string[], name: string): boolean {
  return properties.some((property) => property.toLowerCase() === name.toLowerCase());
}

/** Properties that every event has say little about this one. */
const ofEveryEvent: ReadonlySet<string> = new Set(['time_created', 'security_descriptor']);

function describe({ path: [name = ''] }: TemplateProperty, shape: EventShape): string {
  const inner = has(shape.properties, name) ? shape.target : undefined;
  const { className, properties } = inner ?? shape;
  const own = properties.filter((property) => !ofEveryEvent.has(property.toLowerCase()));
  return own.length === 0
    ? `${className} has no properties of its own`
    : `${className} has ${own.slice(0, 8).join(', ')}${own.length > 8 ? ' and others' : ''}`;
}

function intended(
  { path }: TemplateProperty,
  { properties, target, className }: EventShape,
): string | undefined {
  const [name = '', inner] = path;
  if (inner !== undefined && has(properties, name)) {
    const near = suggest(inner, target?.properties ?? []);
    return near === undefined ? undefined : `${name}.${near}`;
  }
  if (className === '__AggregateEvent') {
    return ['targetinstance', 'previousinstance'].includes(name.toLowerCase()) ||
      inner === undefined
      ? `Representative.${path.join('.')}`
      : undefined;
  }
  if (inner === undefined && has(properties, 'TargetInstance')) {
    const isKnown = target === undefined || has(target.properties, name);
    if (isKnown) return `TargetInstance.${name}`;
  }
  const near = suggest(name, properties);
  return near === undefined ? undefined : [near, ...path.slice(1)].join('.');
}
