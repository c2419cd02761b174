import { existsSync } from 'node:fs';
import { ConfigError } from '../src/lib/errors.ts';
import { mergeShards } from '../src/merge/index.ts';
import { openStore } from '../src/store.ts';
import { readArguments } from './arguments.ts';
import { runCommand } from './run.ts';

const usage = `npm run merge -- [options] SHARD...
Puts the data folders of shards (npm run scan -- --shard I/N --data SHARD) together into one.
Exit codes: 0 done, 1 the shards do not fit together and nothing was written, 2 misconfigured.`;

await runCommand(async () => {
  const { texts, positionals } = readArguments(usage, {
    data: { value: 'DIR', means: 'the folder they are merged into (default data)' },
  });
  const missing = positionals.find((folder) => !existsSync(folder));
  if (positionals.length === 0 || missing !== undefined) {
    const what = missing === undefined ? 'No shard is named' : `There is no folder ${missing}`;
    throw new ConfigError('merge', `${what}. Remedy: name the data folders of all shards.\n\n${usage}`);
  }
  const target = openStore(texts['data'] ?? 'data');
  const release = await target.lock();
  try {
    await target.sweep();
    const { sites } = await mergeShards(target, positionals.map(openStore));
    console.log(`${target.dir}: ${positionals.length} shards, ${sites} sites`);
    return 0;
  } finally {
    await release();
  }
});
