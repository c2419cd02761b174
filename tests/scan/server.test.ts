import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import type { Site } from '../../src/model/site.ts';
import { scanSites } from '../../src/scan/index.ts';
import { locateServer } from '../../src/scan/server.ts';
import { openStore } from '../../src/store.ts';
import { openShop } from '../probe/servers.ts';

function siteAt(url: string): Site {
  const { sites } = parseConfig(
    `title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n  - { id: shop, url: "${url}" }\n`,
    'sites.yaml',
  );
  const [site] = sites;
  if (site === undefined) throw new Error('No site');
  return site;
}

describe('the server of a site', () => {
  it('is its address, whatever its name; the visit need not ask for that once more', async () => {
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return ['198.51.100.9', '198.51.100.7'];
    };
    const one = await locateServer(siteAt('https://one.example.com/'), resolve);
    const two = await locateServer(siteAt('https://two.example.org/shop/'), resolve);
    expect([one.key, two.key]).toEqual(['198.51.100.7', '198.51.100.7']);
    expect(await one.resolve('one.example.com')).toEqual(['198.51.100.9', '198.51.100.7']);
    expect(asked).toEqual(['one.example.com', 'two.example.org']);
    await one.resolve('one.example.com');
    await two.resolve('www.two.example.org');
    expect(asked.slice(2)).toEqual(['one.example.com', 'www.two.example.org']);
  });

  it('is its name where the name has no address: the visit tells why', async () => {
    const site = siteAt('https://gone.example.com/');
    const fail = () => Promise.reject(new Error('no such name'));
    expect(await locateServer(site, fail)).toEqual({ key: 'gone.example.com', resolve: fail });
    expect((await locateServer(site, async () => [])).key).toBe('gone.example.com');
  });

  it.each(['http://localhost:4400/', 'http://127.0.0.1:4400/', 'http://[::1]:4400/'])(
    'is host and port where nobody is asked: %s',
    async (url) => {
      const resolve = () => Promise.reject(new Error('asked'));
      expect((await locateServer(siteAt(url), resolve)).key).toBe(new URL(url).host);
    },
  );
});

describe('a scan of many shops on one server', () => {
  it('visits at most four of them at a time', async () => {
    let [going, most] = [0, 0];
    const shops = await openShop((_, response) => {
      going += 1;
      most = Math.max(most, going);
      setTimeout(() => {
        going -= 1;
        response.end('<!doctype html><title>Shop</title>');
      }, 5);
    });
    const sites = Array.from(
      { length: 30 },
      (_, i) => `  - { id: s-${i}, url: "${shops.url}s-${i}/", allowPrivate: true }\n`,
    );
    const head = 'title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n';
    const { failures } = await scanSites({
      config: parseConfig(head + sites.join(''), 'sites.yaml'),
      store: openStore(await mkdtemp(join(tmpdir(), 'patchproof-server-'))),
      now: '2026-08-22T10:00:00.000Z',
      past: true,
      http: null,
      only: [],
    });
    expect(failures).toEqual([]);
    expect(most).toBe(4);
  });
});
