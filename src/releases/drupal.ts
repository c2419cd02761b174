import { z } from 'zod';
import { InvalidResponseError } from '../lib/errors.ts';
import type { Http } from '../lib/http.ts';
import type { Branch, Release } from '../model/facts.ts';
import { keepProduct, noteUnreadFlaws, type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { dayOf } from '../model/time.ts';
import { sayUnreadable } from '../model/undated.ts';
import type { ReleaseSource } from './source.ts';

/** An element that has a text: `<version>11.4.5</version>` */
const Needed = z.array(z.object({ '#text': z.string().max(300) })).length(1);
/** The same where it may be empty: `<supported_branches/>` */
const Text = z.array(z.object({ '#text': z.string().max(2_000).default('') })).length(1);

const Item = z.object({
  /** `11.4.5`, `8.x-2.40`, `11.x-dev` */
  version: Needed,
  /** `published`, or `unpublished` where it was taken back */
  status: Needed,
  /** Unix seconds. */
  date: Text.optional(),
  terms: z
    .array(
      z.object({
        term: z
          .array(z.object({ name: Needed, value: Needed }))
          .max(100)
          .default([]),
      }),
    )
    .max(1)
    .default([]),
});
type Item = z.infer<typeof Item>;

const Project = z.object({
  /** Beginnings of supported versions, comma-separated: `10.6.,11.3.,11.4.`, `8.x-2.,3.0.` */
  supported_branches: Text,
  /** `published`; `unsupported`, `insecure`, `revoked` or `unpublished` where the project as a whole is given up */
  project_status: Needed,
  releases: z.array(z.object({ release: z.array(Item).min(1).max(10_000) })).length(1),
});
type Project = z.infer<typeof Project>;

/** GET /release-history/{project}/current: a project, or `<error>` with status 200 for one that is not known. */
const History = z
  .object({ project: z.array(Project).length(1).optional(), error: z.array(z.unknown()).max(10).optional() })
  .refine(({ project, error }) => (project ?? error) !== undefined, 'neither <project> nor <error>');

/** Project of each product. */
const projects: Record<string, string> = { drupal: 'drupal', 'drupal-commerce': 'commerce' };

function textOf(element: { '#text': string }[] | undefined): string {
  return element?.[0]?.['#text'] ?? '';
}

/** 8.x-2.40 is 2.40.0 to Composer, and so to whoever states it. */
function toVersion(listed: string): string {
  return listed.replace(/^\d{1,2}\.x-(\d{1,4}\.\d{1,4})/, '$1.0');
}

/** The support line of a version that no supported branch holds: `11.2`; `7` of 7.103; `2` of 8.x-2.40. */
function lineOf(listed: string): string {
  const [, major = '', minor = ''] = /^(?:\d{1,2}\.x-)?(\d{1,4})\.(\d{1,4})/.exec(listed) ?? [];
  return /^\d{1,4}\.\d{1,4}\./.test(listed) ? `${major}.${minor}` : major;
}

function typesOf({ terms }: Item): string[] {
  const all = terms.flatMap(({ term }) => term).filter(({ name }) => textOf(name) === 'Release type');
  return all.map(({ value }) => textOf(value));
}

/** Every type that a release may have. */
const types = new Set(['Security update', 'Bug fixes', 'New features', 'Insecure', 'Unsupported']);

/** A type of another name could be a new word for `Insecure`: it is said, and the flags no longer count as all that is known of flaws. */
function addDoubts(to: Pull, product: string, items: readonly Item[]): void {
  const unknown = items.filter((item) => typesOf(item).some((type) => !types.has(type))).length;
  if (unknown === 0) return;
  to.problems.push({ product, message: `${unknown} releases are of a type of unknown meaning.` });
  noteUnreadFlaws(to, product);
}

/** drupal.org asks for the type of every release: one that is typed, but not as a security update, is none. */
function isSecurity(types: readonly string[]): boolean | null {
  if (types.includes('Security update')) return true;
  return types.some((type) => type === 'Bug fixes' || type === 'New features') ? false : null;
}

function toRelease(item: Item): Release {
  const seconds = textOf(item.date);
  const date = /^\d{1,10}$/.test(seconds) ? dayOf(new Date(Number(seconds) * 1_000).toISOString()) : null;
  const version = toVersion(textOf(item.version));
  return { version, date, security: isSecurity(typesOf(item)), openSource: true, prerelease: false };
}

/** Supported lines without a known end, and every other line that has a release as ended: a line that is not named is not supported. */
function readSupport(project: Project, listed: readonly string[]): Branch[] {
  const isAlive = textOf(project.project_status) === 'published';
  const named = textOf(project.supported_branches)
    .split(',')
    .map((branch) => branch.trim());
  const supported = isAlive ? named.filter((branch) => /^(?:\d{1,2}\.x-)?\d{1,4}\.(?:\d{1,4}\.)?$/.test(branch)) : [];
  const ended = listed.filter((version) => !supported.some((branch) => version.startsWith(branch))).map(lineOf);
  const lines = supported.map((branch) => branch.replace(/^\d{1,2}\.x-/, '').slice(0, -1));
  const toBranch = (branch: string, eol: boolean) => ({
    branch,
    securitySupportEnds: null,
    commerceSupportEnds: null,
    eol,
  });
  return [
    ...lines.map((line) => toBranch(line, false)),
    ...[...new Set(ended)].filter((line) => !lines.includes(line)).map((line) => toBranch(line, true)),
  ];
}

/** Fills in what one project's document says. */
function read(to: Pull, product: string, { project, request }: { project: Project; request: PullRequest }): void {
  const order = request.order(product);
  const items = project.releases
    .flatMap(({ release }) => release)
    .filter(({ version }) => !/[.-]dev$/.test(textOf(version)));
  const readable = items.filter(({ version }) => order.isVersion(toVersion(textOf(version))));
  const finals = readable.filter(({ version }) => !order.isPrerelease(toVersion(textOf(version))));
  const isOut = ({ status }: Item) => textOf(status) === 'published';
  const insecure = finals.filter((item) => !isOut(item) || typesOf(item).includes('Insecure'));
  to.problems.push(...sayUnreadable(product, items.length - readable.length));
  addDoubts(to, product, finals);
  if (finals.length === 0) return;
  to.records.releases[product] = finals.filter(isOut).map(toRelease);
  to.records.support[product] = readSupport(
    project,
    finals.map(({ version }) => textOf(version)),
  );
  to.records.flags[product] = insecure.map(({ version }) => ({ version: toVersion(textOf(version)), secure: false }));
}

async function pull(request: PullRequest, http: Http, base: string): Promise<Pull> {
  const fresh = startPull('drupal', request);
  const { previous } = request;
  for (const product of request.products.filter((id) => Object.hasOwn(projects, id))) {
    const url = `${base}/release-history/${projects[product]}/current`;
    const isKnown = previous?.records.releases[product] !== undefined;
    const validators = isKnown ? previous?.validators[url] : undefined;
    const answer = await http.getXml(url, { source: 'drupal', schema: History, validators });
    if (answer.status === 'unchanged') {
      fresh.validators[url] = validators ?? {};
      keepProduct(fresh, product, previous);
      continue;
    }
    const [project] = answer.data.project ?? [];
    if (project !== undefined) {
      fresh.validators[url] = answer.validators;
      read(fresh, product, { project, request });
    } else if (isKnown) {
      // The last good copy stays and ages; without it an old release could look like the newest.
      throw new InvalidResponseError(
        'drupal',
        `drupal: ${url} no longer knows the project. Remedy: look for a newer Patchproof.`,
        { url },
      );
    }
  }
  return fresh;
}

/** updates.drupal.org: releases of Drupal (8 and later) and Commerce with their nature, what is insecure, and the supported branches. */
export function createDrupal({ base = 'https://updates.drupal.org' } = {}): ReleaseSource {
  return {
    id: 'drupal',
    name: 'drupal.org update status',
    licence: 'drupal.org, no licence stated for its data',
    url: 'https://www.drupal.org/project/drupal/releases',
    covers: (product) => Object.hasOwn(projects, product),
    partial: () => false,
    flagsInsecure: true,
    pull: (request, http) => pull(request, http, base),
  };
}
