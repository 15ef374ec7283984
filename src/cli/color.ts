/** Whether to colour, and how. */
import { styleText } from 'node:util';
import { plain, type Role, type Style } from '../diagnostics/style.ts';
import type { Io, OutputStream } from './io.ts';

type Format = Parameters<typeof styleText>[0];

const formats: Readonly<Record<Role, Format>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'blue'],
  place: 'bold',
  rule: 'bold',
  gutter: 'gray',
  related: 'cyan',
  help: 'green',
};

const colored: Style = (role, text) => styleText(formats[role], text, { validateStream: false });

/**
 * The style of a stream: what `--color` or `--no-color` says, else FORCE_COLOR, else NO_COLOR, else
 * whether a person is watching.
 */
export function styleFor(stream: OutputStream, env: Io['env'], flag: boolean | undefined): Style {
  return (flag ?? environmentWants(env) ?? stream.isTTY === true) ? colored : plain;
}

/**
 * https://no-color.org: any value but the empty one; FORCE_COLOR as Node reads it, where 0 and
 * false say no.
 */
function environmentWants(env: Io['env']): boolean | undefined {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  const refuses = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return refuses ? false : undefined;
}
