import { ConfigError } from '../src/lib/errors.ts';
import { Day, Instant } from '../src/model/time.ts';

/** Reads `--as-of`: a day (its end, UTC) or an ISO instant, not in the future. Throws ConfigError. */
export function readAsOf(text: string, now: Instant): Instant {
  const day = Day.safeParse(text);
  const asOf = Instant.safeParse(day.success ? `${text}T23:59:59.000Z` : text);
  if (!asOf.success) {
    throw new ConfigError('--as-of', `--as-of ${text}: not a date. Allowed: 2026-08-22 or 2026-08-22T12:00:00Z.`);
  }
  const instant = new Date(asOf.data).toISOString();
  if (!day.success && instant > now) {
    throw new ConfigError(
      '--as-of',
      `--as-of ${text}: lies in the future, where nothing can be judged. Allowed: up to now.`,
    );
  }
  return instant > now ? now : instant;
}
