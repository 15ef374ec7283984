/** The official schema of SARIF 2.1.0, out of the package of its makers. */
import { Ajv } from 'ajv';
import { createRequire } from 'node:module';

const schema: unknown = createRequire(import.meta.url)(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);

/** The schema without the name of its dialect, JSON Schema 4, of which it uses nothing that ajv reads in another way. */
function plainSchema(): object {
  if (typeof schema !== 'object' || schema === null) throw new Error('the schema is not there');
  const entries = Object.entries(schema).filter(([name]) => name !== '$schema' && name !== 'id');
  return Object.fromEntries(entries);
}

const validate = new Ajv({
  strict: false,
  // One of its patterns is none with the flag `u`.
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) =>
      /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*$/.test(text) &&
      URL.canParse(text, 'https://contoso.example/'),
    'date-time': true,
  },
}).compile(plainSchema());

/** What the schema says against a value; empty when nothing. */
export function sarifErrors(log: unknown): readonly string[] {
  validate(log);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
}
