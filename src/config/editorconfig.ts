/** What .editorconfig files say about the layout of a file (https://spec.editorconfig.org), as prettier reads them. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { widestTab, type LayoutSettings } from './layout-settings.ts';
import { matchesPath } from './path-pattern.ts';
import { readSettings } from './read-settings.ts';

/** A .editorconfig file. */
export interface EditorConfig {
  readonly folder: string;
  readonly isRoot: boolean;
  readonly sections: readonly Section[];
}

interface Section {
  readonly pattern: string;
  readonly properties: ReadonlyMap<string, string>;
}

/**
 * The files that speak of what is in a folder, the closest one first. The search ends at the top of the repository.
 *
 * @param folder absolute; need not exist
 */
export function findEditorConfigs(folder: string): readonly EditorConfig[] {
  const found: EditorConfig[] = [];
  for (let at = folder; ; at = path.dirname(at)) {
    const config = configIn(at);
    if (config !== undefined) found.push(config);
    if (config?.isRoot === true || isRepository(at) || at === path.dirname(at)) return found;
  }
}

/** The settings for a file; the closest .editorconfig decides, and in it the last section. */
export function editorConfigSettings(
  file: string,
  configs: readonly EditorConfig[],
): LayoutSettings {
  const properties = configs.toReversed().flatMap(({ folder, sections }) => {
    const relative = path.relative(folder, file).replaceAll(path.sep, '/');
    const matching = sections.filter(({ pattern }) => matchesPath(pattern, relative));
    return matching.flatMap((section) => [...section.properties]);
  });
  return settingsOf(new Map(properties));
}

function isRepository(folder: string): boolean {
  return (
    existsSync(path.join(folder, '.git')) ||
    statSync(path.join(folder, '.hg'), { throwIfNoEntry: false })?.isDirectory() === true
  );
}

function configIn(folder: string): EditorConfig | undefined {
  const text = readSettings(path.join(folder, '.editorconfig'));
  return text === undefined ? undefined : parse(folder, text);
}

/** A file with a line that is none of the format says nothing, as with prettier. */
function parse(folder: string, text: string): EditorConfig | undefined {
  const preamble = new Map<string, string>();
  const sections: Section[] = [];
  let properties = preamble;
  for (const line of text.split(/\r?\n|\r/)) {
    const content = line.trim();
    if (content === '' || /^[#;]/.test(content)) continue;
    const header = /^\[(.*)\]$/.exec(content)?.[1];
    const equals = content.indexOf('=');
    if (header !== undefined) {
      properties = new Map();
      sections.push({ pattern: patternOf(header), properties });
    } else if (equals < 0 || content.startsWith('[')) return undefined;
    else {
      const name = content.slice(0, equals).trim().toLowerCase();
      properties.set(
        name,
        content
          .slice(equals + 1)
          .trim()
          .toLowerCase(),
      );
    }
  }
  return { folder, isRoot: preamble.get('root') === 'true', sections };
}

/** One without a slash is for the names of files in any folder. */
function patternOf(header: string): string {
  return header.includes('/') ? header.replace(/^\//, '') : `**/${header}`;
}

function settingsOf(properties: ReadonlyMap<string, string>): LayoutSettings {
  const style = properties.get('indent_style');
  const size = properties.get('indent_size') ?? (style === 'tab' ? 'tab' : undefined);
  const width = properties.get('tab_width') ?? (size === 'tab' ? undefined : size);
  const hasTabs = style === 'tab' || (size === 'tab' && width === undefined);
  const useTabs = style === 'space' ? false : hasTabs ? true : undefined;
  const tabWidth = positive(style === 'space' && size !== 'tab' ? size : width) ?? positive(width);
  const length = properties.get('max_line_length');
  const printWidth = length === 'off' ? Number.POSITIVE_INFINITY : positive(length);
  const end = properties.get('end_of_line');
  return {
    ...(useTabs !== undefined && { useTabs }),
    ...(tabWidth !== undefined && tabWidth <= widestTab && { tabWidth }),
    ...(printWidth !== undefined && { printWidth }),
    ...((end === 'lf' || end === 'crlf' || end === 'cr') && { endOfLine: end }),
  };
}

function positive(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : undefined;
}
