import { describe, expect, test } from 'vitest';
import { benchIdentify } from '../../scripts/bench/identify.ts';
import { benchJudge } from '../../scripts/bench/judge.ts';
import { fitExponent, median, summarisePairs } from '../../scripts/bench/measure.ts';
import { enlarge, fillPage } from '../../scripts/bench/pages.ts';
import { listRecords } from '../../scripts/bench/records.ts';
import { drawTable } from '../../scripts/bench/table.ts';

describe('what is worked out of the measurements', () => {
  test('the exponent of growth', () => {
    const grow = (cost: (count: number) => number) =>
      fitExponent([1, 2, 4, 8].map((count) => ({ count, cost: cost(count) })));
    expect(grow((count) => 3 * count)).toBeCloseTo(1);
    expect(grow((count) => 5 * count ** 2)).toBeCloseTo(2);
    expect(grow(() => 7)).toBeCloseTo(0);
  });

  test('the ratio is the median of the turns, not of the costs', () => {
    const cost = (cpuMs: number) => ({ cpuMs, wallMs: cpuMs });
    // a slow turn is slow for both: 2, 2 and 3 times
    const turns = [
      { subject: cost(20), floor: cost(10) },
      { subject: cost(200), floor: cost(100) },
      { subject: cost(36), floor: cost(12) },
    ];
    expect(summarisePairs(turns)).toEqual({ subject: cost(36), floor: cost(12), ratio: 2 });
    expect(median([4, 1, 3, 2])).toBe(2);
  });

  test('a row says whether it is within its target', () => {
    const row = { what: 'w', subject: 's', floor: 'f' };
    const lines = drawTable([
      { ...row, ratio: 1.5, target: 1.5 },
      { ...row, ratio: 1.6, target: 1.5 },
      { ...row, ratio: 2, target: null },
    ]).split('\n');
    expect(lines.slice(2)).toEqual([
      '| w | s | f | 1.50 | within 1.5 |',
      '| w | s | f | 1.60 | over 1.5 |',
      '| w | s | f | 2.00 |  |',
    ]);
  });
});

describe('what is measured', () => {
  test('pages of the asked size that keep what they were', () => {
    expect(fillPage(10_000)).toHaveLength(10_000);
    const page = enlarge('<body class="shop">Hello</body></html>', 5_000);
    expect(page.length).toBeGreaterThan(5_000);
    expect(page.length).toBeLessThan(5_100);
    expect(page).toMatch(/^<body class="shop">Hello<ul class="cards">[\s\S]*<\/ul><\/body><\/html>$/);
  });

  test('as many records as asked for, no two alike', () => {
    expect(new Set(listRecords(400).map(({ id }) => id)).size).toBe(400);
    expect(listRecords(10)).toHaveLength(10);
  });

  test('identification and verdicts, in short', async () => {
    const rows = [...(await benchIdentify({ runs: 1, every: 60 })), ...(await benchJudge({ runs: 1, rounds: 1 }))];
    expect(rows.map(({ what }) => what.split(':')[0])).toEqual([...Array(6).fill('identify'), 'judge']);
    for (const { ratio } of rows) expect(Number.isFinite(ratio)).toBe(true);
  });
});
