/** Files that are no text: a MOF reader would find nothing but noise in them. */
import { byteOrderMarks, detectEncoding, startsWith } from './detect-encoding.ts';

/** What a file is instead of text. */
export interface BinaryContent {
  readonly kind: 'binary-mof' | 'other';
  /** With an article, to be read after "this is": `a Windows program or driver (PE)`. */
  readonly description: string;
}

interface Signature extends BinaryContent {
  readonly bytes: readonly number[];
}

const signatures: readonly Signature[] = [
  { kind: 'binary-mof', description: 'binary MOF', bytes: ascii('FOMB') },
  { kind: 'other', description: 'a Windows program or driver (PE)', bytes: ascii('MZ') },
  { kind: 'other', description: 'an ELF program', bytes: [0x7f, ...ascii('ELF')] },
  { kind: 'other', description: 'a ZIP archive', bytes: ascii('PK\x03\x04') },
  { kind: 'other', description: 'a cabinet archive', bytes: ascii('MSCF\0') },
  { kind: 'other', description: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { kind: 'other', description: 'a 7-Zip archive', bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27] },
  { kind: 'other', description: 'a PDF document', bytes: ascii('%PDF-') },
  { kind: 'other', description: 'an OLE document', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1] },
  { kind: 'other', description: 'a PNG image', bytes: [0x89, ...ascii('PNG')] },
  { kind: 'other', description: 'a Windows event log', bytes: ascii('ElfFile\0') },
  { kind: 'other', description: 'a registry hive', bytes: ascii('regf') },
  { kind: 'other', description: 'UTF-32 text', bytes: [0xff, 0xfe, 0x00, 0x00] },
  { kind: 'other', description: 'UTF-32 text', bytes: [0x00, 0x00, 0xfe, 0xff] },
];

/** As much of a file as tells data from text. */
const sampleSize = 8192;

/**
 * Random bytes are control characters to a tenth, programs more, texts not at all. A few strays
 * leave a file a text, with each of them reported where it stands: a single NUL must not hide the
 * rest from the analysis.
 */
const controlShare = 0.05;

/**
 * What a file is if it is no text, or undefined for text in any encoding, the empty text included.
 */
export function looksBinary(bytes: Uint8Array): BinaryContent | undefined {
  const signature = signatures.find((signature) => startsWith(bytes, signature.bytes));
  // Four bytes are no accident; two might be the first letters of a text.
  const isCertain = signature !== undefined && signature.bytes.length >= 4;
  if (!isCertain && !isMostlyControls(bytes)) return undefined;
  const { kind, description } = signature ?? { kind: 'other', description: 'binary data' };
  return { kind, description };
}

function isMostlyControls(bytes: Uint8Array): boolean {
  const encoding = detectEncoding(bytes.subarray(0, sampleSize));
  const mark = byteOrderMarks.find((mark) => mark.encoding === encoding)?.bytes.length ?? 0;
  const sample = bytes.subarray(mark, sampleSize);
  if (encoding.startsWith('utf-16le')) return controlsInUtf16(sample, 0) > controlShare;
  if (encoding.startsWith('utf-16be')) return controlsInUtf16(sample, 1) > controlShare;
  return sample.filter(isControl).length / sample.length > controlShare;
}

/** @param low where in a pair the lower byte stands */
function controlsInUtf16(sample: Uint8Array, low: 0 | 1): number {
  const pairs = sample.length >> 1;
  let controls = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (sample[i + 1 - low] === 0 && isControl(sample[i + low] ?? 0)) controls++;
  }
  return controls / pairs;
}

function isControl(byte: number): boolean {
  const isWhiteSpace = (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a;
  return byte < 0x20 && !isWhiteSpace;
}

function ascii(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
