import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bounds, forEachConcurrently, limitEach, nextLevel } from '../../src/scan/concurrency.ts';

const little = 200_000_000;

/** Work that ends when it is told to. */
function openWork() {
  const ends = new Map<string, () => void>();
  let most = 0;
  const work = (name: string) =>
    new Promise<void>((resolve) => {
      ends.set(name, () => {
        ends.delete(name);
        resolve();
      });
      most = Math.max(most, ends.size);
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await setImmediate();
  };
  return { work, end, going: () => [...ends.keys()], most: () => most };
}

describe('the level', () => {
  it('rises while the process waits for shops, up to its bound', () => {
    let level = bounds.fewest;
    const seen = [level];
    for (let look = 0; look < 20; look += 1) {
      level = nextLevel(level, { busy: 0.2, rss: little });
      seen.push(level);
    }
    expect(seen.slice(0, 3)).toEqual([16, 20, 25]);
    expect(seen.at(-1)).toBe(bounds.most);
  });

  it.each([
    { busy: 0.7, rss: little, level: 64, next: 64, what: 'stays where the process has enough to do' },
    { busy: 0.95, rss: little, level: 64, next: 48, what: 'falls where it is busy' },
    { busy: 1, rss: little, level: 16, next: 16, what: 'never falls below the fewest' },
    { busy: 0.1, rss: 1_500_000_000, level: 128, next: 16, what: 'falls to the fewest where memory is short' },
  ])('$what', ({ busy, rss, level, next }) => {
    expect(nextLevel(level, { busy, rss })).toBe(next);
  });
});

describe('working at a level', () => {
  it('begins more where the level rises, and none while it has fallen', async () => {
    let level = 2;
    const { work, end, going } = openWork();
    const done = forEachConcurrently(['a', 'b', 'c', 'd', 'e', 'f'], () => level, work);
    expect(going()).toEqual(['a', 'b']);
    level = 3;
    await end('a');
    expect(going()).toEqual(['b', 'c', 'd']);
    level = 1;
    await end('b');
    await end('c');
    expect(going()).toEqual(['d']);
    await end('d');
    expect(going()).toEqual(['e']);
    await end('e');
    await end('f');
    await done;
  });

  it('ends at once where there is nothing, and rejects with what rejects', async () => {
    await forEachConcurrently(
      [],
      () => 4,
      () => Promise.reject(new Error('never called')),
    );
    const failed = forEachConcurrently(
      [1, 2],
      () => 2,
      (item) => (item === 2 ? Promise.reject(new Error('two')) : Promise.resolve()),
    );
    await expect(failed).rejects.toThrow('two');
  });
});

describe('a limit for each key', () => {
  it('lets so many work at a time, in their order, and others beside them', async () => {
    const limit = limitEach(2);
    const { work, end, going } = openWork();
    const all = ['a1', 'a2', 'a3', 'a4', 'b1'].map((name) => limit(name.slice(0, 1), () => work(name)));
    expect(going()).toEqual(['a1', 'a2', 'b1']);
    await end('a2');
    expect(going()).toEqual(['a1', 'b1', 'a3']);
    for (const name of ['a1', 'a3', 'a4', 'b1']) await end(name);
    await Promise.all(all);
  });

  it('gives its place on where the work fails', async () => {
    const limit = limitEach(1);
    const failed = limit('a', () => Promise.reject(new Error('first')));
    const second = limit('a', () => Promise.resolve('second'));
    await expect(failed).rejects.toThrow('first');
    expect(await second).toBe('second');
    expect(await limit('a', () => Promise.resolve('third'))).toBe('third');
  });
});
