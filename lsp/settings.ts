/** What the user may set for a folder, in the editor. */

export interface Settings {
  /** The namespace of declarations before any `#pragma namespace`; undefined is mofcomp's default. */
  readonly namespace: string | undefined;
}

export const defaultSettings: Settings = { namespace: undefined };
