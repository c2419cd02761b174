import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { HtmlValidate } from 'html-validate';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { copyFixture, fixture, makeFolder, readFolder, runBuild } from './built.ts';
import { AllStatus } from './status-shape.ts';
import { readTags } from './tags.ts';

type Files = Map<string, Buffer>;

let folder: string;
let plain: Files;
let again: Files;
let based: Files;

beforeAll(async () => {
  folder = await makeFolder();
  const elsewhere = await copyFixture(join(folder, 'elsewhere'), 'https://example.org/deep/status');
  await runBuild(fixture, join(folder, 'plain'));
  await runBuild(fixture, join(folder, 'again'));
  await runBuild(elsewhere, join(folder, 'based'));
  [plain, again, based] = (await Promise.all(
    ['plain', 'again', 'based'].map((name) => readFolder(join(folder, name))),
  )) as [Files, Files, Files];
});

afterAll(() => rm(folder, { recursive: true }));

const siteIds = [
  'lantern',
  'juniper',
  'old-mill',
  'copper',
  'harbour',
  'meridian',
  'saffron',
  'quiet',
  'silent',
  'hostile',
  'newcomer',
  'wayside',
  'forgotten',
  'gone',
];

/** Lists of some of the sites. `silent` shows its answer alone, so its platform has none. */
const listPages = [
  ...['answers/no', 'answers/yes'],
  // The hashes: printf 'nora blum, freelance' | sha256sum, and the same of 'eve & "sons" <b>'.
  ...['acme_web', 'eve_sons_b__822bc30f17', 'kontor_nord', 'nora_blum_freelance__293109dfd0'].map(
    (slug) => `maintainers/${slug}`,
  ),
  ...['magento', 'opencart', 'prestashop', 'shopify', 'woocommerce', 'wordpress'].map((id) => `platforms/${id}`),
];

function text(files: Files, path: string): string {
  return files.get(path)?.toString('utf8') ?? '';
}

function ofKind(files: Files, kind: string): string[] {
  return [...files.keys()].filter((path) => path.endsWith(kind));
}

describe('the published site', () => {
  it('has every file of every site', () => {
    const expected = siteIds.flatMap((id) =>
      ['index.html', 'feed.xml', 'calendar.ics', 'badge.svg', 'badge.json', 'status.json', 'history.jsonl'].map(
        (name) => `sites/${id}/${name}`,
      ),
    );
    const common = [
      'index.html',
      '404.html',
      'heads.txt',
      'robots.txt',
      'feed.xml',
      'calendar.ics',
      'subscribe/index.html',
      ...listPages.filter((path) => /^(?:maintainers|tags)\/./.test(path)).map((path) => `${path}/feed.xml`),
      'status.json',
      'favicon.svg',
      '_headers',
      ...['badge', 'history', 'report', 'scan', 'site-status', 'status', 'vex'].map((name) => `schemas/${name}.json`),
      // Sites with findings that are shown.
      ...['copper', 'juniper', 'lantern', 'old-mill', 'saffron'].map((id) => `sites/${id}/vex.json`),
      ...['sitemap-index.xml', 'sitemap-0.xml', '.well-known/security.txt'],
    ];
    const files = [...plain.keys()].filter((path) => !path.startsWith('_astro/'));
    expect(files.sort()).toEqual([...expected, ...common, ...listPages.map((path) => `${path}/index.html`)].sort());
  });

  it('is the same, byte for byte, when it is built again', () => {
    expect([...again.keys()]).toEqual([...plain.keys()]);
    for (const [path, bytes] of plain) expect(bytes.equals(again.get(path) ?? Buffer.alloc(0)), path).toBe(true);
  });

  it('asks both questions on every page of a site', () => {
    for (const id of siteIds) {
      const html = text(plain, `sites/${id}/index.html`);
      expect(html, id).toContain('Does this website use the latest secure version of its e-commerce platform?');
      expect(html, id).toContain('If no: when will it be applied?');
    }
  });

  it('needs no script, no inline style, no foreign file', () => {
    for (const path of ofKind(plain, '.html')) {
      for (const { name, attributes } of readTags(text(plain, path))) {
        expect(['script', 'iframe', 'style', 'object', 'embed', 'form'], path).not.toContain(name);
        const risky = Object.keys(attributes).filter((key) => key === 'style' || key.startsWith('on'));
        expect(risky, `${path} <${name}>`).toEqual([]);
        if (name !== 'a') expect(attributes['src'] ?? '', path).not.toMatch(/^(?:https?:)?\/\//);
      }
      expect(text(plain, path)).toContain("default-src 'none'; style-src 'self'");
    }
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } });
    for (const path of ofKind(plain, '.html')) {
      const { results } = await validator.validateString(text(plain, path), path);
      const messages = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
      );
      expect(messages).toEqual([]);
    }
  });

  it.each([
    ['at the root', () => plain, 'https://shops.example.org', ''],
    ['under a base path', () => based, 'https://example.org', '/deep/status'],
  ] as const)('has no link that leads nowhere %s', (_where, files, origin, base) => {
    for (const path of ofKind(files(), '.html')) {
      const links = readTags(text(files(), path)).flatMap(({ attributes }) => [
        attributes['href'] ?? '',
        attributes['src'] ?? '',
      ]);
      const inside = links
        .filter((link) => link.startsWith('/') || link.startsWith(origin))
        .map((link) => new URL(link, origin).pathname);
      expect(inside.length).toBeGreaterThan(4);
      for (const link of inside) {
        expect(link.startsWith(`${base}/`), `${path}: ${link}`).toBe(true);
        const file = link.slice(base.length + 1).replace(/(^|\/)$/, '$1index.html');
        expect(files().has(file), `${path}: ${link}`).toBe(true);
      }
    }
  });
});

