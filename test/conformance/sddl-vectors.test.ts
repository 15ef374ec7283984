import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSddl } from '../../grammar/sddl/parser.ts';
import { bytesOfHex, hexOfBytes } from '../../src/security/byte-reader.ts';
import { decodeDescriptor, encodeDescriptor } from '../../src/security/descriptor-bytes.ts';
import type { Realms } from '../../src/security/principal.ts';
import { formatDescriptor } from '../../src/security/sddl-writer.ts';
import { descriptorFromSyntax } from '../../src/security/security-descriptor.ts';
import { decodeSid, encodeSid, formatSid, parseSid } from '../../src/security/sid.ts';
import { recordResult } from '../support/results.ts';

const folder = '../shared/vectors/sddl';
const present = existsSync(folder);
const skipped = present ? '' : ' (skipped: ../shared is absent)';

interface SddlVector {
  readonly id: string;
  readonly sddl: string;
  readonly expect: 'valid' | 'invalid';
  readonly evidence: string;
  readonly group: string;
  readonly canonical?: string;
  readonly canonicalDerived?: string;
  readonly hex?: string;
  readonly hexDerived?: string;
  readonly hexUnsure?: boolean;
  readonly canonicalUnsure?: boolean;
  readonly requiresDomain?: boolean;
  readonly domainSid?: string;
  readonly machineSid?: string;
  readonly suggestedPos?: number;
}

interface SidVector {
  readonly bytes: readonly number[] | null;
  readonly sid: string | null;
  readonly valid: boolean;
  readonly text?: string;
  readonly winTolerates?: boolean;
}

function load(file: string): unknown {
  return present ? JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) : [];
}

const vectors = load('sddl.json') as readonly SddlVector[];
const sidVectors = load('sid-vectors.json') as readonly SidVector[];
const sidStrings = load('sid-string-vectors.json') as readonly SidVector[];

/** The domain that the vectors without a domain of their own were made in. */
const documentationDomain = 'S-1-5-21-101-202-303';

function realmsOf(vector: SddlVector): Realms {
  const sid = (text: string | undefined) => {
    const parsed = parseSid(text ?? '');
    return parsed.kind === 'sid' ? parsed.sid : undefined;
  };
  const domain = vector.domainSid ?? (vector.requiresDomain ? documentationDomain : undefined);
  return { machine: sid(vector.machineSid), domain: sid(domain) };
}

function write(text: string, realms: Realms): string {
  const descriptor = descriptorFromSyntax(parseSddl(text), realms);
  if (descriptor === undefined) return '(refused)';
  const written = formatDescriptor(descriptor, realms);
  return written.kind === 'text' ? written.text : `(${written.reason})`;
}

function encode(text: string, realms: Realms): string {
  const descriptor = descriptorFromSyntax(parseSddl(text), realms);
  if (descriptor === undefined) return '(refused)';
  const encoded = encodeDescriptor(descriptor);
  return encoded.kind === 'bytes' ? hexOfBytes(encoded.bytes) : `(${encoded.kind})`;
}

function decode(hex: string, realms: Realms): string {
  const decoded = decodeDescriptor(bytesOfHex(hex));
  if (decoded.kind !== 'descriptor') return decoded.problems.map(({ message }) => message).join();
  const written = formatDescriptor(decoded.descriptor, realms);
  return written.kind === 'text' ? written.text : `(${written.reason})`;
}

/** A test that for each vector of `list` `actual` gives what is `wanted`, and a line of the table with the numbers. */
function agreement<T>(
  what: string,
  list: readonly T[],
  wanted: (vector: T) => unknown,
  actual: (vector: T) => unknown,
): void {
  it(what, ({ task }) => {
    const wrong = list
      .map((vector) => ({ vector, wanted: wanted(vector), actual: actual(vector) }))
      .filter((row) => JSON.stringify(row.wanted) !== JSON.stringify(row.actual));
    recordResult(task, 'SDDL and SIDs', `${list.length - wrong.length} of ${list.length} ${what}`);
    expect(list).not.toEqual([]);
    expect(wrong).toEqual([]);
  });
}

