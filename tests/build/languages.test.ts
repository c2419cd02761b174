import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseRssFeed } from 'feedsmith';
import { HtmlValidate } from 'html-validate';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Language } from '../../src/model/language.ts';
import { en } from '../../src/views/wording/en.ts';
import { wordings } from '../../src/views/wording/index.ts';
import { copyFixture, makeFolder, readFolder, runBuild } from './built.ts';
import { readTags } from './tags.ts';

const origin = 'https://example.org';
const others = Language.options.filter((language) => language !== 'en');

let folder: string;
let files: Map<string, Buffer>;

beforeAll(async () => {
  folder = await makeFolder();
  const data = await copyFixture(join(folder, 'data'), `${origin}/status/`);
  const file = join(data, 'sites.json');
  const listing: object = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...listing, languages: ['en', ...others] }));
  await runBuild(data, join(folder, 'out'));
  files = await readFolder(join(folder, 'out'));
});
afterAll(() => rm(folder, { recursive: true }));

const text = (path: string) => files.get(path)?.toString('utf8') ?? '';
const ofKind = (ending: string) => [...files.keys()].filter((path) => path.endsWith(ending));

/** The language that a file's folder names. */
function languageOf(path: string): Language {
  return others.find((language) => path.startsWith(`${language}/`)) ?? 'en';
}

describe('one deployment in all languages', () => {
  it('has the same pages, feeds, calendars and badges in each', () => {
    const kinds = /(?:index\.html|feed\.xml|calendar\.ics|badge\.svg)$/;
    const own = (language: string) =>
      [...files.keys()]
        .filter((path) => kinds.test(path) && languageOf(path) === language)
        .map((path) => (language === 'en' ? path : path.slice(language.length + 1)));
    expect(own('en').length).toBeGreaterThan(70);
    for (const language of others) expect(own(language), language).toEqual(own('en'));
  });

  it('says which language a page is in, asks both questions in it, and names the others', () => {
    for (const path of ofKind('index.html')) {
      const language = languageOf(path);
      const html = text(path);
      const tags = readTags(html);
      expect(tags.find(({ name }) => name === 'html')?.attributes['lang'], path).toBe(language);
      const alternates = tags.filter(({ name, attributes }) => name === 'link' && attributes['hreflang'] !== undefined);
      expect(
        alternates.map(({ attributes }) => attributes['hreflang']),
        path,
      ).toEqual([...Language.options, 'x-default']);
      const plain = path.slice(language === 'en' ? 0 : language.length + 1).replace(/index\.html$/, '');
      for (const { attributes } of alternates) {
        const named = attributes['hreflang'];
        const prefix = named === 'en' || named === 'x-default' ? '' : `${named}/`;
        expect(attributes['href'], path).toBe(`${origin}/status/${prefix}${plain}`);
      }
      if (!plain.startsWith('sites/')) continue;
      const { question, whenQuestion } = wordings[language];
      for (const asked of [question, whenQuestion]) expect(html.replaceAll('&#39;', "'"), path).toContain(asked);
      if (language !== 'en') expect(html, path).not.toContain(en.question);
    }
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } });
    for (const path of ofKind('.html').filter((one) => languageOf(one) !== 'en')) {
      const { results } = await validator.validateString(text(path), path);
      const told = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
      );
      expect(told).toEqual([]);
    }
  }, 120_000);

  it('has no link that leads nowhere', () => {
    for (const path of ofKind('.html')) {
      for (const { attributes } of readTags(text(path))) {
        for (const link of [attributes['href'] ?? '', attributes['src'] ?? '']) {
          if (!link.startsWith('/') && !link.startsWith(origin)) continue;
          const inside = new URL(link, origin).pathname;
          expect(inside.startsWith('/status/'), `${path}: ${link}`).toBe(true);
          const file = decodeURIComponent(inside.slice('/status/'.length)).replace(/(^|\/)$/, '$1index.html');
          expect(files.has(file), `${path}: ${link}`).toBe(true);
        }
      }
    }
  });

  it('has feeds and calendars that others read, each in its language', () => {
    for (const path of ofKind('feed.xml')) expect(parseRssFeed(text(path)).language, path).toBe(languageOf(path));
    for (const path of ofKind('.ics')) expect(() => ICAL.parse(text(path)), path).not.toThrow();
    const ids = (language: string) =>
      parseRssFeed(text(`${language}sites/lantern/feed.xml`)).items?.map(({ guid }) => guid?.value);
    for (const language of others) expect(ids(`${language}/`)).toEqual(ids(''));
  });

  it('weighs little: a page with its styles at most 20 kB, fonts at most 40 kB more', () => {
    const fonts = ofKind('.woff2').reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
    expect(fonts).toBeLessThanOrEqual(40 * 1024);
    const styles = ofKind('.css').reduce((sum, path) => sum + gzipSync(files.get(path) ?? '').length, 0);
    for (const path of ofKind('index.html')) {
      expect(gzipSync(files.get(path) ?? '').length + styles, path).toBeLessThanOrEqual(20 * 1024);
    }
  });
});
