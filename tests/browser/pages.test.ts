import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveFolder } from '../../scripts/serve.ts';
import { buildDemo, scanDemo } from '../build/demo-site.ts';

const executablePath = '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** axe's answer, as far as it is read here. */
interface AxeResult {
  violations: { id: string; nodes: { target: string[] }[] }[];
}

// Where Chromium is missing these tests are left out, except in CI, where they then fail.
describe.runIf(existsSync(executablePath) || process.env['CI'] !== undefined)('in Chromium', () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    served = await serveFolder({ dir: buildDemo(await scanDemo()), url: 'https://status.example.com/', port: 0 });
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const paths = [
    '',
    'sites/north-bikes/',
    'sites/corner-books/',
    'sites/alpine-outdoor/',
    'sites/old-town-tea/',
    'answers/no/',
    'maintainers/pixel_and_plough/',
    'subscribe/',
    'nowhere/',
  ];
  const screens = [360, 1280].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
  );

  it.each(screens)('axe finds nothing at $width px, $colorScheme', async ({ width, colorScheme }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(served.url + path);
      await page.evaluate('for (const section of document.querySelectorAll("details")) section.open = true');
      await page.evaluate(axe.source);
      const found = (await page.evaluate('axe.run()')) as AxeResult;
      const told = found.violations.map(
        ({ id, nodes }) => `${path} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(told).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await context.close();
  });

  it('loads nothing from elsewhere, runs no script, and logs nothing', async () => {
    const page = await browser.newPage();
    const outside: string[] = [];
    const logged: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(served.url)) outside.push(request.url());
    });
    page.on('console', (message) => logged.push(message.text()));
    await page.goto(`${served.url}sites/north-bikes/`);
    expect(outside).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('shows question, answer, reason and next step within the first 800 px of a phone', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(`${served.url}sites/north-bikes/`);
    for (const text of [
      'latest secure version of its e-commerce platform?',
      'No.',
      'It runs PrestaShop 8.2.5',
      'Update PrestaShop to 8.2.7.',
    ]) {
      const box = await page.getByText(text).first().boundingBox();
      expect((box?.y ?? 9_999) + (box?.height ?? 0), text).toBeLessThan(800);
    }
  });
});
