import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodies } from './bodies.ts';
import { visitBombs } from './bombs.ts';
import { authority } from './certificates.ts';
import { connection } from './connection.ts';
import { content } from './content.ts';
import { firewalls } from './firewalls.ts';
import { optOut } from './opt-out.ts';
import { redirects } from './redirects.ts';
import { type GroupResult, isInnocent, scanGroup, summarise } from './scan-cases.ts';

/* Servers that misbehave, each scanned as a listed site of its own. What must come of it stands beside it in the tables. */

const trusted = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...trusted, authority]));
afterAll(() => setDefaultCACertificates(trusted));

/** Short enough for a test and long enough for a slow machine: what stalls here stalls for ever. */
const patience = { connectMs: 2_000, headersMs: 2_000, bodyMs: 2_000, totalMs: 5_000 };

const groups = [
  { group: 'connection', cases: connection, limits: patience },
  { group: 'bodies', cases: bodies, limits: {} },
  { group: 'redirects', cases: redirects, limits: {} },
  { group: 'content', cases: content, limits: {} },
  { group: 'firewalls', cases: firewalls, limits: {} },
  { group: 'opt-out', cases: optOut, limits: patience },
];

const summary: string[] = [];

describe.each(groups)('$group', ({ group, cases, limits }) => {
  let result: GroupResult;
  let passed = 0;

  beforeAll(async () => {
    result = await scanGroup(group, cases, limits);
  });

  it.each(cases)('$name', ({ name, expect: { says, ...expected } }) => {
    const { report, heard, host } = result.cases.get(name) ?? expect.fail('The case was not scanned.');
    if (report === null) expect.fail('There is no report: the visit never ended, or it threw.');
    const { shows, problems, ...verdict } = summarise(report);
    expect({
      ...verdict,
      problems: expected.problems === undefined ? undefined : problems,
      shows: expected.shows === undefined ? undefined : shows,
    }).toEqual({ answer: 'no', ...expected });
    if (says !== undefined) expect(report.problems[0]?.message).toMatch(says);
    expect(report.requests).toBeLessThanOrEqual(10);
    expect(heard.length).toBeLessThanOrEqual(10);
    expect(heard.filter((request) => !isInnocent(request, host))).toEqual([]);
    passed += 1;
  });

  it('names every case once, asks nobody else, and is no fault of the scan', () => {
    expect(result.cases.size).toBe(cases.length);
    expect(result.strangers).toEqual([]);
    expect(result.failures).toEqual([]);
  });

  afterAll(() => {
    const [slowest, ms] = [...(result?.cases ?? [])]
      .map(([name, { elapsedMs }]) => [name, elapsedMs] as const)
      .reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0]);
    const cells = [group, cases.length, passed, Math.round(result?.peakMiB ?? 0), `${Math.round(ms)} (${slowest})`];
    summary.push(`| ${cells.join(' | ')} |`);
  });
});

it('64 bombs at once take less than a gibibyte', async () => {
  const started = performance.now();
  const { outcomes, peakMiB } = await visitBombs();
  const seen = outcomes.filter((outcome) => outcome === 'seen: wordpress');
  summary.push(
    `| bombs at once | 64 | ${seen.length} | ${peakMiB} | ${Math.round(performance.now() - started)} (all) |`,
  );
  expect(seen).toHaveLength(64);
  expect(peakMiB).toBeLessThan(1024);
});

afterAll(() => {
  const head = '| group | cases | passed | peak MiB | slowest ms |\n| --- | --- | --- | --- | --- |';
  console.log(`Hostile servers\n${head}\n${summary.join('\n')}`);
});
