import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { canonicalForm } from '../../src/history/index.ts';
import { answerCalendar } from '../../src/layouts/calendar.ts';
import { answerFeed } from '../../src/layouts/feed.ts';
import { InvalidResponseError } from '../../src/lib/errors.ts';
import { readReports } from '../../src/reports.ts';
import { drawBadge } from '../../src/views/badge.ts';
import { viewCalendar, viewSiteCalendar } from '../../src/views/calendar.ts';
import type { PublicSite } from '../../src/views/disclose.ts';
import { viewFeed, viewSiteFeed } from '../../src/views/feed.ts';
import { writeHistoryLines } from '../../src/views/history-lines.ts';
import type { Published } from '../../src/views/published.ts';
import { viewShield } from '../../src/views/shield.ts';
import { viewSiteStatus } from '../../src/views/status.ts';
import { hasVex, viewVex } from '../../src/views/vex.ts';
import { wordings } from '../../src/views/wording/index.ts';
import { copyFixture } from '../build/built.ts';
import { count, type Kind } from './kind.ts';
import { mutateBytes, mutateJson, mutateText, poisonJson } from './mutate.ts';
import type { Random } from './random.ts';

const svgTags = new Set(['svg', 'title', 'style', 'rect', 'g', 'path', 'text']);
const rssTags = new Set(
  'rss channel title description link language atom:link item guid pubDate content:encoded'.split(' '),
);
const itemTags = new Set(['p']);
const components = new Set(['VCALENDAR', 'VEVENT', 'VTIMEZONE', 'STANDARD']);
const unprintable = /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\p{Cs}]/u;

/** Tags that are none of ours, and attributes that run; null where there are none. */
function foreignMarkup(markup: string, allowed: ReadonlySet<string>, xmlMode: boolean): string | null {
  let found: string | null = null;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (!allowed.has(name)) found ??= `<${name}>`;
        for (const key of Object.keys(attributes)) if (/^on/i.test(key)) found ??= `${name} ${key}`;
      },
      onprocessinginstruction: (name, text) => {
        if (name !== '?xml' && name !== '?xml-stylesheet') found ??= `<${text}>`;
      },
      oncomment: (text) => {
        found ??= `<!--${text}-->`;
      },
    },
    { xmlMode },
  );
  parser.end(markup);
  return found;
}

function checkCalendar(text: string): string | null {
  for (const line of text.split('\r\n')) {
    if (unprintable.test(line)) return `calendar: ${JSON.stringify(line)}`;
    const [, name] = /^(?:BEGIN|END):(.*)$/.exec(line) ?? [];
    if (name !== undefined && !components.has(name)) return `calendar: ${line}`;
    if (line !== '' && !/^(?:[A-Z-]+[:;]| )/.test(line)) return `calendar: ${line}`;
  }
  return null;
}

async function checkFeed(feed: ReturnType<typeof viewFeed>): Promise<string | null> {
  for (const { title, content } of feed.items) {
    if (/[<>]/.test(title)) return `feed title: ${title}`;
    const foreign = foreignMarkup(content, itemTags, false);
    if (foreign !== null) return `feed item: ${foreign} in ${content}`;
  }
  const text = await (await answerFeed(feed)).text();
  if (unprintable.test(text.replaceAll('\n', ''))) return 'feed: unprintable characters';
  const foreign = foreignMarkup(text, rssTags, true);
  return foreign === null ? null : `feed: ${foreign}`;
}

async function checkSite(published: Published, site: PublicSite): Promise<string | null> {
  const words = wordings[published.language];
  const { svg } = drawBadge(published, site, words);
  const foreign = foreignMarkup(svg, svgTags, true);
  if (foreign !== null) return `badge: ${foreign}`;
  if (unprintable.test(svg.replaceAll('\n', ''))) return 'badge: unprintable characters';
  const documents = [viewSiteStatus(published, site), viewShield(site, words)];
  for (const document of hasVex(site) ? [...documents, viewVex(published, site, words)] : documents)
    if (/\\u0000|[\u202a-\u202e\u2066-\u2069]/.test(JSON.stringify(document))) return 'JSON: unprintable characters';
  writeHistoryLines(site);
  const calendar = await answerCalendar(viewSiteCalendar(published, site, words)).text();
  return checkCalendar(calendar) ?? checkFeed(viewSiteFeed(published, site, words));
}

async function checkAll(published: Published, random: Random): Promise<string | null> {
  const words = wordings[published.language];
  for (const site of published.sites.length > 4
    ? [random.pick(published.sites), random.pick(published.sites)]
    : published.sites) {
    const found = await checkSite(published, site);
    if (found !== null) return found;
  }
  const calendar = await answerCalendar(viewCalendar(published, words)).text();
  return checkCalendar(calendar) ?? checkFeed(viewFeed(published, words));
}

/** Where text of others stands in data/. */
const textKeys = new Set(
  'name title note author claimed excerpt message rule advisory branch versions fixedIn aliases sources version newest ids source licence withheld tags id url'.split(
    ' ',
  ),
);

/** Lines keep their form, or nothing of a changed history would be read. */
function mutateLines(text: string, random: Random): string {
  const lines = text.trimEnd().split('\n');
  const at = random.below(lines.length);
  const change = random.chance(0.7)
    ? (line: string) => poisonJson(JSON.parse(line), textKeys, random)
    : (line: string) => mutateJson(JSON.parse(line), random);
  return `${lines.map((line, i) => (i === at ? canonicalForm(change(line)) : line)).join('\n')}\n`;
}

function mutateFile(bytes: Buffer, name: string, random: Random): Buffer {
  if (random.chance(0.1)) return mutateBytes(bytes, random);
  const text = bytes.toString();
  if (random.chance(0.1)) return Buffer.from(mutateText(text, random));
  if (name.endsWith('.jsonl')) return Buffer.from(mutateLines(text, random));
  let document: unknown = JSON.parse(text);
  if (random.chance(0.6)) return Buffer.from(JSON.stringify(poisonJson(document, textKeys, random)));
  for (let times = 1 + random.below(3); times > 0; times -= 1) document = mutateJson(document, random);
  return Buffer.from(JSON.stringify(document) ?? 'null');
}

/** A data folder with changed files, through everything that is published but the pages. */
export async function openPublished(): Promise<Kind> {
  const folder = await mkdtemp(join(tmpdir(), 'patchproof-fuzz-'));
  const data = await copyFixture(join(folder, 'data'), 'https://example.org/status/');
  const names = (await readdir(data, { recursive: true })).filter((name) => /\.jsonl?$/.test(name)).sort();
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(data, name)) })));
  const counts: Kind['counts'] = {};
  return {
    counts,
    tryOne: async (random) => {
      const { name, bytes } = random.pick(files);
      await writeFile(join(data, name), mutateFile(bytes, name, random));
      try {
        const published = await readReports(data, random.pick([null, 'full', 'after-patch', 'answer-only']));
        count(counts, 'read');
        return await checkAll(published, random);
      } catch (error) {
        if (!(error instanceof InvalidResponseError)) throw error;
        count(counts, 'refused');
        return error.message.includes(data) ? null : `names no file: ${error.message}`;
      } finally {
        await writeFile(join(data, name), bytes);
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
