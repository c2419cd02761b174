import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sources } from '../../scripts/refresh/ask.ts';
import { findBroken } from '../../scripts/refresh/coverage.ts';
import { factsOf, type ProductFiles, printSnapshot, readSnapshot } from '../../scripts/refresh/files.ts';
import { refreshSnapshot } from '../../scripts/refresh/snapshot.ts';
import { createCve } from '../../src/advisories/cve.ts';
import { createGithub } from '../../src/advisories/github.ts';
import { createKev } from '../../src/advisories/kev.ts';
import { createOsv } from '../../src/advisories/osv.ts';
import { embeddedOn } from '../../src/embedded.ts';
import type { Advisory } from '../../src/model/facts.ts';
import { createEndoflife } from '../../src/releases/endoflife.ts';
import { createPackagistP2 } from '../../src/releases/packagist-p2.ts';
import { createShopware } from '../../src/releases/shopware.ts';
import { createWordpressPlugins } from '../../src/releases/wordpress-plugins.ts';
import { standingOn } from '../../src/verdict/releases.ts';
import { schemes } from '../../src/versions/index.ts';
import { advisory } from '../facts/advisory.ts';
import { type Handler, quickHttp, sendJson, serve } from '../lib/serve.ts';
import { answerWith, canary, githubItem, osvRecord, type Said, sayWhatShips } from './said.ts';

const root = resolve(import.meta.dirname, '../..');
/** Five products as they shipped on 2026-08-22, of Magento's flaws a part: what ships today moves with every refresh. */
const shippedDir = join(root, 'tests/fixtures/snapshot');
const shipped = readSnapshot(shippedDir);
/** The day of these facts, and one of a later refresh. */
const sameDay = '2026-08-22T18:00:00.000Z';
const later = '2026-11-20T06:00:00.000Z';

function copySnapshot(): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'patchproof-refresh-')), 'snapshot');
  cpSync(shippedDir, dir, { recursive: true });
  return dir;
}

function textsOf(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.sort().map((name) => [name.replaceAll('\\', '/'), readFileSync(join(dir, name), 'utf8')]),
  );
}

const whatShips = textsOf(shippedDir);

function sourcesAt(base: string): Sources {
  return {
    advisories: [createOsv({ base }), createGithub({ base }), createKev({ base, mirror: base })],
    releases: [createEndoflife({ base }), createPackagistP2({ base }), createShopware({ base, github: base })],
  };
}

interface Options {
  dir?: string;
  now?: string;
  dryRun?: boolean;
  sources?: (base: string) => Sources;
}

async function refreshFrom(handler: Handler, options: Options = {}) {
  const { dir = copySnapshot(), now = later, dryRun = false, sources = sourcesAt } = options;
  const { base } = await serve(handler);
  const { http } = quickHttp({ maxBytes: 5_000_000 });
  return { dir, ...(await refreshSnapshot({ dir, sources: sources(base), http, now, dryRun })) };
}

/** What all say, with some of it changed. */
function sayWith(changes: (said: Said) => void): Handler {
  const said = sayWhatShips(shipped);
  changes(said);
  return answerWith(said);
}

function addTo(said: Said, key: string, ...items: unknown[]): void {
  said.set(key, [said.get(key), ...items].flat());
}

/** The lines that are in one text and not in the other. */
function linesBeyond(text = '', other = ''): string[] {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
}

function newLines(dir: string): Record<string, string[]> {
  const texts = Object.entries(textsOf(dir)).map(([name, text]) => [name, linesBeyond(text, whatShips[name])] as const);
  return Object.fromEntries(texts.filter(([, lines]) => lines.length > 0));
}

function filesOf(dir: string, product: string): ProductFiles {
  const files = readSnapshot(dir).products.get(product);
  if (files === undefined) throw new Error(`No files of ${product}.`);
  return files;
}

