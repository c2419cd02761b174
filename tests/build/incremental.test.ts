import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, lstat, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashProgram, programParts } from '../../scripts/program-version.ts';
import type { ListedSite, Listing } from '../../src/model/state.ts';
import { openStore, type Store } from '../../src/store.ts';
import { copyFixture, makeFolder, readFolder, runBuild } from './built.ts';

const run = promisify(execFile);

let folder: string;
let data: string;
let out: string;
let store: Store;

beforeAll(async () => {
  folder = await makeFolder();
  data = await copyFixture(join(folder, 'data'), 'https://shops.example.org/');
  // inside of the project, as most are: only there are files of the former build given a second name
  out = resolve('.build', basename(folder), 'out');
  store = openStore(data);
  await runBuild(data, out);
});

afterAll(async () => {
  await rm(resolve('.build', basename(folder)), { recursive: true, force: true });
  await rm(folder, { recursive: true });
});

/** Files of a build that are not the same, byte for byte. */
function differences(a: Map<string, Buffer>, b: Map<string, Buffer>): string[] {
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return names.filter((name) => a.get(name)?.equals(b.get(name) ?? Buffer.alloc(0)) !== true);
}

/** What a build of the same data gives that finds no other one in its place. */
async function buildCold(): Promise<Map<string, Buffer>> {
  const cold = join(folder, 'cold');
  await rm(cold, { recursive: true, force: true });
  await runBuild(data, cold);
  return readFolder(cold);
}

async function changeListing(edit: (listing: Listing) => Listing): Promise<void> {
  const listing = await store.readListing();
  if (listing === null) throw new Error('no sites.json');
  await store.writeListing(edit(listing));
}

function changeSite(listing: Listing, id: string, part: Partial<ListedSite>): Listing {
  return { ...listing, sites: listing.sites.map((site) => (site.id === id ? { ...site, ...part } : site)) };
}

/** One fact after the other; each change stays for the next one. `kept`: pages that are taken as they were. */
const changes: { what: string; make: () => Promise<void>; kept: 'most' | 'none' }[] = [
  {
    what: 'a report',
    make: async () => {
      const report = await store.readReport('juniper');
      if (report !== null) await store.writeReport({ ...report, requests: report.requests + 1 });
    },
    kept: 'most',
  },
  {
    what: 'a promise of the listing',
    make: () => changeListing((listing) => changeSite(listing, 'lantern', { promise: { by: '2026-11-29' } })),
    kept: 'most',
  },
  {
    what: 'a time of check, and the instant of the run',
    make: async () => {
      const asOf = '2026-11-22T16:05:00.000Z';
      const checks = await store.readChecks();
      if (checks === null) throw new Error('no checks.json');
      const sites = { ...checks.sites, lantern: { checkedAt: asOf, seenAt: asOf } };
      await store.writeChecks({ ...checks, asOf, sites });
    },
    kept: 'most',
  },
  {
    what: 'a history that ends earlier',
    make: async () => {
      const lines = await store.readHistoryLines('old-mill');
      await store.writeHistoryLines('old-mill', lines.slice(0, -1));
    },
    kept: 'most',
  },
  {
    what: 'releases of a product',
    make: () =>
      store.writeProduct({
        schemaVersion: 1,
        product: 'prestashop',
        releases: [{ version: '8.1.4', security: true, date: '2026-11-02' }],
      }),
    kept: 'most',
  },
  {
    what: 'a level of disclosure',
    make: () => changeListing((listing) => changeSite(listing, 'copper', { disclosure: 'answer-only' })),
    kept: 'most',
  },
  {
    what: 'the address that all is published at',
    make: () => changeListing((listing) => ({ ...listing, url: 'https://example.org/deep/' })),
    kept: 'none',
  },
  {
    what: 'the languages',
    make: () => changeListing((listing) => ({ ...listing, languages: ['de', 'en'] })),
    kept: 'none',
  },
];

const isSitePage = (path: string) => /(?:^|\/)sites\/[^/]+\/index\.html$/.test(path);

/** When each page of a site was written: one that is taken over keeps its time. */
async function datePages(): Promise<Map<string, number>> {
  const paths = [...(await readFolder(out)).keys()].filter(isSitePage);
  const dated = paths.map(async (path): Promise<[string, number]> => [path, (await stat(join(out, path))).mtimeMs]);
  return new Map(await Promise.all(dated));
}

