/** The accounts that a CreatorSID can sensibly name. */
import { encodeSid, formatSid, type Sid } from '../../../src/security/sid.ts';
import { creatorClass } from '../../../src/security/trustees.ts';
import { nameOfSid, wellKnownSids } from '../../../src/security/well-known-sids.ts';
import type { Typing } from './typing.ts';

export interface SidChoice {
  /** `BUILTIN\Administrators`. */
  readonly name: string;
  /** `S-1-5-32-544`. */
  readonly sid: string;
  readonly bytes: readonly number[];
  readonly note: string | undefined;
}

/** Those of the accounts with a fixed SID whom WMI takes for a creator; the one to write first. */
const accounts = wellKnownSids
  .filter(({ sid }) => ['administrators', 'local-system'].includes(creatorClass(sid)))
  .toSorted((a, b) => creatorClass(a.sid).localeCompare(creatorClass(b.sid)));

/** Those that the parts of the file's subscriptions carry already, and then the well-known ones. */
export function creatorSids({ view, compilation }: Typing): readonly SidChoice[] {
  const choices = new Map<string, SidChoice>();
  const add = (sid: Sid, note: string | undefined): void => {
    const text = formatSid(sid);
    if (choices.has(text)) return;
    choices.set(text, { name: nameOfSid(sid) ?? text, sid: text, bytes: encodeSid(sid), note });
  };
  const { filters, consumers, bindings } = compilation;
  for (const { instance, creatorSid } of [...filters, ...consumers, ...bindings]) {
    if (instance.file === view.source && creatorSid.kind === 'sid')
      add(creatorSid.sid, 'as elsewhere in this file');
  }
  for (const { sid, description } of accounts) add(sid, description);
  return [...choices.values()];
}
