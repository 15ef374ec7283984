/** What the editor can do, as far as answers depend on it. */

export interface Client {
  /** Whether text to insert may have places to fill in. */
  readonly snippets: boolean;
}

/** An editor that can do everything. */
export const fullClient: Client = { snippets: true };