describe.skipIf(!present)(`SDDL vectors${skipped}`, () => {
  const valid = vectors.filter((vector) => vector.expect === 'valid');
  const invalid = vectors.filter((vector) => vector.expect === 'invalid');
  const canonical = valid.filter((vector) => vector.canonical ?? vector.canonicalDerived);
  const withHex = valid.filter((vector) => vector.hex ?? vector.hexDerived);
  // The bytes of this group came from object ACEs without GUIDs, not from the text beside them.
  const encodable = withHex.filter((vector) => vector.group !== 'win-bytes-oversize');

  agreement(
    'valid descriptors are accepted',
    valid,
    () => [],
    ({ sddl }) => parseSddl(sddl).errors,
  );

  agreement(
    'invalid descriptors are refused',
    invalid,
    () => true,
    ({ sddl }) => parseSddl(sddl).errors.length > 0,
  );

  agreement(
    'descriptors are written as Windows does',
    canonical,
    (vector) => vector.canonical ?? vector.canonicalDerived,
    (vector) => write(vector.sddl, realmsOf(vector)),
  );

  agreement(
    'descriptors are encoded as Windows does',
    encodable,
    (vector) => vector.hex ?? vector.hexDerived,
    (vector) => encode(vector.sddl, realmsOf(vector)),
  );

  agreement(
    "byte forms are decoded to Windows's text",
    withHex,
    (vector) => vector.canonical ?? vector.canonicalDerived ?? vector.sddl,
    (vector) => decode(vector.hex ?? vector.hexDerived ?? '', realmsOf(vector)),
  );

  const again = (hex: string): string => {
    const decoded = decodeDescriptor(bytesOfHex(hex));
    if (decoded.kind !== 'descriptor') return '(malformed)';
    const encoded = encodeDescriptor(decoded.descriptor);
    return encoded.kind === 'bytes' ? hexOfBytes(encoded.bytes) : `(${encoded.kind})`;
  };
  agreement(
    'decoded byte forms are encoded to the same bytes',
    withHex,
    ({ hex, hexDerived }) => hex ?? hexDerived,
    ({ hex, hexDerived }) => again(hex ?? hexDerived ?? ''),
  );

  agreement(
    'written descriptors are written again unchanged',
    valid,
    ({ sddl, ...vector }) => write(sddl, realmsOf({ sddl, ...vector })),
    ({ sddl, ...vector }) => {
      const realms = realmsOf({ sddl, ...vector });
      return write(write(sddl, realms), realms);
    },
  );

  const located = invalid.filter((vector) => vector.suggestedPos !== undefined);
  // The revision of S-2-5-32-544 is underlined, not the S before it.
  const isNear = ({ sddl, suggestedPos = 0 }: SddlVector): boolean =>
    parseSddl(sddl).errors.some(
      ({ start, end }) => start - 2 <= suggestedPos && suggestedPos <= end,
    );
  agreement('mistakes whose place is known are underlined there', located, () => true, isNear);
});

describe.skipIf(!present)(`SID vectors${skipped}`, () => {
  agreement(
    'byte arrays are decoded',
    sidVectors,
    ({ sid }) => sid,
    ({ bytes }) => {
      const decoded = decodeSid(bytes ?? []);
      return decoded.kind === 'sid' ? formatSid(decoded.sid) : null;
    },
  );

  agreement(
    'arrays that are too long are read as Windows does',
    sidVectors.filter(({ winTolerates }) => winTolerates === true),
    () => true,
    ({ bytes }) => {
      const decoded = decodeSid(bytes ?? []);
      return (
        decoded.kind === 'malformed' &&
        decoded.problems.some(
          (problem) =>
            problem.kind === 'length' && problem.surplus > 0 && problem.counted !== undefined,
        )
      );
    },
  );

  agreement(
    'SIDs are encoded to their bytes',
    sidVectors.filter(({ valid }) => valid),
    ({ bytes }) => bytes,
    ({ bytes }) => {
      const decoded = decodeSid(bytes ?? []);
      return decoded.kind === 'sid' ? encodeSid(decoded.sid) : [];
    },
  );

  agreement(
    'SID strings are read',
    sidStrings,
    ({ sid, bytes }) => [sid, bytes],
    ({ text }) => {
      const parsed = parseSid(text ?? '');
      return parsed.kind === 'sid' ? [formatSid(parsed.sid), encodeSid(parsed.sid)] : [null, null];
    },
  );
});
