/** Chromium, where the machine has it, driven by playwright-core, which downloads nothing. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const executable = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((candidate) => candidate !== '' && existsSync(candidate));

/** Whether there is a browser; CI installs one. */
export const browserIsPresent = executable !== undefined;

/** To append to a test's title, so that a skipped test says why. */
export const browserNote = browserIsPresent
  ? ''
  : ' (skipped: no Chromium; install one or set CHROMIUM_PATH)';

/** A browser with a profile of its own. Whoever opens it closes it. */
export async function openBrowser(
  options: { readonly colorScheme?: 'light' | 'dark' } = {},
): Promise<BrowserContext & AsyncDisposable> {
  const profile = mkdtempSync(path.join(tmpdir(), 'mofsec-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable ?? 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    ...options,
    args: [
      // A container's root has no other sandbox; the pages are our own.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return Object.assign(context, {
    async [Symbol.asyncDispose]() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  });
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A folder on a port of this machine. */
export interface StaticServer {
  readonly url: string;
  readonly close: () => void;
}

/** Serves a folder of files, as any web server would. */
export async function serve(folder: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.replace(
      /\/$/,
      '/index.html',
    );
    const file = path.join(folder, path.normalize(name));
    void send(file, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

async function send(file: string, response: ServerResponse): Promise<void> {
  try {
    const bytes = await readFile(file);
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}
