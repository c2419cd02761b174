import { describe, expect, test } from 'vitest';
import { createGithub } from '../../src/advisories/github.ts';
import { createPackagist } from '../../src/advisories/packagist.ts';
import { assembleFacts, bareFacts, type PulledSource } from '../../src/facts/index.ts';
import { createPackagistP2 } from '../../src/releases/packagist-p2.ts';
import { composer } from '../../src/versions/composer.ts';
import { answerPages, askFor, type Create, type Pages } from '../lib/pulling.ts';
import { quickHttp, serve } from '../lib/serve.ts';

/*
 * Packagist speaks on two hosts: packagist.org has a list that gives every id of a flaw, repo.packagist.org has metadata that
 * gives its own id alone. Either may be out of reach for itself.
 */

async function pulled(create: Create, pages: Pages): Promise<PulledSource> {
  const { base } = await serve(answerPages(pages));
  const source = create({ base });
  return { source, pull: await source.pull(askFor(['sylius']), quickHttp().http), problem: null };
}

interface Flaw {
  number: 1 | 2 | 3;
  below: string;
}

const ghsa = (number: number) => `GHSA-aaaa-aaaa-aaa${number}`;
const pksa = (number: number) => `PKSA-0000-0000-000${number}`;

function github(...flaws: Flaw[]): Promise<PulledSource> {
  const body = flaws.map(({ number, below }) => ({
    ghsa_id: ghsa(number),
    cve_id: `CVE-2026-1000${number}`,
    published_at: '2026-08-01T10:00:00Z',
    vulnerabilities: [
      { package: { ecosystem: 'composer', name: 'sylius/sylius' }, vulnerable_version_range: `< ${below}` },
    ],
  }));
  const path = '/advisories?ecosystem=composer&affects=sylius/sylius&per_page=100';
  return pulled(createGithub, { [path]: { body } });
}

function packagist(link: string | undefined, ...flaws: Flaw[]): Promise<PulledSource> {
  const entries = flaws.map(({ number, below }) => ({
    advisoryId: pksa(number),
    cve: null,
    sources: link === undefined ? [{ remoteId: ghsa(number) }] : [{ remoteId: 'sylius/sylius/a-file.yaml' }],
    link,
    affectedVersions: `<${below}`,
    reportedAt: '2026-08-01 10:00:00',
  }));
  const path = '/api/security-advisories/?packages[]=sylius/sylius';
  return pulled(createPackagist, { [path]: { body: { advisories: { 'sylius/sylius': entries } } } });
}

function metadata(...flaws: Flaw[]): Promise<PulledSource> {
  const releases = ['2.1.0', '2.0.5', '2.0.4', '1.9.0'];
  const body = {
    packages: { 'sylius/sylius': releases.map((version) => ({ version, time: '2026-07-01T10:00:00+00:00' })) },
    'security-advisories': flaws.map(({ number, below }) => {
      return { advisoryId: pksa(number), affectedVersions: `<${below}` };
    }),
  };
  return pulled(createPackagistP2, { '/p2/sylius/sylius.json': { body } });
}

function flawsOf(...pulls: PulledSource[]): string[] {
  const facts = assembleFacts({ embedded: bareFacts('sylius', '2026-08-22'), pulls, scheme: composer });
  return facts.advisories.map(({ id, aliases }) => [id, ...aliases].join(' '));
}

const one: Flaw = { number: 1, below: '2.0.5' };
const two: Flaw = { number: 2, below: '2.0.5' };
const other: Flaw = { number: 3, below: '2.1.0' };
const joined = (number: number) => `CVE-2026-1000${number} ${ghsa(number)} ${pksa(number)}`;
const named = (number: number) => `CVE-2026-1000${number} ${ghsa(number)}`;

describe('one flaw is said once', () => {
  test('where both hosts of Packagist answer, by its own id', async () => {
    const flaws = [one, two, other];
    const all = [await github(...flaws), await packagist(undefined, ...flaws), await metadata(...flaws)];
    expect(flawsOf(...all)).toEqual([joined(1), joined(2), joined(3)]);
  });

  test('where the metadata is out of reach', async () => {
    expect(flawsOf(await github(one), await packagist(undefined, one))).toEqual([joined(1)]);
  });

  test('where the list is out of reach, and no copy of it is at hand', async () => {
    const flaws = [one, two, other];
    expect(flawsOf(await github(...flaws), await metadata(...flaws))).toEqual([named(1), named(2), named(3)]);
  });

  test('where the list names no id of others, but a page that has one', async () => {
    const link = `https://github.com/advisories/${ghsa(1)}`;
    expect(flawsOf(await github(one), await packagist(link, one))).toEqual([joined(1)]);
    expect(flawsOf(await github(one), await packagist(`https://evil.example/${ghsa(1)}`, one))).toEqual([
      named(1),
      pksa(1),
    ]);
  });
});

describe('no flaw is taken for another', () => {
  test('where the metadata has one more, or one less, of the same releases: all stay', async () => {
    expect(flawsOf(await github(one), await metadata(one, two))).toEqual([named(1), pksa(1), pksa(2)]);
    expect(flawsOf(await github(one, two), await metadata(one))).toEqual([named(1), named(2), pksa(1)]);
  });

  test('where it is of other releases', async () => {
    expect(flawsOf(await github(one), await metadata(other))).toEqual([named(1), pksa(3)]);
  });

  test('where an older copy of the list knows all but the newest', async () => {
    const all = [await github(one), await packagist(undefined, one), await metadata(one, two)];
    expect(flawsOf(...all)).toEqual([joined(1), pksa(2)]);
  });

  test('where Packagist’s own list gives it no other id', async () => {
    const list = await packagist('https://sylius.example/', two);
    expect(flawsOf(await github(one), list, await metadata(two))).toEqual([named(1), pksa(2)]);
  });
});
