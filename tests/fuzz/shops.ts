import { randomFillSync } from 'node:crypto';
import { embeddedFacts, fileHashIndex } from '../../src/embedded.ts';
import { identify } from '../../src/identify/index.ts';
import { Identification } from '../../src/model/identification.ts';
import { type Exchange, Snapshot } from '../../src/model/snapshot.ts';
import { Verdict } from '../../src/model/verdict.ts';
import { platforms } from '../../src/platforms/index.ts';
import { findChallenge, looksBlocked } from '../../src/probe/challenge.ts';
import { toExchange, withholdBody } from '../../src/probe/exchange.ts';
import { reachVerdict } from '../../src/verdict/index.ts';
import { policy } from '../identify/judged.ts';
import { type Answer, context, exchange, releaseFile, visit } from '../identify/shop.ts';
import { type Fixture, fixtures } from '../platforms/fixtures.ts';
import { count, type Kind } from './kind.ts';
import { mutateBytes, mutateText, noise } from './mutate.ts';
import type { Random } from './random.ts';

const using = context();
const at = '2026-08-22T10:00:00.000Z';
const circumstances = { facts: embeddedFacts, attestations: [], policy, now: at, judgeSourceAge: false };

function judge(snapshot: Snapshot) {
  const identification = identify(snapshot, using);
  const { outcome, problems } = snapshot;
  return { identification, verdict: reachVerdict({ outcome, identification, problems }, circumstances) };
}

/** One answer on its way: text that a server writes in some encoding, or the hash of bytes that the fixture leaves out. */
interface Sent {
  path: string;
  url: string;
  status: number;
  headers: [string, string][];
  bytes: Buffer;
  whole: boolean;
  /** Stands for bytes that the fixture does not hold. */
  sha256?: string | null;
}

function send(answer: Answer): Sent {
  const { path, url, status, headers, body } = exchange(answer);
  const hidden = answer.sha256 === undefined ? {} : { sha256: answer.sha256 };
  return { path, url, status, headers, bytes: Buffer.from(body), whole: true, ...hidden };
}

/** As the probe makes it. */
function receive({ path, url, sha256, ...answer }: Sent): Exchange {
  const seen = toExchange(path, { url: new URL(url), answer, stopped: null }, at);
  return sha256 === undefined ? seen : { ...seen, sha256, sha256Lf: sha256 };
}

/** As src/probe/ puts a visit together: what looks like a firewall's page is no evidence. */
function arrive([home, ...others]: readonly Sent[]): Snapshot {
  const first = home === undefined ? null : receive(home);
  const isSeen = first !== null && looksBlocked(first) === null && first.status >= 200 && first.status < 300;
  const exchanges = others.map(receive).map((each) => (findChallenge(each) === null ? each : withholdBody(each)));
  const outcome = isSeen ? 'seen' : first === null ? 'unreachable' : 'blocked';
  const all = isSeen ? [first, ...exchanges] : first === null ? [] : [withholdBody(first)];
  return { outcome, exchanges: all, withheld: [], problems: [], requests: all.length };
}

/** Words that hold a digit: whatever shows a version, a hash or a day is one of them. */
function digitWords(sent: readonly Sent[]): Set<string> {
  const words = sent.flatMap(({ headers, bytes, url }) => {
    const text = `${url}\n${headers.flat().join('\n')}\n${bytes.toString('latin1')}`;
    return text.match(/[\w.+-]*\d[\w.+-]*/g) ?? [];
  });
  return new Set(words);
}

type Change = (sent: Sent, random: Random) => Sent;

