import { expect, it } from 'vitest';
import { runScript } from '../build/built.ts';

it('npm run bench:growth scans, commits and measures a clone', async () => {
  const printed = await runScript('bench-growth', ['--sites', '9', '--days', '3']);
  // The first scan always changes something; the two after it may or may not.
  expect(printed).toMatch(/^9 shops, 3 daily scans, [123] commits\n/);
  const [first = 0, last = 0] = [...printed.matchAll(/scan: +([\d.]+) MB/g)].map(([, size]) => Number(size));
  // nine reports of some 10 kB, and copies of 17 sources
  expect(first).toBeGreaterThan(0.1);
  // git packs anew each time, and may come out some kilobytes smaller
  expect(last).toBeGreaterThan(first * 0.95);
  const perShop = /^Per shop: ([\d.]+) events in ([\d.]+) kB of history, ([\d.]+) reports of ([\d.]+) kB$/m;
  const [, events, history, reports, size] = perShop.exec(printed)?.map(Number) ?? [];
  // each shop has a first report and the events of a first check; a report is some kilobytes
  expect(events).toBeGreaterThanOrEqual(2);
  expect(history).toBeGreaterThan(0.5);
  expect(reports).toBeGreaterThanOrEqual(1);
  expect(size).toBeGreaterThan(1);
  expect(printed).toMatch(/^Pages per shop in one language: [\d.]+ kB in [\d.]+ files$/m);
});
