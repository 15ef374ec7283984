/** The playground in a real browser: what a visitor sees, types, clicks and hears. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  browserIsPresent,
  browserNote,
  openBrowser,
  serve,
  type StaticServer,
} from '../support/browser.ts';

describe.skipIf(!browserIsPresent)(`the playground${browserNote}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mofsec-playground-'));
  let server: StaticServer;
  let browser: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    await build({
      configFile: 'lsp/web/vite.config.ts',
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
    server = await serve(folder);
    browser = await openBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
        problems.push(`asked for ${request.url()}`);
    });
  });

  afterEach(() => {
    expect(problems.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(fragment = ''): Promise<void> {
    await page.goto('about:blank');
    await page.goto(`${server.url}${fragment}`);
    await page
      .locator('#status')
      .filter({ hasText: /finding/ })
      .waitFor();
  }

  /** Replaces the text as a person would. */
  async function write(text: string): Promise<void> {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
  }

  function textOfEditor(): Promise<string> {
    return page
      .locator('.cm-content')
      .evaluate((content) =>
        [...content.querySelectorAll('.cm-line')].map((line) => line.textContent ?? '').join('\n'),
      );
  }

  it('shows an example with its findings, its canonical MOF and its JSON', async () => {
    await open();
    await page.locator('#findings li').first().waitFor();
    expect(await page.locator('#findings li').count()).toBeGreaterThan(0);
    const select = page.locator('#example');
    const secure = await select.locator('optgroup[label=Secure] option').first().textContent();
    await select.selectOption({ label: secure ?? '' });
    await page.getByText('No findings.').waitFor();
    await page.getByRole('tab', { name: 'Canonical MOF' }).click();
    expect(await page.locator('#mof').textContent()).toContain('instance of __EventFilter');
    await page.getByRole('tab', { name: 'JSON' }).click();
    expect(JSON.parse((await page.locator('#json').textContent()) ?? '')).toBeTypeOf('object');
  });

  it('underlines a mistake that is typed, and mends it with a click', async () => {
    await open();
    await write('instance of Own_A { Name = "F" };');
    const squiggle = page.locator('.cm-lintRange-error').first();
    await squiggle.waitFor();
    await squiggle.hover();
    const fix = page.locator('.cm-diagnosticAction').filter({ hasNotText: 'Suppress' }).first();
    await fix.click();
    await expect.poll(textOfEditor).toContain('"F";');
  });

  it('explains what the pointer is over', async () => {
    await open();
    await write('instance of __EventFilter { CreatorSID = {1,1,0,0,0,0,0,5,18,0,0,0}; };');
    await page.locator('.token-number').first().hover();
    await page.locator('.hover').filter({ hasText: 'S-1-5-18' }).waitFor();
    await page.locator('.token-class').first().hover();
    const link = page.locator('.hover').getByRole('link', { name: '__EventFilter class' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    expect(await link.getAttribute('target')).toBe('_blank');
  });

  it('completes what is typed', async () => {
    await open();
    await write('');
    await page.keyboard.type('instance of __Event');
    const option = page.locator('.cm-completionLabel').filter({ hasText: '__EventFilter' }).first();
    await option.waitFor();
    await option.click();
    await expect.poll(textOfEditor).toContain('instance of __EventFilter');
  });

  it('formats', async () => {
    await open();
    await write('instance of   Own_A{Name="x";};');
    await page.getByRole('button', { name: 'Format' }).click();
    await expect.poll(textOfEditor).toMatch(/^instance of Own_A\s*\{\n {2}Name = "x";\n\};\n?$/);
  });

  it('puts the text into the link, and takes it from there', async () => {
    await open();
    await write('class Own_Shared { };');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => page.url()).toContain('#mof=');
    const { hash } = new URL(page.url());
    await open(hash);
    expect(await textOfEditor()).toBe('class Own_Shared { };');
    await open('#mof=broken');
    expect(await textOfEditor()).toContain('instance of');
  });

  it('shows hostile text as text', async () => {
    await open();
    await write('instance of __EventFilter { Name = "<img src=x onerror=alert(1)>"; Nope = 1; };');
    await page.locator('#findings li').first().waitFor();
    await page.getByRole('tab', { name: 'Findings' }).click();
    expect(await page.locator('img').count()).toBe(0);
  });

  it('can be used with the keyboard alone', async () => {
    await open();
    await page.locator('#tab-findings').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#panel-mof').isVisible()).toBe(true);
    expect(await page.locator('#panel-findings').isVisible()).toBe(false);
    await page.keyboard.press('Home');
    await page.locator('#findings button').first().focus();
    await page.keyboard.press('Enter');
    expect(
      await page.locator('.cm-content').evaluate((node) => node === document.activeElement),
    ).toBe(true);
    // Escape, then Tab, leaves the editor, where Tab alone indents.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(
      await page.locator('.cm-content').evaluate((node) => node === document.activeElement),
    ).toBe(false);
  });

  it('has a name for every control, and colours that can be told apart', async () => {
    for (const theme of ['light', 'dark']) {
      await open();
      await page.locator('#theme').selectOption(theme);
      expect(await unnamedControls(page)).toEqual([]);
      expect(await weakContrasts(page)).toEqual([]);
    }
  });
});

/** Controls that a screen reader could not name. */
function unnamedControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, [role=textbox], [role=tab]')]
      .filter((control) => {
        const label = control.getAttribute('aria-label') ?? control.closest('label')?.textContent;
        return (label ?? control.textContent ?? '').trim() === '';
      })
      .map((control) => control.outerHTML.slice(0, 100)),
  );
}

/** Texts whose contrast with what is behind them is below 4.5 (WCAG 2.2, 1.4.3). */
function weakContrasts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const channels = (colour: string): readonly number[] => {
      if (canvas === null) return [0, 0, 0, 255];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((channel) => {
        const part = channel / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element): string => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if ((channels(backgroundColor)[3] ?? 0) > 200) return backgroundColor;
      }
      return 'white';
    };
    const texts = [
      ...document.querySelectorAll(
        'h1, p, label, button span, [role=tab], pre, .cm-line span, .cm-gutterElement',
      ),
    ];
    return texts
      .filter((element) => (element.textContent ?? '').trim() !== '' && element.checkVisibility())
      .flatMap((element) => {
        const [a, b] = [luminance(getComputedStyle(element).color), luminance(behind(element))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        return ratio >= 4.5 ? [] : [`${element.className || element.tagName} ${ratio.toFixed(2)}`];
      })
      .filter((entry, index, all) => all.indexOf(entry) === index);
  });
}
