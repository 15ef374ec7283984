/** The words of a query, its classes and their properties. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { COMPARISON_SIGNS } from '../../../grammar/wql/keywords.ts';
import { namespaceOf } from '../../../src/compiler/namespaces.ts';
import { typeText, type ValueType } from '../../../src/compiler/checker/value-type.ts';
import type { KnownValues } from '../../knowledge/values.ts';
import type { CatalogClass, CatalogProperty } from './class-catalog.ts';
import { classProposal } from './class-proposals.ts';
import type { Proposal } from './proposal.ts';
import type { TextProposal } from './string-edits.ts';
import type { Typing } from './typing.ts';
import { textChoices } from './value-proposals.ts';
import { valuesOf } from './value-snippets.ts';
import { type WqlClasses, wqlClassesOf, type WqlPlace, wqlPlaceAt } from './wql-place.ts';
import * as words from './wql-words.ts';

/** Where the query stands. */
export interface QueryAround {
  readonly text: string;
  readonly at: number;
  /** The namespace whose events it is about, in any spelling; undefined where that is not said. */
  readonly namespace: string | undefined;
  /** Whether it is the query of a provider, which speaks of its own events. */
  readonly isProviders: boolean;
}

/** What can stand at a place of a query. */
export function wqlProposals(typing: Typing, query: QueryAround): readonly TextProposal[] {
  const place = wqlPlaceAt(query.text, query.at);
  const proposals = new QueryProposer(typing, query, place).propose();
  return proposals.map((proposal) => ({ ...proposal, stretch: place.word }));
}

class QueryProposer {
  readonly #typing: Typing;
  readonly #query: QueryAround;
  readonly #place: WqlPlace;
  readonly #classes: WqlClasses;

  constructor(typing: Typing, query: QueryAround, place: WqlPlace) {
    this.#typing = typing;
    this.#query = query;
    this.#place = place;
    this.#classes = wqlClassesOf(query.text);
  }

