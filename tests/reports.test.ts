import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InvalidResponseError } from '../src/lib/errors.ts';
import { readReports } from '../src/reports.ts';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'patchproof-reports-'));
  await cp(new URL('./fixtures/published/', import.meta.url), dir, { recursive: true });
});

afterEach(() => rm(dir, { recursive: true }));

async function readOne(id: string) {
  const { sites } = await readReports(dir, null);
  return sites.find((site) => site.id === id);
}

async function editJson(file: string, edit: (data: Record<string, unknown>) => void): Promise<void> {
  const data = JSON.parse(await readFile(join(dir, file), 'utf8'));
  edit(data);
  await writeFile(join(dir, file), JSON.stringify(data));
}

describe('readReports', () => {
  it('reads every site, worst first', async () => {
    const { sites, title, asOf } = await readReports(dir, null);
    expect(sites).toHaveLength(14);
    expect(sites.at(-1)?.id).toBe('gone');
    expect({ title, asOf }).toEqual({ title: 'Shops of the Valley', asOf: '2026-11-22T14:05:00.000Z' });
  });

  it('answers no for a listed site without a report', async () => {
    expect(await readOne('newcomer')).toMatchObject({ answer: 'no', reason: 'not-checked', report: null });
  });

  it('answers no where nobody looked for two rounds, whatever the report says', async () => {
    expect(await readOne('forgotten')).toMatchObject({ answer: 'no', reason: 'check-overdue' });
  });

  it('answers no where a wrong clock dated the last check after the run: nobody knows how old it is', async () => {
    const checkedAt = '2030-01-01T06:00:00.000Z';
    await editJson('checks.json', (data) =>
      Object.assign(data['sites'] as object, { forgotten: { checkedAt, seenAt: checkedAt } }),
    );
    expect(await readOne('forgotten')).toMatchObject({ answer: 'no', reason: 'check-overdue' });
  });

  it('believes the checks, not the age of an unchanged report', async () => {
    const checkedAt = '2026-11-22T14:05:00.000Z';
    await editJson('checks.json', (data) =>
      Object.assign(data['sites'] as object, { forgotten: { checkedAt, seenAt: checkedAt } }),
    );
    expect(await readOne('forgotten')).toMatchObject({ answer: 'yes', checkedAt });
  });

  it.each([
    ['an address that is none', { url: 'https://shops. example.org/' }],
    ['an address without a host', { url: '/status/' }],
    ['an address that is no web page', { url: 'javascript:alert(0)' }],
    ['a rhythm of 285,000 years', { everyMs: 9_000_000_000_000_000 }],
  ])('refuses a listing with %s: nothing could be linked or dated', async (_what, damaged) => {
    await editJson('sites.json', (data) => Object.assign(data, damaged));
    const error: unknown = await readReports(dir, null).catch((caught) => caught);
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(String(error)).toContain(join(dir, 'sites.json'));
  });

  it('takes hidden characters out of the address before it is used', async () => {
    await editJson('sites.json', (data) => Object.assign(data, { url: 'https://shops.\ufeffexample.org/' }));
    // as the URL standard reads it: the mark is ignored in a host
    expect((await readReports(dir, null)).url).toBe('https://shops.example.org/');
  });

  it('keeps the page of a site that is no longer listed', async () => {
    const gone = await readOne('gone');
    expect(gone).toMatchObject({ name: 'Gone Fishing', answer: 'no', reason: 'not-monitored', endedOn: '2026-10-04' });
    expect(gone?.events).toHaveLength(3);
  });

  it('shows the answers alone of a site of which nobody says what may be shown', async () => {
    await editJson('sites.json', (data) => Object.assign(data, { formerSites: [] }));
    const gone = await readOne('gone');
    expect(gone).toMatchObject({ name: 'gone', endedOn: '2026-10-04' });
    expect(gone?.events.map(({ data }) => data.kind)).toEqual(['answer-changed']);
  });

  it('lets a level take the place of every own one', async () => {
    const { sites } = await readReports(dir, 'answer-only');
    expect(sites.every(({ report, products }) => report === null && products.length === 0)).toBe(true);
  });

  it('lets no hostile string through', async () => {
    const { sites } = await readReports(dir, 'full');
    expect(JSON.stringify(sites)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u00[01]/);
    expect(sites.find(({ id }) => id === 'hostile')?.name.length).toBeLessThanOrEqual(2000);
  });

  it('says what to do where nothing was scanned', async () => {
    await expect(readReports(join(dir, 'nowhere'), null)).rejects.toThrow(/sites\.json.*npm run scan/);
    await rm(join(dir, 'checks.json'));
    await expect(readReports(dir, null)).rejects.toThrow(/checks\.json.*npm run scan/);
  });

  it.each(['sites.json', 'checks.json', 'reports/lantern.json', 'history/lantern.jsonl'])(
    'throws on a malformed %s',
    async (file) => {
      await writeFile(join(dir, file), '{"schemaVersion": 2}\n');
      const reading = readReports(dir, null);
      await expect(reading).rejects.toBeInstanceOf(InvalidResponseError);
      await expect(reading).rejects.toThrow(file);
    },
  );
});
