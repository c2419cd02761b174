import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

/** A folder that is being served. */
export interface Served {
  /** Where its first page is: `http://localhost:4321/status/` */
  url: string;
  close(): Promise<void>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return null;
    throw cause;
  }
}

/** A request's target -> the file inside `dir`; null where it leaves the folder or the base path, or is no path at all. */
export function findFile(dir: string, base: string, target: string): string | null {
  const [path = ''] = target.split('?');
  const inner = path.startsWith(base) ? decode(path.slice(base.length)) : null;
  if (inner === null || inner.includes('\0')) return null;
  const root = resolve(dir);
  const file = join(root, inner);
  if (file !== root && !file.startsWith(root + sep)) return null;
  return extname(file) === '' ? join(file, 'index.html') : file;
}

async function readIfThere(file: string | null): Promise<Buffer | null> {
  if (file === null) return null;
  try {
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return null;
    throw cause;
  }
}

/** Serves a folder of static files on this computer only, under the base path of `url`. Port 0 takes a free one. */
export async function serveFolder(options: { dir: string; url: string; port: number }): Promise<Served> {
  const { dir } = options;
  const base = new URL(options.url).pathname.replace(/\/?$/, '/');
  const server = createServer(async ({ url = '/', method }, response) => {
    const file = findFile(dir, base, url);
    const body = method === 'GET' || method === 'HEAD' ? await readIfThere(file) : null;
    const found = body !== null && file !== null;
    const type = contentTypes[found ? extname(file) : '.html'] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { 'content-type': type, 'x-content-type-options': 'nosniff' });
    response.end(method === 'HEAD' ? undefined : (body ?? (await readIfThere(join(dir, '404.html'))) ?? 'Not found'));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(options.port, 'localhost', done);
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${port}${base}`, close };
}
