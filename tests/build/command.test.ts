import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyFixture, fixture, makeFolder, readFolder, runBuild } from './built.ts';

let folder: string;
let names: string[];

beforeAll(async () => {
  folder = await makeFolder();
  await runBuild(fixture, join(folder, 'published'));
  names = [...(await readFolder(join(folder, 'published'))).keys()];
});

afterAll(() => rm(folder, { recursive: true }));

describe('the build command', () => {
  it('replaces what it built, and leaves alone what it did not', async () => {
    const out = join(folder, 'mine');
    await mkdir(out);
    await writeFile(join(out, 'thesis.txt'), 'precious');
    await expect(runBuild(fixture, out)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('was not built by Patchproof'),
    });
    expect(await readdir(out)).toEqual(['thesis.txt']);
    await rm(join(out, 'thesis.txt'));
    await runBuild(fixture, out);
    await writeFile(join(out, 'stale.html'), 'old');
    await runBuild(fixture, out);
    expect([...(await readFolder(out)).keys()]).toEqual(names);
  });

  it('leaves the published site as it is when the data is damaged', async () => {
    const data = await copyFixture(join(folder, 'damaged'), 'https://shops.example.org/');
    await writeFile(join(data, 'reports', 'lantern.json'), '{}');
    const out = join(folder, 'published');
    await expect(runBuild(data, out)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('lantern.json'),
    });
    expect([...(await readFolder(out)).keys()]).toEqual(names);
    expect(await readdir(join(folder, '.build'))).toEqual([]);
  });

  it('brings back what a killed build had set aside', async () => {
    const out = join(folder, 'published');
    await rename(out, join(dirname(out), '.build', 'published-previous-999999999'));
    await mkdir(join(dirname(out), '.build', 'published-next-999999999'));
    const nothing = join(folder, 'damaged');
    await expect(runBuild(nothing, out)).rejects.toMatchObject({ code: 1 });
    expect(existsSync(join(out, 'status.json'))).toBe(true);
    expect(await readdir(join(folder, '.build'))).toEqual([]);
  });

  it('clears away what a killed build of a folder outside of the project left inside', async () => {
    const name = basename(folder);
    // No process has this number: Linux goes up to 2^22.
    const left = resolve('.build', `${name}-next-99999999`);
    await mkdir(left, { recursive: true });
    await runBuild(fixture, join(folder, 'outside', name));
    expect(existsSync(left)).toBe(false);
  });

  it('says what is wrong with its arguments', async () => {
    const out = join(folder, 'never');
    await expect(runBuild(join(folder, 'nowhere'), out)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run scan'),
    });
    await expect(runBuild(fixture, out, '--disclosure', 'some')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('after-patch'),
    });
    expect(existsSync(out)).toBe(false);
  });
});
