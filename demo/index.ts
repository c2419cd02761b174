import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { file, findPage, type Page, type Shop } from './shop.ts';
import { shops } from './shops/index.ts';

/** The type of pages that the platform renders; only they set cookies. */
const renderedType = 'text/html; charset=utf-8';

/** Asked on any host, it tells that a port is served by the demo. */
const markPath = '/.well-known/patchproof-demo';
const mark = 'Patchproof demo shops\n';

const shopsByHost = new Map(shops.map((shop) => [`${shop.id}.localhost`, shop]));

const links = [...shopsByHost.keys()].map((host) => `<li><a href="http://${host}{port}/">${host}</a></li>`);
const noShop: Page = {
  status: 404,
  body: `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>No such shop</title></head>
<body><h1>No such shop</h1><p>The demo shops are:</p><ul>${links.join('')}</ul></body></html>
`,
};

/** What a page's placeholders stand for, on the given host; `{port}` comes with its colon. */
function fill(text: string, host: string): string {
  const port = /:\d+$/.exec(host)?.[0] ?? '';
  const name = host.slice(0, host.length - port.length);
  return text.replaceAll('{origin}', `http://${host}`).replaceAll('{host}', name).replaceAll('{port}', port);
}

function send(
  response: ServerResponse,
  { page, shop, host }: { page: Page; shop?: Shop | undefined; host: string },
): void {
  const headers = { 'content-type': renderedType, ...shop?.headers, ...page.headers };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, fill(value, host));
  const isRendered = headers['content-type'] === renderedType && !('location' in headers);
  const cookies = isRendered && shop ? shop.cookies.map((cookie) => fill(cookie, host)) : [];
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.statusCode = page.status ?? 200;
  response.end(fill(page.body, host));
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const host = (request.headers.host ?? '').toLowerCase();
  const target = request.url ?? '/';
  const shop = shopsByHost.get(host.replace(/:\d+$/, ''));
  if (target === markPath) send(response, { page: file('text/plain', mark), host });
  else if (shop) send(response, { page: findPage(shop, target), shop, host });
  else send(response, { page: noShop, host });
}

/**
 * Serves the demo shops on 127.0.0.1 under `http://<id>.localhost:<port>/`; port 0 takes a free one. Rejects with the
 * system's error where the port is taken.
 */
export function startDemo({ port }: { port: number }): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer(answer);
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ port: (server.address() as AddressInfo).port, stop }));
  });
}

/** Whether the given port of 127.0.0.1 is served by a demo, of this process or of another one. */
export async function isDemo(port: number): Promise<boolean> {
  const url = `http://127.0.0.1:${port}${markPath}`;
  const answered = fetch(url, { signal: AbortSignal.timeout(2000), redirect: 'error' }).then((response) =>
    response.text(),
  );
  // Nobody listens, or whoever does speaks no HTTP: no demo.
  return (await answered.catch(() => '')) === mark;
}