function shippedAdvisory(product: string, id: string): Advisory {
  const found = shipped.products.get(product)?.advisories.advisories.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${id} does not ship.`);
  return found;
}

test('what ships is printed byte by byte as it stands, and no range of it is broken', () => {
  const dir = join(root, 'src/snapshot');
  const snapshot = readSnapshot(dir);
  expect(Object.fromEntries(printSnapshot(snapshot))).toEqual(textsOf(dir));
  const broken = [...snapshot.products.values()].flatMap(({ advisories, releases }) =>
    advisories.advisories.filter((each) => findBroken(each, schemes[releases.scheme]) !== null),
  );
  expect(broken).toEqual([]);
});

describe('sources that say nothing new', () => {
  test('on the same day leave every file as it is', async () => {
    const { dir, report, failures, changed } = await refreshFrom(answerWith(sayWhatShips(shipped)), { now: sameDay });
    expect({ failures, changed }).toEqual({ failures: [], changed: [] });
    expect(report[0]).toBe('No source says anything new.');
    expect(textsOf(dir)).toEqual(whatShips);
  });

  // Of these sources only those of Shopware 6 and Sylius know all there is of flaws, releases and support.
  test('on a later day confirm the products that are known as a whole, once', async () => {
    const first = await refreshFrom(answerWith(sayWhatShips(shipped)));
    const confirmed = ['  "dataOn": "2026-11-20",', '  "undatedOn": "2026-08-22",'];
    expect(newLines(first.dir)).toEqual({ 'releases/shopware6.json': confirmed, 'releases/sylius.json': confirmed });
    expect(first.changed).toEqual(['releases/shopware6.json', 'releases/sylius.json']);
    expect(first.report).toContain('  complete up to 2026-11-20');
    const before = textsOf(first.dir);
    const second = await refreshFrom(answerWith(sayWhatShips(shipped)), { dir: first.dir });
    expect(second.changed).toEqual([]);
    expect(textsOf(first.dir)).toEqual(before);
  });

  test.each([
    ['support', 'GET /api/v1/products/sylius/'],
    ['releases', 'GET /p2/sylius/sylius.json'],
  ])('do not confirm a product whose %s could not be asked', async (_, request) => {
    const { dir, failures } = await refreshFrom(sayWith((said) => said.delete(request)));
    expect(filesOf(dir, 'sylius').releases.dataOn).toBe('2026-08-22');
    expect(failures.join('\n')).toMatch(/sylius.* answered 404\. Remedy: /);
  });
});

/** A release, a branch, a flaw and an exploited flaw more, and a date and a vector where none was known. */
function sayNews(said: Said): void {
  const p2 = said.get('GET /p2/sylius/sylius.json');
  said.set(
    'GET /p2/sylius/sylius.json',
    JSON.parse(JSON.stringify(p2).replace('[{', '[{"version":"v2.2.99","time":"2026-11-10T08:00:00+00:00"},{')),
  );
  const cycle = { name: '2.3', label: canary, isEol: false, eolFrom: '2027-09-30', latest: null };
  const lines = JSON.stringify(said.get('GET /api/v1/products/sylius/'));
  said.set(
    'GET /api/v1/products/sylius/',
    JSON.parse(lines.replace('"releases":[', `"releases":[${JSON.stringify(cycle)},`)),
  );
  const flaw = advisory('GHSA-aaaa-bbbb-cccc', {
    aliases: ['CVE-2026-99001', canary],
    published: '2026-11-11',
    ranges: [{ introduced: '2.2.0', fixed: '2.2.99', lastAffected: null }],
    cwes: ['CWE-79', canary],
    severity: canary,
  });
  addTo(said, 'OSV', osvRecord(flaw, 'sylius/sylius'));
  const path = 'GET /sites/default/files/feeds/known_exploited_vulnerabilities.json';
  const known = { dateAdded: '2026-11-12', dueDate: '2026-12-03', vendorProject: 'Sylius', product: 'Sylius' };
  const entries = [
    { ...known, cveID: 'CVE-2026-99001' },
    { ...known, cveID: 'CVE-2026-99002' },
  ];
  said.set(
    path,
    JSON.parse(
      JSON.stringify(said.get(path)).replace(
        '"vulnerabilities":[',
        `"vulnerabilities":[${entries.map((entry) => JSON.stringify(entry)).join()},`,
      ),
    ),
  );
}

const news = {
  'releases/sylius.json': [
    '  "dataOn": "2026-11-20",',
    '  "undatedOn": "2026-08-22",',
    expect.stringContaining('"Packagist metadata (https://packagist.org/)"'),
    '    {"version":"2.2.99","date":"2026-11-10","security":null},',
  ],
  'releases/shopware6.json': ['  "dataOn": "2026-11-20",', '  "undatedOn": "2026-08-22",'],
  'support/sylius.json': ['    {"branch":"2.3","securitySupportEnds":"2027-09-30","eol":false},'],
  'advisories/sylius.json': [
    `    ${JSON.stringify({
      id: 'CVE-2026-99001',
      aliases: ['GHSA-aaaa-bbbb-cccc'],
      published: '2026-11-11',
      withdrawn: null,
      ranges: [{ introduced: '2.2.0', fixed: '2.2.99', lastAffected: null }],
      versions: [],
      knownFalsePositives: [],
      fixKind: null,
      severity: null,
      cwes: ['CWE-79'],
      url: 'https://osv.dev/vulnerability/GHSA-aaaa-bbbb-cccc',
      sources: ['OSV'],
    })},`,
  ],
  // CVE-2026-99002 concerns nothing that ships
  'exploited.json': ['    {"cve":"CVE-2026-99001","addedOn":"2026-11-12","dueOn":"2026-12-03"},'],
};

describe('news', () => {
  test('is one line for each fact, in its place, without a word of prose', async () => {
    const { dir, report, failures } = await refreshFrom(sayWith(sayNews));
    expect(failures).toEqual([]);
    expect(newLines(dir)).toEqual(news);
    expect(report.slice(report.indexOf('sylius'), report.indexOf('sylius') + 5)).toEqual([
      'sylius',
      '  releases added: 1 (2.2.99)',
      '  branches added: 1 (2.3)',
      '  advisories added: 1 (CVE-2026-99001)',
      '  complete up to 2026-11-20',
    ]);
    expect(report).toContain('  added: 1 (CVE-2026-99001)');
    expect(JSON.stringify(textsOf(dir))).not.toMatch(/canary/i);
    const { releases } = filesOf(dir, 'sylius').releases;
    expect(releases.slice(0, 2).map(({ version }) => version)).toEqual([
      '2.2.99',
      shipped.products.get('sylius')?.releases.releases[0]?.version,
    ]);
    expect(filesOf(dir, 'sylius').support.branches[0]?.branch).toBe('2.3');
  });

  test('twice is once, and the order of sources does not matter', async () => {
    const { dir } = await refreshFrom(sayWith(sayNews));
    const before = textsOf(dir);
    const again = await refreshFrom(sayWith(sayNews), { dir });
    expect(again.changed).toEqual([]);
    const reversed = (base: string): Sources => ({
      advisories: sourcesAt(base).advisories.toReversed(),
      releases: sourcesAt(base).releases.toReversed(),
    });
    const other = await refreshFrom(sayWith(sayNews), { sources: reversed });
    const sorted = (texts: Record<string, string>) => JSON.parse(JSON.stringify(texts));
    expect(sorted(textsOf(other.dir))).toEqual(sorted(before));
  });

  test('is told and not written by a dry run', async () => {
    const { dir, report, changed } = await refreshFrom(sayWith(sayNews), { dryRun: true });
    expect(report).toContain('  releases added: 1 (2.2.99)');
    expect(changed).toEqual(Object.keys(news).sort());
    expect(textsOf(dir)).toEqual(whatShips);
  });
});

describe('a flaw that ships', () => {
  test('keeps its record and gains what is new, by any of its names', async () => {
    const own = shippedAdvisory('sylius', shipped.products.get('sylius')?.advisories.advisories.at(-1)?.id ?? '');
    const known = [own.id, ...own.aliases].find((id) => /^(?:CVE|GHSA)-/.test(id)) ?? '';
    const range = { introduced: '2.2.50', fixed: '2.2.60', lastAffected: null };
    const live = advisory('GHSA-zzzz-zzzz-zzzz', { aliases: [known], ranges: [range], published: '2026-11-01' });
    const { dir, report } = await refreshFrom(sayWith((said) => addTo(said, 'OSV', osvRecord(live, 'sylius/sylius'))));
    const after = filesOf(dir, 'sylius').advisories.advisories.find(({ id }) => id === own.id);
    expect(after).toEqual({
      ...own,
      aliases: [...own.aliases, 'GHSA-zzzz-zzzz-zzzz'],
      ranges: [...own.ranges, range],
      sources: [...own.sources, 'OSV'],
    });
    expect(report).toContain(`  advisories changed: 1 (${own.id})`);
    expect(filesOf(dir, 'sylius').advisories.advisories).toHaveLength(
      shipped.products.get('sylius')?.advisories.advisories.length ?? 0,
    );
  });

  // GHSA lists 2.4.9 among the affected versions of one flaw by mistake; what ships knows that.
  test('keeps what is known to be listed by mistake, and takes no version for it', async () => {
    const own = shipped.products
      .get('magento')
      ?.advisories.advisories.find(({ knownFalsePositives }) => knownFalsePositives.includes('2.4.9'));
    if (own === undefined) throw new Error('No such record ships.');
    const live = { ...own, versions: [...own.versions, '2.4.9'] };
    const { dir } = await refreshFrom(
      sayWith((said) => {
        said.set('OSV', [osvRecord(live, 'magento/community-edition')]);
      }),
    );
    expect(filesOf(dir, 'magento').advisories.advisories.find(({ id }) => id === own.id)).toEqual(own);
  });

  const taken = () => {
    const found = shipped.products
      .get('prestashop')
      ?.advisories.advisories.find(
        ({ id, sources }) => id.startsWith('GHSA-') && sources.join() === 'GitHub Advisory Database (CC-BY-4.0)',
      );
    if (found === undefined) throw new Error('No record of GitHub alone ships.');
    return found;
  };
  const withdraw = (said: Said) =>
    addTo(said, 'GITHUB', githubItem(taken().id, 'prestashop/prestashop', { withdrawn_at: '2026-11-01T10:00:00Z' }));
  const silenceOsv = (said: Said) =>
    said.set(
      'OSV',
      [said.get('OSV')].flat().filter((each) => !JSON.stringify(each).includes(taken().id)),
    );
  const idsIn = (dir: string) => filesOf(dir, 'prestashop').advisories.advisories.map(({ id }) => id);

  test('goes where its source took it back and no other speaks of it', async () => {
    const { dir, report } = await refreshFrom(
      sayWith((said) => {
        withdraw(said);
        silenceOsv(said);
      }),
    );
    expect(idsIn(dir)).not.toContain(taken().id);
    expect(report).toContain(`  advisories withdrawn: 1 (${taken().id})`);
  });

  test.each([
    ['another source still tells it', withdraw],
    ['nobody lists it any more', silenceOsv],
  ])('stays where %s', async (_, change) => {
    const { dir } = await refreshFrom(sayWith(change));
    expect(idsIn(dir)).toContain(taken().id);
  });
});

// Magento has more flaws without a weakness than the CVE List is asked for at once.
test('a source that reads only so many records at a time is asked until it has no more', async () => {
  const cve = (base: string): Sources => ({ advisories: [createCve({ base })], releases: [] });
  const handler: Handler = ({ path }, response) => {
    const cveId = path.split('/').at(-1);
    const problemTypes = [{ descriptions: [{ cweId: 'CWE-79', description: canary }] }];
    const cna = { title: canary, datePublic: '2026-01-01', problemTypes, metrics: [] };
    sendJson(response, { cveMetadata: { cveId, state: 'PUBLISHED' }, containers: { cna } });
  };
  const isGap = ({ id, aliases, cwes }: Advisory) =>
    cwes.length === 0 && [id, ...aliases].some((each) => each.startsWith('CVE-'));
  const gaps = (advisories: readonly Advisory[] = []) => advisories.filter(isGap).length;
  expect(gaps(shipped.products.get('magento')?.advisories.advisories)).toBeGreaterThan(60);
  const { dir } = await refreshFrom(handler, { sources: cve });
  expect(gaps(filesOf(dir, 'magento').advisories.advisories)).toBe(0);
  expect((await refreshFrom(handler, { sources: cve, dir })).changed).toEqual([]);
});

describe('what cannot be used', () => {
  const reversed = advisory('GHSA-rrrr-rrrr-rrrr', {
    ranges: [{ introduced: '2.2.5', fixed: '2.2.1', lastAffected: null }],
  });

  test('a reversed range of a new flaw leaves the files of that product as they are, and no others', async () => {
    const { dir, failures } = await refreshFrom(
      sayWith((said) => {
        sayNews(said);
        addTo(said, 'OSV', osvRecord(reversed, 'sylius/sylius'));
      }),
    );
    expect(Object.keys(newLines(dir))).toEqual(['releases/shopware6.json']);
    expect(failures).toEqual([
      expect.stringMatching(
        /^sylius was not refreshed: GHSA-rrrr-rrrr-rrrr: .*cannot be read.* Remedy: add it to advisories\/sylius\.json by hand/,
      ),
    ]);
  });

  test('does not stand in the way once the flaw ships', async () => {
    const dir = copySnapshot();
    const file = join(dir, 'advisories/sylius.json');
    const byHand = { ...reversed, ranges: [{ introduced: '2.2.1', fixed: '2.2.5', lastAffected: null }] };
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/\n {2}\]\n\}\n$/, `,\n    ${JSON.stringify(byHand)}\n  ]\n}\n`),
    );
    const { failures } = await refreshFrom(
      sayWith((said) => addTo(said, 'OSV', osvRecord(reversed, 'sylius/sylius'))),
      { dir },
    );
    expect(failures).toEqual([]);
    expect(filesOf(dir, 'sylius').releases.dataOn).toBe('2026-11-20');
  });

  test('a reversed range in a file of ours is named, and nothing of that product is written', async () => {
    const dir = copySnapshot();
    const file = join(dir, 'advisories/sylius.json');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        /"introduced":"[^"]*","fixed":"[^"]+"/,
        '"introduced":"9.9.9","fixed":"1.0.0"',
      ),
    );
    const before = textsOf(dir);
    const { failures } = await refreshFrom(sayWith(sayNews), { dir });
    expect(failures).toEqual([
      expect.stringMatching(
        /^sylius was not refreshed: advisories\/sylius\.json: \S+: \{"introduced":"9\.9\.9".* is malformed or reversed\. Remedy: /,
      ),
    ]);
    for (const name of ['releases/sylius.json', 'support/sylius.json', 'advisories/sylius.json']) {
      expect(textsOf(dir)[name]).toBe(before[name]);
    }
  });
});

/** A document of Packagist that has lost all but its last entry, the lowest version. */
function oldestOnly(document: unknown): unknown {
  const text = JSON.stringify(document);
  return JSON.parse(`${text.slice(0, text.indexOf('[') + 1)}${text.slice(text.lastIndexOf('{'))}`);
}

describe('sources that have lost everything', () => {
  test('valid and empty answers take nothing away and confirm nothing', async () => {
    const { dir } = await refreshFrom(
      sayWith((said) => {
        said.set('OSV', []);
        for (const key of [...said.keys()].filter((name) => name.startsWith('GET /p2/'))) {
          said.set(key, oldestOnly(said.get(key)));
        }
        said.set('GET /changelog/index.json', ['6.1.0']);
      }),
    );
    const gone = Object.entries(textsOf(dir)).flatMap(([name, text]) => linesBeyond(whatShips[name], text));
    expect(gone).toEqual([]);
    for (const product of ['sylius', 'shopware6']) expect(filesOf(dir, product).releases.dataOn).toBe('2026-08-22');
  });

  test('that every branch has ended at once is not believed', async () => {
    const { dir, failures } = await refreshFrom(
      sayWith((said) => {
        const lines = JSON.stringify(said.get('GET /api/v1/products/sylius/'));
        said.set('GET /api/v1/products/sylius/', JSON.parse(lines.replaceAll('"isEol":false', '"isEol":true')));
      }),
    );
    expect(textsOf(dir)['support/sylius.json']).toBe(whatShips['support/sylius.json']);
    expect(filesOf(dir, 'sylius').releases.dataOn).toBe('2026-08-22');
    expect(failures).toEqual([
      expect.stringMatching(/^sylius: endoflife\.date says that every branch has ended.*Remedy: /),
    ]);
  });

  test('with every source down nothing changes, and each is named with its remedy', async () => {
    const { dir, report, failures, changed } = await refreshFrom((_, response) => response.writeHead(503).end());
    expect(report).toEqual(['No source could be asked.']);
    expect(changed).toEqual([]);
    expect(textsOf(dir)).toEqual(whatShips);
    const names = [
      'OSV',
      'GitHub Advisory Database',
      'CISA Known Exploited Vulnerabilities',
      'endoflife.date',
      'Packagist metadata',
      'Shopware releases',
    ];
    expect(failures).toEqual(
      names.map((name) => expect.stringMatching(new RegExp(`^${name}: .*answered 503.*Remedy: `))),
    );
  });
});

describe('a release without a day', () => {
  const plugins = (base: string): Sources => ({ advisories: [], releases: [createWordpressPlugins({ base })] });
  const listed =
    (...versions: string[]): Handler =>
    (_, response) => {
      const body = { version: versions[0], versions: Object.fromEntries(versions.map((version) => [version, canary])) };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
  const known = shipped.products.get('woocommerce')?.releases.releases.map(({ version }) => version) ?? [];

  test('was not out on the last day that the facts are complete for, and counts from the next', async () => {
    const { dir } = await refreshFrom(listed('99.1.0', ...known), { sources: plugins });
    expect(newLines(dir)['releases/woocommerce.json']).toContain(
      '    {"version":"99.1.0","date":null,"countsFrom":"2026-08-23","security":null},',
    );
    const facts = factsOf('woocommerce', filesOf(dir, 'woocommerce'));
    const outOn = (day: string) => standingOn(facts, day, false).releases.some(({ version }) => version === '99.1.0');
    expect([outOn('2026-08-22'), outOn('2026-08-23')]).toEqual([false, true]);
    const again = await refreshFrom(listed('99.1.0', ...known), {
      sources: plugins,
      dir,
      now: '2026-12-20T06:00:00.000Z',
    });
    expect(again.changed).toEqual([]);
  });

  test('of an old line is no newcomer: it counts as all others without a day do', async () => {
    const { dir } = await refreshFrom(listed(known[0] ?? '', '3.0.0'), { sources: plugins });
    expect(newLines(dir)['releases/woocommerce.json']).toContain('    {"version":"3.0.0","date":null,"security":null}');
  });

  test('that is known by the day of a past look stays out when the facts become newer', async () => {
    const dir = copySnapshot();
    const file = join(dir, 'releases/sylius.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/("releases": \[\n {4}\{"version":"[^"]+","date":)"[^"]+"/, '$1null'));
    const said = sayWhatShips(readSnapshot(dir));
    await refreshFrom(answerWith(said), { dir });
    const { dataOn, undatedOn } = filesOf(dir, 'sylius').releases;
    expect({ dataOn, undatedOn }).toEqual({ dataOn: '2026-11-20', undatedOn: '2026-08-22' });
  });
});

test('the demo is judged as of the oldest day for which all facts are complete', () => {
  const { products, exploited } = readSnapshot(join(root, 'src/snapshot'));
  const days = [...products.values()].map(({ releases }) => releases.dataOn);
  expect(embeddedOn()).toBe([...days, exploited.dataOn].sort()[0]);
});

test('a run that was killed between its two renames is put right by the next', async () => {
  const dir = copySnapshot();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  mkdirSync(join(dir, '../.build'));
  renameSync(dir, join(dir, `../.build/snapshot-previous-${pid}`));
  await refreshFrom(answerWith(sayWhatShips(shipped)), { dir, now: sameDay });
  expect(textsOf(dir)).toEqual(whatShips);
  expect(existsSync(join(dir, '../.build'))).toBe(false);
});

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/refresh.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, GITHUB_TOKEN: '' },
    });

  test.each([
    ['an unknown option', ['--dryrun']],
    ['a folder that holds no facts', ['--snapshot', 'docs']],
    ['a missing sites.yaml', ['--config', 'no-such.yaml']],
  ])('ends with 2 for %s', (_, args) => {
    const { status, stderr } = run(...args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/\S/) });
  });
});
