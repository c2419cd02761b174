import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalForm, recordHistory } from '../../src/history/index.ts';
import { InvalidResponseError } from '../../src/lib/errors.ts';
import { forgetful, openStore } from '../../src/store.ts';
import { reportOn } from '../history/report.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'patchproof-store-'));
});

const report = reportOn('2026-03-01', ['4.1.0.3'], { reason: 'update-missing' });

describe('store', () => {
  it('gives null or nothing for what is not there, and creates nothing by reading', async () => {
    const store = openStore(join(dir, 'data'));
    expect(await store.readListing()).toBeNull();
    expect(await store.readChecks()).toBeNull();
    expect(await store.readReport('shop')).toBeNull();
    expect(await store.readPull('osv')).toBeNull();
    expect(await store.readHistory('shop')).toEqual([]);
    expect(await store.historyIds()).toEqual([]);
    expect(await readdir(dir)).toEqual([]);
  });

  it('reads back what it wrote', async () => {
    const store = openStore(dir);
    const events = recordHistory([], report, () => '0'.repeat(32));
    await store.writeReport(report);
    await store.writeHistoryLines('shop', events.map(canonicalForm));
    expect(await store.readReport('shop')).toEqual(report);
    expect(await store.readHistory('shop')).toEqual(events);
    expect(await store.historyIds()).toEqual(['shop']);
    expect((await readFile(join(dir, 'history/shop.jsonl'), 'utf8')).endsWith('}\n')).toBe(true);
  });

  it.each(['../evil', 'a/b', '', 'CON', '.'])('an id that is no site id (%j) reaches no path', async (id) => {
    await expect((async () => openStore(dir).readReport(id))()).rejects.toThrow();
  });

  it('names the damaged file, its line and the remedy', async () => {
    await mkdir(join(dir, 'history'));
    await mkdir(join(dir, 'reports'));
    await writeFile(join(dir, 'history/shop.jsonl'), '{"site":"shop"}\n');
    await writeFile(join(dir, 'reports/shop.json'), '{"schemaVersion":1');
    const store = openStore(dir);
    await expect(store.readHistory('shop')).rejects.toThrow(/shop\.jsonl:1 is damaged: .*\n(.*\n)*Remedy: restore it/);
    await expect(store.readReport('shop')).rejects.toThrow(InvalidResponseError);
    await expect(store.readReport('shop')).rejects.toThrow(/reports\/shop\.json is damaged/);
  });

  it('sweeps up what a killed run left half written, and nothing else', async () => {
    await mkdir(join(dir, 'history'));
    await mkdir(join(dir, 'reports'));
    const kept = ['history/shop.jsonl', 'reports/shop.json', 'checks.json', 'note.123'];
    for (const name of [...kept, 'history/shop.jsonl.123456', 'reports/shop.json.99', 'checks.json.7']) {
      await writeFile(join(dir, name), '');
    }
    await openStore(dir).sweep();
    const left = await readdir(dir, { recursive: true });
    expect(left.filter((name) => !['history', 'reports'].includes(name)).sort()).toEqual(kept.sort());
  });

  it('a forgetful store writes nothing', async () => {
    const store = forgetful(openStore(dir));
    await store.writeReport(report);
    await store.writeHistoryLines('shop', ['{}']);
    expect(await readdir(dir)).toEqual([]);
  });
});
