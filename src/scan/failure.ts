import { explainSystemError, ScanError } from '../lib/errors.ts';
import type { Problem } from '../model/snapshot.ts';

/** What could not be processed, and why. */
export interface Failure {
  subject: string;
  problem: Problem;
}

/** An error in words: a named one, what the disk refused, or a fault of our own. */
export function failureOf(subject: string, error: unknown): Failure {
  if (error instanceof ScanError) {
    return { subject, problem: { code: 'internal-error', message: error.message, url: error.url } };
  }
  const refused = explainSystemError(error);
  if (refused !== null) return { subject, problem: { code: 'internal-error', message: refused, url: null } };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const remedy = 'This is a fault of Patchproof, not of the shop: please report it with the lines above.';
  return { subject, problem: { code: 'internal-error', message: `${stack}\n${remedy}`, url: null } };
}
