import { mkdir } from 'node:fs/promises';
import { openStore } from '../src/store.ts';
import { findHead, type IntactHistory, verifyData } from '../src/verify.ts';
import { dataFolder, readArguments } from './arguments.ts';
import { runCommand } from './run.ts';
import { comparePublished } from './verify/published.ts';
import { repairOf } from './verify/repair.ts';

const usage = `npm run verify -- [options]
Checks the hash chain of every history, reports against histories, and on demand published pages and heads that you kept.
docs/history.md says how to check a chain by hand.
Exit codes: 0 all is as it was written, 1 something is not, 2 misconfigured.`;

/** Heads that somebody kept: each must still stand in a history. Gives the number of those that do not. */
function reportHeads(heads: readonly string[], histories: readonly IntactHistory[]): number {
  const missing = heads.filter((hash) => {
    const found = findHead(hash, histories);
    if (found === null) {
      console.error(`head ${hash}: stands in no intact history. Events up to it were changed, reordered or taken out.`);
      return true;
    }
    const { site, event } = found;
    console.log(`head ${hash}: is event ${event.sequence} of ${site}, recorded ${event.at}; all up to it is unchanged`);
    return false;
  });
  return missing.length;
}

async function reportPublished(
  published: string | undefined,
  data: string,
  disclosure: string | undefined,
): Promise<number> {
  if (published === undefined) return 0;
  await mkdir('.build', { recursive: true });
  const differing = await comparePublished(published, { data, disclosure });
  for (const file of differing.slice(0, 50)) console.error(`${published}/${file}: is not what ${data} comes to`);
  if (differing.length === 0) console.log(`${published}: every file is what ${data} comes to`);
  else console.error(`  Remedy: npm run build -- --data ${data} --out ${published}`);
  return differing.length;
}

await runCommand(async () => {
  const { texts } = readArguments(usage, {
    data: { value: 'DIR', means: "the data folder (default data, or the demo's own folder)" },
    config: { value: 'FILE', means: "the sites.yaml that says whether the demo's folder is meant" },
    head: { value: 'HASH,HASH', means: 'heads that you kept, from a feed item or heads.txt: each must still stand' },
    published: { value: 'DIR', means: 'pages that were built: each file must be what the data comes to' },
    disclosure: { value: 'LEVEL', means: 'the level they were built with, where it was given' },
  });
  const data = dataFolder({ data: texts['data'], config: texts['config'] });
  const { intact, faults } = await verifyData(openStore(data));
  for (const { site, events, head } of intact) {
    console.log(`${data}/history/${site}.jsonl: intact, ${events.length} events, head ${head}`);
  }
  for (const fault of faults) {
    console.error(`${fault.file}${fault.line === null ? '' : `:${fault.line}`}: ${fault.what}`);
    console.error(`  Remedy: ${await repairOf(fault)}.`);
  }
  const heads = texts['head']?.split(',').filter((hash) => hash !== '') ?? [];
  const missing = reportHeads(heads, intact);
  const differing = await reportPublished(texts['published'], data, texts['disclosure']);
  return faults.length + missing + differing === 0 ? 0 : 1;
});
