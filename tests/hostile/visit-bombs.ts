import { identify, nextPath } from '../../src/identify/index.ts';
import type { Site } from '../../src/model/site.ts';
import { probeSite } from '../../src/probe/index.ts';
import { context } from '../identify/shop.ts';

/*
 * Visits every address of its arguments at once, each as a site of its own, and prints what came of them and how much memory
 * that took. A process of its own: the memory of whoever serves the addresses is not counted.
 */

const using = context();

async function visit(url: string, at: number): Promise<string> {
  const site: Site = {
    id: `bomb-${at}`,
    name: 'Bomb',
    url,
    tags: [],
    formerly: [],
    robots: 'respect',
    allowPrivate: true,
    disclosure: 'full',
    attestations: [],
  };
  const snapshot = await probeSite(site, {
    userAgent: 'Patchproof/0.1 (+https://status.example.com/; status@example.com)',
    at: '2026-08-22T12:00:00.000Z',
    nextPath: (seen) => nextPath(seen, using),
    resolve: async () => ['127.0.0.1'],
  });
  const products = identify(snapshot, using).components.map(({ product }) => product);
  return `${snapshot.outcome}: ${products.join()}`;
}

const outcomes = await Promise.all(process.argv.slice(2).map(visit));
console.log(JSON.stringify({ outcomes, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) }));
