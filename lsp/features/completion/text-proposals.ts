/** What can stand between quotation marks: by the language of the string, or by the few texts that fit. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { unescape } from '../../../grammar/mof/literals.ts';
import { textIn } from '../../../grammar/mof/typing/contents.ts';
import type { StringAround } from '../../../grammar/mof/typing/cursor.ts';
import type { ValueOwner } from '../../../grammar/mof/typing/place.ts';
import { type EmbeddedLanguage, languageIn } from '../../embedded.ts';
import { argumentTexts, namespaceProposals } from './argument-proposals.ts';
import { classProposal } from './class-proposals.ts';
import type { Proposal } from './proposal.ts';
import { qualifierTexts } from './qualifier-proposals.ts';
import { pathsFor } from './references.ts';
import { sddlProposals } from './sddl-proposals.ts';
import { plainText } from './snippet.ts';
import { asWholeString, inString } from './string-edits.ts';
import { templateProposals } from './template-proposals.ts';
import type { Typing } from './typing.ts';
import { textChoices, valuedProperty } from './value-proposals.ts';
import { valueSnippet } from './value-snippets.ts';
import { wqlProposals } from './wql-proposals.ts';

/** Proposals for a place inside a string. */
export function textProposals(typing: Typing, string: StringAround): readonly Proposal[] {
  const { place } = typing;
  const { value, at } = string;
  switch (place.kind) {
    case 'value':
      return valueTexts(typing, string, place.owner);
    case 'argument':
      return asWholeString(typing, string, argumentTexts(typing, place.pragma, place.index));
    case 'qualifier-value':
      return place.name.toLowerCase() === 'namespacesecuritysddl'
        ? inString(typing, string, sddlProposals(value.value, at, 'namespace'))
        : asWholeString(typing, string, qualifierTexts(typing, place));
    default:
      return [];
  }
}

function valueTexts(typing: Typing, string: StringAround, owner: ValueOwner): readonly Proposal[] {
  const { className, property } = owner;
  if (className === undefined) return [];
  const { catalog, cursor } = typing;
  const { value, at } = string;
  switch (languageOf(typing, className, property)) {
    case 'wql': {
      const query = {
        text: value.value,
        at,
        namespace: textIn(cursor, owner.body, 'EventNamespace'),
        isProviders: !catalog.isA(className, '__EventFilter'),
      };
      return inString(typing, string, wqlProposals(typing, query));
    }
    case 'sddl': {
      const context = catalog.isA(className, '__EventFilter') ? 'filter' : 'namespace';
      return inString(typing, string, sddlProposals(value.value, at, context));
    }
    case 'template':
      return inString(typing, string, templateProposals(typing, value.value, at));
    case 'object-path':
      return asWholeString(typing, string, pathTexts(typing, owner));
    case undefined:
      return asWholeString(typing, string, plainTexts(typing, owner, value.value));
  }
}

/** The language of a property, also in a class that derives from a known one. */
function languageOf(
  { catalog }: Typing,
  className: string,
  property: string,
): EmbeddedLanguage | undefined {
  const names = [className, ...catalog.lineage(className).map(({ name }) => name)];
  for (const name of names) {
    const language = languageIn({ className: name, property });
    if (language !== undefined) return language;
  }
  return undefined;
}

function pathTexts(typing: Typing, owner: ValueOwner): readonly Proposal[] {
  const type = valuedProperty(typing, owner)?.type;
  const className = type?.kind === 'reference' ? type.className : undefined;
  return pathsFor(typing, className).map(({ path, file }) => ({
    label: path,
    kind: CompletionItemKind.Reference,
    detail: file,
  }));
}

/** Texts of a property that holds no other language. */
function plainTexts(typing: Typing, owner: ValueOwner, written: string): readonly Proposal[] {
  const { catalog } = typing;
  switch (owner.property.toLowerCase()) {
    case 'eventnamespace':
      return namespaceProposals(typing);
    case 'consumerclassnames':
      return catalog.all
        .filter(({ name, isAbstract }) => !isAbstract && catalog.isA(name, '__EventConsumer'))
        .map((entry) => classProposal(typing, entry, entry.origin === 'file' ? 1 : 5));
    default: {
      const valued = valuedProperty(typing, owner);
      if (valued?.values !== undefined) return textChoices(valued.values);
      return written === '' ? exampleTexts(typing, owner) : [];
    }
  }
}

/** What the property is set to in good files. */
function exampleTexts(typing: Typing, { className, property }: ValueOwner): readonly Proposal[] {
  if (className === undefined) return [];
  const found = typing.catalog.property(className, property);
  const value = found && plainText(valueSnippet(typing, className, found));
  const text = /^\{?"((?:[^"\\]|\\.)+)"\}?$/.exec(value ?? '')?.[1];
  if (text === undefined) return [];
  return [{ label: unescape(text), kind: CompletionItemKind.Snippet, detail: 'to begin with' }];
}
