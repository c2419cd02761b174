import { ScanError } from '../lib/errors.ts';
import type { Problem } from '../model/snapshot.ts';

/** What could not be processed: a source, a damaged file, a fault of our own. */
export interface Failure {
  /** The site's id, or `sources`. */
  subject: string;
  problem: Problem;
}

/** An error in words: what is known by name as it says, all else with its stack. */
export function failureOf(subject: string, error: unknown): Failure {
  if (error instanceof ScanError) {
    return { subject, problem: { code: 'internal-error', message: error.message, url: error.url } };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const remedy = 'This is a fault of Patchproof, not of the shop: please report it with the lines above.';
  return { subject, problem: { code: 'internal-error', message: `${stack}\n${remedy}`, url: null } };
}
