/** `npm run docs`: writes the documentation of the rules anew. */
import { fileURLToPath } from 'node:url';
import { writeDocs } from './docs.mjs';

const count = await writeDocs({ root: fileURLToPath(new URL('../..', import.meta.url)) });
console.error(`${count} files in src/linter/docs`);
