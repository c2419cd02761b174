import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { answering, answeringAll, type Expected, type Headers, type HostileCase, page, secure } from './case.ts';

/* Bodies that are too large, too deep, or not what their headers say. */

const MiB = 1024 * 1024;
const generator = '<meta name="generator" content="WordPress 6.8.1">';
const shop = `<!doctype html>${generator}<title>Shop</title>`;

const broken: Expected = { reason: 'unreachable', problems: ['bad-response'], shows: [] };
/** A page that says nothing of a platform, or nothing that can be read. */
const silent: Expected = { reason: 'unknown-platform', problems: [], shows: [] };
/** WordPress 6.8.1 of 2025: newer releases of its line fix flaws. */
const seen: Expected = { reason: 'end-of-life', problems: [], shows: ['wordpress 6.8.1'] };

/** Would be a yes if the head were believed although the body cannot be. */
const unreadable = (body: string | Buffer, encoding: string | string[]) =>
  page({ body, headers: { ...secure, 'content-encoding': encoding } });
const html = (body: string | Buffer, headers: Headers = {}) => page({ body, headers });
const typed = (type: string, body: string | Buffer) => html(body, { 'content-type': type });

/** A page and then a block over and over, up to so many characters, for as long as somebody reads. */
function endless(block: string, most = Number.POSITIVE_INFINITY) {
  return answering((_request, response) => {
    let left = most;
    const more = () => {
      for (let flows = true; flows && left > 0 && !response.destroyed; left -= block.length)
        flows = response.write(block);
      if (left <= 0) response.end();
    };
    response.writeHead(200, { 'content-type': 'text/html' }).on('drain', more);
    response.write(shop);
    more();
  });
}

const zeros = Buffer.alloc(64 * MiB);
const gzipBomb = gzipSync(zeros, { level: 9 });
const brotliBomb = brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

