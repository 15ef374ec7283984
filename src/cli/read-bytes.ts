/** Bytes from the disk or from a pipe, never more than mofsec is ready to analyse. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { UserError } from './user-error.ts';

/** The largest MOF files known are a few megabytes; what is larger is a mistake or an attack. */
export const maxFileSize = 32 * 1024 * 1024;

/**
 * All of a file or a pipe that the user names. Throws what the system says, or a {@link UserError}
 * by its size.
 */
export async function readNamed(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > maxFileSize) throw tooLarge();
    return await collect(handle.createReadStream({ autoClose: false }));
  } finally {
    await handle.close();
  }
}

/** All of a stream. Throws a {@link UserError} when it does not end in time. */
export async function collect(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maxFileSize) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/**
 * All of a regular file that another file names. A pipe or a device is refused without waiting for
 * it, and so is a symbolic link in the last place, which somebody may have put there since the path
 * was checked.
 */
export function readRegularFile(file: string): Uint8Array {
  // Windows has neither flag, and neither danger: it opens no pipe by a path below a folder.
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;
  const descriptor = openSync(file, (O_RDONLY ?? 0) | O_NONBLOCK | O_NOFOLLOW);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new UserError('it is no regular file');
    if (stats.size > maxFileSize) throw tooLarge();
    return readAll(descriptor, stats.size);
  } finally {
    closeSync(descriptor);
  }
}

function readAll(descriptor: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const read = readSync(descriptor, bytes, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

function tooLarge(): UserError {
  return new UserError(`it is larger than ${maxFileSize / 1024 / 1024} MiB, which no MOF file is`);
}
