import { describe, expect, it } from 'vitest';
import { failWrites, killRuns } from './disturb.ts';
import { createMerge } from './merge.ts';
import { createRefresh } from './refresh.ts';
import { createScan } from './scan.ts';

const whole = { lost: 0, doubled: 0, refused: 0, halfWritten: 0 };

// The long form, with builds: node tests/crash/run.ts 1000
describe.each([
  { create: createScan, kills: 8, how: 'ENOSPC' as const },
  { create: createMerge, kills: 4, how: 'EACCES' as const },
  { create: createRefresh, kills: 4, how: 'EIO' as const },
])('$create.name', ({ create, kills, how }) => {
  it('leaves whole files and intact histories, killed at any moment or refused by the disk', async () => {
    const subject = await create();
    const figures = await killRuns(subject, kills);
    expect(figures.kills).toBeGreaterThanOrEqual(kills);
    expect(figures).toMatchObject(whole);
    const failed = await failWrites(subject, how, 2);
    expect(failed.runs).toBeGreaterThanOrEqual(2);
    expect(failed).toMatchObject({ ...whole, missing: 0 });
    await subject.close();
  }, 180_000);
});
