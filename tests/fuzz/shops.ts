import { embeddedFacts, fileHashIndex } from '../../src/embedded.ts';
import { identify } from '../../src/identify/index.ts';
import { Identification } from '../../src/model/identification.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import { Verdict } from '../../src/model/verdict.ts';
import { platforms } from '../../src/platforms/index.ts';
import { reachVerdict } from '../../src/verdict/index.ts';
import { policy } from '../identify/judged.ts';
import { type Answer, context, releaseFile, visit } from '../identify/shop.ts';
import { type Fixture, fixtures } from '../platforms/fixtures.ts';
import { arrive, at, changes, digitWords, type Sent, send, withBytes } from './answers.ts';
import { count, type Kind } from './kind.ts';
import type { Random } from './random.ts';

const using = context();
const circumstances = { facts: embeddedFacts, attestations: [], policy, now: at, judgeSourceAge: false };

function judge(snapshot: Snapshot) {
  const identification = identify(snapshot, using);
  const { outcome, problems } = snapshot;
  return { identification, verdict: reachVerdict({ outcome, identification, problems }, circumstances) };
}

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
