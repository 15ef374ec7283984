/** Text that some generator was to replace: what such text will be, nobody can know. */
import { isEnvironmentVariable, type Span } from './templates.ts';

const placeholder =
  /\$(?!recycle\b)(?:\w|[({])|<[^<>\r\n]{1,80}>|\{\w{1,40}\}|#\{\w{1,40}\}|@\w{1,40}@|###\w{1,40}###|\[\w{1,40}\]|\.\.\./i;

/** Whether a text holds a variable or a mark of a generator: `$path`, `$(...)`, `<payload>`, `{name}`, `@EXE@`. */
export function hasPlaceholder(text: string): boolean {
  return placeholder.test(text);
}

/**
 * How a text is read, which decides what in it can be nothing but a placeholder: by nobody (a name, a path), as a
 * template of WMI, as a command line (a template too), or as a script.
 */
export type TextKind = 'plain' | 'template' | 'command' | 'script';

/** Marks that no language of commands or scripts gives a meaning to, and words that ask to be replaced. */
const anywhere =
  /#\{\w{1,40}\}|(?<![\w@])@[A-Z][A-Z0-9_]{1,40}@(?!\w)|<%=?[^%<>\r\n]{1,60}%>|#{3}\w{1,40}#{3}|<(?:payload|b64|base64|your[ _-][^<>\r\n]{1,40}|insert[ _-][^<>\r\n]{1,40})>|\b(?:(?:ATTACKER|YOUR|C2|LISTENER)_(?:IP|HOST|SERVER|DOMAIN|URL|PORT)|(?:BASE64_?|ENCODED_)(?:PAYLOAD|COMMAND)|(?:INSERT|YOUR)_\w{2,40}_HERE|REPLACE_?ME)\b/gi;
/** Of these, capitals are what makes a word a mark. */
const inCapitals = /^(?:@|[A-Z0-9])/;

/** In a name or a path, which no program and no shell reads; the same holds for most templates. */
const inPlainText =
  /\{\{[^{}\r\n]{1,40}\}\}|\$\{\w{1,40}\}|\{(?=\w*[g-z_])\w{1,40}\}|\{\d\}|%[sd](?!\w)|<[a-z_][^<>\r\n]{0,60}>|^\$[a-z_]\w*$|\$\([^()\r\n]{1,60}\)/gi;

/** In a command: all of it, or a word of it in angle brackets, where redirections have blanks or names of files. */
const inCommand =
  /\{\{[ \t]*\w{1,40}[ \t]*\}\}|^(?:\$[a-z_]\w*|\$\([^()\r\n]{1,80}\)|\{\w{1,40}\}|<[^<>\r\n]{1,80}>)$|(?<=^|[\s"'=])<[a-z_](?:[\w -]{0,60}\w)?>(?=$|[\s"';,)])/gi;
/** PowerShell has types, blocks and variables, and may hold XML. */
const isPowerShell = /\b(?:powershell|pwsh)\b/i;

/** In a script: a string that is nothing else, and what a command in a string has in place of a name. */
const inScript =
  /(?<=(["']))(?:\{\{\w{1,40}\}\}|\{\w{1,40}\}|\$[a-z_]\w{1,40})(?=\1)|(?<=[ "'])\[(?:user_?name|password|payload|command|domain|ip|host|url)\](?=[ "'])/gi;
/** Keys of SendKeys, and variables of PowerShell itself. */
const meantInScript =
  /^\{(?:enter|tab|esc(?:ape)?|bs|backspace|del(?:ete)?|home|end|left|right|up|down|ins(?:ert)?|pgup|pgdn|break|help|clear|f\d+|\w|\d+)\}$|^\$(?:true|false|null|args|env|error|home|host|input|matches|pid|profile|pwd|this|_)$/i;

/** Where WMI replaces nothing, a percent sign on both sides stands for a variable, or for what was to be put in. */
const betweenPercentSigns = /%([a-z_]\w{1,40})%/gi;

/** Where a text has what can be nothing but a placeholder, in order; offsets count in the text. */
export function surePlaceholders(text: string, kind: TextKind): readonly Span[] {
  const marks = [...marksAnywhere(text), ...marksOf(text, kind)];
  if (marks.length === 0) return [];
  const spans = marks
    .map(({ index, 0: mark }) => ({ start: index, end: index + mark.length }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  return spans.filter(({ start }, i) => i === 0 || start >= (spans[i - 1]?.end ?? 0));
}

function marksAnywhere(text: string): readonly RegExpExecArray[] {
  return matchesOf(anywhere, text).filter(
    ([mark]) => !inCapitals.test(mark) || mark === mark.toUpperCase(),
  );
}

/** All matches. Nearly every text has none, and a search that fails makes nothing. */
function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  return text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
}

function marksOf(text: string, kind: TextKind): readonly RegExpExecArray[] {
  switch (kind) {
    case 'plain':
      return [
        ...matchesOf(inPlainText, text),
        ...matchesOf(betweenPercentSigns, text).filter(
          ([, name = '']) => !isEnvironmentVariable(name),
        ),
      ];
    case 'template':
      return matchesOf(inPlainText, text);
    case 'command':
      return isPowerShell.test(text) ? [] : matchesOf(inCommand, text);
    case 'script':
      return matchesOf(inScript, text).filter(([mark]) => !meantInScript.test(mark));
  }
}
