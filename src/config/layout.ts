/** The settings that a file's surroundings have for its layout: prettier's configuration, and .editorconfig below it. */
import path from 'node:path';
import { editorConfigSettings, findEditorConfigs, type EditorConfig } from './editorconfig.ts';
import type { LayoutSettings } from './layout-settings.ts';
import { findPrettierConfig, prettierSettings, type PrettierConfig } from './prettierrc.ts';

export interface FoundSettings {
  readonly settings: LayoutSettings;
  /** A configuration of prettier that is not followed, because it is a program, a package or JSON5. */
  readonly unread: string | undefined;
}

/** Finds settings, and reads each file of them once. */
export class LayoutSettingsFinder {
  readonly #editorConfigs = new Map<string, readonly EditorConfig[]>();
  readonly #prettierConfigs = new Map<string, Promise<PrettierConfig | undefined>>();

  /**
   * The settings for a file.
   *
   * @param file absolute; need not exist
   * @throws ConfigError where a configuration of prettier is not what prettier would take
   */
  async settingsFor(file: string): Promise<FoundSettings> {
    const folder = path.dirname(file);
    const editorConfigs = this.#editorConfigs.get(folder) ?? findEditorConfigs(folder);
    this.#editorConfigs.set(folder, editorConfigs);
    const prettierConfig = this.#prettierConfigs.get(folder) ?? findPrettierConfig(folder);
    this.#prettierConfigs.set(folder, prettierConfig);
    const editor = editorConfigSettings(file, editorConfigs);
    const found = await prettierConfig;
    if (found === undefined) return { settings: editor, unread: undefined };
    const settings = { ...editor, ...prettierSettings(file, found) };
    return { settings, unread: found.value === undefined ? found.file : undefined };
  }
}
