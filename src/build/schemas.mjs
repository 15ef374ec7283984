/** The JSON Schemas of what mofsec reads and writes, each kept beside the code that it describes. */
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** @param {{ root: string, dist: string }} target */
export function copySchemas({ root, dist }) {
  const sources = path.join(root, 'src');
  /** @type {Map<string, string>} */
  const byName = new Map();
  for (const entry of readdirSync(sources, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!entry.endsWith('.schema.json')) continue;
    const name = path.basename(entry);
    const other = byName.get(name);
    if (other !== undefined) throw new Error(`${other} and ${entry} would have the same name`);
    JSON.parse(readFileSync(path.join(sources, entry), 'utf8'));
    byName.set(name, entry);
  }
  const folder = path.join(dist, 'schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, entry] of byName) {
    copyFileSync(path.join(sources, entry), path.join(folder, name));
  }
}
