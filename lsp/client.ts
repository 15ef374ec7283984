/** What the editor can do, as far as answers depend on it. */

export interface Client {
  /** Whether text to insert may have places to fill in. */
  readonly snippets: boolean;
  /**
   * Whether the editor colours keywords, literals and comments itself, as with a TextMate grammar, and semantic tokens
   * add to that.
   */
  readonly coloursSyntax: boolean;
}

/** An editor that takes everything from the service. */
export const fullClient: Client = { snippets: true, coloursSyntax: false };