function utf16(text: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

export const bodies: HostileCase[] = [
  { name: 'an endless body', serve: () => endless('x'.repeat(64 * 1024)), expect: seen },
  { name: 'an endless body of tags', serve: () => endless('<b>'.repeat(20_000)), expect: seen },
  {
    name: 'a gigabyte declared, five megabytes sent',
    serve: () =>
      answering((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': `${1024 * MiB}` });
        response.write(shop + ' '.repeat(5 * MiB));
      }),
    expect: seen,
  },
  { name: 'one line of fifty megabytes', serve: () => endless('y'.repeat(64 * 1024), 50 * MiB), expect: seen },
  { name: 'a gzip bomb', serve: () => html(gzipBomb, { 'content-encoding': 'gzip' }), expect: silent },
  { name: 'a brotli bomb', serve: () => html(brotliBomb, { 'content-encoding': 'br' }), expect: silent },
  {
    name: 'a gzip bomb as robots.txt',
    serve: () =>
      answeringAll((request, response) => {
        if (request.url === '/robots.txt') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipBomb);
        else response.setHeader('content-type', 'text/html').end(shop);
      }),
    expect: { ...seen, problems: [] },
  },
  { name: 'gzip in gzip', serve: () => unreadable(gzipSync(gzipSync(shop)), 'gzip, gzip'), expect: broken },
  { name: 'brotli in gzip', serve: () => unreadable(gzipSync(brotliCompressSync(shop)), 'br, gzip'), expect: broken },
  {
    name: 'nested by two headers',
    serve: () => unreadable(gzipSync(gzipSync(shop)), ['gzip', 'gzip']),
    expect: broken,
  },
  { name: 'an encoding nobody asked for', serve: () => unreadable(shop, 'zstd'), expect: broken },
  { name: 'an encoding named like a prototype', serve: () => unreadable(shop, 'constructor'), expect: broken },
  { name: 'gzip announced, text sent', serve: () => unreadable(shop, 'gzip'), expect: broken },
  {
    name: 'gzip cut short',
    serve: () => html(gzipSync(shop).subarray(0, -4), { 'content-encoding': 'gzip' }),
    expect: seen,
  },
  {
    name: 'gzip with a wrong checksum',
    serve: () => unreadable(Buffer.concat([gzipSync(shop).subarray(0, -8), Buffer.alloc(8, 1)]), 'gzip'),
    expect: broken,
  },
  {
    name: 'gzip with another page behind it',
    serve: () =>
      html(Buffer.concat([gzipSync(shop), gzipSync(generator.replace('6.8.1', '5.0'))]), {
        'content-encoding': 'gzip',
      }),
    expect: { reason: 'conflicting-evidence', problems: [], shows: ['wordpress'] },
  },
  { name: 'a charset that is none', serve: () => typed('text/html; charset=klingon', shop), expect: seen },
  {
    name: 'a charset that hides markup (UTF-7)',
    serve: () => typed('text/html; charset=utf-7', '+ADw-meta name="generator" content="WordPress 6.8.1"+AD4-'),
    expect: silent,
  },
  {
    name: 'a charset that replaces everything',
    serve: () => typed('text/html; charset=iso-2022-kr', shop),
    expect: seen,
  },
  { name: 'UTF-16 with a mark', serve: () => html(utf16(`\ufeff${shop}`, false)), expect: seen },
  {
    name: 'UTF-16 big-endian by its header',
    serve: () => typed('text/html; charset=utf-16be', utf16(shop, true)),
    expect: seen,
  },
  { name: 'UTF-16 announced, ASCII sent', serve: () => typed('text/html; charset=utf-16le', shop), expect: silent },
  { name: 'UTF-16 cut in a character', serve: () => html(utf16(`\ufeff${shop}`, false).subarray(0, -1)), expect: seen },
  {
    name: 'broken UTF-8',
    serve: () => html(Buffer.concat([Buffer.from(shop), Buffer.alloc(100_000, 0xff), Buffer.from([0xc3])])),
    expect: seen,
  },
  {
    name: 'NUL bytes by the megabyte',
    serve: () => html(Buffer.concat([Buffer.from(shop), Buffer.alloc(3 * MiB)])),
    expect: seen,
  },
  {
    name: 'NUL bytes in a version',
    serve: () => html('<!doctype html><meta name="generator" content="WordPress 6.\x008.1">'),
    expect: { reason: 'unknown-version', problems: [], shows: ['wordpress'] },
  },
  { name: 'markup 100,000 deep', serve: () => html(`${shop}${'<div>'.repeat(100_000)}`), expect: seen },
  {
    name: 'a tag with 100,000 attributes',
    serve: () => html(`${shop}<body ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')}>`),
    expect: seen,
  },
  {
    name: 'an attribute of three megabytes',
    serve: () => html(`${shop}<img src="/${'a'.repeat(3 * MiB)}">`),
    expect: seen,
  },
  { name: 'a comment that never ends', serve: () => html(`${shop}<!--${'-'.repeat(3 * MiB)}`), expect: seen },
  {
    name: 'a script that never ends',
    serve: () => html(`${shop}<script>${'var prestashop '.repeat(200_000)}`),
    expect: seen,
  },
  { name: 'a million entities', serve: () => html(`${shop}<a title="${'&amp;'.repeat(500_000)}">`), expect: seen },
  {
    name: 'entities of no character',
    serve: () => html('<!doctype html><meta name="generator" content="WordPress&#x110000;&#xd800;&#0; 6.8.1">'),
    expect: silent,
  },
  {
    name: 'cookies by the thousand',
    serve: () => html(shop, { 'set-cookie': Array.from({ length: 1_000 }, (_, at) => `c${at}=${at}; path=/`) }),
    expect: seen,
  },
  { name: 'a picture in the place of a page', serve: () => typed('image/png', shop), expect: silent },
  { name: 'nothing at all', serve: () => html(''), expect: silent },
  {
    name: 'robots.txt of a thousand wildcards a line',
    serve: () =>
      answeringAll((request, response) => {
        const rules = `Disallow: /${'*a'.repeat(1_000)}b$\n`.repeat(240);
        response.setHeader('content-type', request.url === '/robots.txt' ? 'text/plain' : 'text/html');
        response.end(request.url === '/robots.txt' ? `User-agent: *\n${rules}` : shop);
      }),
    expect: { reason: 'end-of-life', shows: ['wordpress 6.8.1'] },
  },
  {
    name: 'robots.txt that never ends',
    serve: () =>
      answeringAll((request, response) => {
        if (request.url !== '/robots.txt') return void response.setHeader('content-type', 'text/html').end(shop);
        const more = () => {
          while (!response.destroyed && response.write('User-agent: *\nDisallow: /secret\n'.repeat(1_000)));
        };
        response.on('drain', more);
        more();
      }),
    expect: seen,
  },
];
