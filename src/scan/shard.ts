import { createHash } from 'node:crypto';

/** A part of the sites that one of several runs visits. */
export interface Shard {
  /** 1, 2 ... `of` */
  index: number;
  of: number;
}

/** Whether a site belongs to a shard: by its id alone, so that it stays there whatever sites come and go. */
export function isInShard(id: string, { index, of }: Shard): boolean {
  const hash = createHash('sha256').update(id).digest();
  return hash.readUInt32BE() % of === index - 1;
}
