/** The samples of the project, to pick from. */

interface Example {
  readonly name: string;
  readonly text: string;
}

const files: Readonly<Record<string, string>> = import.meta.glob('../../samples/**/*.mof', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What is shown first shows what the tool is for; the others follow in the order of their names. */
const places: readonly string[] = ['remote-shell'];

/** The insecure ones first: they have something to show. */
export const examples: readonly { readonly group: string; readonly names: readonly Example[] }[] = [
  { group: 'Insecure', names: inFolder('insecure') },
  { group: 'Secure', names: inFolder('secure') },
];

function inFolder(folder: string): readonly Example[] {
  const prefix = `../../samples/${folder}/`;
  return Object.entries(files)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, text]) => ({
      name: path.slice(prefix.length).replace(/\.mof$/, ''),
      text: withoutExpectations(text),
    }))
    .toSorted((a, b) => places.indexOf(b.name) - places.indexOf(a.name));
}

/** The samples say for a test which findings they have; here the page says it. */
function withoutExpectations(text: string): string {
  return text.replaceAll(/[ \t]*\/\/ expect [^\r\n]*/g, '');
}
