import { advisorySources } from '../src/advisories/index.ts';
import { loadConfig } from '../src/config/index.ts';
import { createHttp } from '../src/lib/http.ts';
import { releaseSources } from '../src/releases/index.ts';
import { userAgentOf } from '../src/scan/listing.ts';
import { readArguments } from './arguments.ts';
import { refreshSnapshot } from './refresh/snapshot.ts';
import { runCommand } from './run.ts';
import { githubToken } from './scanning.ts';

const usage = `npm run refresh -- [options]
Asks every advisory and release source and rewrites the facts that ship (src/snapshot) with what is new: one record a line,
nothing that ships is dropped unless its sources took it back. Set GITHUB_TOKEN where GitHub answers too few requests.
Exit codes: 0 done, 1 a source could not be asked or used (the rest is written), 2 misconfigured.`;

await runCommand(async () => {
  const { texts, switches } = readArguments(usage, {
    'dry-run': { means: 'report only, write nothing' },
    snapshot: { value: 'DIR', means: 'the folder to refresh (default src/snapshot)' },
    config: { value: 'FILE', means: 'whose contact is sent along (default sites.yaml)' },
  });
  const dir = texts['snapshot'] ?? 'src/snapshot';
  const dryRun = switches['dry-run'] === true;
  const keys = { githubToken: githubToken() };
  const http = createHttp({ userAgent: userAgentOf(await loadConfig(texts['config'] ?? 'sites.yaml')) });
  try {
    const sources = { advisories: advisorySources(keys), releases: releaseSources(keys) };
    const now = new Date().toISOString();
    const { report, failures, changed } = await refreshSnapshot({ dir, sources, http, now, dryRun });
    for (const line of report) console.log(line);
    for (const line of failures) console.error(line);
    const written = changed.length === 0 ? 'no file changes' : `${changed.length} files`;
    console.log(`${dir}: ${written}${changed.length === 0 ? '' : dryRun ? ' would change' : ' written'}`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    await http.close();
  }
});