describe('a build in the place of another one', () => {
  it.each(changes)('is what a first one would be after a change of $what', async ({ make, kept }) => {
    const before = await datePages();
    await make();
    await runBuild(data, out);
    expect(differences(await readFolder(out), await buildCold())).toEqual([]);
    const after = await datePages();
    const same = [...after].filter(([path, time]) => before.get(path) === time).length;
    expect(kept === 'none' ? same === 0 : same > after.size / 2 && same < after.size, `${same} kept`).toBe(true);
  });

  it('shows nothing of one that was killed', async () => {
    const report = await store.readReport('lantern');
    if (report === null) throw new Error('no report');
    const good = await readFolder(out);
    await store.writeReport({ ...report, requests: 99 });
    const child = spawn(process.execPath, ['scripts/build.ts', '--data', data, '--out', out], { stdio: 'ignore' });
    const next = resolve(out, '..', '.build', `out-next-${child.pid}`, 'sites', 'lantern', 'index.html');
    while (child.exitCode === null && !existsSync(next)) await new Promise((done) => setTimeout(done, 2));
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    await store.writeReport(report);
    await runBuild(data, out);
    expect(differences(await readFolder(out), good)).toEqual([]);
  });

  it('makes anew what was altered, removed or linked elsewhere since', async () => {
    const good = await readFolder(out);
    const site = join(out, 'sites', 'lantern');
    const page = await readFile(join(site, 'index.html'), 'utf8');
    await writeFile(join(site, 'index.html'), page.replace('</h1>', '?</h1>'));
    await writeFile(join(site, 'badge.svg'), 'another');
    await rm(join(out, 'sites', 'juniper'), { recursive: true });
    const copper = join(out, 'sites', 'copper', 'index.html');
    await cp(copper, join(folder, 'copper.html'));
    await rm(copper);
    await symlink(join(folder, 'copper.html'), copper);
    await runBuild(data, out);
    expect(differences(await readFolder(out), good)).toEqual([]);
    expect((await lstat(copper)).isSymbolicLink()).toBe(false);
  });
});

describe('two builds of one process', () => {
  it('show what the data say at each of them', async () => {
    const listing = join(data, 'sites.json');
    const page = join(folder, 'again', 'sites', 'lantern', 'index.html');
    const program = `
      import { readFileSync, writeFileSync } from 'node:fs';
      import { buildSite } from './scripts/build.ts';
      const given = ${JSON.stringify({ data, out: join(folder, 'again') })};
      const build = async () => {
        await buildSite({ ...given, log: () => {} });
        return readFileSync(${JSON.stringify(page)}, 'utf8').includes('Another Lantern');
      };
      const before = await build();
      const text = readFileSync(${JSON.stringify(listing)}, 'utf8');
      writeFileSync(${JSON.stringify(listing)}, text.replace(/"name": ?"Lantern/, '"name":"Another Lantern'));
      console.log(before, await build());
      writeFileSync(${JSON.stringify(listing)}, text);
    `;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
    expect(stdout).toBe('false true\n');
  });
});

describe('another program', () => {
  it('takes nothing of what the former one made', async () => {
    const project = join(folder, 'project');
    // packages are linked below
    for (const part of programParts.filter((one) => !one.startsWith('node_modules'))) {
      await cp(part, join(project, part), { recursive: true });
    }
    await symlink(resolve('node_modules'), join(project, 'node_modules'));
    const build = (to: string) =>
      run(process.execPath, ['scripts/build.ts', '--data', data, '--out', to], { cwd: project });
    await build('dist');
    const wording = join(project, 'src', 'views', 'wording', 'de.ts');
    const text = await readFile(wording, 'utf8');
    const changed = text.replace("question: 'Nutzt", "question: 'Sag: nutzt");
    expect(changed).not.toBe(text);
    await writeFile(wording, changed);
    await build('dist');
    await build('cold');
    const files = await readFolder(join(project, 'dist'));
    expect(differences(files, await readFolder(join(project, 'cold')))).toEqual([]);
    expect(files.get('sites/lantern/index.html')?.toString()).toContain('Sag: nutzt');
  });

  it.each([
    'src/views/wording/de.ts',
    'src/components/shape.astro',
    'src/styles/page.css',
    'scripts/build.ts',
    'astro.config.mjs',
    'package-lock.json',
    'node_modules/.package-lock.json',
  ])('is one where a byte of %s is another', async (path) => {
    const project = join(folder, 'hashed');
    await mkdir(join(project, path, '..'), { recursive: true });
    await writeFile(join(project, path), 'one');
    const first = hashProgram(project);
    expect(hashProgram(project)).toBe(first);
    await writeFile(join(project, path), 'two');
    const second = hashProgram(project);
    expect(second).not.toBe(first);
    await rm(join(project, path));
    expect([first, second]).not.toContain(hashProgram(project));
  });
});
