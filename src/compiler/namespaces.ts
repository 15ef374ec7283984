/** The namespaces that declarations go to, and the text of `#pragma namespace`. */
import type { Pragma, StringValue } from '../../grammar/mof/ast.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { CompilerProblem, Namespace } from './model.ts';

/** What mofcomp takes for declarations before any `#pragma namespace` (mofcomp.md). */
export const DEFAULT_NAMESPACE = 'root\\default';

/** A namespace from its text in any spelling: `\\.\root\x`, `//./root/x`, `root\x`. */
export function namespaceOf(text: string, pragma?: Namespace['pragma']): Namespace {
  const path = segmentsOf(text).join('\\');
  return { path, key: path.toLowerCase(), pragma };
}

/** A `#pragma namespace` as a string literal's content: `\\\\.\\root\\subscription`. */
function namespaceLiteral(namespace: string): string {
  return `\\\\\\\\.\\\\${segmentsOf(namespace).join('\\\\')}`;
}

/** What a `#pragma namespace` says. The namespace is what was evidently meant where the text is at fault. */
export interface NamespaceReading {
  readonly namespace: Namespace | undefined;
  readonly problem: CompilerProblem | undefined;
}

/** Reads the argument of `#pragma namespace`. */
export function readNamespacePragma(file: SourceFile, pragma: Pragma): NamespaceReading {
  const [argument, ...others] = pragma.arguments ?? [];
  const source = { file, node: pragma };
  if (argument?.kind !== 'StringValue') {
    const problem: CompilerProblem = {
      ...syntaxProblem(file, argument ?? pragma),
      message:
        'A namespace pragma takes one string, and without it mofcomp does not know where the declarations go: ' +
        'write #pragma namespace("\\\\\\\\.\\\\root\\\\subscription").',
    };
    return { namespace: undefined, problem: pragma.incomplete === true ? undefined : problem };
  }
  const [extra] = others;
  if (extra !== undefined) {
    const problem: CompilerProblem = {
      ...syntaxProblem(file, extra),
      message:
        'A namespace pragma takes one string: remove what follows it, or write a second #pragma namespace.',
    };
    return { namespace: namespaceOf(argument.value, source), problem };
  }
  return readNamespaceText(file, argument, source);
}

function readNamespaceText(
  file: SourceFile,
  argument: StringValue,
  pragma: NonNullable<Namespace['pragma']>,
): NamespaceReading {
  const fault = faultOf(argument);
  if (fault === undefined) {
    const namespace = namespaceOf(withoutServer(argument.value), pragma);
    return { namespace, problem: remoteProblem(file, argument) };
  }
  const intended = segmentsOf(rawOf(argument)).map((segment) => segment.trim());
  const isPlain = intended.length > 0 && intended.every((segment) => plainSegment.test(segment));
  const namespace = namespaceOf(isPlain ? intended.join('\\') : argument.value, pragma);
  const literal = `"${namespaceLiteral(namespace.path)}"`;
  return {
    namespace,
    problem: {
      ...syntaxProblem(file, argument),
      message: `${fault} so WMI refuses it${isPlain ? `: write ${literal}.` : ': write for example "\\\\\\\\.\\\\root\\\\subscription".'}`,
      ...(isPlain && {
        fixes: [
          {
            title: `Write ${literal}`,
            safety: 'safe',
            edits: [{ file, start: argument.start, end: argument.end, text: literal }],
          },
        ],
      }),
    },
  };
}

/**
 * Why a namespace that is not written in MOF, as on the command line, is none that mofcomp takes; the middle of a
 * sentence.
 */
export function namespaceObjection(text: string): string | undefined {
  const server = serverOf(text);
  if (server !== undefined && !localServers.has(server.toLowerCase())) {
    return `it is on the server ${server}, and mofcomp refuses namespaces of other servers`;
  }
  const fault = faultOfPath(withoutServer(text));
  if (fault === undefined) return undefined;
  return `${fault.charAt(0).toLowerCase()}${fault.slice(1, -1)}`;
}

const plainSegment = /^[A-Za-z_][\w-]*$/;
/** What no name of a namespace can hold. */
const impossible = /[\u0000-\u001f":*?<>|=,;]/;

/** Why the text of a namespace cannot be right, as the beginning of a sentence, or undefined. */
function faultOf(argument: StringValue): string | undefined {
  if (hasLoneBackslash(argument)) {
    return 'Each backslash in a MOF string is written twice, and here one stands alone and turns into something else,';
  }
  return faultOfPath(withoutServer(argument.value));
}

/** @param path without its server */
function faultOfPath(path: string): string | undefined {
  if (segmentsOf(path).length === 0) return 'The namespace is empty,';
  if (/\s/.test(path)) return 'The name of a namespace has no white space,';
  const wrong = impossible.exec(path);
  if (wrong !== null) return `The name of a namespace has no ${JSON.stringify(wrong[0])},`;
  if (/^[\\/]?\.[\\/]/.test(path))
    return 'Two backslashes, each written twice, stand before the server,';
  if (/[^\\/][\\/]{2,}/.test(path) || /^[\\/]{2,}/.test(path)) {
    return 'Two separators stand side by side with no name between them,';
  }
  return undefined;
}

/** No escape but `\\` makes sense in the path of a namespace. */
function hasLoneBackslash(argument: StringValue): boolean {
  return /\\(?!\\)/.test(rawOf(argument).replaceAll('\\\\', ''));
}

function remoteProblem(file: SourceFile, argument: StringValue): CompilerProblem | undefined {
  const server = serverOf(argument.value);
  if (server === undefined || localServers.has(server.toLowerCase())) return undefined;
  const literal = `"${namespaceLiteral(withoutServer(argument.value))}"`;
  return {
    code: 'pragma-namespace-remote',
    file,
    start: argument.start,
    end: argument.end,
    message:
      `The namespace is on the server ${server}, and mofcomp refuses namespaces of other servers: write ${literal} ` +
      'and compile the file on that computer.',
    hresult: '0x8004401C',
    fixes: [
      {
        title: `Write ${literal}`,
        safety: 'suggestion',
        edits: [{ file, start: argument.start, end: argument.end, text: literal }],
      },
    ],
  };
}

const localServers: ReadonlySet<string> = new Set(['.', 'localhost', '127.0.0.1']);

function serverOf(text: string): string | undefined {
  return /^[\\/]{2}([^\\/]+)/.exec(text)?.[1];
}

function withoutServer(text: string): string {
  return text.replace(/^[\\/]{2}[^\\/]+/, '');
}

/** The names between the separators. A lone full stop is this computer, and no namespace is called so. */
function segmentsOf(text: string): readonly string[] {
  return text.split(/[\\/]+/).filter((segment) => {
    const name = segment.trim();
    return name !== '' && name !== '.';
  });
}

function rawOf(argument: StringValue): string {
  return argument.pieces.map((piece) => (piece.kind === 'StringPiece' ? piece.raw : '')).join('');
}

function syntaxProblem(
  file: SourceFile,
  { start, end }: { readonly start: number; readonly end: number },
): Omit<CompilerProblem, 'message'> {
  return { code: 'pragma-namespace-syntax', file, start, end, hresult: '0x80044013' };
}
