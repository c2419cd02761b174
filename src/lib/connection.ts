import type { Socket } from 'node:net';
import { buildConnector } from 'undici';
import { listOwnNetworks, literalAddress, mayConnect } from './address-guard.ts';
import { codedError, guardLookup, type Resolve } from './resolve.ts';

/** What the guard needs to know: which hosts and ports may be private, and how names are resolved. */
export interface ConnectionPolicy {
  /** Whether this `host:port` may lie in a private network. */
  mayBePrivate: (hostAndPort: string) => boolean;
  resolve: Resolve;
  /** Name look-up, TCP and TLS together. */
  connectMs: number;
  /** Ends every connection, also one that is still being made: undici alone would wait for it. */
  deadline?: AbortSignal;
}

type Connector = buildConnector.connector;

/** Refuses addresses three times over: a literal before connecting, a name's while resolving, the socket's own after connecting. */
export function guardConnector(policy: ConnectionPolicy, build: typeof buildConnector = buildConnector): Connector {
  const own = listOwnNetworks();
  return (options, callback) => {
    const allowPrivate = policy.mayBePrivate(hostKey(options.protocol, options.hostname, options.port));
    const mayUse = (address: string) => mayConnect(address, { allowPrivate, own });
    const literal = literalAddress(options.hostname);
    if (literal !== null && !mayUse(literal)) {
      queueMicrotask(() => callback(refusal(options.hostname, literal), null));
      return;
    }
    connectorFor(
      policy,
      mayUse,
      build,
    )(options, (...[error, socket]) => {
      if (error !== null) callback(error, null);
      else passSocket(socket, mayUse, callback);
    });
  };
}

/** Host and port in one text, the scheme's own port filled in. */
export function hostKey(protocol: string, hostname: string, port: string): string {
  return `${literalAddress(hostname) ?? hostname}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`;
}

function connectorFor(
  policy: ConnectionPolicy,
  mayUse: (address: string) => boolean,
  build: typeof buildConnector,
): Connector {
  return build({
    allowH2: false,
    timeout: policy.connectMs,
    ...(policy.deadline && { signal: policy.deadline }),
    lookup: guardLookup(policy.resolve, mayUse),
    autoSelectFamily: true,
    // Node's own 250 ms per address gives up on slow but healthy servers.
    autoSelectFamilyAttemptTimeout: 2_500,
  });
}

function passSocket(socket: Socket, mayUse: (address: string) => boolean, callback: buildConnector.Callback): void {
  const address = socket.remoteAddress?.replace(/%.*$/, '') ?? ''; // fe80::1%eth0
  if (mayUse(address)) {
    callback(null, socket);
    return;
  }
  socket.destroy();
  callback(refusal('the connection', address), null);
}

function refusal(subject: string, address: string): Error {
  return codedError('ERR_ADDRESS_REFUSED', `${subject} leads to ${address}`);
}
