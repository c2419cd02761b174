import { findFault } from '../history/index.ts';
import { InvalidResponseError } from '../lib/errors.ts';
import type { Store } from '../store.ts';

/** The longest of histories that go on from each other. Throws where two of them went on separately, or one is damaged. */
async function mergeHistory(id: string, shards: readonly Store[]): Promise<string[]> {
  let longest: string[] = [];
  for (const store of shards) {
    const lines = await store.readHistoryLines(id);
    const file = `${store.dir}/history/${id}.jsonl`;
    const fault = findFault(lines);
    if (fault !== null) {
      throw new InvalidResponseError(
        id,
        `${file}:${fault.line} ${fault.fault}. Nothing was merged. Remedy: scan that shard again, then merge again.`,
      );
    }
    const shared = Math.min(lines.length, longest.length);
    if (lines.slice(0, shared).join() !== longest.slice(0, shared).join()) {
      throw new InvalidResponseError(
        id,
        `${file} went on separately from the history in another shard: one site was scanned in two shards. Nothing was merged. Remedy: scan with one number of shards, each shard once, then merge again.`,
      );
    }
    if (lines.length > longest.length) longest = lines;
  }
  return longest;
}

/** Whether a history went on under another id: `formerly` in sites.yaml. Salted hashes make the same beginning certain. */
function isAdopted(lines: readonly string[], others: readonly (readonly string[])[]): boolean {
  return others.some((other) => lines.every((line, i) => line === other[i]));
}

/** All histories by site, but for those of sites that are no longer listed and went on under an id that is. */
export async function mergeHistories(
  ids: readonly string[],
  shards: readonly Store[],
  isListed: (id: string) => boolean,
): Promise<{ histories: Map<string, string[]>; adopted: string[] }> {
  const histories = new Map<string, string[]>();
  for (const id of ids) histories.set(id, await mergeHistory(id, shards));
  const listed = [...histories].flatMap(([id, lines]) => (isListed(id) ? [lines] : []));
  const adopted = ids.filter((id) => !isListed(id) && isAdopted(histories.get(id) ?? [], listed));
  for (const id of adopted) histories.delete(id);
  return { histories, adopted };
}
