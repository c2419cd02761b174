import type { Http } from '../lib/http.ts';
import type { Pull, PullRequest, SourceInfo } from '../model/pull.ts';

/**
 * A source of releases, support windows, or both, and the products it may speak for.
 * To add one: a file here that exports a `ReleaseSource` (its zod schema on top), a line in index.ts, happy and sad
 * fixtures in tests/fixtures/releases/<id>/, and a test that calls `testSourceFaults`.
 */
export interface ReleaseSource extends SourceInfo {
  covers(product: string): boolean;
  /** Fills `records.releases` and `records.support`. Throws UnreachableError or InvalidResponseError; a record that cannot be used becomes a problem. */
  pull(request: PullRequest, http: Http): Promise<Pull>;
}
