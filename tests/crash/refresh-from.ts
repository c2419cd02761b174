/** `node tests/crash/refresh-from.ts BASE DIR`: what scripts/refresh.ts does, with sources on loopback. */
import { refreshSnapshot } from '../../scripts/refresh/snapshot.ts';
import { runCommand } from '../../scripts/run.ts';
import { createOsv } from '../../src/advisories/osv.ts';
import { createHttp } from '../../src/lib/http.ts';
import { createEndoflife } from '../../src/releases/endoflife.ts';
import { createPackagistP2 } from '../../src/releases/packagist-p2.ts';

const [base = '', dir = ''] = process.argv.slice(2);
const sources = {
  advisories: [createOsv({ base })],
  releases: [createEndoflife({ base }), createPackagistP2({ base })],
};
/** Nobody else is asked: no pause between two requests. */
const clock = { now: Date.now, sleep: async () => {} };
const http = createHttp({ userAgent: 'Patchproof-test', clock, mayBePrivate: () => true });

await runCommand(async () => {
  try {
    const { failures } = await refreshSnapshot({ dir, sources, http, now: '2026-11-20T06:00:00.000Z', dryRun: false });
    return failures.length === 0 ? 0 : 1;
  } finally {
    await http.close();
  }
});
