/** Pieces of subscriptions for tests that need one and are about something else. */

/** `#pragma namespace` for the usual place. */
export const inSubscription = String.raw`#pragma namespace("\\\\.\\root\\subscription")
`;

/** A filter; `head` may add an alias, `properties` further lines. */
export function filter(name: string, { alias = '', properties = '' } = {}): string {
  return `instance of __EventFilter${alias === '' ? '' : ` as ${alias}`} { Name = "${name}"; ${properties} };\n`;
}

/** A consumer of some class. */
export function consumer(
  name: string,
  { alias = '', className = 'LogFileEventConsumer', properties = '' } = {},
): string {
  return `instance of ${className}${alias === '' ? '' : ` as ${alias}`} { Name = "${name}"; ${properties} };\n`;
}

/** A binding of two values, as they stand in the text. */
export function binding(filterValue: string, consumerValue: string, properties = ''): string {
  return `instance of __FilterToConsumerBinding { Filter = ${filterValue}; Consumer = ${consumerValue}; ${properties} };\n`;
}

/** A string literal with its quotation marks and backslashes escaped. */
export function literal(value: string): string {
  return `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
}
