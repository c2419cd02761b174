import { isDeepStrictEqual } from 'node:util';
import { embeddedFacts } from '../../src/embedded.ts';
import { type IdentifyContext, identify } from '../../src/identify/index.ts';
import { readCookies } from '../../src/identify/match.ts';
import { headerValues, isHtml } from '../../src/identify/page.ts';
import { ScanError } from '../../src/lib/errors.ts';
import type { Identification } from '../../src/model/identification.ts';
import type { Exchange, Snapshot } from '../../src/model/snapshot.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { renameProof } from './cookie.ts';
import { readProtected } from './protect.ts';
import { fixtureHost, openScrubber, type Scrubber, type Tally } from './scrub.ts';

/** An answer as tests/platforms/fixtures.ts reads it. */
interface FixtureAnswer {
  path: string;
  url?: string;
  status: number;
  headers: [string, string][];
  body: string;
  sha256: string | null;
  sha256Lf?: string | null;
}

/** What one shop answers and what must be found in it. */
export interface CapturedFixture {
  platform: string | null;
  exchanges: FixtureAnswer[];
  expect: { components: { product: string; versions: string[]; corroborated: boolean; edition?: 'commerce' }[] };
}

/** Larger files without a text that a rule reads matter by their hash alone. */
const longestFile = 4_096;

const origin = `https://${fixtureHost}`;

/** The product that stands on the others: the shop, not what it is built on. */
function ownerOf({ components }: Identification, platforms: readonly Platform[]): string | null {
  const products = components.map(({ product }) => product);
  const built = platforms.filter(({ id, builtOn }) => products.includes(id) && builtOn !== undefined);
  return built[0]?.id ?? products[0] ?? null;
}

/** Paths whose answers rules read as text. */
function readPaths(platforms: readonly Platform[]): string[] {
  const rules = platforms.flatMap(({ signals, versionRules, nameRules = [], commerceEdition }) => [
    ...signals.map(({ path }) => path),
    ...versionRules.map(({ path }) => path),
    ...nameRules.map(({ path }) => path),
    commerceEdition?.path,
  ]);
  return ['/robots.txt', ...rules.flatMap((path) => path?.split('?')[0] ?? [])];
}

function mattersByHash(exchange: Exchange, texts: readonly string[]): boolean {
  const plain = exchange.path.split('?')[0] ?? '';
  const isText = isHtml(exchange) || texts.some((path) => plain.endsWith(path));
  return !isText && exchange.sha256 !== null && exchange.body.length > longestFile;
}

interface Work {
  scrubber: Scrubber;
  platforms: readonly Platform[];
  texts: readonly string[];
  headers: ReadonlySet<string>;
}

function writeCookies(exchange: Exchange, { scrubber, platforms }: Work): [string, string][] {
  const host = URL.parse(exchange.url)?.hostname ?? '';
  const releasesOf = (product: string) => embeddedFacts(product)?.releases.map(({ version }) => version) ?? [];
  return readCookies(exchange).map((cookie) => {
    const name = renameProof({ cookie, host, platforms, releasesOf });
    const domain = cookie.domain === null ? '' : `; domain=${scrubber.text(cookie.domain)}`;
    return ['set-cookie', `${name}=0; path=/${domain}`];
  });
}

function writeAnswer(exchange: Exchange, work: Work): FixtureAnswer {
  const { scrubber } = work;
  const path = scrubber.text(exchange.path);
  const url = scrubber.text(exchange.url);
  const kept = exchange.headers.filter(([name]) => work.headers.has(name) && name !== 'set-cookie');
  const { status, sha256, sha256Lf } = exchange;
  return {
    path,
    ...(url === origin + path ? {} : { url }),
    status,
    headers: [
      ...kept.map(([name, value]): [string, string] => [name, scrubber.text(value)]),
      ...writeCookies(exchange, work),
    ],
    body: mattersByHash(exchange, work.texts) ? '' : scrubber.text(exchange.body),
    sha256,
    ...(sha256Lf === sha256 ? {} : { sha256Lf }),
  };
}

function outline({ components }: Identification) {
  return components.map(({ product, versions, corroborated, edition, conflict, confidence }) => {
    return { product, versions, corroborated, edition, conflict, confidence };
  });
}

/** The fixture as a visit: what tests make of it. */
function replay({ exchanges }: CapturedFixture, { exchanges: seen }: Snapshot): Snapshot {
  const at = seen[0]?.at ?? '';
  const answers = exchanges.map((answer) => {
    const { sha256, sha256Lf = sha256, url = origin + answer.path } = answer;
    return { ...answer, at, url, sha256, sha256Lf };
  });
  return { outcome: 'seen', exchanges: answers, withheld: [], problems: [], requests: answers.length + 2 };
}

/** A value of a cookie may stand in the page, too. */
function cookieValues({ exchanges }: Snapshot): string[] {
  const lines = exchanges.flatMap((exchange) => headerValues(exchange, 'set-cookie'));
  return lines.flatMap((line) => /^[^=;]{0,4096}=([^;]{1,4096})/.exec(line)?.[1]?.replace(/^"|"$/g, '') ?? []);
}

/** What is written down of a visit. Throws where the fixture no longer shows what the site showed. */
export function makeFixture(
  snapshot: Snapshot,
  context: IdentifyContext,
  owner?: string,
): { fixture: CapturedFixture; tally: Tally } {
  const { platforms } = context;
  const [home] = snapshot.exchanges;
  if (home === undefined) throw new ScanError('capture', 'The site showed no page: there is nothing to write down.');
  const rules = platforms.flatMap(({ signals, versionRules }) => [...signals, ...versionRules]);
  const scrubber = openScrubber({
    home: new URL(home.url),
    secrets: cookieValues(snapshot),
    spared: readProtected(snapshot.exchanges, platforms),
  });
  const headers = new Set(['content-type', ...rules.flatMap(({ header }) => header ?? [])]);
  const work: Work = { scrubber, platforms, texts: readPaths(platforms), headers };
  const seen = identify(snapshot, context);
  const fixture: CapturedFixture = {
    platform: owner ?? ownerOf(seen, platforms),
    exchanges: snapshot.exchanges.map((exchange) => writeAnswer(exchange, work)),
    expect: {
      components: seen.components.map(({ product, versions, corroborated, edition }) => {
        return { product, versions, corroborated, ...(edition === null ? {} : { edition }) };
      }),
    },
  };
  const shown = identify(replay(fixture, snapshot), context);
  if (isDeepStrictEqual(outline(shown), outline(seen))) return { fixture, tally: scrubber.tally };
  const [was, is] = [outline(seen), outline(shown)].map((components) => JSON.stringify(components));
  const remedy = 'Remedy: see which replacement in scripts/capture/scrub.ts hides it, and spare it in protect.ts.';
  throw new ScanError('capture', `The scrubbed answers show something else.\nSite: ${was}\nFixture: ${is}\n${remedy}`);
}
