import { z } from 'zod';
import { Instant } from './time.ts';

/** One GET of a monitored site and what came back. Bodies are capped and decoded; everything in here is hostile. */
export const Exchange = z.object({
  /** Path and query as asked, relative to the site's origin. */
  path: z.string(),
  /** Absolute URL that answered, after redirects. */
  url: z.string(),
  at: Instant,
  status: z.number().int(),
  /** Lower-case names; repeated headers stay repeated. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** The body as text; empty where it was withheld, too large to read, or binary. */
  body: z.string(),
  /** SHA-256 of the decoded body's bytes, hex; null where the body was cut short. */
  sha256: z.string().nullable(),
  /** SHA-256 after CRLF became LF and a byte-order mark was dropped, hex; null where the body was cut short. */
  sha256Lf: z.string().nullable(),
});
export type Exchange = z.infer<typeof Exchange>;

/** Why a site could not be looked at, or something about it could not be used. */
export const ProblemCode = z.enum([
  'dns-failed',
  'connection-failed',
  'timed-out',
  'tls-failed',
  'address-refused',
  'too-large',
  'bad-response',
  'http-error',
  'moved',
  'too-many-redirects',
  'challenge',
  'robots-disallowed',
  'opted-out',
  'source-failed',
  'attestation',
  'internal-error',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** One thing that went wrong, for people: what happened, why, what to do. */
export const Problem = z.object({
  code: ProblemCode,
  message: z.string(),
  url: z.string().nullable(),
});
export type Problem = z.infer<typeof Problem>;

/** What one visit to a site brought. */
export const Snapshot = z.object({
  /** `seen`: the home page answered as a page. */
  outcome: z.enum(['seen', 'unreachable', 'blocked']),
  /** In the order they were asked, but the home page first, then robots.txt where it was a file. */
  exchanges: z.array(Exchange),
  /** Paths that robots.txt forbids and that were therefore not asked. */
  withheld: z.array(z.string()),
  problems: z.array(Problem),
  /** Requests sent in all: robots.txt, patchproof.json, redirects and failures counted. */
  requests: z.number().int(),
});
export type Snapshot = z.infer<typeof Snapshot>;
