/** `%Name%` in the templates of consumers: properties of the events that fill them. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { typeText } from '../../../src/compiler/checker/value-type.ts';
import type { EventFilter } from '../../../src/compiler/model.ts';
import { targetOf } from '../../../src/compiler/subscriptions.ts';
import { parseTemplate } from '../../../src/consumers/templates.ts';
import type { Proposal } from './proposal.ts';
import type { TextProposal } from './string-edits.ts';
import type { Typing } from './typing.ts';
import { wqlClassesOf } from './wql-place.ts';

/** Properties of the events of the filters that feed the consumer; of all filters of the file where none does yet. */
export function templateProposals(
  typing: Typing,
  text: string,
  at: number,
): readonly TextProposal[] {
  const before = text.slice(0, at);
  const typed = /%?[\w.]*$/.exec(before)?.[0] ?? '';
  const isOpen = typed.startsWith('%') && opensProperty(before, at - typed.length);
  // A name without a percent sign is text.
  if (!isOpen && typed !== '') return [];
  const after = isOpen ? (/^[\w.]*%?/.exec(text.slice(at))?.[0] ?? '') : '';
  // The next percent sign may open another property instead of closing this one.
  const length = after.endsWith('%') || after === '' ? after.length : 0;
  const stretch = { start: at - (isOpen ? typed.length : 0), end: at + length };
  const seen = new Set<string>();
  return filtersFor(typing).flatMap((filter) =>
    eventProperties(typing, filter).flatMap((proposal) => {
      if (seen.has(proposal.label.toLowerCase())) return [];
      seen.add(proposal.label.toLowerCase());
      return [{ ...proposal, stretch }];
    }),
  );
}

/** Whether the percent sign at an offset begins a property and does not end one. */
function opensProperty(before: string, offset: number): boolean {
  const part = parseTemplate(before).find(({ start, end }) => start <= offset && offset < end);
  return part?.kind === 'lone-percent';
}

function filtersFor({ compilation, view, cursor }: Typing): readonly EventFilter[] {
  const { consumers, filters } = compilation;
  const consumer = consumers.find(
    ({ instance: { file, node } }) =>
      file === view.source && node.start < cursor.offset && cursor.offset <= node.end,
  );
  const bound = (consumer?.bindings ?? []).flatMap(({ filter }) => targetOf(filter) ?? []);
  return bound.length > 0 ? bound : filters.filter(({ instance }) => instance.file === view.source);
}

/** The properties of an event, and those of the object in it. */
function eventProperties({ catalog, view }: Typing, { query }: EventFilter): readonly Proposal[] {
  const { event, objects, isGrouped } = wqlClassesOf(query?.value ?? '');
  const className = isGrouped ? '__AggregateEvent' : event;
  if (className === undefined) return [];
  return catalog.propertiesOf(className).flatMap(({ info, owner }) => {
    const holder = info.name;
    const target = objects.get(holder.toLowerCase()) ?? objects.get('targetinstance');
    const isObject = info.type.kind === 'object';
    const inner = isObject && target !== undefined ? catalog.propertiesOf(target) : [];
    const own = proposalFor(holder, typeText(info.type), owner.name === '__Event' ? 8 : 3, {
      className: owner.name,
      name: info.name,
      uri: view.uri,
    });
    const inside = inner.map(({ info: property, owner: of }) =>
      proposalFor(
        `${holder}.${property.name}`,
        typeText(property.type),
        holder.toLowerCase() === 'targetinstance' ? 1 : 4,
        { className: of.name, name: property.name, uri: view.uri },
      ),
    );
    // The text of a whole object is no use to anybody.
    return isObject && inside.length > 0 ? inside : [own];
  });
}

function proposalFor(
  path: string,
  detail: string,
  rank: number,
  property: { readonly className: string; readonly name: string; readonly uri: string },
): Proposal {
  return {
    label: `%${path}%`,
    kind: CompletionItemKind.Property,
    detail,
    rank,
    topic: { about: 'property', ...property },
  };
}
