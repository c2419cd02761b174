import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteLine } from '../../scripts/progress.ts';
import { chainEvent } from '../../src/history/chain.ts';
import { canonicalForm } from '../../src/history/index.ts';
import { HistoryEvent } from '../../src/model/history.ts';
import { Report } from '../../src/model/report.ts';
import { copyFixture, makeFolder, readFolder, runBuild } from './built.ts';
import { readTags } from './tags.ts';

/** What a shop, a source or a careless hand may put where text is expected. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "'); DROP TABLE shops;-- ",
  `{{7*7}} \${7*7} <%= 7*7 %> #{7*7}`,
  ']]><x/><!-- -->',
  '\r\nBEGIN:VALARM\r\nX:1',
  '\u0000\u0007\u001b[31m\u001b]0;x\u0007\u009b2J',
  '\u202edrowssap\u202c\u2066x\u2069\u200f',
  '\ud83d\ude00\ud83d م متجر 店',
  '![x](javascript:alert(3)) [x](data:text/html,x) `x` \\',
  '&lt;b&gt; &#x3c;b&#x3e; %3Cscript%3E',
  '__proto__',
];

/** All of it, and very long. */
const flood = `${hostile.join(' ')} ${'flood '.repeat(1_700)}`;

/** Where text of others stands in data/. */
const textKeys = new Set([
  ...['name', 'title', 'note', 'author', 'claimed', 'excerpt', 'message', 'rule', 'advisory', 'branch', 'versions'],
  ...['fixedIn', 'aliases', 'sources', 'doubters', 'tags', 'version', 'newest', 'ids', 'source', 'licence', 'withheld'],
]);

/** Lengths that data/ itself allows, in UTF-16 units. */
const caps: Record<string, number> = { note: 500, author: 200, 'maintainer.name': 200 };

let turn = 0;
function poison(text: string, key: string): string {
  turn += 1;
  const more = turn % 9 === 0 ? flood : hostile[turn % hostile.length];
  return `${text} ${more}`.slice(0, caps[key] ?? Number.POSITIVE_INFINITY);
}

/** A copy of JSON data with every text of others made hostile. */
function poisonAll(value: unknown, key = '', parent = ''): unknown {
  if (typeof value === 'string') {
    return textKeys.has(key) ? poison(value, parent === 'maintainer' ? `maintainer.${key}` : key) : value;
  }
  if (Array.isArray(value)) return value.map((one) => poisonAll(one, key, parent));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, poisonAll(one, inner, key)]));
}

async function poisonFile(file: string): Promise<void> {
  await writeFile(file, JSON.stringify(poisonAll(JSON.parse(await readFile(file, 'utf8')))));
}

async function poisonHistory(file: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const events: HistoryEvent[] = [];
  for (const line of lines) {
    const { site, at, data, salt } = HistoryEvent.parse(JSON.parse(line));
    events.push(chainEvent(events, { site, at, data: HistoryEvent.shape.data.parse(poisonAll(data)), salt }));
  }
  await writeFile(file, events.map((event) => `${canonicalForm(event)}\n`).join(''));
}

let folder: string;
let data: string;
let files: Map<string, Buffer>;

beforeAll(async () => {
  folder = await makeFolder();
  data = await copyFixture(join(folder, 'data'), 'https://example.org/status/');
  await poisonFile(join(data, 'sites.json'));
  await poisonFile(join(data, 'checks.json'));
  for (const name of await readdir(join(data, 'reports'))) await poisonFile(join(data, 'reports', name));
  for (const name of await readdir(join(data, 'history'))) await poisonHistory(join(data, 'history', name));
  await runBuild(data, join(folder, 'out'));
  files = await readFolder(join(folder, 'out'));
});
afterAll(() => rm(folder, { recursive: true }));

const text = (path: string) => files.get(path)?.toString('utf8') ?? '';
const ofKind = (ending: string) =>
  [...files.keys()].filter((path) => path.endsWith(ending) && !path.startsWith('_astro/'));

