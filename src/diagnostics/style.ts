/** What the parts of a printed finding are, for whoever colours them. */

export type Role = 'error' | 'warning' | 'info' | 'place' | 'rule' | 'gutter' | 'related' | 'help';

/**
 * Dresses a text for its role. A terminal's style adds escape sequences; {@link plain} adds
 * nothing.
 */
export type Style = (role: Role, text: string) => string;

export const plain: Style = (_, text) => text;
