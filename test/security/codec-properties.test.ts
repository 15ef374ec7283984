import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSddl } from '../../grammar/sddl/parser.ts';
import { aceFlags, aceTypes, rights, sidAliases } from '../../grammar/sddl/tokens.ts';
import { decodeDescriptor, encodeDescriptor } from '../../src/security/descriptor-bytes.ts';
import type { Realms } from '../../src/security/principal.ts';
import { sddlReport } from '../../src/security/sddl-report.ts';
import { formatDescriptor } from '../../src/security/sddl-writer.ts';
import {
  type SecurityDescriptor,
  descriptorFromSyntax,
} from '../../src/security/security-descriptor.ts';
import { sidReport } from '../../src/security/sid-report.ts';

const realms: Realms = {
  machine: { authority: 5, subAuthorities: [21, 7, 8, 9] },
  domain: { authority: 5, subAuthorities: [21, 1, 2, 3] },
};

const runs = { numRuns: 400 };

const sid = fc.oneof(
  fc.constantFrom(...sidAliases),
  fc
    .array(fc.nat(0xffffffff), { minLength: 1, maxLength: 15 })
    .map((numbers) => `S-1-5-${numbers.join('-')}`),
);
const guid = fc.oneof(fc.constant(''), fc.uuid());
const mask = fc.oneof(
  fc.nat(0xffffffff).map((value) => `0x${value.toString(16)}`),
  fc.nat(0xffffffff).map(String),
  fc.array(fc.constantFrom(...rights.keys())).map((tokens) => tokens.join('')),
);
const flags = fc.subarray([...aceFlags.keys()]).map((tokens) => tokens.join(''));
const attribute = fc.oneof(fc.constantFrom('a', 'b.c', '@User.x', '@Device.%002cz', '@resource.Ä'));
const literal = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  fc.constantFrom('0x1f', '-017', '+3', '"text (;"', '#0a#', '#', 'SID(BA)', 'SID(S-1-5-7)'),
);
const value = fc.oneof(
  literal,
  fc.array(literal, { maxLength: 3 }).map((items) => `{${items.join(',')}}`),
);

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    attribute,
    fc
      .tuple(attribute, fc.constantFrom('==', '<=', 'contains', 'Not_Any_of'), value)
      .map((parts) => parts.join(' ')),
    fc
      .tuple(fc.constantFrom('Member_of', 'Not_Device_Member_of_Any'), value)
      .map((parts) => parts.join(' ')),
    attribute.map((name) => `Exists ${name}`),
    tie('condition').map((inner) => `!(${inner})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
      .map(([left, operator, right]) => `(${left})${operator}(${right})`),
  ),
}));

const claim = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((number) => `("n",TI,1,${number})`),
  fc.constantFrom(
    '("n",TU,0,18446744073709551615)',
    '("näme",TS,0x10,"a","","ü")',
    '("n",TD,0,BA,S-1-5-7)',
    '("n",TX,0,0102,#3)',
    '("n",TB,0,1,0)',
    '("n",TU,0)',
  ),
);

function aceOf(acl: 'dacl' | 'sacl'): fc.Arbitrary<string> {
  const types = [...aceTypes].filter(([, info]) => info.acl === acl);
  return fc.constantFrom(...types).chain(([token, info]) => {
    const tail =
      info.tail === 'claim'
        ? claim.map((text) => `;${text}`)
        : info.tail === 'condition'
          ? condition.map((text) => `;(${text})`)
          : fc.constant('');
    const trustee = info.tail === 'claim' ? fc.constant('WD') : sid;
    const guids = info.object ? guid : fc.constant('');
    return fc
      .tuple(flags, mask, guids, guids, trustee, tail)
      .map(
        ([aceFlag, right, object, inherited, who, data]) =>
          `(${[token, aceFlag, right, object, inherited, who].join(';')}${data})`,
      );
  });
}

const aclFlag = fc.subarray(['P', 'AR', 'AI']).map((tokens) => tokens.join(''));
const acl = (letter: string, kind: 'dacl' | 'sacl') =>
  fc.oneof(
    fc.constantFrom('', `${letter}:`, `${letter}:NO_ACCESS_CONTROL`),
    fc
      .tuple(aclFlag, fc.array(aceOf(kind), { maxLength: 4 }))
      .map(([tokens, aces]) => `${letter}:${tokens}${aces.join('')}`),
  );
const sddl = fc
  .tuple(
    fc.oneof(
      fc.constant(''),
      sid.map((text) => `O:${text}`),
    ),
    fc.oneof(
      fc.constant(''),
      sid.map((text) => `G:${text}`),
    ),
    acl('D', 'dacl'),
    acl('S', 'sacl'),
  )
  .map((parts) => parts.join(''));

function read(text: string): SecurityDescriptor {
  const syntax = parseSddl(text);
  expect(syntax.errors).toEqual([]);
  const descriptor = descriptorFromSyntax(syntax, realms);
  if (descriptor === undefined) throw new Error('no descriptor');
  return descriptor;
}

function write(descriptor: SecurityDescriptor): string {
  const written = formatDescriptor(descriptor, realms);
  return written.kind === 'text' ? written.text : written.reason;
}

function spansAreInside(text: string): void {
  for (const { start, end, message } of parseSddl(text).errors) {
    expect(0 <= start && start <= end && end <= text.length).toBe(true);
    expect(message).not.toBe('');
  }
}

describe('the descriptor codec', () => {
  it('reads what it writes, to the same value', () => {
    fc.assert(
      fc.property(sddl, (text) => {
        const descriptor = read(text);
        const canonical = write(descriptor);
        expect(write(read(canonical))).toBe(canonical);
        expect(read(canonical)).toEqual(descriptor);
      }),
      runs,
    );
  });

  it('decodes what it encodes, to the same value', () => {
    fc.assert(
      fc.property(sddl, (text) => {
        const descriptor = read(text);
        const encoded = encodeDescriptor(descriptor);
        if (encoded.kind !== 'bytes') throw new Error(encoded.kind);
        expect(decodeDescriptor(encoded.bytes)).toEqual({ kind: 'descriptor', descriptor });
      }),
      runs,
    );
  });

  it('survives bytes that were tampered with', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(sddl, edits, fc.nat(40), (text, changes, cut) => {
        const encoded = encodeDescriptor(read(text));
        if (encoded.kind !== 'bytes') throw new Error(encoded.kind);
        const bytes = encoded.bytes.slice(0, encoded.bytes.length - (cut % 8));
        for (const [index, byte] of changes) bytes[index % bytes.length] = byte;
        const decoded = decodeDescriptor(bytes);
        if (decoded.kind === 'malformed') {
          for (const { start, end } of decoded.problems) {
            expect(0 <= start && start <= end && end <= bytes.length).toBe(true);
          }
          return;
        }
        write(decoded.descriptor);
        const again = encodeDescriptor(decoded.descriptor);
        if (again.kind === 'bytes') {
          const first = decodeDescriptor(again.bytes);
          const descriptor = first.kind === 'descriptor' ? first.descriptor : undefined;
          const second = descriptor && encodeDescriptor(descriptor);
          expect(second).toEqual(again);
        }
      }),
      runs,
    );
  });

  it('survives random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        decodeDescriptor(tail);
        decodeDescriptor(Uint8Array.of(1, 0, 0x14, 0x80, ...tail));
      }),
      runs,
    );
  });

  it('survives any text, and underlines only what is there', () => {
    const pieces = fc.array(
      fc.constantFrom(
        ...'OGDS:();,"{}@#%!&|<= -0x1AZaé\t\ud800',
        'D:(',
        'XA',
        ';;;',
        'SID(',
        'S-1-5',
      ),
    );
    fc.assert(
      fc.property(pieces, (words) => {
        spansAreInside(words.join(''));
        sddlReport(words.join(''));
        sidReport(words.join(''));
      }),
      { numRuns: 2000 },
    );
  });

  it('survives text that was tampered with', () => {
    const edit = fc.tuple(fc.nat(), fc.nat(3), fc.string({ maxLength: 2 }));
    fc.assert(
      fc.property(sddl, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        let mutated = text;
        for (const [place, removed, inserted] of edits) {
          const at = place % (mutated.length + 1);
          mutated = mutated.slice(0, at) + inserted + mutated.slice(at + removed);
        }
        spansAreInside(mutated);
        const descriptor = descriptorFromSyntax(parseSddl(mutated), realms);
        if (descriptor !== undefined) {
          const canonical = write(descriptor);
          expect(write(read(canonical))).toBe(canonical);
        }
      }),
      runs,
    );
  });
});
