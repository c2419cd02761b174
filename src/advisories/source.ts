import type { Http } from '../lib/http.ts';
import type { Pull, PullRequest, SourceInfo } from '../model/pull.ts';

/**
 * An advisory source: who publishes flaws, for which products, and how to read them. It keeps facts only, never prose.
 * To add one: a file here that exports an `AdvisorySource` (its zod schema on top), a line in index.ts, happy and sad
 * fixtures in tests/fixtures/advisories/<id>/, and a test that calls `testSourceFaults`.
 */
export interface AdvisorySource extends SourceInfo {
  covers(product: string): boolean;
  /** Fills `records.advisories`. Throws UnreachableError or InvalidResponseError; a record that cannot be used becomes a problem. */
  pull(request: PullRequest, http: Http): Promise<Pull>;
}
