import { createCve } from './cve.ts';
import { createGithub } from './github.ts';
import { createGithubRepositories } from './github-repositories.ts';
import { createKev } from './kev.ts';
import { createOsv } from './osv.ts';
import { createPackagist } from './packagist.ts';
import type { AdvisorySource } from './source.ts';
import { createWpvulnerability } from './wpvulnerability.ts';

/** Every advisory source. GitHub answers more requests to whoever shows a token. */
export function advisorySources({ githubToken: token }: { githubToken: string | undefined }): AdvisorySource[] {
  return [
    createOsv(),
    createPackagist(),
    createWpvulnerability(),
    createGithub({ token }),
    createGithubRepositories({ token }),
    createKev(),
    createCve(),
  ];
}
