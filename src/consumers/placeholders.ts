/** Text that some generator was to replace: what such text will be, nobody can know. */

const placeholder =
  /\$(?!recycle\b)(?:\w|[({])|<[^<>\r\n]{1,80}>|\{\w{1,40}\}|#\{\w{1,40}\}|@\w{1,40}@|###\w{1,40}###|\[\w{1,40}\]|\.\.\./i;

/** Whether a text holds a variable or a mark of a generator: `$path`, `$(...)`, `<payload>`, `{name}`, `@EXE@`. */
export function hasPlaceholder(text: string): boolean {
  return placeholder.test(text);
}
