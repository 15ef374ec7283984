/** The documentation of what items are about, looked up when an editor asks for it. */
import { typeText } from '../../../src/compiler/checker/value-type.ts';
import { textOf } from '../../../src/compiler/checker/qualifiers.ts';
import { rules } from '../../../src/linter/registry.ts';
import { type Source, sourcesOf } from '../../../src/linter/sources.ts';
import { classDocumentation, propertyDocumentation } from '../../knowledge/classes.ts';
import { dataTypeKnowledge, keywordKnowledge } from '../../knowledge/keywords.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { includeKnowledge, pragmaKnowledge } from '../../knowledge/pragmas.ts';
import { flavorKnowledge, qualifierKnowledge } from '../../knowledge/qualifiers.ts';
import { clauseDocumentation } from '../../knowledge/wql.ts';
import { codeBlock, paragraphs, plain, shortened } from '../../markdown.ts';
import type { View } from '../../view.ts';
import { ClassCatalog } from './class-catalog.ts';
import type { Topic } from './proposal.ts';

/** Whether what an editor sent back is what it was given. */
export function isTopic(data: unknown): data is Topic {
  if (typeof data !== 'object' || data === null) return false;
  if (!('about' in data) || !('name' in data) || typeof data.name !== 'string') return false;
  switch (data.about) {
    case 'class':
      return 'uri' in data && typeof data.uri === 'string';
    case 'property':
      return (
        'uri' in data &&
        typeof data.uri === 'string' &&
        'className' in data &&
        typeof data.className === 'string'
      );
    case 'qualifier':
    case 'flavor':
    case 'pragma':
    case 'keyword':
    case 'type':
    case 'rule':
    case 'wql':
      return true;
    default:
      return false;
  }
}

/** Markdown about a topic; undefined where there is nothing to say. */
export function documentationOf(
  topic: Topic,
  viewOf: (uri: string) => View | undefined,
): string | undefined {
  switch (topic.about) {
    case 'class':
      return aboutClass(topic.name, viewOf(topic.uri));
    case 'property':
      return aboutProperty(topic.className, topic.name, viewOf(topic.uri));
    case 'qualifier':
      return aboutWord(qualifierKnowledge(topic.name));
    case 'flavor':
      return aboutWord(flavorKnowledge(topic.name));
    case 'pragma':
      return aboutWord(
        topic.name === includeKnowledge.name ? includeKnowledge : pragmaKnowledge(topic.name),
      );
    case 'keyword':
      return aboutWord(keywordKnowledge(topic.name));
    case 'type':
      return aboutWord(dataTypeKnowledge(topic.name));
    case 'wql':
      return clauseDocumentation(topic.name);
    case 'rule':
      return aboutRule(topic.name);
  }
}

function aboutWord(knowledge: Knowledge | undefined): string | undefined {
  if (knowledge === undefined) return undefined;
  const { signature, documentation, source } = knowledge;
  return paragraphs(codeBlock('mof', signature), documentation, linksTo(sourcesOf(source)));
}

/** Where it is documented. */
function linksTo(sources: readonly Source[]): string {
  return sources
    .map(({ title, address }) =>
      address === undefined ? plain(title) : `[${plain(title)}](${address})`,
    )
    .join(', ');
}

function aboutRule(name: string): string | undefined {
  const rule = rules.find((candidate) => candidate.name === name);
  return rule && paragraphs(rule.summary, rule.why, linksTo(rule.sources));
}

/** Descriptions may be pages long. */
const LONGEST_DESCRIPTION = 2000;

function aboutClass(name: string, view: View | undefined): string | undefined {
  const entry = view && new ClassCatalog(view).find(name);
  if (entry === undefined) return undefined;
  const { superclass, declaration, place } = entry;
  const heading = `class ${entry.name}${superclass === undefined ? '' : ` : ${superclass}`}`;
  return paragraphs(
    codeBlock('mof', heading),
    declaration === undefined
      ? classDocumentation(name)
      : described(textOf(declaration.node.qualifiers, 'description')),
    place === '' ? undefined : `In ${plain(place)}.`,
  );
}

function aboutProperty(
  className: string,
  name: string,
  view: View | undefined,
): string | undefined {
  const property = view && new ClassCatalog(view).property(className, name);
  if (property === undefined) return propertyDocumentation(className, name);
  const { info, owner } = property;
  return paragraphs(
    codeBlock('mof', `${typeText(info.type)} ${info.name};`),
    info.declaration === undefined
      ? propertyDocumentation(owner.name, name)
      : described(textOf(info.declaration.node.qualifiers, 'description')),
    `Of ${plain(owner.name)}.`,
  );
}

function described(description: string | undefined): string | undefined {
  return description === undefined ? undefined : plain(shortened(description, LONGEST_DESCRIPTION));
}
