/** CodeMirror with the features of the language service. */
import {
  autocompletion,
  snippet,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { indentWithTab } from '@codemirror/commands';
import { linter, lintGutter, type Diagnostic as LintDiagnostic } from '@codemirror/lint';
import {
  Prec,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type Extension,
  type Text,
} from '@codemirror/state';
import {
  Decoration,
  EditorView,
  hoverTooltip,
  keymap,
  type KeyBinding,
  type DecorationSet,
  type Tooltip,
} from '@codemirror/view';
import { basicSetup } from 'codemirror';
import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type Diagnostic,
  type MarkupContent,
  type Position,
  type TextEdit,
} from 'vscode-languageserver-types';
import { tokenTypes } from '../tokens/token.ts';
import type { Client } from './client.ts';
import { renderMarkdown } from './markdown.ts';
import type { Checked } from './protocol.ts';

/** What the editor asks the page to do. */
export interface EditorOptions {
  readonly parent: Element;
  readonly client: Client;
  /** Hears of each check's outcome. */
  readonly onChecked: (checked: Checked) => void;
}

/** Milliseconds of quiet after which a text is checked. */
const QUIET = 150;

/** Makes the editor, empty. */
export function createEditor({ parent, client, onChecked }: EditorOptions): EditorView {
  return new EditorView({
    parent,
    extensions: [
      Prec.highest(keymap.of([leaveWithEscape])),
      basicSetup,
      keymap.of([indentWithTab]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'MOF text' }),
      autocompletion({ override: [(context) => complete(context, client)] }),
      hoverTooltip((view, offset) => hover(view, offset, client)),
      lintGutter(),
      linter((view) => lint(view, client, onChecked), { delay: QUIET }),
      colours,
    ],
  });
}

/** Escape, then Tab, leaves the editor, where Tab alone indents; also when Escape has something else to end. */
const leaveWithEscape: KeyBinding = {
  key: 'Escape',
  run: (view) => {
    view.setTabFocusMode(2000);
    return false;
  },
};

/** The protocol's position of an offset. */
function positionIn(text: Text, offset: number): Position {
  const line = text.lineAt(offset);
  return { line: line.number - 1, character: offset - line.from };
}

/** The offset of a position, which may lie behind the end of its line or of the text. */
export function offsetIn(text: Text, { line, character }: Position): number {
  if (line >= text.lines) return text.length;
  const { from, to } = text.line(line + 1);
  return Math.min(from + character, to);
}

/** Makes edits of the language service in one step. */
export function applyEdits(view: EditorView, edits: readonly TextEdit[]): void {
  const { doc } = view.state;
  view.dispatch({
    changes: edits.map(({ range, newText }) => ({
      from: offsetIn(doc, range.start),
      to: offsetIn(doc, range.end),
      insert: newText,
    })),
    userEvent: 'input',
  });
}

async function lint(
  view: EditorView,
  client: Client,
  onChecked: (checked: Checked) => void,
): Promise<readonly LintDiagnostic[]> {
  const { doc } = view.state;
  await client.ask('setText', doc.toString());
  const [checked, tokens] = await Promise.all([client.ask('check'), client.ask('tokens')]);
  if (view.state.doc !== doc) return [];
  view.dispatch({ effects: setColours.of(decorationsOf(doc, tokens.data)) });
  onChecked(checked);
  const fixes = await Promise.all(
    checked.diagnostics.map(({ range }) => client.ask('actions', range)),
  );
  return checked.diagnostics.map((diagnostic, index) => ({
    ...visibleRange(doc, diagnostic),
    severity: severityOf(diagnostic),
    source: String(diagnostic.code ?? ''),
    message: textOf(diagnostic.message),
    actions: (fixes[index] ?? [])
      .filter(
        (action) =>
          action.edit?.changes !== undefined &&
          action.diagnostics?.some(
            ({ code, message }) => code === diagnostic.code && message === diagnostic.message,
          ) === true,
      )
      .map(({ title, edit }) => ({
        name: title,
        apply: (view: EditorView) => applyEdits(view, Object.values(edit?.changes ?? {}).flat()),
      })),
  }));
}

/** Something that is missing is shown by the character before which it should stand, or by the one before. */
function visibleRange(text: Text, { range }: Diagnostic): { from: number; to: number } {
  const from = offsetIn(text, range.start);
  const to = offsetIn(text, range.end);
  if (to > from) return { from, to };
  const { from: lineStart, to: lineEnd } = text.lineAt(from);
  return from < lineEnd ? { from, to: from + 1 } : { from: Math.max(lineStart, from - 1), to };
}

