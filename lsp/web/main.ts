/** The playground: the language service in a page, without a server. */
import type { EditorView } from '@codemirror/view';
import type { Diagnostic } from 'vscode-languageserver-types';
import { Client } from './client.ts';
import { applyEdits, createEditor, offsetIn, severityOf, textOf } from './editor.ts';
import { examples } from './examples.ts';
import { fromFragment, toFragment } from './link.ts';
import type { Checked } from './protocol.ts';
import { wireTabs } from './tabs.ts';
import { wireTheme } from './theme.ts';

function element<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

const status = element('status', HTMLElement);
const findings = element('findings', HTMLOListElement);
const outputs = {
  mof: element('mof', HTMLPreElement),
  json: element('json', HTMLPreElement),
};

const client = new Client(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

const editor = createEditor({
  parent: element('editor', HTMLElement),
  client,
  onChecked: show,
});

function show({ diagnostics, outputs: made }: Checked): void {
  findings.replaceChildren(...diagnostics.map(findingItem));
  const count = diagnostics.length;
  status.textContent = count === 0 ? 'No findings.' : `${count} finding${count === 1 ? '' : 's'}.`;
  const none = '// An error keeps the text from being compiled; see the findings.';
  outputs.mof.textContent = made?.mof ?? none;
  outputs.json.textContent = made?.json ?? none;
}

function findingItem(diagnostic: Diagnostic): HTMLLIElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  const severity = severityOf(diagnostic);
  button.type = 'button';
  button.className = severity;
  const { line, character } = diagnostic.range.start;
  button.append(
    textElement('span', `${severity} ${String(diagnostic.code ?? '')}`, 'rule'),
    textElement('span', `line ${line + 1}, column ${character + 1}`, 'place'),
    textElement('span', textOf(diagnostic.message), 'message'),
  );
  button.addEventListener('click', () => goTo(diagnostic, editor));
  item.append(button);
  return item;
}

function textElement(tag: string, text: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function goTo({ range }: Diagnostic, view: EditorView): void {
  const { doc } = view.state;
  const selection = { anchor: offsetIn(doc, range.start), head: offsetIn(doc, range.end) };
  view.dispatch({ selection, scrollIntoView: true });
  view.focus();
}

function setText(text: string): void {
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
}

function wireExamples(): void {
  const select = element('example', HTMLSelectElement);
  for (const { group, names } of examples) {
    const options = document.createElement('optgroup');
    options.label = group;
    for (const { name, text } of names) options.append(new Option(name, text));
    select.append(options);
  }
  select.addEventListener('change', () => {
    history.replaceState(null, '', location.pathname);
    setText(select.value);
  });
}

async function format(): Promise<void> {
  await client.ask('setText', editor.state.doc.toString());
  const edits = await client.ask('format', { tabSize: 2, insertSpaces: true });
  if (edits.length > 0) applyEdits(editor, edits);
  status.textContent = edits.length > 0 ? 'Formatted.' : 'Nothing to format.';
}

async function share(): Promise<void> {
  history.replaceState(null, '', `#${await toFragment(editor.state.doc.toString())}`);
  try {
    await navigator.clipboard.writeText(location.href);
    status.textContent = 'The link with the text is in the clipboard.';
  } catch {
    status.textContent = 'The link with the text is in the address bar.';
  }
}

function report(task: Promise<void>): void {
  task.catch((error: unknown) => {
    status.textContent = `That did not work: ${error instanceof Error ? error.message : String(error)}`;
  });
}

wireTabs(element('tabs', HTMLElement));
wireTheme(element('theme', HTMLSelectElement));
wireExamples();
element('format', HTMLButtonElement).addEventListener('click', () => report(format()));
element('share', HTMLButtonElement).addEventListener('click', () => report(share()));

/** A link's text comes first; then the first example, which shows what the tool is for. */
async function start(): Promise<void> {
  const shared = await fromFragment(location.hash);
  setText(shared ?? examples[0]?.names[0]?.text ?? '');
}

window.addEventListener('hashchange', () => report(start()));
report(start());
