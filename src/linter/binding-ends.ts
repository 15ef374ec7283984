/** What the rules about the two ends of a binding share. */
import type { PropertyAssignment } from '../../grammar/mof/ast.ts';
import type {
  Binding,
  EventConsumer,
  EventFilter,
  InstanceSymbol,
  Reference,
} from '../compiler/model.ts';
import type { Related } from '../diagnostics/diagnostic.ts';
import { isWhole } from './readable.ts';

/** One end of a binding. */
export interface BindingEnd {
  readonly property: 'Filter' | 'Consumer';
  readonly reference: Reference<EventFilter | EventConsumer>;
  readonly assignment: PropertyAssignment | undefined;
  /** What it must lead to, for messages. */
  readonly wanted: string;
}

/** Both ends of a binding; none when a syntax error keeps it from being read as a whole, which has been reported. */
export function endsOf({ instance, filter, consumer }: Binding): readonly BindingEnd[] {
  if (!isWhole(instance)) return [];
  return [
    {
      property: 'Filter',
      reference: filter,
      assignment: instance.properties.get('filter'),
      wanted: 'an instance of __EventFilter',
    },
    {
      property: 'Consumer',
      reference: consumer,
      assignment: instance.properties.get('consumer'),
      wanted: 'an instance of a class that derives from __EventConsumer',
    },
  ];
}

/** Where an instance begins, as a place that explains a finding: from `instance of` to its class. */
export function instanceHead({ file, node }: InstanceSymbol, message: string): Related {
  return { file, start: node.start, end: node.className.end, message };
}

/** An instance as people call it: its class and its name. */
export function describe({ className, properties }: InstanceSymbol): string {
  const name = properties.get('name')?.value;
  return name?.kind === 'StringValue' ? `${className} ${JSON.stringify(name.value)}` : className;
}
