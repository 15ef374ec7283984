/** What the user may set for a folder, in the editor. */
import { suggest } from '../grammar/mof/suggest.ts';
import { normalize } from '../src/compiler/include-paths.ts';
import { namespaceObjection } from '../src/compiler/namespaces.ts';
import { defaultPreset, type Preset, presets } from '../src/linter/presets.ts';

export interface Settings {
  /** The namespace of declarations before any `#pragma namespace`; undefined is mofcomp's default. */
  readonly namespace: string | undefined;
  /** The rules that look at the files. */
  readonly preset: Preset;
  /** Files and folders below the folder whose classes every file may use, with `/`; empty is the folder itself. */
  readonly schema: readonly string[];
}

export const defaultSettings: Settings = {
  namespace: undefined,
  preset: defaultPreset,
  schema: [],
};

/** The section of the editor's configuration that holds them. */
export const settingsSection = 'mofsec';

export interface ReadSettings {
  readonly settings: Settings;
  /** What cannot be used, in sentences for the user; the setting is as if it were not there. */
  readonly problems: readonly string[];
}

/**
 * Reads settings as an editor sends them: `{ namespace, preset, schema }`, or the same below `mofsec`. What is absent,
 * null or empty is as in `base`; editors send null for settings that they do not know.
 */
export function readSettings(value: unknown, base: Settings = defaultSettings): ReadSettings {
  const section = memberOf(value, settingsSection) ?? value;
  const problems: string[] = [];
  const settings = {
    namespace: readNamespace(memberOf(section, 'namespace'), problems) ?? base.namespace,
    preset: readPreset(memberOf(section, 'preset'), problems) ?? base.preset,
    schema: readPaths(memberOf(section, 'schema'), problems) ?? base.schema,
  };
  return { settings, problems };
}

/** Whether two folders are set alike. */
export function sameSettings(a: Settings, b: Settings): boolean {
  return (
    a.namespace === b.namespace &&
    a.preset === b.preset &&
    a.schema.length === b.schema.length &&
    a.schema.every((path, index) => path === b.schema[index])
  );
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const members: Readonly<Record<string, unknown>> = { ...value };
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function readNamespace(value: unknown, problems: string[]): string | undefined {
  if (isUnset(value)) return undefined;
  const objection = typeof value === 'string' ? namespaceObjection(value) : 'it is no text';
  if (typeof value === 'string' && objection === undefined) return value;
  problems.push(
    `mofsec.namespace cannot be ${JSON.stringify(value)}: ${objection}. Write it as in root\\subscription.`,
  );
  return undefined;
}

function readPreset(value: unknown, problems: string[]): Preset | undefined {
  if (isUnset(value)) return undefined;
  const preset = presets.find((preset) => preset === value);
  if (preset !== undefined) return preset;
  const meant = typeof value === 'string' ? suggest(value, presets) : undefined;
  problems.push(
    `mofsec.preset cannot be ${JSON.stringify(value)}: ${
      meant === undefined ? `write one of ${presets.join(', ')}.` : `did you mean ${meant}?`
    }`,
  );
  return undefined;
}

function readPaths(value: unknown, problems: string[]): readonly string[] | undefined {
  if (isUnset(value)) return undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every((path) => typeof path === 'string')) {
    problems.push('mofsec.schema is a list of files and folders: write ["schema", "base.mof"].');
    return undefined;
  }
  const paths = list.map((path) => normalize(path.replaceAll('\\', '/')));
  const isBelow = (path: string): boolean => !/^(?:\/|\.\.(?:\/|$)|[A-Za-z]:)/.test(path);
  for (const path of paths.filter((path) => !isBelow(path))) {
    problems.push(
      `mofsec.schema cannot name ${path}: only files below the folder that is open are read.`,
    );
  }
  return paths.filter(isBelow);
}
