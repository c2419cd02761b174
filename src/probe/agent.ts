import { Agent } from 'undici';
import { type ConnectionPolicy, guardConnector } from '../lib/connection.ts';

/** One connection per origin, HTTP/1.1, no pipelining, every address checked. Destroy it when the visit ends. */
export function openAgent(policy: ConnectionPolicy, { headerBytes }: { headerBytes: number }): Agent {
  return new Agent({
    connections: 1,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: 4_000,
    maxHeaderSize: headerBytes,
    connect: guardConnector(policy),
  });
}
