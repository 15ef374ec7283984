import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import packageJson from '../package.json' with { type: 'json' };
import { CountReporter } from './support/count-reporter.ts';
import { ResultsReporter } from './support/results-reporter.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  define: { __MOFSEC_VERSION__: JSON.stringify(packageJson.version) },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    reporters: ['default', new ResultsReporter(), new CountReporter()],
    // Shared machines are slow at times; a test that needs a limit of its own says so.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['grammar/**/*.ts', 'src/**/*.ts', 'lsp/**/*.ts'],
      reporter: ['text-summary', 'html'],
    },
  },
});
