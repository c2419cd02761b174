import type { PublicSite } from './disclose.ts';

/**
 * The last shown event of every history, as `sha256sum` writes its lists: hash, two spaces, site. An event that is not
 * shown, not even as withheld, leaves no trace here; it is covered by the hash of the next one that is.
 */
export function listHeads(sites: readonly PublicSite[]): string {
  return sites
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, events }) => ({ id, head: events.at(-1)?.hash }))
    .flatMap(({ id, head }) => (head === undefined ? [] : [`${head}  ${id}\n`]))
    .join('');
}