describe('the feeds', () => {
  it('are RSS with permanent ids, newest first', () => {
    for (const path of ofKind(based, 'feed.xml')) {
      const feed = parseRssFeed(text(based, path));
      const ids = (feed.items ?? []).map(({ guid }) => guid);
      expect(new Set(ids.map((guid) => guid?.value)).size, path).toBe(ids.length);
      for (const guid of ids) {
        expect(guid?.isPermaLink).toBe(false);
        expect(guid?.value).toMatch(/^tag:example\.org,2026:patchproof\/[a-z-]+\/\d+$/);
      }
      const times = (feed.items ?? []).map(({ pubDate }) => Date.parse(String(pubDate)));
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      for (const { link } of feed.items ?? [])
        expect(link).toMatch(/^https:\/\/example\.org\/deep\/status\/sites\/[a-z-]+\/$/);
      expect(feed.lastBuildDate).toBeUndefined();
      expect(feed.language).toBe('en');
      expect(feed.atom?.links).toEqual([
        { href: `https://example.org/deep/status/${path}`, rel: 'self', type: 'application/rss+xml' },
      ]);
    }
    expect(parseRssFeed(text(based, 'sites/lantern/feed.xml')).items).toHaveLength(10);
  });

  it('are the same, byte for byte, where time went on and nothing happened', async () => {
    const data = await copyFixture(join(folder, 'later'), 'https://shops.example.org/');
    const checks = await readFile(join(data, 'checks.json'), 'utf8');
    const later = '2026-11-24T09:00:00.000Z';
    await writeFile(join(data, 'checks.json'), checks.replaceAll('2026-11-22T14:05:00.000Z', later));
    await runBuild(data, join(folder, 'built-later'));
    const files = await readFolder(join(folder, 'built-later'));
    expect(text(files, 'status.json')).toContain(later);
    const feeds = ofKind(plain, 'feed.xml');
    expect(feeds).toHaveLength(siteIds.length + 5);
    for (const path of feeds) expect(text(files, path), path).toBe(text(plain, path));
    // The hostile shop's history tells nothing of its promise for 22 November, so the day itself says that it is overdue.
    const calendars = ofKind(plain, '.ics').filter((path) => text(files, path) !== text(plain, path));
    expect(calendars).toEqual(['calendar.ics', 'sites/hostile/calendar.ics']);
  });

  it('say that a shop is no longer monitored', () => {
    expect(parseRssFeed(text(plain, 'sites/gone/feed.xml')).description).toContain(
      'No longer monitored since 4 October 2026.',
    );
  });

  it('carry the head of the history in each item', async () => {
    const lines = (await readFile(join(fixture, 'history', 'lantern.jsonl'), 'utf8')).trim().split('\n');
    const heads = lines.map((line) => z.object({ hash: z.string() }).parse(JSON.parse(line)).hash).toReversed();
    const items = parseRssFeed(text(plain, 'sites/lantern/feed.xml')).items ?? [];
    expect(items).toHaveLength(heads.length);
    for (const [i, item] of items.entries()) expect(item.content?.encoded).toContain(heads[i]);
  });
});

