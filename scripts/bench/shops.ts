import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { z } from 'zod';
import { findPage, type Shop } from '../../demo/shop.ts';
import { shops } from '../../demo/shops/index.ts';
import { certificate, certificateKey } from './certificate.ts';
import { enlarge } from './pages.ts';

/*
 * A process of its own that serves the demo's shops, each under a name or on a port of this computer, so that what serving
 * costs is not counted as scanning. Started by fork; asked `{ count, secure, length }` it answers with the addresses, asked `hits` with
 * the paths that each was asked for since then.
 */

/** `delayMs`: how long each answer is kept back. */
const Order = z.object({ count: z.number(), secure: z.boolean(), length: z.number(), delayMs: z.number().default(0) });

const rendered = 'text/html; charset=utf-8';

/** Ports that are opened at most; above them, shops with the same number share one under names of their own. */
const portsAtMost = shops.length * 100;

function answerAs(
  shop: Shop,
  hitsOf: (host: string) => string[] | undefined,
  { length, delayMs }: z.infer<typeof Order>,
): RequestListener {
  const large = new Map<string, string>();
  return (request, response) => {
    const host = request.headers.host ?? '';
    const target = request.url ?? '/';
    hitsOf(host)?.push(target);
    const page = findPage(shop, target);
    const origin = `${'encrypted' in request.socket ? 'https' : 'http'}://${host}`;
    const fill = (text: string) =>
      text.replaceAll('{origin}', origin).replaceAll('{host}', 'localhost').replaceAll('{port}', '');
    const headers = { 'content-type': rendered, ...shop.headers, ...page.headers };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, fill(value));
    const isPage = headers['content-type'] === rendered && !('location' in headers);
    if (isPage) response.setHeader('set-cookie', shop.cookies.map(fill));
    response.statusCode = page.status ?? 200;
    const isHome = isPage && response.statusCode === 200 && page.body.includes('<body');
    const body = large.get(target) ?? (isHome ? enlarge(page.body, length) : page.body);
    large.set(target, body);
    if (delayMs === 0) response.end(fill(body));
    else setTimeout(() => response.end(fill(body)), delayMs);
  };
}

async function open(listener: RequestListener, secure: boolean): Promise<number> {
  const server: Server = secure
    ? createSecureServer({ key: readFileSync(certificateKey), cert: readFileSync(certificate) }, listener)
    : createServer(listener);
  server.keepAliveTimeout = 5_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A shop listens on no port');
  return address.port;
}

/** Opens so many shops; `hits` gets a list of the paths that each is asked for. */
async function openShops(order: z.infer<typeof Order>, hits: string[][]): Promise<string[]> {
  const { count, secure } = order;
  for (let index = 0; index < count; index += 1) hits.push([]);
  const shared = secure ? count : Math.min(count, portsAtMost);
  const ports = await Promise.all(
    Array.from({ length: shared }, (_, index) => {
      const shop = shops[index % shops.length];
      if (shop === undefined) throw new Error('The demo has no shops');
      const hitsOf = (host: string) => hits[Number(/^shop-(\d+)/.exec(host)?.[1] ?? index)];
      return open(answerAs(shop, hitsOf, order), secure);
    }),
  );
  // the certificate speaks of no other name
  const name = (index: number) => (secure ? 'localhost' : `shop-${index}.localhost`);
  const scheme = secure ? 'https' : 'http';
  return Array.from({ length: count }, (_, index) => `${scheme}://${name(index)}:${ports[index % shared]}/`);
}

process.once('disconnect', () => process.exit());

if (process.send !== undefined) {
  const hits: string[][] = [];
  process.on('message', async (message) => {
    if (message === 'hits') {
      process.send?.(hits.map((paths) => paths.splice(0)));
      return;
    }
    process.send?.(await openShops(Order.parse(message), hits));
  });
}
