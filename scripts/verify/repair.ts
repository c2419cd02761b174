import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findFault } from '../../src/history/index.ts';
import type { Fault } from '../../src/verify.ts';

const run = promisify(execFile);

/** How many commits back an intact version is looked for. */
const mostCommits = 200;

async function git(...args: string[]): Promise<string | null> {
  try {
    return (await run('git', args, { maxBuffer: 256 * 1024 * 1024 })).stdout;
  } catch {
    return null;
  }
}

/** The newest commit that holds the file with an intact chain; null without git, or where there is none. */
async function findIntactCommit(file: string): Promise<string | null> {
  const log = await git('log', `--max-count=${mostCommits}`, '--format=%h', '--', file);
  for (const commit of log?.split('\n').filter((line) => line !== '') ?? []) {
    const text = await git('show', `${commit}:./${file}`);
    if (text !== null && findFault(text.replace(/\n$/, '').split('\n')) === null) return commit;
  }
  return null;
}

/** The command that repairs a file, ready to be copied. */
export async function repairOf({ file, kind }: Fault): Promise<string> {
  if (kind === 'report')
    return 'npm run scan, which writes the report anew; if a head that you kept is missing, restore data/ from a backup';
  if (kind === 'unreadable')
    return `git checkout HEAD -- ${file}, or remove the file: the next npm run scan writes it anew`;
  const commit = await findIntactCommit(file);
  return commit === null
    ? `restore ${file} from a backup: no intact version of it is under version control`
    : `git checkout ${commit} -- ${file}, then npm run scan, which records what came after it`;
}