const encodings: readonly [string, (text: string) => Buffer][] = [
  ['utf-16le', (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ['windows-1252', (text) => Buffer.from(text, 'latin1')],
  ['utf-8', (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
  ['utf-7', (text) => Buffer.from(text)],
  ['x'.repeat(50), (text) => Buffer.from(text, 'latin1')],
];

function setHeader(headers: readonly [string, string][], name: string, value: string): [string, string][] {
  return [...headers.filter(([key]) => key !== name), [name, value]];
}

/** Hidden bytes that change are bytes that nobody knows. */
function withBytes(sent: Sent, bytes: Buffer): Sent {
  if (sent.sha256 === undefined) return { ...sent, bytes };
  return { ...sent, bytes, sha256: randomFillSync(Buffer.alloc(32)).toString('hex') };
}

const changes: Record<string, Change> = {
  text: (sent, random) => withBytes(sent, Buffer.from(mutateText(sent.bytes.toString(), random))),
  bytes: (sent, random) => withBytes(sent, mutateBytes(sent.bytes, random)),
  encoding: (sent, random) => {
    const [label, encode] = random.pick(encodings);
    const type = random.chance(0.7) ? `text/html; charset=${label}` : 'text/html';
    return withBytes(
      { ...sent, headers: setHeader(sent.headers, 'content-type', type) },
      encode(sent.bytes.toString()),
    );
  },
  'header text': (sent, random) => {
    const index = random.below(sent.headers.length);
    const headers = sent.headers.map(([name, value], i): [string, string] => [
      name,
      i === index ? mutateText(value, random) : value,
    ]);
    return { ...sent, headers };
  },
  'header less': (sent, random) => {
    const index = random.below(sent.headers.length);
    return { ...sent, headers: sent.headers.filter((_header, i) => i !== index) };
  },
  'header more': (sent, random) => ({
    ...sent,
    headers: [
      ...sent.headers,
      [random.pick(['set-cookie', 'link', 'x-powered-by', 'content-type']), random.pick(noise)],
    ],
  }),
  status: (sent, random) => ({ ...sent, status: random.pick([200, 204, 206, 301, 403, 404, 429, 500, 503]) }),
  cut: (sent, random) => ({
    ...withBytes(sent, sent.bytes.subarray(0, random.below(sent.bytes.length + 1))),
    whole: false,
  }),
  url: (sent, random) => ({
    ...sent,
    url: `https://shop.example/${random.pick(['', 'shop/', '//', 'a?b=c', '%2e%2e/'])}`,
  }),
};

/** A shop whose truth is a no: what its fixture shows was checked by hand, and the release that it shows is not one to keep. */
interface Shop {
  name: string;
  fixture: Fixture;
  sent: Sent[];
  /** Its release is told by names in a list, where one name less is another release. */
  byNames: boolean;
}

const shops: Shop[] = fixtures.map(([name, fixture]) => {
  const record = platforms.find(({ id }) => id === fixture.platform);
  return { name, fixture, sent: fixture.exchanges.map(send), byNames: (record?.nameRules ?? []).length > 0 };
});
const answerOf = (shop: Shop) => judge(arrive(shop.sent)).verdict.answer;
const noShops = shops.filter((shop) => answerOf(shop) === 'no');
const selfHosted = noShops.filter(({ fixture }) => fixture.expect.components.length > 0);
const hosted = shops.filter((shop) => !noShops.includes(shop));

/** The highest release of each product that is a yes by itself, which a fake would name. */
const newest = new Map(
  platforms.flatMap(({ id }) => {
    const facts = using.releases(id)?.releases ?? [];
    const good = facts.map(({ version }) => version).filter((version) => using.outcome(id, version) === 'yes');
    const last = good.sort(using.releases(id)?.scheme.compare).at(-1);
    return last === undefined ? [] : [[id, last] as const];
  }),
);

/** A yes rests on two pieces of different kind or address for each component, bytes among them where they are indexed. */
function uncorroborated(identification: Identification): string | null {
  for (const { product, versions, vendorHosted, evidence, conflict } of identification.components) {
    const telling = evidence.filter((piece) => piece.versions !== null);
    const places = new Set(telling.map(({ kind, url }) => `${kind} ${url}`));
    const isIndexed = versions.some((version) => fileHashIndex(product)?.versions.includes(version));
    const isProved = telling.some(({ kind }) => kind === 'cookie-proof');
    const hasBytes = telling.some(({ kind }) => kind === 'file-hash' || kind === 'asset-name');
    if (conflict) return `${product} is a conflict`;
    if (vendorHosted || isProved) continue;
    if (places.size < 2) return `${product} ${versions.join()} rests on ${[...places].join() || 'nothing'}`;
    if (isIndexed && !hasBytes) return `${product} ${versions.join()} is indexed and no bytes were seen`;
  }
  return null;
}

interface Seen {
  identification: Identification;
  verdict: Verdict;
  told: string;
}

function look(snapshot: Snapshot): Seen {
  Snapshot.parse(snapshot);
  const { identification, verdict } = judge(snapshot);
  Identification.parse(identification);
  Verdict.parse(verdict);
  const components = identification.components.map(
    ({ product, versions }) => `${product} ${versions.slice(0, 3).join()}`,
  );
  return { identification, verdict, told: `${verdict.answer} ${verdict.reason}, ${components.join(' + ')}` };
}

/** Changes that plant nothing: a no must stay one. */
function disturb(random: Random, counts: Kind['counts']): string | null {
  const shop = random.pick(random.chance(0.15) ? hosted : noShops);
  const sent = [...shop.sent];
  const applied: string[] = [];
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    const i = random.below(sent.length);
    const name = random.pick(Object.keys(changes));
    const [change, before] = [changes[name], sent[i]];
    if (change === undefined || before === undefined || (name.startsWith('header ') && before.headers.length === 0))
      continue;
    sent[i] = change(before, random);
    applied.push(name);
  }
  const seen = look(arrive(sent));
  if (seen.verdict.answer === 'no') return null;
  const known = digitWords(shop.sent);
  const isPlanted = shop.byNames || [...digitWords(sent)].some((word) => !known.has(word));
  count(
    counts,
    hosted.includes(shop) ? 'yes of a shop that is one' : isPlanted ? 'yes with a planted text' : 'wrong yes',
  );
  if (hosted.includes(shop)) return null;
  if (!isPlanted) return `wrong yes: ${shop.name} after ${applied.join(', ')} is ${seen.told}`;
  return uncorroborated(seen.identification);
}

/** One place of a self-hosted shop names the newest release instead of its own: no single text is enough for a yes. */
function plantOnce(random: Random, counts: Kind['counts']): string | null {
  const shop = random.pick(selfHosted);
  const target = newest.get(shop.fixture.platform ?? '') ?? '7.1.2';
  const places = shop.sent.flatMap((each, i) =>
    [...each.bytes.toString().matchAll(/\d+(?:\.\d+)+(?:-p\d+)?/g)].map((match) => ({ i, match })),
  );
  if (places.length === 0) return null;
  const { i, match } = random.pick(places);
  const sent = shop.sent.map((each, index) => {
    if (index !== i) return each;
    const text = each.bytes.toString();
    return withBytes(
      each,
      Buffer.from(text.slice(0, match.index) + target + text.slice(match.index + match[0].length)),
    );
  });
  const seen = look(arrive(sent));
  if (seen.verdict.answer === 'no') return null;
  count(counts, 'wrong yes');
  return `wrong yes: ${shop.name} with ${match[0]} replaced once by ${target} is ${seen.told}`;
}

/** Every version text is another one: a yes has to be corroborated. */
function plantAll(random: Random, counts: Kind['counts']): string | null {
  const shop = random.pick(selfHosted);
  const target = newest.get(shop.fixture.platform ?? '') ?? '7.1.2';
  const sent = shop.sent.map((each) =>
    each.bytes.length === 0
      ? each
      : withBytes(each, Buffer.from(each.bytes.toString().replace(/\d+(?:\.\d+)+(?:-p\d+)?/g, target))),
  );
  const kept = sent.filter((_each, i) => i === 0 || random.chance(0.7));
  const seen = look(arrive(kept));
  if (seen.verdict.answer === 'no') return null;
  count(counts, 'yes with every text planted');
  return uncorroborated(seen.identification);
}

/** Two shops in one page: a self-hosted one that is a no stays one, whatever is put beside it. */
function splice(random: Random, counts: Kind['counts']): string | null {
  const [shop, other] = [random.pick(selfHosted), random.pick(shops)];
  const [home, ...rest] = shop.sent;
  const [beside, ...more] = other.sent;
  if (home === undefined || beside === undefined || shop.fixture.platform === other.fixture.platform) return null;
  const bytes = random.chance(0.5) ? [home.bytes, beside.bytes] : [beside.bytes, home.bytes];
  const headers: [string, string][] = [...home.headers, ...beside.headers.filter(([name]) => name !== 'content-type')];
  const mixed = { ...home, headers, bytes: Buffer.concat(bytes) };
  const paths = new Set(rest.map(({ path }) => path));
  const seen = look(arrive([mixed, ...rest, ...more.filter(({ path }) => !paths.has(path))]));
  count(counts, `spliced ${seen.verdict.answer}`);
  return seen.verdict.answer === 'no' ? null : `wrong yes: ${shop.name} spliced with ${other.name} is ${seen.told}`;
}

/** Products with an index and the pages that show them. */
const indexed = selfHosted.filter(
  ({ fixture }) => fileHashIndex(fixture.platform ?? '') !== null && newest.has(fixture.platform ?? ''),
);

/** Whether no file of the index tells the releases apart. */
function areAlike(product: string, a: string, b: string): boolean {
  const { versions = [], files = [] } = fileHashIndex(product) ?? {};
  const [one, other] = [versions.indexOf(a), versions.indexOf(b)];
  if (other < 0) return false;
  return files.every(({ hashes }) =>
    Object.values(hashes).every((group) => group.includes(one) === group.includes(other)),
  );
}

/** A page that names the newest release everywhere, before the files of an old one. */
function lie(random: Random, counts: Kind['counts']): string | null {
  const shop = random.pick(indexed);
  const product = shop.fixture.platform ?? '';
  const version = random.pick(fileHashIndex(product)?.versions ?? []);
  const target = newest.get(product) ?? '';
  if (
    using.outcome(product, version) === 'yes' ||
    !(using.releases(product)?.releases ?? []).some((each) => each.version === version)
  )
    return null;
  const lying = (text: string) => text.replace(/\d+(?:\.\d+)+(?:-p\d+)?/g, target);
  const [home, ...rest] = shop.fixture.exchanges;
  if (home === undefined) return null;
  const files = fileHashIndex(product)?.files.map(({ path }) => path) ?? [];
  const serve = (path: string): Answer | undefined => {
    const plain = path.split('?')[0] ?? '';
    if (files.includes(plain)) return releaseFile(product, version, plain, path);
    const other = rest.find((each) => each.path === path && each.sha256 === undefined);
    return other && { ...other, body: lying(other.body ?? '') };
  };
  const { snapshot } = visit({ ...home, body: lying(home.body ?? '') }, serve, using);
  const seen = look(snapshot);
  count(counts, `lie ${seen.verdict.answer}`);
  if (seen.verdict.answer === 'no' || areAlike(product, version, target)) return null;
  return `wrong yes: ${shop.name} with the files of ${version} and ${target} in every text is ${seen.told}`;
}

/** Answers of shops, through identification and verdict. */
export function openShops(): Kind {
  const counts: Kind['counts'] = {};
  return {
    counts,
    tryOne: (random) => {
      const dice = random.next();
      const [name, attempt] =
        dice < 0.6
          ? (['disturbed', disturb] as const)
          : dice < 0.7
            ? (['planted once', plantOnce] as const)
            : dice < 0.8
              ? (['planted everywhere', plantAll] as const)
              : dice < 0.9
                ? (['spliced', splice] as const)
                : (['lying page', lie] as const);
      count(counts, name);
      return attempt(random, counts);
    },
    close: async () => {},
  };
}
