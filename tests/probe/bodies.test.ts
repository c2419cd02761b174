import { brotliCompressSync, constants, createBrotliCompress, createGzip, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { firstPaths, openShop, probe, type TestShop } from './servers.ts';

const MiB = 1024 * 1024;
const grüße = Buffer.from('<p>Grüße</p>');

function serve(body: Buffer | string, headers: Record<string, string | string[]> = {}): Promise<TestShop> {
  return openShop((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body),
  );
}

/** What so many zero bytes compress to, made without holding them. */
async function bomb(
  compressor: ReturnType<typeof createGzip> | ReturnType<typeof createBrotliCompress>,
  bytes: number,
): Promise<Buffer> {
  const packed: Buffer[] = [];
  compressor.on('data', (chunk: Buffer) => packed.push(chunk));
  const zeros = Buffer.alloc(MiB);
  for (let left = bytes; left > 0; left -= MiB) {
    if (!compressor.write(zeros)) await new Promise((resolve) => compressor.once('drain', resolve));
  }
  await new Promise((resolve) => compressor.on('end', resolve).end());
  return Buffer.concat(packed);
}

describe('hashes', () => {
  // Expected values: printf ... | sha256sum
  it.each([
    ['a\r\nb\n', '953bba9ac9726eaea07e844abcf144a0afe998039257c7a88b6665819597f39d'],
    ['a\nb\n', '911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2'],
    ['\ufeffa\r\nb\n', 'afa22083a9a58d53055ffea359e8b6185c59e53674c69adb47cb0d0e895e36a5'],
  ])('of %j', async (body, sha256) => {
    const shop = await serve(body);
    expect((await probe(shop.url)).exchanges[0]).toMatchObject({
      sha256,
      sha256Lf: '911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2',
      body: body.replace('\ufeff', ''),
    });
  });

  it('are taken after content-encoding', async () => {
    const shop = await serve(gzipSync('a\nb\n'), { 'content-encoding': 'gzip' });
    expect((await probe(shop.url)).exchanges[0]?.sha256).toBe(
      '911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2',
    );
  });

  it('stay for binary bodies, whose text is empty', async () => {
    const shop = await serve(Buffer.from('\x89PNG', 'latin1'), { 'content-type': 'image/png' });
    expect((await probe(shop.url)).exchanges[0]).toMatchObject({
      body: '',
      sha256: '0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543',
    });
  });
});

describe('encodings', () => {
  it.each([
    ['gzip', gzipSync(grüße)],
    ['x-gzip', gzipSync(grüße)],
    ['GZIP', gzipSync(grüße)],
    ['br', brotliCompressSync(grüße)],
    ['identity', grüße],
    ['gzip, identity', gzipSync(grüße)],
  ])('%s is read', async (encoding, body) => {
    const shop = await serve(body, { 'content-encoding': encoding });
    expect((await probe(shop.url)).exchanges[0]?.body).toBe('<p>Grüße</p>');
  });

  it.each([
    ['gzip, gzip', gzipSync(gzipSync(grüße))],
    ['br, gzip', gzipSync(brotliCompressSync(grüße))],
    ['zstd', grüße],
    ['deflate', grüße],
    ['constructor', grüße],
    ['gzip', grüße],
    ['br', Buffer.from('this is no brotli at all')],
  ])('%s with a body that was not asked for is a bad response', async (encoding, body) => {
    const shop = await serve(body, { 'content-encoding': encoding });
    expect(await probe(shop.url)).toMatchObject({ outcome: 'unreachable', problems: [{ code: 'bad-response' }] });
  });

  it('nested by two headers are refused as well', async () => {
    const shop = await serve(gzipSync(gzipSync(grüße)), { 'content-encoding': ['gzip', 'gzip'] });
    expect((await probe(shop.url)).problems[0]?.code).toBe('bad-response');
  });

  it.each([
    ['gzip', gzipSync(grüße).subarray(0, -4)],
    ['br', brotliCompressSync(grüße).subarray(0, -1)],
  ])('%s that ends too early keeps its text and has no hash', async (encoding, body) => {
    const shop = await serve(body, { 'content-encoding': encoding });
    const seen = await probe(shop.url);
    expect(seen.outcome).toBe('seen');
    expect(seen.exchanges[0]).toMatchObject({ sha256: null, sha256Lf: null });
  });
});

describe('caps', () => {
  it('cut a long page and drop its hashes', async () => {
    const shop = await serve(`<title>Shop</title>${'x'.repeat(5 * MiB)}`);
    const [home] = (await probe(shop.url)).exchanges;
    expect(home?.body).toHaveLength(4 * MiB);
    expect(home).toMatchObject({ status: 200, sha256: null, sha256Lf: null });
  });

  it('leave a page of just that length whole', async () => {
    const shop = await serve('x'.repeat(1000));
    const [home] = (await probe(shop.url, { limits: { inflatedBytes: 1000 } })).exchanges;
    expect(home?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('end a visit whose pages fill them together', async () => {
    const shop = await serve('x'.repeat(1000));
    await probe(shop.url, { paths: ['/a', '/b', '/c'], limits: { keptChars: 2500 } });
    expect(shop.paths()).toEqual([...firstPaths, '/', '/a', '/b']);
  });

  it('end an endless body', async () => {
    const shop = await openShop((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
      };
      response.writeHead(200, { 'content-type': 'text/html' }).on('drain', more);
      more();
    });
    const seen = await probe(shop.url, { paths: ['/a'] });
    expect(seen.exchanges.map(({ body, sha256 }) => [body.length, sha256])).toEqual([
      [4 * MiB, null],
      [4 * MiB, null],
    ]);
  });

  it('end a body that declares a gigabyte', async () => {
    const shop = await openShop((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': `${1024 * MiB}` });
      response.write(Buffer.alloc(5 * MiB, 'x'));
    });
    expect((await probe(shop.url)).exchanges[0]?.body).toHaveLength(4 * MiB);
  });

  it.each([
    ['gzip', () => bomb(createGzip(), 512 * MiB)],
    ['br', () => bomb(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }), 512 * MiB)],
  ])('hold against a %s bomb of half a gigabyte', async (encoding, make) => {
    const shop = await serve(await make(), { 'content-encoding': encoding });
    const before = process.memoryUsage().rss;
    const seen = await probe(shop.url);
    expect(seen.exchanges[0]?.body).toHaveLength(4 * MiB);
    expect(seen.exchanges[0]?.sha256).toBeNull();
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * MiB);
  });

  it('count compressed bytes of their own', async () => {
    const noise = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 2654435761) % 251));
    const shop = await serve(gzipSync(noise, { level: 0 }), {
      'content-encoding': 'gzip',
      'content-type': 'text/plain; charset=latin1',
    });
    const [home] = (await probe(shop.url, { limits: { compressedBytes: 50_000 } })).exchanges;
    expect(home?.body.length).toBeGreaterThan(0);
    expect(home?.body.length).toBeLessThanOrEqual(50_000);
    expect(home?.sha256).toBeNull();
  });
});
