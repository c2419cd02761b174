import { type Resolve, resolveHost } from '../lib/resolve.ts';
import type { Site } from '../model/site.ts';

/** The server that answers for a site. */
export interface Server {
  /** Equal for all sites that one address serves. */
  key: string;
  /** The same as before; the first who asks for the site's own name gets what has just been found. */
  resolve: Resolve;
}

/** Names that are asked of nobody, and addresses. */
const local = /(?:^|\.)localhost\.?$|^[\d.]+$|^\[/i;

function handOver(hostname: string, addresses: string[], resolve: Resolve): Resolve {
  let found: string[] | null = addresses;
  return async (name) => {
    if (name !== hostname || found === null) return resolve(name);
    const given = found;
    found = null;
    return given;
  };
}

/** Finds out which server a site is on, before its visit begins and its time runs. What fails here, the visit tells. */
export async function locateServer({ url }: Site, resolve: Resolve = resolveHost): Promise<Server> {
  const { host, hostname } = new URL(url);
  if (local.test(hostname)) return { key: host, resolve };
  try {
    const addresses = await resolve(hostname);
    return { key: addresses.toSorted()[0] ?? host, resolve: handOver(hostname, addresses, resolve) };
  } catch {
    return { key: host, resolve };
  }
}
