import { lookup, Resolver } from 'node:dns/promises';
import { isIPv4, type LookupFunction } from 'node:net';

/** Resolves a host name to IP addresses; rejects or gives none when there are none. */
export type Resolve = (host: string) => Promise<string[]>;

/** Asks the system's name servers through c-ares: no thread-pool thread is held, and the hosts file is not read. */
export async function resolveHost(host: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason;
  return [v4, v6].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}

/** Asks as other programs of this machine do: its hosts file counts. */
export async function resolveLikeSystem(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

/** A `lookup` for net.connect that gives only addresses which may be connected to. Errors carry `ERR_NAME_UNRESOLVED` or `ERR_ADDRESS_REFUSED`. */
export function guardLookup(resolve: Resolve, mayUse: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    resolveAllowed(host, resolve, mayUse).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIPv4(address) ? 4 : 6 }));
        const [first] = found;
        if (options.all === true || first === undefined) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

/** An error that is known by its code. */
export function codedError(code: string, message: string, cause?: unknown): NodeJS.ErrnoException {
  return Object.assign(new Error(message, { cause }), { code });
}

async function resolveAllowed(host: string, resolve: Resolve, mayUse: (address: string) => boolean): Promise<string[]> {
  const addresses = await resolveName(host, resolve);
  const allowed = addresses.filter(mayUse);
  if (addresses.length === 0) throw codedError('ERR_NAME_UNRESOLVED', `${host} has no address`);
  if (allowed.length === 0) throw codedError('ERR_ADDRESS_REFUSED', `${host} resolves to ${addresses.join(', ')}`);
  return allowed;
}

async function resolveName(host: string, resolve: Resolve): Promise<string[]> {
  if (/(^|\.)localhost\.?$/i.test(host)) return ['127.0.0.1']; // localhost, shop.localhost
  try {
    return await resolve(host);
  } catch (cause) {
    throw codedError('ERR_NAME_UNRESOLVED', `${host} could not be resolved`, cause);
  }
}