  propose(): readonly Proposal[] {
    const { step, string, isHaving, hasWhere } = this.#place;
    if (string !== undefined) return this.#inQuotes();
    switch (step) {
      case 'statement':
        return this.#statements();
      case 'list':
        return [
          words.keyword('FROM', 2, 'FROM '),
          { label: '* FROM', kind: CompletionItemKind.Keyword, insert: ['* FROM '], rank: 1 },
        ];
      case 'class':
        return this.#eventClasses();
      case 'clause':
        return [
          words.keyword('WITHIN', 2, 'WITHIN '),
          words.keyword('WHERE', 1, 'WHERE '),
          words.groupProposal,
        ];
      case 'interval':
      case 'group-interval':
        return words.intervals;
      case 'clause-behind-within':
        return [words.keyword('WHERE', 1, 'WHERE '), words.groupProposal];
      case 'condition':
        return isHaving
          ? this.#propertiesOf('__AggregateEvent').filter(({ label }) => label === 'NumberOfEvents')
          : [...this.#properties([]), words.keyword('NOT', 8, 'NOT ')];
      case 'member':
        return this.#properties(this.#place.path);
      case 'operator':
        return this.#operators();
      case 'value':
        return this.#values();
      case 'isa':
        return this.#targetClasses().map((proposal) => ({
          ...proposal,
          insert: [`'${proposal.label}'`],
        }));
      case 'is':
        return [words.keyword('NULL', 1), words.keyword('NOT NULL', 2)];
      case 'is-not':
        return [words.keyword('NULL', 1)];
      case 'connective':
        return [
          words.keyword('AND', 1, 'AND '),
          words.keyword('OR', 2, 'OR '),
          ...(hasWhere && !isHaving ? [words.groupProposal] : []),
        ];
      case 'group':
        return [words.keyword('WITHIN', 1, 'WITHIN ')];
      case 'group-clause':
        return [words.keyword('HAVING', 1, 'HAVING '), words.keyword('BY', 2, 'BY ')];
      case 'by':
        return this.#properties([]);
      case 'by-next':
        return [words.keyword('HAVING', 1, 'HAVING ')];
      case 'nothing':
        return [];
    }
  }

  /** Whole words.queries, where there is nothing yet. */
  #statements(): readonly Proposal[] {
    const { text, isProviders } = this.#query;
    const select = words.keyword('SELECT', 1, 'SELECT ');
    if (text.trim() !== text.slice(this.#place.word.start, this.#place.word.end).trim())
      return [select];
    return [select, ...(isProviders ? [words.providerQuery] : words.queries)];
  }

  // -------------------------------------------------------------- classes

  #eventClasses(): readonly Proposal[] {
    const { catalog } = this.#typing;
    return catalog.all
      .filter(({ name }) => catalog.isA(name, '__Event'))
      .filter((entry) => this.#isInNamespace(entry))
      .map((entry) => classProposal(this.#typing, entry, eventRank(entry)));
  }

  /** Classes of Windows are where they are; a file's own may be anywhere. */
  #isInNamespace({ namespaces }: CatalogClass): boolean {
    const { namespace } = this.#query;
    if (namespace === undefined || namespaces.length === 0) return true;
    const { key } = namespaceOf(namespace);
    return namespaces.some((place) => place.toLowerCase() === key);
  }

  /** What the object of an event can be tested for: anything but events. */
  #targetClasses(): readonly Proposal[] {
    const { catalog } = this.#typing;
    return catalog.all
      .filter(({ name }) => !catalog.isA(name, '__Event'))
      .filter((entry) => this.#isInNamespace(entry))
      .map((entry) => classProposal(this.#typing, entry, targetRank(entry)));
  }

  // -------------------------------------------------------------- properties

  /** The properties of the event, or of the object in it that a path leads to. */
  #properties(path: readonly string[]): readonly Proposal[] {
    const className = this.#classAt(path);
    return className === undefined ? [] : this.#propertiesOf(className, path);
  }

  /** Nothing is compared with an array. */
  #propertiesOf(className: string, path: readonly string[] = []): readonly Proposal[] {
    const { catalog } = this.#typing;
    return catalog
      .propertiesOf(className)
      .filter(({ info }) => !info.type.isArray)
      .map((property) => this.#property(property, path));
  }

  #property({ info, owner }: CatalogProperty, path: readonly string[]): Proposal {
    const { uri } = this.#typing.view;
    const holdsObject = info.type.kind === 'object';
    return {
      label: info.name,
      kind: CompletionItemKind.Property,
      detail: this.#detail(path, info.name, info.type),
      rank: holdsObject ? 1 : owner.name === '__Event' ? 6 : 3,
      topic: { about: 'property', name: info.name, className: owner.name, uri },
      ...(holdsObject && { commit: ['.'] }),
    };
  }

  #detail(path: readonly string[], name: string, type: ValueType): string {
    const object = path.length === 0 ? this.#objectClass(name) : undefined;
    return object ?? typeText(type);
  }

  /** The class that the query tests an object for; what it was is of the class of what it is. */
  #objectClass(property: string): string | undefined {
    const { objects } = this.#classes;
    const folded = property.toLowerCase();
    const found = objects.get(folded);
    if (found !== undefined) return found;
    return folded === 'targetinstance' || folded === 'previousinstance'
      ? (objects.get('targetinstance') ?? objects.get('previousinstance'))
      : undefined;
  }

  #classAt([first, ...others]: readonly string[]): string | undefined {
    if (first === undefined) return this.#classes.event;
    return others.length > 0 ? undefined : this.#objectClass(first);
  }

  /** The property that is compared. */
  #compared(): CatalogProperty | undefined {
    const { path } = this.#place;
    const name = path.at(-1);
    const className = this.#classAt(path.slice(0, -1));
    if (name === undefined || className === undefined) return undefined;
    return this.#typing.catalog.property(className, name);
  }

  // -------------------------------------------------------------- conditions

  #operators(): readonly Proposal[] {
    const property = this.#compared();
    const isNull = ['IS NULL', 'IS NOT NULL'].map((label) => words.keyword(label, 7));
    const isa = words.keyword('ISA', 1, 'ISA ');
    switch (property?.info.type.kind) {
      case 'object':
        return [isa, ...isNull];
      case undefined:
        return [
          isa,
          ...words.signs(COMPARISON_SIGNS),
          words.keyword('LIKE', 3, 'LIKE '),
          ...isNull,
        ];
      default:
        return [...words.signsFor(property?.info.type), ...isNull];
    }
  }

  #values(): readonly Proposal[] {
    const { operator, path } = this.#place;
    if (operator === 'LIKE') return [words.textPattern];
    const property = this.#compared();
    if (property === undefined)
      return path.at(-1)?.toLowerCase() === 'numberofevents' ? words.counts : [words.textValue];
    const known = this.#knownValues(property);
    if (known !== undefined) return knownProposals(known);
    const { type } = property.info;
    if (type.kind !== 'primitive') return [];
    if (type.name === 'boolean') return words.booleans;
    return type.name === 'string' || type.name === 'datetime' ? [words.textValue] : [];
  }

  #knownValues({ info, owner }: CatalogProperty): KnownValues | undefined {
    const lineage = this.#typing.catalog.lineage(owner.name);
    return valuesOf(
      lineage.map(({ name }) => name),
      info,
    );
  }

  /** Between the quotation marks of a constant. */
  #inQuotes(): readonly Proposal[] {
    const { step, operator } = this.#place;
    if (step === 'isa') return this.#targetClasses();
    const property = step === 'value' && operator !== 'LIKE' ? this.#compared() : undefined;
    const known = property && this.#knownValues(property);
    return known === undefined ? [] : textChoices(known);
  }
}

/** Constants in the quotation marks that MOF does not need to escape. */
function knownProposals({ isText, values }: KnownValues): readonly Proposal[] {
  return values.map(({ value, meaning }, rank) => ({
    label: isText ? `'${value}'` : value,
    kind: CompletionItemKind.EnumMember,
    detail: meaning,
    filter: `${value} ${meaning}`,
    rank: Math.min(rank, 8),
  }));
}

function eventRank({ name, origin }: CatalogClass): number {
  if (origin === 'file') return 1;
  if (/^__Instance\w+Event$/.test(name)) return 2;
  if (origin === 'folder') return 3;
  return origin === 'windows' ? 4 : 6;
}

function targetRank({ name, origin }: CatalogClass): number {
  if (origin === 'windows') return 2;
  if (origin === 'file') return 1;
  return name.startsWith('__') ? 7 : 4;
}
