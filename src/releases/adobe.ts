import { z } from 'zod';
import type { Http } from '../lib/http.ts';
import type { Branch, Release } from '../model/facts.ts';
import { type Pull, type PullRequest, startPull, type VersionOrder } from '../model/pull.ts';
import { Day, dayOf, Instant } from '../model/time.ts';
import type { ReleaseSource } from './source.ts';

const Text = z.string().max(500);
/** `2028-05-31`; `2029-05-??` while Adobe has not set the day. */
const End = z.string().max(40);

const Tagged = z.object({
  /** `2.4.8-p5` */
  tagName: z.string().max(100),
  /** The packages of Adobe Commerce alone are listed with a day, all others with an instant. */
  publishedAt: z.union([Instant, Day]),
  /** Its path says whether a release is one of security patches only; old ones have no page. */
  releaseNotes: Text.optional(),
});
type Tagged = z.infer<typeof Tagged>;

const Line = z.object({
  releases: z.array(Tagged).max(500),
  /** Of Magento Open Source and Adobe Commerce; the two below are for Adobe Commerce alone. */
  'end-of-support': End,
  'end-of-extended-support': End.optional(),
  'end-of-security-fixes-provisioning': End.optional(),
});
type Line = z.infer<typeof Line>;

/** core-releases.json of Adobe's documentation, by release line: `2.4.8`, `2.4.0-2.4.3`, `2.3`. */
const Document = z
  .record(z.string().max(100), Line)
  .refine((lines) => Object.keys(lines).length > 0, { error: 'no release line' });
type Document = z.infer<typeof Document>;

const product = 'magento';
const path = '/AdobeDocs/commerce-operations.en/main/_jekyll/_data/release/core-releases.json';

/** Branches that a line stands for: `2.4.8` -> itself, `2.4.0-2.4.3` -> four; null where its name cannot be read. */
function branchesOf(key: string): string[] | null {
  if (/^\d{1,3}(?:\.\d{1,3}){1,2}$/.test(key)) return [key];
  const [, lead = '', first = '', end = '', last = ''] =
    /^(\d{1,3}\.\d{1,3})\.(\d{1,3})-(\d{1,3}\.\d{1,3})\.(\d{1,3})$/.exec(key) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (lead === '' || lead !== end || count < 1 || count > 20) return null;
  return Array.from({ length: count }, (_, i) => `${lead}.${Number(first) + i}`);
}

/** A day; null where it is not set yet; undefined where it cannot be read. */
function dayIn(text: string | undefined): Day | null | undefined {
  if (text === undefined || text.includes('?')) return null;
  const day = Day.safeParse(text);
  return day.success ? day.data : undefined;
}

/** When security fixes end: for everybody, and for those who pay. Undefined where a date cannot be read. */
function endsOf(line: Line): Pick<Branch, 'securitySupportEnds' | 'commerceSupportEnds'> | undefined {
  const ends = dayIn(line['end-of-support']);
  const paid = [dayIn(line['end-of-extended-support']), dayIn(line['end-of-security-fixes-provisioning'])];
  if (ends === undefined || paid.includes(undefined)) return undefined;
  const last = paid
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1);
  const outlasts = last !== undefined && ends !== null && last > ends;
  return { securitySupportEnds: ends, commerceSupportEnds: outlasts ? last : null };
}

function toBranches(lines: Document, today: Day): { branches: Branch[]; unreadable: string[] } {
  const branches: Branch[] = [];
  const unreadable: string[] = [];
  for (const [key, line] of Object.entries(lines)) {
    const names = branchesOf(key);
    const ends = endsOf(line);
    if (names === null || ends === undefined) unreadable.push(JSON.stringify(key.slice(0, 40)));
    else {
      const eol = ends.securitySupportEnds === null ? null : ends.securitySupportEnds < today;
      branches.push(...names.map((branch) => ({ branch, ...ends, eol })));
    }
  }
  return { branches, unreadable };
}

/**
 * What came out after the support for everybody had ended, on a line that has support for those who pay, is a package of
 * Adobe Commerce alone: there is none of Magento Open Source (2.4.5-p15 is the first of its line).
 */
function isForAll(publishedOn: Day, line: Line): boolean {
  const ends = endsOf(line);
  return (
    ends?.securitySupportEnds == null || ends.commerceSupportEnds === null || publishedOn <= ends.securitySupportEnds
  );
}

function toRelease({ tagName, publishedAt, releaseNotes = '' }: Tagged, line: Line, order: VersionOrder): Release {
  const date = dayOf(publishedAt);
  return {
    version: tagName,
    date,
    security: releaseNotes.includes('/security-patches/') ? true : null,
    openSource: isForAll(date, line),
    prerelease: order.isPrerelease(tagName),
  };
}

function toReleases(lines: Document, order: VersionOrder): { releases: Release[]; unreadable: string[] } {
  const isRead = ({ tagName }: Tagged) => /^\d[\w.-]{0,40}$/.test(tagName) && order.isVersion(tagName);
  const all = Object.values(lines);
  return {
    releases: all.flatMap((line) => line.releases.filter(isRead).map((tagged) => toRelease(tagged, line, order))),
    unreadable: all.flatMap((line) =>
      line.releases.filter((tagged) => !isRead(tagged)).map(({ tagName }) => JSON.stringify(tagName.slice(0, 40))),
    ),
  };
}

/** All or nothing of each kind: a list with a hole would count as fresh, and what is missing in it as not there. */
function add(to: Pull, lines: Document, request: PullRequest): void {
  const { releases, unreadable: tags } = toReleases(lines, request.order(product));
  const { branches, unreadable: keys } = toBranches(lines, dayOf(request.at));
  const refuse = (what: string, names: string[]) =>
    to.problems.push({ product, message: `adobe: ${what} cannot be read: ${names.slice(0, 5).join(', ')}.` });
  if (tags.length === 0) to.records.releases[product] = releases;
  else refuse('none of its releases was taken; their names', tags);
  if (keys.length === 0) to.records.support[product] = branches;
  else refuse('none of its support periods was taken; names or dates of the lines', keys);
}

/** What was read from a document that has not changed since. */
function keep(to: Pull, { records, problems }: Pull): void {
  const { releases, support } = records;
  if (releases[product] !== undefined) to.records.releases[product] = releases[product];
  if (support[product] !== undefined) to.records.support[product] = support[product];
  to.problems.push(...problems);
}

async function pull(request: PullRequest, http: Http, base: string): Promise<Pull> {
  const { previous } = request;
  const fresh = startPull('adobe', request);
  if (!request.products.includes(product)) return fresh;
  const url = `${base}${path}`;
  const answer = await http.getJson(url, { source: 'adobe', schema: Document, validators: previous?.validators[url] });
  if (answer.status === 'fresh') {
    fresh.validators[url] = answer.validators;
    add(fresh, answer.data, request);
  } else if (previous !== null) {
    fresh.validators[url] = previous.validators[url] ?? {};
    keep(fresh, previous);
  }
  return fresh;
}

/** Adobe's own list of releases, with -pN, and of support periods: where it differs from endoflife.date, Adobe is right. */
export function createAdobe({ base = 'https://raw.githubusercontent.com' } = {}): ReleaseSource {
  return {
    id: 'adobe',
    name: 'Adobe Commerce documentation',
    licence: 'MIT (Copyright 2021-2026 Adobe)',
    url: 'https://experienceleague.adobe.com/en/docs/commerce-operations/release/versions',
    covers: (id) => id === product,
    partial: () => false,
    pull: (request, http) => pull(request, http, base),
  };
}
