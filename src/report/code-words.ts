/** Finds what is code in a sentence about MOF, so that a page can show it as such. */

const wqlWord =
  'SELECT|FROM|WHERE|WITHIN|GROUP|BY|HAVING|ISA|LIKE|IS|NOT|NULL|TRUE|FALSE|AND|OR|ASSOCIATORS|REFERENCES|OF';

/** What code looks like. At each place the first pattern that fits is taken. */
const patterns: readonly RegExp[] = [
  // A text in quotation marks that is one word, or that no sentence would hold.
  /"[^"\s]{1,120}"|"(?=[^"\n]*[\\%_$={}<>*])[^"\n]{1,160}"/,
  // #pragma namespace("..."), #include ("file.mof")
  /#(?:pragma|include)(?: (?:amendment|autorecover|(?:class|instance)flags|[Dd]elete(?:[Cc]lass|[Ii]nstance)|namespace|include|locale))?(?: ?\("[^"]*"(?:, ?[\w|]+)?\))?/,
  // class Alarm : __ExtrinsicEvent, [Q(TRUE)] instance of C { };, [key] string Name;
  /\bclass \w+ : \w+/,
  /(?:\[[^[\]\n]*\] )?\binstance of \w+ \{ ?\};/,
  /\[[^[\]\n]*\] (?:boolean|string|datetime|[us]int\d+) \w+;?/,
  // KillTimeout = 60;
  /\b[A-Z]\w* = (?:"[^"\n]*"|\{[^{}\n]*\}|\$\w+|\d+|TRUE|FALSE|NULL);?/,
  // key("yes"), FoldIdentity(FALSE), uint8[]
  /\b[A-Za-z]\w*\((?:"[^"\n]*"|TRUE|FALSE|\d+)\)/,
  /\b\w+\[\]/,
  // {1, 2, 0}, [key], D:(A;;0x80;;;BA)
  /\{[^{}\n]{1,300}\}|\[[^[\]\n]{0,200}\]|[\w:-]*(?:\([^()\s]*;[^()\s]*\))+/,
  // Words of WQL, which prose never writes in capitals
  new RegExp(String.raw`\b(?:${wqlWord})\b(?: \d+\b)?|\b(?:NO)?FAIL\b|[<>=!]+ \d+\b`),
  // Names of classes, properties and flavors; dotted names
  /\b(?!PowerShell\b|JScript\b|VBScript\b)(?:(?:[A-Z]+[a-z0-9]+|[a-z]+)[A-Z]\w*|[A-Z]{2,}[a-z]{3,}\w*)(?:\.\w+)*(?::\w+)?/,
  /\b[A-Z]\w*(?:\.[A-Z]\w+)+/,
  // Types, hexadecimal numbers, SIDs
  /\b[us]int(?:8|16|32|64)\b|\breal(?:32|64)\b|\b0x[0-9A-Fa-f]+\b|\bS-1-\d[\d-]*\d\b/,
  // Files, servers, comments to mofsec
  /\b[A-Z]:\\Program Files(?:\\\w+(?:\.\w+)*)*|\\\\[\w.]+(?:\\[\w.$]+)*|\b[\w-]+\.(?:bat|dll|exe|js|mfl|mof|ps1|vbs)\b/,
  /\bmofsec-[a-z-]*[a-z]\b/,
  // A word with a character in it that no prose has, without the punctuation around it
  /https?:\/\/[^\s"()]{0,200}[\w/]/,
  /\\["'\\]+|\};|[^\s"(),;]{0,200}[\\_*<>[\]`$%#|~{}@^&=][^\s"(),]{0,200}[^\s"(),.:;?!]|[^\s"(),;]{0,200}[\\_*<>[\]`$%#|~{}@^&=]/,
  /(?<![\w.])[A-Za-z]\w{0,200}:[^\s"(),;.]{0,200}[^\s"(),;:.?!]/,
];

const code = new RegExp(patterns.map(({ source }) => source).join('|'), 'gu');

/** Words and signs of WQL, with which the code before and behind them is one. */
const joining = new RegExp(String.raw`^(?:${wqlWord}|\*|[<>=!]+)(?: \d+)?$`, 'u');

export interface Segment {
  readonly isCode: boolean;
  readonly text: string;
}

/** A line of prose in pieces, which give the line when they are joined; no two pieces of code touch. */
export function segmentsOf(line: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  let isKeyword = false;
  for (const { 0: text, index } of line.matchAll(code)) {
    const between = line.slice(end, index);
    const last = segments.at(-1);
    const isOne = between === '' || (between === ' ' && (isKeyword || joining.test(text)));
    if (last?.isCode === true && isOne) {
      segments[segments.length - 1] = { isCode: true, text: last.text + between + text };
    } else {
      if (between !== '') segments.push({ isCode: false, text: between });
      segments.push({ isCode: true, text });
    }
    isKeyword = joining.test(text);
    end = index + text.length;
  }
  const rest = line.slice(end);
  return rest === '' ? segments : [...segments, { isCode: false, text: rest }];
}
