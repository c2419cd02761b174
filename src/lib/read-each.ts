import { InvalidResponseError, ScanError, UnreachableError } from './errors.ts';

/** Answers that speak of one document only; after any other failure the host is left alone. */
const ownStatuses: ReadonlySet<number | null> = new Set([301, 302, 303, 307, 308, 404, 410, 451]);

function isOwn(error: ScanError): boolean {
  if (error instanceof InvalidResponseError) return true;
  return error instanceof UnreachableError && ownStatuses.has(error.status);
}

/**
 * Reads the document of each item, one after the other. What fails for one item does not take the others away; a host that
 * does not answer is not asked again, and fails for all that are left. Throws the first failure where nothing was read.
 */
export async function readEach<T>(items: readonly T[], read: (item: T) => Promise<void>): Promise<Map<T, ScanError>> {
  const failures = new Map<T, ScanError>();
  let silent: ScanError | null = null;
  for (const item of items) {
    try {
      if (silent !== null) throw silent;
      await read(item);
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      failures.set(item, error);
      if (!isOwn(error)) silent = error;
    }
  }
  const [first] = failures.values();
  if (first !== undefined && failures.size === items.length) throw first;
  return failures;
}