/** The protocol counts severities from the worst. */
export function severityOf({ severity }: Diagnostic): 'error' | 'warning' | 'info' {
  if (severity === 1) return 'error';
  return severity === 2 ? 'warning' : 'info';
}

async function hover(view: EditorView, offset: number, client: Client): Promise<Tooltip | null> {
  const { doc } = view.state;
  const found = await client.ask('hover', positionIn(doc, offset));
  if (found === null || view.state.doc !== doc) return null;
  const { contents, range } = found;
  const dom = document.createElement('div');
  dom.className = 'hover';
  dom.append(renderMarkdown(textOf(contents as MarkupContent | string)));
  return {
    pos: range === undefined ? offset : offsetIn(doc, range.start),
    end: range === undefined ? offset : offsetIn(doc, range.end),
    create: () => ({ dom }),
  };
}

/** The text of what the protocol allows to be Markdown. */
export function textOf(contents: MarkupContent | string): string {
  return typeof contents === 'string' ? contents : contents.value;
}

async function complete(
  context: CompletionContext,
  client: Client,
): Promise<CompletionResult | null> {
  const { doc } = context.state;
  const word = context.matchBefore(/[\w$#%.]+$/);
  if (!context.explicit && word === null && !/["'(,:[]$/.test(before(context))) return null;
  await client.ask('setText', doc.toString());
  const { items } = await client.ask('complete', positionIn(doc, context.pos));
  if (items.length === 0) return null;
  const [first] = items;
  const edit = first?.textEdit;
  const from =
    edit !== undefined && 'range' in edit
      ? offsetIn(doc, edit.range.start)
      : (word?.from ?? context.pos);
  return { from, options: items.map((item) => completionOf(item, client)), validFor: /^[\w$#]*$/ };
}

function before({ state, pos }: CompletionContext): string {
  return state.sliceDoc(Math.max(0, pos - 1), pos);
}

function completionOf(item: CompletionItem, client: Client): Completion {
  const text = item.textEdit?.newText ?? item.insertText ?? item.label;
  return {
    label: item.filterText ?? item.label,
    displayLabel: item.label,
    ...(item.detail !== undefined && { detail: item.detail }),
    ...(item.sortText !== undefined && { sortText: item.sortText }),
    type: completionTypes.get(item.kind ?? CompletionItemKind.Text) ?? 'text',
    apply: item.insertTextFormat === InsertTextFormat.Snippet ? snippet(snippetText(text)) : text,
    info: async () => {
      const { documentation } = await client.ask('resolve', item);
      return documentation === undefined ? null : renderMarkdown(textOf(documentation));
    },
  };
}

/** CodeMirror writes `${1:x}` as the protocol does, and has no choices. */
function snippetText(text: string): string {
  return text.replaceAll(/\$\{(\d+)\|([^,|]*)[^}]*\}/g, '${$1:$2}').replaceAll(/\$(\d+)/g, '${$1}');
}

const completionTypes: ReadonlyMap<CompletionItemKind, string> = new Map([
  [CompletionItemKind.Class, 'class'],
  [CompletionItemKind.Property, 'property'],
  [CompletionItemKind.Field, 'property'],
  [CompletionItemKind.Keyword, 'keyword'],
  [CompletionItemKind.Snippet, 'text'],
  [CompletionItemKind.Variable, 'variable'],
  [CompletionItemKind.Value, 'constant'],
  [CompletionItemKind.EnumMember, 'enum'],
  [CompletionItemKind.Constant, 'constant'],
  [CompletionItemKind.Module, 'namespace'],
]);

const setColours = StateEffect.define<DecorationSet>();

/** The semantic tokens; between two checks they move with the text. */
const colours: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (decorations, transaction) => {
    const set = transaction.effects.find((effect) => effect.is(setColours));
    return set === undefined ? decorations.map(transaction.changes) : set.value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const marks = tokenTypes.map((type) => Decoration.mark({ class: `token-${type}` }));

function decorationsOf(text: Text, data: readonly number[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let [line, character] = [0, 0];
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 4);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    const from = offsetIn(text, { line, character });
    const mark = marks[type];
    if (mark !== undefined) builder.add(from, Math.min(from + length, text.length), mark);
  }
  return builder.finish();
}
