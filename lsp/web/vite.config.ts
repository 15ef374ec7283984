/** Builds the playground into a static folder, which any web server can serve from any path. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  base: './',
  // A path of the machine that builds has no business in the page.
  define: { __MOFSEC_VERSION__: JSON.stringify('playground') },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', sourcemap: false },
  worker: { format: 'es' },
});
