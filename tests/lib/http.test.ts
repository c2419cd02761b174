import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { InvalidResponseError, UnreachableError } from '../../src/lib/errors.ts';
import { faults } from './faults.ts';
import { quickHttp, sendJson, serve } from './serve.ts';

const schema = z.object({ result: z.object({ name: z.string() }) });
const good = { result: { name: 'seven', extra: true }, unknown: [1] };
const ask = { source: 'example', schema };

describe('a good answer', () => {
  test('is parsed, unknown fields accepted, its validators kept', async () => {
    const { base, hits } = await serve((_, response) =>
      sendJson(response, good, { etag: 'W/"a1"', 'last-modified': 'Fri, 07 Aug 2026 10:00:00 GMT' }),
    );
    const answer = await quickHttp().http.getJson(`${base}/doc`, ask);
    expect(answer).toEqual({
      status: 'fresh',
      data: { result: { name: 'seven' } },
      validators: { etag: 'W/"a1"', lastModified: 'Fri, 07 Aug 2026 10:00:00 GMT' },
    });
    expect(hits[0]?.headers).toMatchObject({
      'user-agent': 'Patchproof-test (+mailto:test@example.org)',
      'accept-encoding': 'gzip',
    });
    expect(hits[0]?.headers).not.toHaveProperty('if-none-match');
  });

  test('may be compressed', async () => {
    const { base } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'GZIP' });
      response.end(gzipSync(JSON.stringify(good)));
    });
    expect(await quickHttp().http.getJson(base, ask)).toMatchObject({ data: { result: { name: 'seven' } } });
  });

  test('to a POST carries what was asked', async () => {
    const { base, hits } = await serve((_, response) => sendJson(response, good));
    expect(await quickHttp().http.postJson(base, { queries: [1] }, ask)).toEqual({ result: { name: 'seven' } });
    expect(hits[0]).toMatchObject({ method: 'POST', body: '{"queries":[1]}' });
    expect(hits[0]?.headers['content-type']).toBe('application/json');
  });
});

describe('an unchanged document', () => {
  test('is not sent again', async () => {
    const { base, hits } = await serve((_, response) => response.writeHead(304).end());
    const validators = { etag: '"a1"', lastModified: 'Fri, 07 Aug 2026 10:00:00 GMT' };
    expect(await quickHttp().http.getJson(base, { ...ask, validators })).toEqual({ status: 'unchanged' });
    expect(hits[0]?.headers).toMatchObject({ 'if-none-match': '"a1"', 'if-modified-since': validators.lastModified });
  });

  test('is refused where no copy was spoken of', async () => {
    const { base } = await serve((_, response) => response.writeHead(304).end());
    await expect(quickHttp().http.getJson(base, ask)).rejects.toThrow(InvalidResponseError);
  });
});

describe('a list of several pages', () => {
  test.each([
    '</doc?page=2>; rel="next", </doc?page=9>; rel="last"',
    '</doc?page=1>; rel="prev",</doc?page=2>;  rel=next',
  ])('names the next one: %s', async (link) => {
    const { base } = await serve((_, response) => sendJson(response, good, { link }));
    expect(await quickHttp().http.getJson(`${base}/doc`, ask)).toMatchObject({ next: `${base}/doc?page=2` });
  });

  test.each(['</doc?page=1>; rel="prev"', 'next', `<${'/'.repeat(5_000)}>; rel="next"`])('or none', async (link) => {
    const { base } = await serve((_, response) => sendJson(response, good, { link }));
    expect(await quickHttp().http.getJson(`${base}/doc`, ask)).not.toHaveProperty('next');
  });

  test.each(['https://elsewhere.example/', 'javascript:alert(1)', 'http://', 'blob:%BASE%/', '%USER%/'])(
    'never on another host',
    async (url) => {
      const { base } = await serve((_, response) => sendJson(response, good, { link: `<${fill(url)}>; rel="next"` }));
      const fill = (text: string) => text.replace('%BASE%', base).replace('%USER%', base.replace('//', '//mara@'));
      await expect(quickHttp().http.getJson(base, ask)).rejects.toThrow(/its next page is on another host/);
    },
  );
});

describe('what authorises', () => {
  const headers = { authorization: 'Bearer canary', 'x-other': 'kept' };

  test('follows a redirect on the same host, and is left behind on the way to another', async () => {
    const other = await serve((_, response) => sendJson(response, good));
    const { base, hits } = await serve((hit, response) => {
      const location = hit.path === '/moved' ? '/here' : `${other.base}/there`;
      response.writeHead(301, { location }).end();
    });
    await quickHttp().http.getJson(`${base}/moved`, { ...ask, headers });
    expect(hits.map((hit) => hit.headers.authorization)).toEqual(['Bearer canary', 'Bearer canary']);
    expect(other.hits[0]?.headers).not.toHaveProperty('authorization');
    expect(other.hits[0]?.headers).toMatchObject({ 'x-other': 'kept' });
  });
});

