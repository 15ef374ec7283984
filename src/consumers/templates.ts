/**
 * Standard string templates: text in which `%Name%` is replaced by a property of the event, `%A.B%` by a property of
 * an object in it, and `%%` by one percent sign (using-standard-string-templates). Offsets count in the text given.
 */

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `%Name%` or `%TargetInstance.Name%`. */
export interface TemplateProperty extends Span {
  readonly kind: 'property';
  /** The names between the full stops; at least one. */
  readonly path: readonly string[];
  /** Between double quotes, where WMI replaces nothing. */
  readonly quoted: boolean;
}

/** `%%` */
export interface TemplatePercent extends Span {
  readonly kind: 'percent';
}

/** A percent sign that begins neither `%%` nor a property. */
export interface LonePercent extends Span {
  readonly kind: 'lone-percent';
}

/** What stands between stretches of plain text. */
export type TemplatePart = TemplateProperty | TemplatePercent | LonePercent;

const propertyAt = /%([A-Za-z_]\w{0,254}(?:\.[A-Za-z_]\w{0,254}){0,16})%/y;

/** The parts of a template that are not plain text, in order. */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let quotes = 0;
  let counted = 0;
  const quotesBefore = (at: number): number => {
    for (; counted < at; counted++) if (text[counted] === '"') quotes++;
    return quotes;
  };
  let start = text.indexOf('%');
  while (start >= 0) {
    const part = partAt(text, start, quotesBefore(start) % 2 === 1);
    parts.push(part);
    start = text.indexOf('%', part.end);
  }
  return parts;
}

function partAt(text: string, start: number, quoted: boolean): TemplatePart {
  if (text[start + 1] === '%') return { kind: 'percent', start, end: start + 2 };
  propertyAt.lastIndex = start;
  const path = propertyAt.exec(text)?.[1];
  return path === undefined
    ? { kind: 'lone-percent', start, end: start + 1 }
    : { kind: 'property', start, end: start + path.length + 2, path: path.split('.'), quoted };
}

/** How many characters a template yields at least, whatever the event holds. */
export function shortestLength(text: string): number {
  return parseTemplate(text).reduce((length, { kind, start, end }) => {
    if (kind === 'property') return length - (end - start);
    return kind === 'percent' ? length - 1 : length;
  }, text.length);
}

/** The properties that a template names, in order. */
export function propertiesIn(text: string): readonly TemplateProperty[] {
  return parseTemplate(text).filter((part) => part.kind === 'property');
}

/** Variables that every Windows session or service has; folded. */
const environmentVariables: ReadonlySet<string> = new Set(
  `allusersprofile appdata cd cmdcmdline cmdextversion commonprogramfiles commonprogramw6432 computername comspec date
   driverdata errorlevel highestnumanodenumber homedrive homepath homeshare localappdata logonserver
   number_of_processors onedrive os path pathext processor_architecture processor_identifier processor_level
   processor_revision programdata programfiles programw6432 prompt psmodulepath public random sessionname systemdrive
   systemroot temp time tmp userdnsdomain userdomain username userprofile windir`.split(/\s+/),
);

/** Whether a name is one of the environment's, such as `SystemRoot`. */
export function isEnvironmentVariable(name: string): boolean {
  return environmentVariables.has(name.toLowerCase());
}
