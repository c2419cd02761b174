/** What one visit may cost the site, and what the site may cost us. */
export interface ProbeLimits {
  /** Requests in all: robots.txt, patchproof.json, redirects, retries and failures counted. */
  requests: number;
  /** The whole visit, in milliseconds: what ends a body that drips. */
  totalMs: number;
  /** Name look-up, TCP and TLS together, in milliseconds. */
  connectMs: number;
  /** From the request to the last header, in milliseconds. */
  headersMs: number;
  /** Longest gap between two pieces of a body, in milliseconds. */
  bodyMs: number;
  /** A compressed body as it travels, in bytes. */
  compressedBytes: number;
  /** A body as it is read, in bytes. */
  inflatedBytes: number;
  /** All bodies of a visit together, in characters; then nothing more is asked. They stay in memory until the site is judged. */
  keptChars: number;
  /** All headers of one answer, in bytes. */
  headerBytes: number;
  /** Redirects in a row. */
  redirects: number;
}

export const defaultLimits: ProbeLimits = {
  requests: 10,
  totalMs: 30_000,
  connectMs: 8_000,
  headersMs: 15_000,
  bodyMs: 10_000,
  compressedBytes: 2 * 1024 * 1024,
  inflatedBytes: 4 * 1024 * 1024,
  keptChars: 6 * 1024 * 1024,
  headerBytes: 64 * 1024,
  redirects: 5,
};
