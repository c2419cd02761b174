import { expect, it } from 'vitest';
import { killScans } from './kill-scan.ts';

// The long form: node tests/crash/kill-scan.ts 200
it('a scan that is killed at any moment leaves whole files and intact histories', async () => {
  const figures = await killScans(12);
  expect(figures.killed).toBe(12);
  expect(figures).toMatchObject({ refused: 0, halfWritten: 0, wrongEvents: 0 });
}, 120_000);
