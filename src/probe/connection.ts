import type { Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { literalAddress, mayConnect } from './address-guard.ts';
import type { ProbeLimits } from './limits.ts';
import { codedError, guardLookup, type Resolve } from './resolve.ts';

/** What the guard needs to know: which host and port may be private, and how names are resolved. */
interface ConnectionPolicy {
  /** `host:port` that may lie in a private network; null: none. */
  privateHost: string | null;
  resolve: Resolve;
  limits: ProbeLimits;
  /** Ends every connection, also one that is still being made: undici alone would wait for it. */
  deadline: AbortSignal;
}

type Connector = buildConnector.connector;

/** One connection per origin, HTTP/1.1, no pipelining, every address checked. Destroy it when the visit ends. */
export function openAgent(policy: ConnectionPolicy): Agent {
  return new Agent({
    connections: 1,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: 4_000,
    maxHeaderSize: policy.limits.headerBytes,
    connect: guardConnector(policy),
  });
}

/** Refuses addresses three times over: a literal before connecting, a name's while resolving, the socket's own after connecting. */
export function guardConnector(policy: ConnectionPolicy, build: typeof buildConnector = buildConnector): Connector {
  return (options, callback) => {
    const allowPrivate = policy.privateHost === hostKey(options.protocol, options.hostname, options.port);
    const literal = literalAddress(options.hostname);
    if (literal !== null && !mayConnect(literal, allowPrivate)) {
      queueMicrotask(() => callback(refusal(options.hostname, literal), null));
      return;
    }
    connectorFor(
      policy,
      allowPrivate,
      build,
    )(options, (...[error, socket]) => {
      if (error !== null) callback(error, null);
      else passSocket(socket, allowPrivate, callback);
    });
  };
}

/** Host and port in one text, the scheme's own port filled in. */
export function hostKey(protocol: string, hostname: string, port: string): string {
  return `${literalAddress(hostname) ?? hostname}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`;
}

function connectorFor(policy: ConnectionPolicy, allowPrivate: boolean, build: typeof buildConnector): Connector {
  return build({
    allowH2: false,
    timeout: policy.limits.connectMs,
    signal: policy.deadline,
    lookup: guardLookup(policy.resolve, allowPrivate),
    autoSelectFamily: true,
    // Node's own 250 ms per address gives up on slow but healthy servers.
    autoSelectFamilyAttemptTimeout: 2_500,
  });
}

function passSocket(socket: Socket, allowPrivate: boolean, callback: buildConnector.Callback): void {
  const address = socket.remoteAddress?.replace(/%.*$/, '') ?? ''; // fe80::1%eth0
  if (mayConnect(address, allowPrivate)) {
    callback(null, socket);
    return;
  }
  socket.destroy();
  callback(refusal('the connection', address), null);
}

function refusal(subject: string, address: string): Error {
  return codedError('ERR_ADDRESS_REFUSED', `${subject} leads to ${address}`);
}
