import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadConfig, parseConfig } from '../../src/config/index.ts';

const path = fileURLToPath(new URL('../../sites.yaml', import.meta.url));

it('the shipped sites.yaml lists the eight demo shops', async () => {
  const { demo, title, url, contact, sites } = await loadConfig(path);
  expect({ demo, title, url, contact }).toEqual({
    demo: true,
    title: 'Patchproof demo',
    url: 'https://status.example.com/',
    contact: 'status@example.com',
  });
  expect(sites.map((site) => site.id)).toEqual([
    'corner-books',
    'north-bikes',
    'lantern-garden',
    'old-town-tea',
    'silver-thread',
    'harbour-wines',
    'paper-kites',
    'alpine-outdoor',
  ]);
  for (const site of sites) {
    expect(site).toMatchObject({ url: `http://${site.id}.localhost:4400/`, allowPrivate: true, disclosure: 'full' });
    expect(site.maintainer?.email).toMatch(/@(?:[a-z]+\.example|example\.com)$/);
  }
});

it("on the data's date, 2026-08-22, one promise of the demo is overdue and one is not", async () => {
  const { sites } = await loadConfig(path);
  const promises = sites.flatMap((site) => (site.promise ? [[site.id, site.promise.by]] : []));
  expect(promises).toEqual([
    ['north-bikes', '2026-08-10'],
    ['lantern-garden', '2026-08-28'],
  ]);
});

it("removing `demo: true` and listing one's own site as its comment shows is all it takes", () => {
  const text = readFileSync(path, 'utf8');
  const entry = /^# {3}(- \{ id: .+ \})$/m.exec(text)?.[1];
  const own = `${text.replace('demo: true\n', '').slice(0, text.indexOf('sites:') - 'demo: true\n'.length)}sites:\n  ${entry}\n`;
  const config = parseConfig(own, 'sites.yaml');
  expect(config.demo).toBe(false);
  expect(config.sites).toMatchObject([{ id: 'my-shop', url: 'https://shop.example/', allowPrivate: false }]);
});
