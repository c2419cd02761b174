import { z } from 'zod';
import { ScanError } from '../lib/errors.ts';
import type { Http } from '../lib/http.ts';
import type { Branch, Release } from '../model/facts.ts';
import { type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { Day, dayOf } from '../model/time.ts';
import { sayUnreadable } from '../model/undated.ts';
import type { ReleaseSource } from './source.ts';

const Version = z.string().max(100);

/** GET /changelog/index.json: every version, release candidates among them. */
const Index = z
  .array(Version)
  .max(5_000)
  .refine((versions) => versions.some((version) => /^6\.\d/.test(version)), 'no version of Shopware 6');

/** GET /changelog/{version}.json, for 6.5 and later. */
const Changelog = z.object({
  version: Version,
  /** `2026-08-24T10:00:00+00:00` */
  date: z.string().max(40),
  /** Empty says little: the release may come weeks before its advisories. */
  fixedVulnerabilities: z.array(z.unknown()).max(500),
});
type Changelog = z.infer<typeof Changelog>;

/** releases.json of the source repository: the beginning of each support line, and of each minor release within. */
const Lines = z
  .array(
    z.object({
      /** `6.6`, `6.6.10.0` */
      version: Version,
      release_date: Day,
      /** Last day with security fixes; false where none is set. */
      security_eol: z.union([Day, z.literal(false)]),
    }),
  )
  .max(1_000)
  .refine((lines) => lines.some(({ version }) => /^6\.\d/.test(version)), 'no line of Shopware 6');
type Lines = z.infer<typeof Lines>;

const product = 'shopware6';
/** Of each line; changelogs are one document each. */
const newestOfLine = 3;
const changelogsAtMost = 10;
const changelogOf = 'The changelog of';

/** `6.6.10.0` -> `6.6` */
function lineOf(version: string): string {
  return version.split('.', 2).join('.');
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** A line's window is that of its newest minor release: the ones before get their fixes by updating to it. */
function readSupport(lines: Lines, { order, at }: PullRequest): Branch[] {
  const { compare, isVersion } = order(product);
  const own = lines.filter(({ version }) => isVersion(version) && /^6\.\d/.test(version));
  return group(own, ({ version }) => lineOf(version)).flatMap((entries) => {
    const newest = entries.sort((a, b) => compare(a.version, b.version)).at(-1);
    if (newest === undefined) return [];
    const ends = newest.security_eol === false ? null : newest.security_eol;
    const eol = ends === null ? null : ends < dayOf(at);
    return [{ branch: lineOf(newest.version), securitySupportEnds: ends, commerceSupportEnds: null, eol }];
  });
}

/** A day that has not come is a plan, not a release day. */
function releaseDay(text: string, { at }: PullRequest): Day | null {
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return time <= Date.parse(at) ? dayOf(new Date(time).toISOString()) : null;
}

/** Where Shopware is asked, and the address of a changelog there. */
interface Place {
  http: Http;
  base: string;
  github: string;
}

function changelogUrl({ base }: Place, version: string): string {
  return `${base}/changelog/${encodeURIComponent(version)}.json`;
}

/** The document's data, or null where it has not changed since the copy at hand was read. */
async function ask<T>(url: string, schema: z.ZodType<T>, given: { to: Pull; from: Pull | null; http: Http }) {
  const validators = given.from?.validators[url];
  const answer = await given.http.getJson(url, { source: 'shopware', schema, validators });
  given.to.validators[url] = answer.status === 'fresh' ? answer.validators : (validators ?? {});
  return answer.status === 'fresh' ? answer.data : null;
}

/** Releases by version: what is listed, with what is known of it. */
function listReleases(to: Pull, index: readonly string[] | null, request: PullRequest): Map<string, Release> {
  const known = request.previous?.records.releases[product] ?? [];
  if (index === null) {
    to.problems.push(...(request.previous?.problems ?? []).filter(({ message }) => !message.startsWith(changelogOf)));
    return new Map(known.map((release) => [release.version, release]));
  }
  const order = request.order(product);
  const listed = [...new Set(index)];
  const readable = listed.filter((version) => order.isVersion(version));
  to.problems.push(...sayUnreadable(product, listed.length - readable.length));
  const finals = readable.filter((version) => version.startsWith('6.') && !order.isPrerelease(version));
  const undated = { date: null, security: null, openSource: true, prerelease: false };
  const knownOf = (version: string) => known.find((release) => release.version === version);
  return new Map(finals.map((version) => [version, knownOf(version) ?? { version, ...undated }]));
}

/** Adds the days that releases.json gives, and releases that only it names. */
function addDays(releases: Map<string, Release>, lines: Lines, request: PullRequest): void {
  const order = request.order(product);
  for (const { version, release_date } of lines) {
    const date = releaseDay(release_date, request);
    if (date === null || !/^6(?:\.\d{1,4}){3}$/.test(version) || !order.isVersion(version)) continue;
    const release = releases.get(version) ?? { version, date, security: null, openSource: true, prerelease: false };
    releases.set(version, { ...release, date });
  }
}

/** The newest of each line from 6.5 on whose changelog was not read before. */
function unread(releases: Map<string, Release>, { place, request }: { place: Place; request: PullRequest }): string[] {
  const { compare } = request.order(product);
  const versions = [...releases.keys()].filter((version) => compare(version, '6.5') >= 0).sort((a, b) => compare(b, a));
  const newest = group(versions, lineOf).flatMap((line) => line.slice(0, newestOfLine));
  const isRead = (version: string) => request.previous?.validators[changelogUrl(place, version)] !== undefined;
  return newest.filter((version) => !isRead(version)).slice(0, changelogsAtMost);
}

function withChangelog(release: Release, changelog: Changelog, request: PullRequest): Release {
  const date = release.date ?? releaseDay(changelog.date, request);
  return { ...release, date, security: changelog.fixedVulnerabilities.length > 0 ? true : release.security };
}

/** One changelog that cannot be read leaves its release as it is; it is asked for again at the next pull. */
async function addChangelogs(to: Pull, releases: Map<string, Release>, how: { place: Place; request: PullRequest }) {
  const { place, request } = how;
  for (const version of unread(releases, how)) {
    const release = releases.get(version);
    try {
      const url = changelogUrl(place, version);
      const answer = await place.http.getJson(url, { source: 'shopware', schema: Changelog });
      if (answer.status !== 'fresh' || release === undefined) continue;
      if (answer.data.version !== version) throw new ScanError('shopware', `It is that of ${answer.data.version}.`);
      releases.set(version, withChangelog(release, answer.data, request));
      to.validators[url] = answer.validators;
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      to.problems.push({ product, message: `${changelogOf} ${version} cannot be read: ${error.message}` });
    }
  }
}

async function pull(request: PullRequest, place: Place): Promise<Pull> {
  const fresh = startPull('shopware', request);
  if (!request.products.includes(product)) return fresh;
  const { previous } = request;
  const isKnown = previous?.records.releases[product] !== undefined && previous.records.support[product] !== undefined;
  const given = { to: fresh, from: isKnown ? previous : null, http: place.http };
  const index = await ask(`${place.base}/changelog/index.json`, Index, given);
  const lines = await ask(`${place.github}/shopware/shopware/trunk/releases.json`, Lines, given);
  const releases = listReleases(fresh, index, request);
  if (lines !== null) addDays(releases, lines, request);
  for (const version of releases.keys()) {
    const read = previous?.validators[changelogUrl(place, version)];
    if (read !== undefined) fresh.validators[changelogUrl(place, version)] = read;
  }
  await addChangelogs(fresh, releases, { place, request });
  fresh.records.releases[product] = [...releases.values()];
  fresh.records.support[product] =
    lines === null ? (previous?.records.support[product] ?? []) : readSupport(lines, request);
  return fresh;
}

/** Shopware: every release of Shopware 6, which of the newest fixed a flaw, and how long each line gets security fixes. */
export function createShopware({
  base = 'https://releases.shopware.com',
  github = 'https://raw.githubusercontent.com',
} = {}): ReleaseSource {
  return {
    id: 'shopware',
    name: 'Shopware releases',
    licence: 'MIT (releases.json), no licence stated for the changelogs',
    url: 'https://developer.shopware.com/release-notes/',
    covers: (id) => id === product,
    partial: () => false,
    pull: (request, http) => pull(request, { http, base, github }),
  };
}
