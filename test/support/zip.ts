/** Reads ZIP archives, as .vsix files are. */
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const deflated = 8;

/** The files of an archive by their paths. Throws where it is none. */
export function filesInZip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf(littleEndian(endOfDirectory));
  if (end < 0) throw new Error('this is no ZIP archive');
  const count = archive.readUInt16LE(end + 10);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error('the directory is broken');
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const content = contentAt(archive, archive.readUInt32LE(at + 42), size);
    files.set(name, method === deflated ? inflateRawSync(content) : content);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** Behind the header that every file has a second time, with a name and extra fields of its own. */
function contentAt(archive: Buffer, header: number, size: number): Buffer {
  const nameLength = archive.readUInt16LE(header + 26);
  const start = header + 30 + nameLength + archive.readUInt16LE(header + 28);
  return archive.subarray(start, start + size);
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
