import { describe, expect, test } from 'vitest';
import { canHold, readNeeds } from '../../src/identify/grams.ts';
import { gramsOf, readTexts } from '../../src/identify/match.ts';
import { isSuccess, type Page, readPage } from '../../src/identify/page.ts';
import { sift } from '../../src/identify/sieve.ts';
import type { Exchange } from '../../src/model/snapshot.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { Platform, Signal, VersionRule } from '../../src/platforms/platform.ts';
import { asset, assetOn, cookie, generator, header, textFile } from '../../src/platforms/signals.ts';
import { mutateText } from '../fuzz/mutate.ts';
import { createRandom, type Random, seedOf } from '../fuzz/random.ts';
import { fixtures } from '../platforms/fixtures.ts';
import { exchange, snapshot } from './shop.ts';

type Rule = Pick<Signal, 'kind' | 'pattern' | 'header'> | Pick<VersionRule, 'kind' | 'pattern' | 'header'>;

/** Looks everywhere, without asking whether it is worth it. */
function isFound({ kind, pattern, header: name }: Rule, page: Page): boolean {
  if (kind === 'asset' || kind === 'asset-version') return page.assets.some(({ path }) => pattern.test(path));
  return readTexts({ kind, ...(name === undefined ? {} : { header: name }) }, page).some((text) => pattern.test(text));
}

function listRules({ signals, versionRules, nameRules = [], staticBase, deployTime }: Platform): Rule[] {
  const inAssets = [staticBase, deployTime?.pattern].filter((pattern) => pattern !== undefined);
  return [
    ...signals,
    ...versionRules,
    ...nameRules.map(({ from, list }) => ({ kind: from, pattern: list })),
    ...inAssets.map((pattern) => ({ kind: 'asset' as const, pattern })),
  ];
}

/** Other ways to write the same page: what identification reads of it is the same text, and stands nowhere in the body. */
const respellings: readonly ((text: string, random: Random) => string)[] = [
  (text) => text.replaceAll('"', "'"),
  (text) => text.replace(/<\w+/g, (name) => name.toUpperCase()),
  (text) => text.replace(/ (?=[\w-]+=")/g, '\n\t'),
  (text) => text.replace(/="([^"\s]+)"/g, '=$1'),
  (text) => text.replace(/="/g, ' = "'),
  (text, random) => text.replace(/\w/g, (letter) => (random.chance(0.1) ? `&#${letter.charCodeAt(0)};` : letter)),
  (text) => text.replaceAll('<!--', '<!').replaceAll('-->', '>'),
  (text) => text.replace(/(src|href)="\//g, '$1="../x/../'),
  mutateText,
];

function listVisits(): Exchange[][] {
  return fixtures.flatMap(([, { exchanges }], at) =>
    respellings.map((respell, which) => {
      const random = createRandom(seedOf(which, at));
      return snapshot(exchanges).exchanges.map((each) => ({ ...each, body: respell(each.body, random) }));
    }),
  );
}

describe('what is not looked for', () => {
  const visits = listVisits().map((exchanges) => exchanges.map(readPage));

  test('no pattern of a record is left out where it matches', () => {
    const rules = platforms.flatMap(listRules);
    const missed = visits.flat().flatMap((page) =>
      rules
        .filter(({ kind, pattern }) => {
          const grams = gramsOf(kind === 'asset-version' ? 'asset' : kind, page);
          return !canHold(grams, readNeeds(pattern));
        })
        .filter((rule) => isFound(rule, page))
        .map(({ pattern }) => [String(pattern), page.exchange.body]),
    );
    expect(missed).toEqual([]);
  });

  test('no record is passed over that a visit shows', () => {
    const missed = visits.flatMap((pages) => {
      const found = sift(platforms, pages);
      const seen = pages.filter((page) => isSuccess(page.exchange));
      const isShown = ({ signals, staticBase }: Platform) =>
        signals.some((signal) =>
          seen.some(
            (page) => (signal.path === undefined || page.exchange.path.endsWith(signal.path)) && isFound(signal, page),
          ),
        ) || seen.some((page) => staticBase !== undefined && isFound({ kind: 'asset', pattern: staticBase }, page));
      return platforms.filter((platform) => !found.has(platform) && isShown(platform)).map(({ id }) => id);
    });
    expect(missed).toEqual([]);
  });

  test('of most visits, most records are passed over', () => {
    const looked = visits.map((pages) => sift(platforms, pages).size).sort((a, b) => a - b);
    expect(looked[visits.length >> 1]).toBeLessThan(platforms.length / 4);
  });
});

describe('signals that stand apart', () => {
  function record(...signals: Signal[]): Platform {
    return { id: 'stall', name: 'Stall', signals, versionRules: [], hasFileHashes: false };
  }

  const page = (path: string, headers: [string, string][], body: string) =>
    readPage(exchange({ path, headers: [['content-type', 'text/html'], ...headers], body }));

  test.each<[string, Signal, Page]>([
    ['a header', header('half', 'x-stall-id', /^\d+$/, ''), page('/', [['x-stall-id', '1']], '')],
    ['a cookie', cookie('half', /^S\d$/, ''), page('/', [['set-cookie', 'S1=a']], '')],
    ['a foreign file', assetOn('cdn.example', 'half', /^\/s\//, ''), page('/', [], '<img src="//%63dn.example/s/a">')],
    [
      'a generator behind much else',
      generator('half', /^Stall/, ''),
      page('/', [], `<meta id="${'a'.repeat(5_000)}" name="generator" content="&#83;tall">`),
    ],
    ['a file', asset('half', /^\/s\//, ''), page('/', [], '<img src="/s/a">')],
    ['a text', textFile('half', '/s', /^\d+$/, ''), page('/shop/s', [['content-type', 'text/plain']], '1')],
  ])('%s is looked for where it may be', (_what, signal, where) => {
    const platform = record(signal);
    expect(sift([platform], [where]).has(platform)).toBe(true);
  });

  test('files alone are looked for where they tell where the shop lives', () => {
    const platform = { ...record(header('half', 'x-stall-id', /^1$/, '')), staticBase: /^\/static\/stall/ };
    expect(sift([platform], [page('/', [], '<img src="/static/stall/a.js">')]).has(platform)).toBe(true);
  });

  test.each<[string, Signal]>([
    ['a header', header('half', 'x-stall-id', /^\d+$/, '')],
    ['a cookie', cookie('half', /^S\d$/, '')],
    ['a foreign file', assetOn('cdn.example', 'half', /^\/s\//, '')],
    ['a text', textFile('half', '/s', /^\d+$/, '')],
  ])('%s is not looked for where its name is missing', (_what, signal) => {
    const platform = record(signal);
    expect(sift([platform], [page('/', [], '<img src="/s/a">')]).has(platform)).toBe(false);
  });

  test('every path of a record starts with a slash, so that its last part is that of the address', () => {
    const paths = platforms.flatMap(({ signals }) => signals.flatMap(({ path }) => path ?? []));
    expect(paths.filter((path) => !/^(?:\{static\})?\//.test(path))).toEqual([]);
  });
});
