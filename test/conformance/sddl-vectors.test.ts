import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSddl } from '../../grammar/sddl/parser.ts';
import { bytesOfHex, hexOfBytes } from '../../src/security/byte-reader.ts';
import { decodeDescriptor, encodeDescriptor } from '../../src/security/descriptor-bytes.ts';
import type { Realms } from '../../src/security/principal.ts';
import { formatDescriptor } from '../../src/security/sddl-writer.ts';
import { descriptorFromSyntax } from '../../src/security/security-descriptor.ts';
import { decodeSid, encodeSid, formatSid, parseSid } from '../../src/security/sid.ts';

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

/** Every vector of `list` for which `actual` gives something else than `wanted`. */
function mismatches<T>(
  list: readonly T[],
  wanted: (vector: T) => unknown,
  actual: (vector: T) => unknown,
): readonly unknown[] {
  return list
    .map((vector) => ({ vector, wanted: wanted(vector), actual: actual(vector) }))
    .filter((row) => JSON.stringify(row.wanted) !== JSON.stringify(row.actual));
}

describe.skipIf(!present)(`SDDL vectors${skipped}`, () => {
  const valid = vectors.filter((vector) => vector.expect === 'valid');
  const invalid = vectors.filter((vector) => vector.expect === 'invalid');
  const canonical = valid.filter((vector) => vector.canonical ?? vector.canonicalDerived);
  const withHex = valid.filter((vector) => vector.hex ?? vector.hexDerived);
  // The bytes of this group came from object ACEs without GUIDs, not from the text beside them.
  const encodable = withHex.filter((vector) => vector.group !== 'win-bytes-oversize');

  it(`accepts ${valid.length} of ${valid.length} valid descriptors`, () => {
    expect(
      mismatches(
        valid,
        () => [],
        ({ sddl }) => parseSddl(sddl).errors,
      ),
    ).toEqual([]);
  });

  it(`refuses ${invalid.length} of ${invalid.length} invalid descriptors`, () => {
    expect(
      mismatches(
        invalid,
        () => true,
        ({ sddl }) => parseSddl(sddl).errors.length > 0,
      ),
    ).toEqual([]);
  });

  it(`writes ${canonical.length} of ${canonical.length} descriptors as Windows does`, () => {
    expect(
      mismatches(
        canonical,
        (vector) => vector.canonical ?? vector.canonicalDerived,
        (vector) => write(vector.sddl, realmsOf(vector)),
      ),
    ).toEqual([]);
  });

  it(`encodes ${encodable.length} of ${encodable.length} descriptors as Windows does`, () => {
    expect(
      mismatches(
        encodable,
        (vector) => vector.hex ?? vector.hexDerived,
        (vector) => encode(vector.sddl, realmsOf(vector)),
      ),
    ).toEqual([]);
  });

  it(`decodes ${withHex.length} of ${withHex.length} byte forms to Windows's text`, () => {
    expect(
      mismatches(
        withHex,
        (vector) => vector.canonical ?? vector.canonicalDerived ?? vector.sddl,
        (vector) => decode(vector.hex ?? vector.hexDerived ?? '', realmsOf(vector)),
      ),
    ).toEqual([]);
  });

  it(`encodes ${withHex.length} of ${withHex.length} decoded byte forms to the same bytes`, () => {
    const again = (hex: string): string => {
      const decoded = decodeDescriptor(bytesOfHex(hex));
      if (decoded.kind !== 'descriptor') return '(malformed)';
      const encoded = encodeDescriptor(decoded.descriptor);
      return encoded.kind === 'bytes' ? hexOfBytes(encoded.bytes) : `(${encoded.kind})`;
    };
    expect(
      mismatches(
        withHex,
        ({ hex, hexDerived }) => hex ?? hexDerived,
        ({ hex, hexDerived }) => again(hex ?? hexDerived ?? ''),
      ),
    ).toEqual([]);
  });

  it('writes its own text unchanged', () => {
    expect(
      mismatches(
        valid,
        ({ sddl, ...vector }) => write(sddl, realmsOf({ sddl, ...vector })),
        ({ sddl, ...vector }) => {
          const realms = realmsOf({ sddl, ...vector });
          return write(write(sddl, realms), realms);
        },
      ),
    ).toEqual([]);
  });

  const located = invalid.filter((vector) => vector.suggestedPos !== undefined);
  it(`underlines ${located.length} of ${located.length} mistakes whose place is known`, () => {
    // The revision of S-2-5-32-544 is underlined, not the S before it.
    const near = (vector: SddlVector): boolean =>
      parseSddl(vector.sddl).errors.some(
        ({ start, end }) =>
          start - 2 <= (vector.suggestedPos ?? 0) && (vector.suggestedPos ?? 0) <= end,
      );
    expect(mismatches(located, () => true, near)).toEqual([]);
  });
});

describe.skipIf(!present)(`SID vectors${skipped}`, () => {
  it(`decodes ${sidVectors.length} of ${sidVectors.length} byte arrays`, () => {
    const actual = ({ bytes }: SidVector): string | null => {
      const decoded = decodeSid(bytes ?? []);
      return decoded.kind === 'sid' ? formatSid(decoded.sid) : null;
    };
    expect(mismatches(sidVectors, ({ sid }) => sid, actual)).toEqual([]);
  });

  const tolerated = sidVectors.filter(({ winTolerates }) => winTolerates === true);
  it(`sees what Windows reads in ${tolerated.length} arrays that are too long`, () => {
    const counted = ({ bytes }: SidVector): boolean => {
      const decoded = decodeSid(bytes ?? []);
      return (
        decoded.kind === 'malformed' &&
        decoded.problems.some(
          (problem) =>
            problem.kind === 'length' && problem.surplus > 0 && problem.counted !== undefined,
        )
      );
    };
    expect(mismatches(tolerated, () => true, counted)).toEqual([]);
  });

  const validSids = sidVectors.filter(({ valid }) => valid);
  it(`encodes ${validSids.length} of ${validSids.length} SIDs to their bytes`, () => {
    const again = ({ bytes }: SidVector): readonly number[] => {
      const decoded = decodeSid(bytes ?? []);
      return decoded.kind === 'sid' ? encodeSid(decoded.sid) : [];
    };
    expect(mismatches(validSids, ({ bytes }) => bytes, again)).toEqual([]);
  });

  it(`reads ${sidStrings.length} of ${sidStrings.length} SID strings`, () => {
    const actual = ({ text }: SidVector) => {
      const parsed = parseSid(text ?? '');
      return parsed.kind === 'sid' ? [formatSid(parsed.sid), encodeSid(parsed.sid)] : [null, null];
    };
    expect(mismatches(sidStrings, ({ sid, bytes }) => [sid, bytes], actual)).toEqual([]);
  });
});
