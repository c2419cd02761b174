import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const namesIn = (path: string) => readdirSync(new URL(path, root)).map((name) => `${path}${name}`);

const Step = z.looseObject({ uses: z.string().optional(), run: z.string().optional() });
const Job = z.looseObject({
  'timeout-minutes': z.number(),
  permissions: z.record(z.string(), z.string()),
  steps: z.array(Step),
});
const Workflow = z.looseObject({
  on: z.looseObject({
    schedule: z.array(z.object({ cron: z.string() })).default([]),
    push: z.looseObject({}).optional(),
  }),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.looseObject({ group: z.string() }),
  jobs: z.record(z.string(), Job),
});

const copied = namesIn('examples/github/');
const workflows = [...copied, ...namesIn('.github/workflows/')];
const shell = [...workflows, ...namesIn('examples/gitlab/'), ...namesIn('examples/server/'), 'scripts/commit-data.sh'];

/** All that a job may write, and why: record pushes data/, publish deploys and attests, late opens its issue. */
const writes = {
  record: { contents: 'write' },
  publish: { pages: 'write', 'id-token': 'write', attestations: 'write' },
  late: { contents: 'read', issues: 'write' },
  problems: {},
};

const commandOf: Record<string, string> = z
  .looseObject({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json'))).scripts;

/** Every `npm run NAME -- --option` of a text. */
function npmCalls(text: string): { name: string; options: string[] }[] {
  const calls = text.matchAll(/npm run (?:-s )?([\w:-]+)((?: (?:--(?= )|--?[\w-]+|"[^"\n]*"|[\w./*:$-]+))*)/g);
  return [...calls].map(([, name = '', rest = '']) => ({ name, options: rest.match(/--[\w-]+/g) ?? [] }));
}

/** What a script's table of options names. */
function optionsOf(name: string): string[] {
  const file = /^node (scripts\/\S+)$/.exec(commandOf[name] ?? '')?.[1];
  const table = /readArguments\(usage, \{([\s\S]*?)\n {2,4}\}\);/.exec(file === undefined ? '' : read(file))?.[1] ?? '';
  return [...table.matchAll(/^\s+'?([\w-]+)'?: \{/gm)].map(([, option]) => `--${option}`);
}

describe.each(workflows)('%s', (file) => {
  const text = read(file);
  const workflow = Workflow.parse(parse(text));
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it('holds every action by its full hash, its version beside it', () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.length).toBeGreaterThan(0);
    for (const one of uses) expect(one).toMatch(/^actions\/[\w/-]+@[0-9a-f]{40}$/);
    const commented = text.match(/uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/gm) ?? [];
    expect(commented).toHaveLength(uses.length);
  });

  it('gives nothing by default and every job a time limit', () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.concurrency.group).not.toBe('');
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
  });

  it('writes no expression into a shell', () => {
    const runs = steps.flatMap((step) => step.run ?? []);
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) expect(run).not.toContain('${{');
  });

  it('starts by a schedule or a change, and off the full hour', () => {
    expect(workflow.on.schedule.length > 0 || workflow.on.push !== undefined).toBe(true);
    for (const { cron } of workflow.on.schedule) expect(cron).toMatch(/^([1-9]|[1-5]\d) \S+ \S+ \S+ \S+$/);
  });
});

describe.each(copied)('%s', (file) => {
  const { on, jobs } = Workflow.parse(parse(read(file)));

  it('is scheduled', () => {
    expect(on.schedule.length).toBeGreaterThan(0);
  });

  it('lets each job write what it is for, and all others read the code at most', () => {
    const allowed: Record<string, Record<string, string>> = writes;
    for (const [name, { permissions }] of Object.entries(jobs)) {
      expect(permissions, name).toEqual(allowed[name] ?? { contents: 'read' });
    }
  });

  it('runs nothing that npm installed in a job that may write', () => {
    for (const [name, { permissions, steps }] of Object.entries(jobs)) {
      if (!Object.values(permissions).includes('write')) continue;
      for (const { run = '' } of steps) expect(run, name).not.toMatch(/npm (ci|install)|npx/);
    }
  });

  it('keeps no credential in the folder of a job that only reads', () => {
    for (const [name, { permissions, steps }] of Object.entries(jobs)) {
      const checkouts = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
      if (permissions['contents'] !== 'read') continue;
      expect(checkouts, name).toHaveLength(1);
      for (const step of checkouts) expect(step['with'], name).toEqual({ 'persist-credentials': false });
    }
  });
});

it('the sharded workflow visits as many parts as it says', () => {
  const { scan } = Workflow.parse(parse(read('examples/github/scan-sharded.yml'))).jobs;
  const parts = z.object({ matrix: z.object({ shard: z.array(z.number()) }) }).parse(scan?.['strategy']).matrix.shard;
  expect(scan?.['env']).toMatchObject({ SHARDS: parts.length });
  expect(parts).toEqual(parts.map((_, n) => n + 1));
});

describe('GitLab', () => {
  const text = read('examples/gitlab/.gitlab-ci.yml');
  const jobs = z.record(z.string(), z.unknown()).parse(parse(text, { merge: true }));

  it('publishes what the scan knows when it ends with 1, and stops at anything else', () => {
    expect(jobs['scan']).toMatchObject({
      parallel: 4,
      allow_failure: { exit_codes: 1 },
      artifacts: { when: 'always' },
    });
    expect(jobs['merge']).not.toHaveProperty('allow_failure');
  });

  it('shares the pulls of sources, and runs the two schedules apart', () => {
    expect(jobs['scan']).toMatchObject({ cache: { paths: ['data/checks.json', 'data/pulls'], policy: 'pull' } });
    expect(jobs['merge']).toMatchObject({ cache: { paths: ['data/checks.json', 'data/pulls'], policy: 'push' } });
    for (const name of ['scan', 'merge', 'record', 'publish']) {
      expect(jobs[name]).toMatchObject({ rules: [{ if: '$PATCHPROOF_TASK != "late"' }] });
    }
    expect(jobs['late']).toMatchObject({ rules: [{ if: '$PATCHPROOF_TASK == "late"' }] });
  });
});

describe('what the files call', () => {
  it('is there: every npm script, every option, every file', () => {
    const calls = shell.flatMap((file) => npmCalls(read(file)).map((call) => ({ file, ...call })));
    expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(['scan', 'build', 'merge', 'late', 'file-hashes']));
    for (const { file, name, options } of calls) {
      expect(Object.keys(commandOf), file).toContain(name);
      for (const option of options) expect(optionsOf(name), `${file}: ${name}`).toContain(option);
    }
    expect(calls.flatMap(({ options }) => options)).toEqual(expect.arrayContaining(['--shard', '--data', '--merge']));
    const paths = shell.flatMap(
      (file) => read(file).match(/\b(?:scripts|examples|docs)\/[\w./-]+\.(?:sh|mjs|md|conf)\b/g) ?? [],
    );
    expect(paths).toContain('scripts/commit-data.sh');
    for (const path of paths) expect(() => read(path), path).not.toThrow();
  });

  it('is scheduled off the full hour on servers, too', () => {
    const cron = read('examples/server/patchproof.cron').match(/^\S+ \S+ \S+ \S+ \S+ patchproof /gm) ?? [];
    expect(cron).toHaveLength(2);
    for (const line of cron) expect(line).toMatch(/^[1-9]\d? /);
    for (const file of ['patchproof.timer', 'patchproof-late.timer']) {
      expect(read(`examples/server/${file}`)).toMatch(/^OnCalendar=\S+ \S+:(?!00)\d\d(?::00)?$/m);
    }
  });
});

it('documents name every file that there is to copy', () => {
  const operations = read('docs/operations.md');
  for (const file of [...copied, 'examples/gitlab/.gitlab-ci.yml', 'examples/server/patchproof.cron']) {
    expect(operations).toContain(`../${file}`);
  }
});
