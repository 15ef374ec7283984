import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { looksBinary } from '../../src/text/binary-content.ts';
import { encode } from '../../src/text/encode.ts';

/** Reproducible noise. */
function noise(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
    createHash('sha256').update(`noise ${index}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

describe('looksBinary', () => {
  it.each<[string, Uint8Array]>([
    ['binary MOF', Buffer.from('FOMB\x01\0\0\0\x20\0\0\0', 'latin1')],
    ['a Windows program or driver (PE)', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1')],
    ['an ELF program', Buffer.from('\x7fELF\x02\x01\x01', 'latin1')],
    ['a gzip archive', gzipSync(noise(2000))],
    ['a PDF document', Buffer.from('%PDF-1.7\n')],
    ['UTF-32 text', Buffer.from('\xff\xfe\0\0c\0\0\0l\0\0\0', 'latin1')],
    ['binary data', noise(4096)],
    ['binary data', Buffer.alloc(512)],
    ['binary data', Buffer.concat([Buffer.from([0xff, 0xfe, 0x41]), Buffer.alloc(513)])],
  ])('finds %s', (description, bytes) => {
    expect(looksBinary(bytes)?.description).toBe(description);
  });

  it('tells binary MOF from everything else', () => {
    expect(looksBinary(Buffer.from('FOMB'))?.kind).toBe('binary-mof');
    expect(looksBinary(noise(4096))?.kind).toBe('other');
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['ASCII', Buffer.from('class A {};')],
    ['a text that begins like a program', Buffer.from('MZ_Class is no keyword')],
    ['UTF-16', encode('class A {};\r\n', 'utf-16le-bom')],
    ['UTF-16 without a mark', encode('class A {};\r\n', 'utf-16le')],
    ['UTF-16, high byte first', encode('class A {};\r\n', 'utf-16be-bom')],
    ['another script', encode('// 事件筛选器', 'utf-8')],
    [
      'a text with a stray NUL, which must not hide the rest',
      Buffer.from(`class A {};${' '.repeat(30)}\0`),
    ],
    ['a text with the end mark of old editors', Buffer.from('class A {};\x1a')],
  ])('takes %s for text', (_, bytes) => {
    expect(looksBinary(bytes)).toBeUndefined();
  });
});
