import { createHash } from 'node:crypto';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDemo, startDemo } from '../../demo/index.ts';
import { shops } from '../../demo/shops/index.ts';

interface Answer {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}

async function ask(port: number, host: string, path = '/'): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host } }, resolve).on('error', reject);
  });
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += chunk;
  return { status: response.statusCode, headers: response.headers, body };
}

let demo: Awaited<ReturnType<typeof startDemo>>;
beforeAll(async () => {
  demo = await startDemo({ port: 0 });
});
afterAll(() => demo.stop());

const askShop = (id: string, path = '/') => ask(demo.port, `${id}.localhost:${demo.port}`, path);

describe('the demo shops', () => {
  it('are the eight of sites.yaml', () => {
    expect(shops.map((shop) => shop.id)).toEqual([
      'alpine-outdoor',
      'corner-books',
      'harbour-wines',
      'lantern-garden',
      'north-bikes',
      'old-town-tea',
      'paper-kites',
      'silver-thread',
    ]);
  });

  it.each([
    ['corner-books', 'en', '9.1.4'],
    ['north-bikes', 'gb', '8.2.5'],
  ])('%s names its cookie as PrestaShop does', async (id, language, version) => {
    const home = await askShop(id);
    expect(home.status).toBe(302);
    expect(home.headers.location).toBe(`http://${id}.localhost:${demo.port}/${language}/`);
    expect(home.headers['set-cookie']).toBeUndefined();
    const page = await askShop(id, `/${language}/`);
    const name = `PrestaShop-${createHash('md5').update(`${version}ps-s1${id}.localhost`).digest('hex')}`;
    expect(page.headers['set-cookie']?.[1]).toMatch(new RegExp(`^${name}=.*; domain=${id}\\.localhost;`));
    expect(page.body).not.toContain(version);
    expect(await askShop(id, '/js/tools.js')).toMatchObject({ status: 200, body: 'file_not_found' });
  });

  it('alpine-outdoor states both of its versions, each in two places', async () => {
    const home = await askShop('alpine-outdoor', '/?from=mail');
    expect(home.headers.link).toBe(`<http://alpine-outdoor.localhost:${demo.port}/wp-json/>; rel="https://api.w.org/"`);
    expect(home.body).toContain('<meta name="generator" content="WordPress 6.9.7" />');
    expect(home.body).toContain('<meta name="generator" content="WooCommerce 11.1.2" />');
    expect((await askShop('alpine-outdoor', '/feed/')).body).toContain('<generator>https://wordpress.org/?v=6.9.7<');
    const readme = await askShop('alpine-outdoor', '/wp-content/plugins/woocommerce/readme.txt');
    expect(readme.headers['content-type']).toBe('text/plain');
    expect(/^= (\S+)/m.exec(readme.body)?.[1]).toBe('11.1.2');
  });

  it('lantern-garden tells its line and no more', async () => {
    expect(await askShop('lantern-garden', '/magento_version')).toMatchObject({ body: 'Magento/2.3 (Community)' });
    expect((await askShop('lantern-garden', '/static/version1/mage/validation.js')).status).toBe(404);
  });

  it('old-town-tea shows OpenCart 4 without a number', async () => {
    const home = await askShop('old-town-tea');
    expect(home.headers['set-cookie']?.[0]).toMatch(/^OCSESSID=/);
    expect(home.body).toContain('href="catalog/view/stylesheet/bootstrap.css"');
    expect(home.body).not.toMatch(/OpenCart[^<]*\d/);
    expect((await askShop('old-town-tea', '/robots.txt')).status).toBe(404);
  });

  it('silver-thread says nowhere what it runs', async () => {
    const home = await askShop('silver-thread');
    expect(home.headers['set-cookie']?.[0]).toMatch(/^AC_SF_[0-9A-F]{10}=/);
    expect(home.headers['x-powered-by']).toBeUndefined();
    expect(home.body).not.toMatch(/generator|abantecart/i);
    const denied = await askShop('silver-thread', '/admin/view/default/stylesheet/stylesheet.css');
    expect(denied.status).toBe(403);
    expect(denied.headers['set-cookie']).toBeUndefined();
  });

  it.each(['/', '/robots.txt', '/feed/'])('harbour-wines challenges whoever asks for %s', async (path) => {
    const page = await askShop('harbour-wines', path);
    expect(page.status).toBe(403);
    expect(page.headers['cf-mitigated']).toBe('challenge');
  });

  it('paper-kites shows Shopify in headers, cookies and markup', async () => {
    const home = await askShop('paper-kites');
    expect(home.headers['x-shopid']).toBe('58800000000');
    expect(home.headers['set-cookie']?.[0]).toMatch(/^_shopify_y=/);
    expect(home.body).toContain('Shopify.theme = ');
  });

  it.each(shops.filter((shop) => shop.id !== 'harbour-wines').map((shop) => shop.id))(
    '%s has a page of its own for what is missing, and fills in every link',
    async (id) => {
      const missing = await askShop(id, '/no-such-page');
      expect(missing.status).toBe(404);
      expect(missing.body).toContain(`http://${id}.localhost:${demo.port}/`);
      expect(missing.body).not.toMatch(/\{(?:origin|host|port)\}/);
    },
  );
});

describe('the demo server', () => {
  it('answers 404 for a host that is no shop, and links the shops', async () => {
    for (const host of [
      'localhost',
      `127.0.0.1:${demo.port}`,
      'no-such-shop.localhost',
      'corner-books.localhost.example',
    ]) {
      expect((await ask(demo.port, host)).status).toBe(404);
    }
    expect((await ask(demo.port, 'localhost:4322')).body).toContain('href="http://corner-books.localhost:4322/"');
  });

  it('never repeats an unknown host', async () => {
    expect((await ask(demo.port, '"><script>.localhost')).body).not.toContain('<script>');
  });

  it('is told from any other server, on any host', async () => {
    const other = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await isDemo(port)).toBe(false);
    await new Promise((resolve) => other.close(resolve));
    expect(await isDemo(port)).toBe(false);
    expect(await isDemo(demo.port)).toBe(true);
    expect((await ask(demo.port, 'corner-books.localhost', '/.well-known/patchproof-demo')).status).toBe(200);
  });

  it('runs twice at once, and frees its port', async () => {
    const second = await startDemo({ port: 0 });
    expect(second.port).not.toBe(demo.port);
    expect(await isDemo(second.port)).toBe(true);
    await second.stop();
    expect(await isDemo(second.port)).toBe(false);
    expect(await isDemo(demo.port)).toBe(true);
  });

  it('rejects when its port is taken', async () => {
    await expect(startDemo({ port: demo.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
