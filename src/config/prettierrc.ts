/**
 * What prettier's configuration says about the layout of a file. It is searched for and read as prettier does it, with
 * one exception: a configuration that is a program, or is in a package, is never run or loaded, because the files that
 * mofsec works on may be an attacker's.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, widestTab, type LayoutSettings } from './layout-settings.ts';
import { matchesPath } from './path-pattern.ts';
import { readSettings } from './read-settings.ts';

/** A configuration: its value, or undefined where it is one that is not followed. */
export interface PrettierConfig {
  readonly file: string;
  readonly value: Readonly<Record<string, unknown>> | undefined;
}

const programs = ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'];

/** In the order in which prettier looks for them in a folder. */
const fileNames: readonly string[] = [
  'package.json',
  'package.yaml',
  '.prettierrc',
  '.prettierrc.json',
  '.prettierrc.yml',
  '.prettierrc.yaml',
  '.prettierrc.json5',
  ...programs.flatMap((extension) => [`.prettierrc.${extension}`, `prettier.config.${extension}`]),
  '.prettierrc.toml',
];

/**
 * The configuration for what is in a folder, from the closest folder that has one.
 *
 * @param folder absolute; need not exist
 * @throws ConfigError where it is not what prettier would take
 */
export async function findPrettierConfig(folder: string): Promise<PrettierConfig | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    for (const name of fileNames) {
      const file = path.join(at, name);
      if (!existsSync(file)) continue;
      if (/\.(?:[cm]?[jt]s|json5)$/.test(name)) return { file, value: undefined };
      const value = await load(file, name);
      if (value === undefined) continue;
      // A text names a package that holds the configuration.
      if (typeof value === 'string') return { file, value: undefined };
      if (isRecord(value)) return { file, value };
      throw new ConfigError(file, 'the options of prettier must be an object');
    }
    if (at === path.dirname(at)) return undefined;
  }
}

/**
 * What a configuration says about a file.
 *
 * @throws ConfigError where an option is not what prettier would take
 */
export function prettierSettings(
  file: string,
  { file: config, value = {} }: PrettierConfig,
): LayoutSettings {
  const relative = path.relative(path.dirname(config), file).replaceAll(path.sep, '/');
  const overrides: readonly unknown[] = Array.isArray(value['overrides']) ? value['overrides'] : [];
  const options = overrides
    .filter(isRecord)
    .filter(({ files, excludeFiles }) => applies(files, excludeFiles, relative))
    .map((override) => override['options']);
  return [value, ...options]
    .filter(isRecord)
    .reduce<LayoutSettings>((all, each) => ({ ...all, ...settingsOf(each, config) }), {});
}

/** Undefined where a file has nothing for prettier. */
async function load(file: string, name: string): Promise<unknown> {
  const text = readSettings(file);
  if (text === undefined) return undefined;
  if (!name.startsWith('package.')) return (await parse(file, text)) ?? {};
  try {
    const value = await parse(file, text);
    return isRecord(value) && value['prettier'] ? value['prettier'] : undefined;
  } catch {
    // It is another program's file, and that program will tell.
    return undefined;
  }
}

/** JSON is YAML as well, and much faster read as what it is. */
async function parse(file: string, text: string): Promise<unknown> {
  if (!file.endsWith('.toml')) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // YAML then.
    }
  }
  const { parseToml, parseYaml } = await import('./structured-text.ts');
  try {
    return file.endsWith('.toml') ? parseToml(text) : parseYaml(text);
  } catch {
    // What the libraries say quotes the file, which may be a link to somebody's secrets.
    const format = file.endsWith('.toml') ? 'TOML' : file.endsWith('.json') ? 'JSON' : 'YAML';
    throw new ConfigError(file, `this is not ${format}`);
  }
}

/** A pattern without a slash is for names in any folder, and so are the exceptions to it. */
function applies(files: unknown, exceptions: unknown, file: string): boolean {
  return textsOf(files).some((pattern) => {
    const subject = pattern.includes('/') ? file : path.posix.basename(file);
    const isExcepted = textsOf(exceptions).some((exception) => matchesPath(exception, subject));
    return !isExcepted && matchesPath(pattern, subject);
  });
}

function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === 'string');
}

function settingsOf(options: Readonly<Record<string, unknown>>, config: string): LayoutSettings {
  const read = <T>(
    name: keyof LayoutSettings,
    accepts: (value: unknown) => value is T,
    wanted: string,
  ): T | undefined => {
    const value = options[name] ?? undefined;
    if (value === undefined || accepts(value)) return value;
    throw new ConfigError(config, `${name} must be ${wanted}`);
  };
  const printWidth = read('printWidth', isCount, 'a whole number');
  const tabWidth = read('tabWidth', isTabWidth, `a whole number up to ${widestTab}`);
  const useTabs = read('useTabs', isBoolean, 'true or false');
  const endOfLine = read('endOfLine', isEndOfLine, 'one of auto, lf, crlf and cr');
  return {
    ...(printWidth !== undefined && { printWidth }),
    ...(tabWidth !== undefined && { tabWidth }),
    ...(useTabs !== undefined && { useTabs }),
    ...(endOfLine !== undefined && { endOfLine }),
  };
}

function isCount(value: unknown): value is number {
  return (
    typeof value === 'number' &&
    value >= 0 &&
    (Number.isInteger(value) || value === Number.POSITIVE_INFINITY)
  );
}

function isTabWidth(value: unknown): value is number {
  return isCount(value) && value <= widestTab;
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isEndOfLine(value: unknown): value is LayoutSettings['endOfLine'] & string {
  return value === 'auto' || value === 'lf' || value === 'crlf' || value === 'cr';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
