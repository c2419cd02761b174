import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { openShop, type TestShop } from '../probe/servers.ts';

const run = promisify(execFile);

const MiB = 1024 * 1024;
const Printed = z.object({ outcomes: z.array(z.string()), peakMiB: z.number() });

/** Names a platform, so that the visit goes on to more bombs. */
const head = '<!doctype html><meta name="generator" content="WordPress 6.8.1">';
const zeros = Buffer.alloc(16 * MiB);
const packed = gzipSync(zeros);

/** A head and a gigabyte of zeros: a gzip stream may consist of many. */
const gzipBomb = Buffer.concat([gzipSync(head), ...Array.from({ length: 64 }, () => packed)]);
const brotliBomb = brotliCompressSync(Buffer.concat([Buffer.from(head), zeros]), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
});

function serve(body: Buffer | string, encoding: string): Promise<TestShop> {
  return openShop((_request, response) => {
    response.on('error', () => {});
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': encoding }).end(body);
  });
}

/** Lets a process of its own visit 64 bombs at once. */
export async function visitBombs(): Promise<z.infer<typeof Printed>> {
  const shops = [
    await serve(gzipBomb, 'gzip'),
    await serve(brotliBomb, 'br'),
    await serve(head + '\u20ac'.repeat(2 * MiB), 'identity'),
    await serve(head + 'x'.repeat(5 * MiB), 'identity'),
  ];
  const urls = shops.flatMap(({ port }, kind) =>
    Array.from({ length: 16 }, (_, at) => `http://www.bomb-${kind}-${at}.example:${port}/`),
  );
  const script = fileURLToPath(new URL('visit-bombs.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [script, ...urls], { timeout: 55_000 });
  return Printed.parse(JSON.parse(stdout));
}
