import { createEndoflife } from './endoflife.ts';
import { createGithubReleases } from './github-releases.ts';
import { createPackagistP2 } from './packagist-p2.ts';
import type { ReleaseSource } from './source.ts';

/** Every source of releases and support windows. GitHub answers more requests to whoever shows a token. */
export function releaseSources({ githubToken: token }: { githubToken: string | undefined }): ReleaseSource[] {
  return [createEndoflife(), createPackagistP2(), createGithubReleases({ token })];
}
