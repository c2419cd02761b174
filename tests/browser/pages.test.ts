import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveFolder } from '../../scripts/serve.ts';
import { Language } from '../../src/model/language.ts';
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

/** The demo in every language, English first. */
function inAllLanguages(text: string): string {
  return text.replace(/^demo: true$/m, `demo: true\nlanguages: [${Language.options.join(', ')}]`);
}

/** axe's answer, as far as it is read here. */
interface AxeResult {
  violations: { id: string; nodes: { target: string[] }[] }[];
}

// Where Chromium is missing these tests are left out, except in CI, where they then fail.
describe.runIf(existsSync(executablePath) || process.env['CI'] !== undefined)('in Chromium', () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    served = await serveFolder({
      dir: buildDemo(await scanDemo(inAllLanguages)),
      url: 'https://status.example.com/',
      port: 0,
    });
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
  /** The same kinds of pages once more in the other languages. */
  const translated = Language.options
    .filter((language) => language !== 'en')
    .flatMap((language) => ['', 'sites/north-bikes/', 'subscribe/'].map((path) => `${language}/${path}`));

  async function checkPages(page: Page, some: readonly string[]): Promise<void> {
    for (const path of some) {
      await page.goto(served.url + path);
      await page.evaluate('for (const section of document.querySelectorAll("details")) section.open = true');
      await page.evaluate(axe.source);
      const found = (await page.evaluate('axe.run()')) as AxeResult;
      const told = found.violations.map(
        ({ id, nodes }) => `${path} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(told).toEqual([]);
      const width = page.viewportSize()?.width ?? 0;
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(width);
    }
  }

  // 320 px is a screen of 1280 px at 400 % zoom.
  const looks = [
    { width: 320, colorScheme: 'light', forcedColors: 'none', some: [...paths, ...translated] },
    { width: 360, colorScheme: 'dark', forcedColors: 'none', some: [...paths, ...translated] },
    { width: 1280, colorScheme: 'light', forcedColors: 'none', some: paths },
    { width: 1280, colorScheme: 'dark', forcedColors: 'none', some: paths },
    { width: 768, colorScheme: 'light', forcedColors: 'active', some: [...paths, ...translated] },
  ] as const;

  it.each(looks)(
    'axe finds nothing at $width px, $colorScheme, forced colours $forcedColors',
    async ({ some, ...look }) => {
      const { width, colorScheme, forcedColors } = look;
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, forcedColors });
      await checkPages(await context.newPage(), some);
      await context.close();
    },
    180_000,
  );

  it('works with a keyboard alone: every link, button and section is reached, seen and opened', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${served.url}sites/north-bikes/`);
    const wanted = (await page.evaluate(
      `[...document.querySelectorAll('a[href], summary')].filter((one) => one.checkVisibility()).length`,
    )) as number;
    const reached = new Set<string>();
    for (let i = 0; i < wanted + 5; i += 1) {
      await page.keyboard.press('Tab');
      const focus = (await page.evaluate(`(() => {
        const one = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return { name: one.tagName + ' ' + (one.getAttribute('href') ?? one.textContent.trim()), outline: outlineStyle + ' ' + outlineWidth };
      })()`)) as { name: string; outline: string };
      if (!/^(?:A|SUMMARY) /.test(focus.name)) continue;
      reached.add(focus.name);
      expect(focus.outline, focus.name).not.toMatch(/^none|^\S+ 0px/);
    }
    expect(reached.size).toBeGreaterThanOrEqual(wanted - 1);
    await page.locator('#means summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#means').getAttribute('open')).not.toBeNull();
  });

  it('leads from language to language', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}sites/north-bikes/`);
    await page.getByRole('link', { name: 'Deutsch' }).click();
    expect(page.url()).toBe(`${served.url}de/sites/north-bikes/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.getByRole('link', { name: 'English' }).click();
    expect(page.url()).toBe(`${served.url}sites/north-bikes/`);
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
