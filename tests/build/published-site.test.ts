import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashFolder } from '../crash/figures.ts';
import { buildDemo, scanDemo } from './demo-site.ts';

let dir = '';
let out = '';
let files: string[] = [];

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function readPages(): Promise<[string, string][]> {
  const pages = files.filter((file) => extname(file) === '.html');
  return Promise.all(
    pages.map(async (file): Promise<[string, string]> => [relative(out, file), await readFile(file, 'utf8')]),
  );
}

beforeAll(async () => {
  dir = await scanDemo((text) => text.replace('https://status.example.com/', 'https://status.example.com/shops/'));
  out = buildDemo(dir);
  files = await listFiles(out);
});

describe('the published site, under a base path', () => {
  it('has a page, a feed, a calendar, a badge and a status per shop', () => {
    const names = files.map((file) => relative(out, file));
    for (const name of [
      'index.html',
      'feed.xml',
      'calendar.ics',
      'subscribe/index.html',
      'tags/books/feed.xml',
      'maintainers/harbour_street_web/feed.xml',
      'status.json',
      '404.html',
      'schemas/report.json',
      'schemas/scan.json',
    ]) {
      expect(names).toContain(name);
    }
    for (const name of ['index.html', 'feed.xml', 'calendar.ics', 'badge.svg', 'status.json']) {
      expect(names).toContain(`sites/corner-books/${name}`);
    }
  });

  it('gives identical bytes for the same data', async () => {
    expect(await hashFolder(buildDemo(dir, 'again'))).toBe(await hashFolder(out));
  });

  it('holds no script, no inline style, and a policy that allows neither', async () => {
    for (const [name, html] of await readPages()) {
      expect(html, name).not.toMatch(/<script|<style|\sstyle=|javascript:|\son[a-z]+=/i);
      expect(html, name).toContain("default-src 'none'");
    }
  });

  it('asks both questions on every page of a shop', async () => {
    const pages = (await readPages()).filter(([name]) => name.startsWith('sites/'));
    expect(pages).toHaveLength(8);
    for (const [name, html] of pages) {
      expect(html, name).toContain('Does this website use the latest secure version of its e-commerce platform?');
      expect(html, name).toContain('If no: when will it be applied?');
    }
  });

  it('links nothing of its own that is not there', async () => {
    for (const [name, html] of await readPages()) {
      for (const [, link = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
        const url = new URL(link.replaceAll('&#38;', '&'), `https://status.example.com/shops/${name}`);
        if (url.host !== 'status.example.com') continue;
        expect(url.pathname, `${name}: ${link}`).toMatch(/^\/shops\//);
        const path = join(out, decodeURIComponent(url.pathname.slice('/shops/'.length)));
        expect(existsSync(extname(path) === '' ? join(path, 'index.html') : path), `${name}: ${link}`).toBe(true);
      }
    }
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    for (const [name, html] of await readPages()) {
      const report = await validator.validateString(html, name);
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId} ${message}`),
        ),
      ).toEqual([]);
    }
  });

  it('has feeds that parse, with items that are events, permanent ids and the head of the chain', async () => {
    const status: unknown = JSON.parse(await readFile(join(out, 'sites/north-bikes/status.json'), 'utf8'));
    expect(status).toMatchObject({ answer: 'no', reason: 'update-missing' });
    const text = await readFile(join(out, 'sites/north-bikes/feed.xml'), 'utf8');
    const lines = (await readFile(join(dir, 'data/history/north-bikes.jsonl'), 'utf8')).trimEnd().split('\n');
    const { items = [] } = parseRssFeed(text);
    expect(items).toHaveLength(lines.length);
    const guids = items.map(({ guid }) => guid);
    expect(new Set(guids.map((guid) => guid?.value)).size).toBe(lines.length);
    for (const guid of guids) expect(guid).toMatchObject({ value: expect.stringMatching(/^tag:/), isPermaLink: false });
    for (const item of items) expect(item.link).toMatch(/^https:\/\/status\.example\.com\/shops\/sites\/north-bikes\//);
    for (const line of lines) expect(text).toContain((JSON.parse(line) as { hash: string }).hash);
    expect(parseRssFeed(await readFile(join(out, 'feed.xml'), 'utf8')).items?.length).toBeGreaterThan(15);
  });
});

describe('disclosure', () => {
  // What the reports of these shops know and the pages must not tell while the answer is no.
  const secrets = ['8.2.5', '8.2.7', '6.9.7', '11.1.2', 'GHSA-', 'CVE-20', '4.0.2.3', 'curl -s', 'Magento/2.3'];

  async function textOf(level: string): Promise<string> {
    const folder = buildDemo(dir, level, ['--disclosure', level]);
    const paths = (await listFiles(folder)).filter((file) => !/\.woff2$|schemas\//.test(file));
    const kept = paths.filter((file) => !file.includes('corner-books') && !file.includes('paper-kites'));
    return (await Promise.all(kept.map((file) => readFile(file, 'utf8')))).join('\n');
  }

  it('full shows them', async () => {
    const text = await textOf('full');
    for (const secret of ['8.2.5', '8.2.7', '6.9.7', 'curl -s']) expect(text).toContain(secret);
  });
  it('after-patch shows the platform, and none of them', async () => {
    const text = await textOf('after-patch');
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).toContain('PrestaShop');
  });
  it('answer-only shows neither', async () => {
    const text = await textOf('answer-only');
    for (const secret of [
      ...secrets,
      'WooCommerce',
      'Magento',
      'OpenCart',
      'AbanteCart',
      'update-missing',
      'end-of-life',
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});