describe('faults', () => {
  test.each(faults)('$name', async ({ answer, error, says }) => {
    const { base } = await serve((_, response) => answer(response));
    const failed = await quickHttp({ deadlineMs: 500 })
      .http.getJson(`${base}/doc`, ask)
      .catch((reason: unknown) => reason);
    expect(failed).toBeInstanceOf(error);
    expect(failed).toMatchObject({ subject: 'example', url: `${base}/doc`, message: expect.stringMatching(says) });
    expect(failed).toMatchObject({ message: expect.stringMatching(/^example: http.*Remedy: /) });
  });

  test('a missing needed field is named by its path', async () => {
    const { base } = await serve((_, response) => sendJson(response, { result: { title: 'seven' } }));
    await expect(quickHttp().http.getJson(base, ask)).rejects.toThrow(/result\.name: .*expected string/);
  });

  test('a body that is not UTF-8, or compressed as nobody asked, is refused', async () => {
    const { base } = await serve((_, response, n) => {
      response.writeHead(200, { 'content-type': 'application/json', ...(n === 0 ? {} : { 'content-encoding': 'br' }) });
      response.end(Buffer.from([0x22, 0xff, 0x22]));
    });
    const { http } = quickHttp();
    await expect(http.getJson(base, ask)).rejects.toThrow(/not UTF-8/);
    await expect(http.getJson(base, ask)).rejects.toThrow(/encoded as br/);
  });

  test('validators that cannot be sent back are dropped', async () => {
    const { base } = await serve((_, response) => sendJson(response, good, { etag: `"${'x'.repeat(300)}"` }));
    expect(await quickHttp().http.getJson(base, ask)).toMatchObject({ validators: {} });
  });
});

describe('another attempt', () => {
  test('is made after 500, with jitter around a growing pause', async () => {
    const { base, hits } = await serve((_, response, n) =>
      n < 2 ? response.writeHead(500).end() : sendJson(response, good),
    );
    const { http, waits } = quickHttp({ backoffMs: 1_000 });
    expect(await http.getJson(base, ask)).toMatchObject({ status: 'fresh' });
    expect(hits).toHaveLength(3);
    expect(waits).toHaveLength(2);
    expect(waits[0]).toBeGreaterThanOrEqual(500);
    expect(waits[0]).toBeLessThan(1_500);
    expect(waits[1]).toBeGreaterThanOrEqual(1_000);
    expect(waits[1]).toBeLessThan(3_000);
  });

  test('waits as long as Retry-After says, in seconds or as a date', async () => {
    const { base } = await serve((_, response, n) => {
      if (n === 0) response.writeHead(429, { 'retry-after': '7' }).end();
      else if (n === 1) response.writeHead(503, { 'retry-after': 'Fri, 07 Aug 2026 10:00:20 GMT' }).end();
      else sendJson(response, good);
    });
    const { http, waits } = quickHttp({}, () => Date.parse('2026-08-07T10:00:00Z'));
    await http.getJson(base, ask);
    expect(waits).toEqual([7_000, 20_000]);
  });

  test('is not made when the answer will stay the same', async () => {
    for (const [status, asked] of [
      [404, '1'],
      [403, '1'],
      [429, '61'],
    ] as const) {
      const { base, hits } = await serve((_, response) => response.writeHead(status, { 'retry-after': asked }).end());
      await expect(quickHttp().http.getJson(base, ask)).rejects.toThrow(UnreachableError);
      expect(hits).toHaveLength(1);
    }
  });

  test('stops after two more', async () => {
    const { base, hits } = await serve((_, response) => response.writeHead(503).end());
    await expect(quickHttp().http.getJson(base, ask)).rejects.toThrow(/answered 503/);
    expect(hits).toHaveLength(3);
  });
});

describe('a redirect', () => {
  test('is followed within the same domain, three times at most', async () => {
    const { base, hits } = await serve((hit, response) =>
      hit.path === '/c/'
        ? sendJson(response, good)
        : response.writeHead(301, { location: hit.path === '/a' ? '/b' : '/c/' }).end(),
    );
    expect(await quickHttp().http.getJson(`${base}/a`, ask)).toMatchObject({ status: 'fresh' });
    expect(hits.map(({ path }) => path)).toEqual(['/a', '/b', '/c/']);
    const loop = await serve((_, response) => response.writeHead(302, { location: '/again' }).end());
    await expect(quickHttp().http.getJson(loop.base, ask)).rejects.toThrow(/answered 302 and leads to \/again/);
    expect(loop.hits).toHaveLength(4);
  });

  test('keeps a token from any other host', async () => {
    const elsewhere = await serve((_, response) => sendJson(response, good));
    const { base, hits } = await serve(({ path }, response) =>
      response.writeHead(302, { location: path === '/a' ? '/b' : elsewhere.base }).end(),
    );
    const headers = { authorization: 'Bearer s3cret', 'x-version': '1' };
    await quickHttp().http.getJson(`${base}/a`, { ...ask, headers });
    expect(hits.map((hit) => hit.headers.authorization)).toEqual(['Bearer s3cret', 'Bearer s3cret']);
    expect(elsewhere.hits[0]?.headers).toMatchObject({ 'x-version': '1' });
    expect(elsewhere.hits[0]?.headers).not.toHaveProperty('authorization');
  });

  test('to another domain or scheme is not', async () => {
    const elsewhere = await serve((_, response) => sendJson(response, good));
    const target = elsewhere.base.replace('127.0.0.1', 'localhost');
    for (const location of [target, 'file:///etc/passwd', 'http://']) {
      const { base } = await serve((_, response) => response.writeHead(302, { location }).end());
      await expect(quickHttp().http.getJson(base, ask)).rejects.toThrow(/is not followed/);
    }
    expect(elsewhere.hits).toHaveLength(0);
  });
});
