import { expect, test } from 'vitest';
import { createPace } from '../../src/lib/pace.ts';

function fakeClock() {
  let time = 1_000_000;
  return {
    now: () => time,
    sleep: async (ms: number) => {
      time += ms;
    },
  };
}

test('one host is asked one thing at a time, a gap after each, also after a failure', async () => {
  const clock = fakeClock();
  const pace = createPace(clock);
  const seen: [string, number][] = [];
  const task = (name: string, tookMs: number) => async () => {
    seen.push([`${name} starts`, clock.now() - 1_000_000]);
    await clock.sleep(tookMs);
    seen.push([`${name} ends`, clock.now() - 1_000_000]);
    if (name === 'b') throw new Error('b failed');
    return name;
  };
  const runs = [
    pace('one', 1_000, task('a', 300)),
    pace('one', 1_000, task('b', 200)),
    pace('one', 1_000, task('c', 0)),
  ];
  expect((await Promise.allSettled(runs)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(seen).toEqual([
    ['a starts', 0],
    ['a ends', 300],
    ['b starts', 1_300],
    ['b ends', 1_500],
    ['c starts', 2_500],
    ['c ends', 2_500],
  ]);
});

test('another host does not wait', async () => {
  const pace = createPace(fakeClock());
  const never = pace('one', 1_000, () => new Promise(() => undefined));
  expect(await Promise.race([never, pace('two', 1_000, async () => 'two')])).toBe('two');
});
