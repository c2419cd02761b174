import { createServer, type RequestListener } from 'node:http';

/** A server on loopback until it is closed. */
export async function listenOn(listener: RequestListener): Promise<{ base: string; close: () => void }> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return {
    base: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Shops whose answer changes with every turn: each scan has something to write for every site. */
export async function openShops(): Promise<{ base: string; turn: () => void; close: () => void }> {
  let isBlocked = false;
  const { base, close } = await listenOn((request, response) => {
    response.writeHead(request.url === '/' ? (isBlocked ? 403 : 200) : 404, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Shop</title><p>Nothing to see');
  });
  return {
    base,
    close,
    turn: () => {
      isBlocked = !isBlocked;
    },
  };
}

/** A sites.yaml of so many shops at one address. */
export function sitesYaml(base: string, count: number): string {
  const sites = Array.from({ length: count }, (_, i) => `  - { id: shop-${i}, url: "${base}/", allowPrivate: true }\n`);
  return `title: T\nurl: https://status.example.com/\ncontact: a@example.com\nsites:\n${sites.join('')}`;
}
