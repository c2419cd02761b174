import { findFault, headOf } from '../src/history/index.ts';
import { openStore } from '../src/store.ts';
import { dataFolder, readArguments } from './arguments.ts';
import { type ExitCode, runCommand } from './run.ts';

const usage = `npm run verify -- [options]
Checks the hash chain of every history and names the first bad line. docs/history.md says how to do the same by hand.
Exit codes: 0 every chain is intact, 1 one is not, 2 misconfigured.`;

await runCommand(async () => {
  const { texts } = readArguments(usage, {
    data: { value: 'DIR', means: "the data folder (default data, or the demo's own folder)" },
    config: { value: 'FILE', means: "the sites.yaml that says whether the demo's folder is meant" },
  });
  const data = dataFolder({ data: texts['data'], config: texts['config'] });
  const store = openStore(data);
  let exitCode: ExitCode = 0;
  for (const id of await store.historyIds()) {
    const file = `${data}/history/${id}.jsonl`;
    const lines = await store.readHistoryLines(id);
    const found = findFault(lines);
    if (found === null) {
      console.log(`${file}: intact, ${lines.length} events, head ${headOf(await store.readHistory(id))}`);
      continue;
    }
    console.error(`${file}:${found.line}: ${found.fault}`);
    console.error(
      `  Remedy: git log --oneline -- ${file}, then git checkout COMMIT -- ${file} for the last intact one.`,
    );
    exitCode = 1;
  }
  return exitCode;
});