describe('what can be subscribed to', () => {
  function alternates(path: string): [string, string][] {
    return readTags(text(based, path)).flatMap(({ name, attributes }): [string, string][] =>
      name === 'link' && attributes['rel'] === 'alternate' && !('hreflang' in attributes)
        ? [[attributes['type'] ?? '', attributes['href'] ?? '']]
        : [],
    );
  }
  const all: [string, string][] = [
    ['application/rss+xml', '/deep/status/feed.xml'],
    ['text/calendar', '/deep/status/calendar.ics'],
  ];

  it('is named in the head of the pages that it belongs to', () => {
    expect(alternates('index.html')).toEqual([...all, ['application/json', '/deep/status/status.json']]);
    expect(alternates('subscribe/index.html')).toEqual(all);
    expect(alternates('sites/lantern/index.html')).toEqual([
      ['application/rss+xml', '/deep/status/sites/lantern/feed.xml'],
      ['application/rss+xml', '/deep/status/feed.xml'],
      ['text/calendar', '/deep/status/sites/lantern/calendar.ics'],
      ['text/calendar', '/deep/status/calendar.ics'],
      ['application/json', '/deep/status/sites/lantern/status.json'],
      ['application/jsonl', '/deep/status/sites/lantern/history.jsonl'],
      ['application/json', '/deep/status/sites/lantern/vex.json'],
    ]);
    const group = alternates('maintainers/acme_web/index.html');
    expect(group).toContainEqual(['application/rss+xml', '/deep/status/maintainers/acme_web/feed.xml']);
  });

  it('is explained on a page that every page links', () => {
    for (const path of ofKind(based, '.html').filter((one) => one !== 'subscribe/index.html')) {
      expect(text(based, path), path).toContain('href="/deep/status/subscribe/"');
    }
    const html = text(based, 'subscribe/index.html');
    for (const address of [
      'https://example.org/deep/status/feed.xml',
      'https://example.org/deep/status/calendar.ics',
    ]) {
      expect(html).toContain(`<code>${address}</code>`);
    }
    expect(html).toContain('href="/deep/status/maintainers/acme_web/feed.xml"');
  });

  it('opens in a calendar from the page of its shop', () => {
    expect(text(based, 'sites/lantern/index.html')).toContain(
      'href="webcal://example.org/deep/status/sites/lantern/calendar.ics"',
    );
  });

  it('calendars are read by another program', () => {
    for (const path of ofKind(plain, '.ics')) {
      expect(new ICAL.Component(ICAL.parse(text(plain, path))).getFirstPropertyValue('method'), path).toBe('PUBLISH');
    }
    const events = new ICAL.Component(ICAL.parse(text(plain, 'calendar.ics'))).getAllSubcomponents('vevent');
    expect(events.map((one) => String(one.getFirstPropertyValue('dtstart')))).toEqual([
      '2026-11-10',
      '2026-11-22',
      '2026-11-28',
      '2026-12-01',
    ]);
  });
});

describe('for machines', () => {
  it('each status.json says what its page says', () => {
    const { sites } = AllStatus.parse(JSON.parse(text(plain, 'status.json')));
    expect(sites.map(({ site }) => site).sort()).toEqual(siteIds.toSorted());
    for (const status of sites) {
      expect(JSON.parse(text(plain, `sites/${status.site}/status.json`))).toEqual({
        $schema: 'https://shops.example.org/schemas/site-status.json',
        ...status,
      });
      const word = status.answer === 'yes' ? 'Yes' : 'No';
      expect(text(plain, `sites/${status.site}/index.html`)).toContain(`<span>${word}.</span>`);
      expect(text(plain, `sites/${status.site}/badge.svg`)).toContain(`>${word}</text>`);
    }
  });

  it('the report schema accepts every report', async () => {
    const schema = z.fromJSONSchema(JSON.parse(text(plain, 'schemas/report.json')));
    for (const name of await readdir(join(fixture, 'reports'))) {
      const report: unknown = JSON.parse(await readFile(join(fixture, 'reports', name), 'utf8'));
      expect(schema.safeParse(report).success, name).toBe(true);
      expect(schema.safeParse({ ...(report as object), site: 7 }).success).toBe(false);
    }
  });
});

describe('a hostile shop', () => {
  it('appears harmlessly in every output', () => {
    const name = '<script>alert("shop")</script>';
    for (const [path, bytes] of plain) {
      if (path.startsWith('_astro/')) continue;
      const content = bytes.toString('utf8');
      expect(content.replaceAll(path.endsWith('.ics') ? '\r\n' : '\n', ''), path).not.toMatch(
        /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u,
      );
      if (!path.endsWith('.json')) expect(content, path).not.toContain(name);
      expect(content.length, path).toBeLessThan(60_000);
    }
    expect(text(plain, 'sites/hostile/index.html')).toContain('&lt;script&gt;alert(');
    expect(JSON.parse(text(plain, 'sites/hostile/status.json')).name).toContain(name);
    expect(parseRssFeed(text(plain, 'sites/hostile/feed.xml')).items?.[0]?.title).toContain('‹script›');
  });
});