describe('hostile text in every field', () => {
  it('is really there', () => {
    expect(text('sites/lantern/index.html')).toContain('&lt;script&gt;alert(1)');
    expect(files.size).toBeGreaterThan(100);
  });

  it('leaves no control character and no direction mark in any file', () => {
    for (const path of files.keys()) {
      if (path.startsWith('_astro/')) continue;
      const content = text(path).replaceAll(path.endsWith('.ics') ? '\r\n' : '\n', '');
      expect(content, path).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u);
      expect(content.length, path).toBeLessThan(path.endsWith('json') || path.endsWith('jsonl') ? 400_000 : 90_000);
    }
  });

  it('makes no tag, no attribute that runs, and no link but to the web, mail and calendars', () => {
    for (const path of [...ofKind('.html'), ...ofKind('.svg')]) {
      for (const { name, attributes } of readTags(text(path), { xml: path.endsWith('.svg') })) {
        const isStyle = path.endsWith('.svg') && name === 'style';
        if (!isStyle)
          expect(['script', 'iframe', 'object', 'embed', 'form', 'base', 'style', 'x', 'b'], path).not.toContain(name);
        for (const [key, value] of Object.entries(attributes)) {
          expect(key, `${path} <${name}>`).not.toMatch(/^on|^style$/);
          if (key === 'href') expect(value, path).toMatch(/^(?:https?:\/\/|mailto:|webcal:\/\/|\/|#)/);
          if (key === 'src') expect(value, path).toMatch(/^\/status\//);
        }
      }
    }
  });

  it('is one mail with both questions, nothing added to its head', () => {
    const links = ofKind('.html').flatMap((path) =>
      readTags(text(path)).flatMap(({ attributes }) => attributes['href']?.match(/^mailto:.*/s) ?? []),
    );
    const asking = links.filter((link) => link.includes('?'));
    expect(asking.length).toBeGreaterThan(3);
    for (const link of asking) {
      expect(link.length).toBeLessThanOrEqual(2_000);
      const url = new URL(link);
      expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
      expect(url.searchParams.get('subject')).not.toMatch(/[\r\n]/);
    }
  });

  it('is data in JSON, and every line of it is', () => {
    for (const path of ofKind('.json')) expect(() => JSON.parse(text(path)), path).not.toThrow();
    for (const path of ofKind('.jsonl')) {
      for (const line of text(path).split('\n').filter(Boolean)) expect(() => JSON.parse(line), path).not.toThrow();
    }
  });

  it('is text in feeds: no item, no element more', () => {
    for (const path of ofKind('feed.xml')) {
      const feed = parseRssFeed(text(path));
      for (const item of feed.items ?? []) {
        expect(item.title, path).not.toMatch(/[<>]/);
        const tags = readTags(item.description ?? item.content?.encoded ?? '');
        expect(new Set(tags.map(({ name }) => name)), path).toEqual(new Set(['p']));
      }
      const allowed = /^(?:rss|channel|title|description|link|language|atom:link|item|guid|pubDate|content:encoded)$/;
      for (const { name } of readTags(text(path), { xml: true })) expect(name, path).toMatch(allowed);
    }
  });

  it('is text in calendars: no component, no line more', () => {
    for (const path of ofKind('.ics')) {
      const calendar = new ICAL.Component(ICAL.parse(text(path)));
      const names = new Set(calendar.getAllSubcomponents().map(({ name }) => name));
      for (const name of names) expect(['vevent', 'vtimezone'], path).toContain(name);
      for (const event of calendar.getAllSubcomponents('vevent')) expect(event.getAllSubcomponents()).toEqual([]);
    }
  });

  it('is harmless on a terminal', async () => {
    for (const name of await readdir(join(data, 'reports'))) {
      const report = Report.parse(JSON.parse(await readFile(join(data, 'reports', name), 'utf8')));
      expect(siteLine(report, 1, 9)).toMatch(/^[\x20-\x7e]{1,400}$/);
    }
  });
});
