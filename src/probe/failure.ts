import { errors } from 'undici';
import type { Problem, ProblemCode } from '../model/snapshot.ts';

interface Meaning {
  /** Error codes of Node, undici, OpenSSL, zlib and this step. */
  codes: RegExp;
  problem: ProblemCode;
  said: string;
  remedy: string;
}

/** First match wins; the last one fits every code. */
const meanings: Meaning[] = [
  {
    codes: /^ERR_ADDRESS_REFUSED$/,
    problem: 'address-refused',
    said: 'leads to a private or reserved network address, or to the machine that scans',
    remedy: "If this is the shop's own address, set allowPrivate: true for it in sites.yaml.",
  },
  {
    codes: /^ERR_NAME_UNRESOLVED$/,
    problem: 'dns-failed',
    said: 'has no address that its name servers would give',
    remedy: 'Check the domain and the url in sites.yaml.',
  },
  {
    codes: /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ERR_DEADLINE)$/,
    problem: 'timed-out',
    said: 'did not answer in time',
    remedy: 'Check that the server is up and not overloaded; the next scan tries again.',
  },
  {
    codes: /^(UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/,
    problem: 'too-large',
    said: 'sent more headers than are read',
    remedy: 'Ask whoever runs the server why its answers carry so many headers.',
  },
  {
    codes: /CERT|^(ERR_TLS_|ERR_SSL_|EPROTO$|UNABLE_TO_|HOSTNAME_MISMATCH$)/,
    problem: 'tls-failed',
    said: 'has no valid certificate or no working encryption',
    remedy: 'Renew or correct the certificate: visitors see a warning as well.',
  },
  {
    codes: /^(HPE_|Z_|ERR__|ERR_BROTLI|ERR_ENCODING_REFUSED$|UND_ERR_RES)/,
    problem: 'bad-response',
    said: 'sent an answer that breaks the rules of HTTP',
    remedy: 'Ask whoever runs the server or its proxy to look at the raw answer.',
  },
  {
    codes: /^/,
    problem: 'connection-failed',
    said: 'refused or broke off the connection',
    remedy: 'Check that the shop is up and that the url in sites.yaml is right; the next scan tries again.',
  },
];

/** What a failed request comes to. An error without a code is our own bug and is thrown on. */
export function describeFailure(cause: unknown, url: URL, deadline: AbortSignal): Problem {
  const code = deadline.aborted ? 'ERR_DEADLINE' : codeOf(cause);
  const meaning = meanings.find(({ codes }) => codes.test(code));
  if (meaning === undefined) throw cause;
  return makeProblem(meaning.problem, url, `${url.host} ${meaning.said} (${code}). ${meaning.remedy}`);
}

export function makeProblem(code: ProblemCode, url: URL, message: string): Problem {
  return { code, message, url: url.href };
}

/** Tells a problem from what a step gives when all went well. */
export function isProblem<T extends object>(value: T | Problem | null): value is Problem {
  return value !== null && 'code' in value && 'message' in value;
}

function codeOf(cause: unknown): string {
  // undici leaves the code of these out.
  if (cause instanceof errors.HTTPParserError) return 'HPE_INVALID';
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  throw cause;
}
