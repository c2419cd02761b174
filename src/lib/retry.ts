import type { Exchanged } from './exchange.ts';
import type { Clock } from './pace.ts';
import { UnusableBodyError } from './response-body.ts';

export interface RetryLimits {
  /** Further attempts after a failure that may pass. */
  retries: number;
  /** First pause before another attempt; doubles. */
  backoffMs: number;
  /** The longest `Retry-After` that is waited for. */
  maxWaitMs: number;
}

export type Outcome = { response: Exchanged } | { failure: Error };

/** Failures of a closed network: trying again at once only takes time. */
const lasting = new Set([
  'ERR_NAME_UNRESOLVED',
  'ERR_ADDRESS_REFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** `Retry-After: 120` or `Retry-After: Fri, 07 Aug 2026 10:00:00 GMT`, in milliseconds from `now`; null where absent or unreadable. */
function retryAfterMs(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

function mayPass(failure: Error): boolean {
  const code = 'code' in failure ? String(failure.code) : '';
  return failure.name !== 'TimeoutError' && !(failure instanceof UnusableBodyError) && !lasting.has(code);
}

/** Milliseconds until another attempt makes sense; null: never. */
function waitAfter(outcome: Outcome, backoff: number, now: number): number | null {
  if ('failure' in outcome) return mayPass(outcome.failure) ? backoff : null;
  const { status, headers } = outcome.response;
  return status === 429 || status >= 500 ? (retryAfterMs(headers['retry-after'], now) ?? backoff) : null;
}

async function attempt(send: () => Promise<Exchanged>): Promise<Outcome> {
  try {
    return { response: await send() };
  } catch (failure) {
    return { failure: failure instanceof Error ? failure : new Error(String(failure)) };
  }
}

/** Sends until the outcome is good, or will not get better by waiting; pauses grow and carry jitter, `Retry-After` is honoured. */
export async function persist(send: () => Promise<Exchanged>, limits: RetryLimits, clock: Clock): Promise<Outcome> {
  for (let tries = 0; ; tries += 1) {
    const outcome = await attempt(send);
    const backoff = limits.backoffMs * 2 ** tries * (0.5 + Math.random());
    const wait = waitAfter(outcome, backoff, clock.now());
    if (wait === null || wait > limits.maxWaitMs || tries >= limits.retries) return outcome;
    await clock.sleep(wait);
  }
}
