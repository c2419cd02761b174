import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readOpenvex } from '../../src/attest/openvex.ts';
import { canonicalForm } from '../../src/model/canonical.ts';
import { Report } from '../../src/model/report.ts';
import { copyFixture, fixture, makeFolder, readFolder, runBuild } from './built.ts';
import { openvex } from './openvex.ts';

type Files = Map<string, Buffer>;

const levels = ['own', 'full', 'after-patch', 'answer-only'] as const;
const home = 'https://example.org/deep/status/';

let folder: string;
const builds = new Map<string, Files>();

beforeAll(async () => {
  folder = await makeFolder();
  const data = await copyFixture(join(folder, 'data'), home);
  for (const level of levels) {
    const out = join(folder, level);
    await runBuild(data, out, ...(level === 'own' ? [] : ['--disclosure', level]));
    builds.set(level, await readFolder(out));
  }
});

afterAll(() => rm(folder, { recursive: true }));

function built(level: string): Files {
  return builds.get(level) ?? new Map();
}

function text(files: Files, path: string): string {
  return files.get(path)?.toString('utf8') ?? '';
}

function readJson(files: Files, path: string): unknown {
  return JSON.parse(text(files, path));
}

function lines(files: Files, path: string): unknown[] {
  return text(files, path)
    .split('\n')
    .flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]));
}

/** The published schemas of a build, compiled the way any reader of them would. */
function compile(files: Files, name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(z.record(z.string(), z.unknown()).parse(readJson(files, `schemas/${name}.json`)));
}

/** Which schema describes a file, and the documents in it. */
const described: [RegExp, string, (files: Files, path: string) => unknown[]][] = [
  [/^status\.json$/, 'status', (files, path) => [readJson(files, path)]],
  [/^sites\/[^/]+\/status\.json$/, 'site-status', (files, path) => [readJson(files, path)]],
  [/\/history\.jsonl$/, 'history', lines],
  [/^sites\/.+\/vex\.json$/, 'vex', (files, path) => [readJson(files, path)]],
  [/^sites\/.+\/badge\.json$/, 'badge', (files, path) => [readJson(files, path)]],
];

describe.each(levels)('what machines read, at %s', (level) => {
  it.each(described)('%s fits its schema', (pattern, name, read) => {
    const files = built(level);
    const validate = compile(files, name);
    const paths = [...files.keys()].filter((path) => pattern.test(path));
    // Nothing but answers is shown at answer-only, and no document without a finding is OpenVEX.
    if (!(name === 'vex' && level === 'answer-only')) expect(paths).not.toEqual([]);
    for (const path of paths) {
      for (const document of read(files, path)) {
        expect(validate(document), `${path}: ${JSON.stringify(validate.errors)}`).toBe(true);
        expect(validate({ ...z.looseObject({}).parse(document), surprise: 1 }), path).toBe(false);
      }
    }
  });

  it('has no JSON without a schema, and every $schema and $id leads to a file', () => {
    const files = built(level);
    for (const path of [...files.keys()].filter((name) => /\.jsonl?$/.test(name))) {
      if (path.startsWith('schemas/')) {
        expect(readJson(files, path)).toMatchObject({ $id: `${home}${path}` });
        continue;
      }
      expect(
        described.some(([pattern]) => pattern.test(path)),
        path,
      ).toBe(true);
      if (!path.endsWith('status.json')) continue;
      const { $schema } = z.object({ $schema: z.string() }).parse(readJson(files, path));
      expect($schema.startsWith(home) && files.has($schema.slice(home.length)), $schema).toBe(true);
    }
  });
});

describe('status.json', () => {
  it('ends by itself: it says when the next check is due, and what counts after two rounds', () => {
    // Checked at 14:05 on 22 November, once a day.
    expect(readJson(built('own'), 'sites/lantern/status.json')).toMatchObject({
      checkedAt: '2026-11-22T14:05:00.000Z',
      nextCheckDueAt: '2026-11-23T14:05:00.000Z',
      staleAt: '2026-11-24T14:05:00.000Z',
      answerAfterStaleAt: 'no',
    });
    expect(readJson(built('own'), 'sites/gone/status.json')).toMatchObject({ answer: 'no', nextCheckDueAt: null });
  });
});

const Line = z.object({
  sequence: z.number(),
  data: z.looseObject({ kind: z.string() }),
  salt: z.string().optional(),
  previous: z.string().optional(),
  hash: z.string(),
});

function readHistory(level: string, site: string): z.infer<typeof Line>[] {
  return lines(built(level), `sites/${site}/history.jsonl`).map((line) => Line.parse(line));
}

function hashOf(files: Files, path: string, sequence: number): string {
  const line = lines(files, path).find((one) => Line.parse(one).sequence === sequence);
  const { hash, ...rest } = z.looseObject({}).parse(line);
  return createHash('sha256').update(canonicalForm(rest)).digest('hex');
}

describe('history.jsonl', () => {
  it('is, where everything is shown, what data/ holds', async () => {
    const stored = await readFile(join(fixture, 'history', 'lantern.jsonl'), 'utf8');
    expect(text(built('full'), 'sites/lantern/history.jsonl')).toBe(stored);
  });

  it.each(levels)('has at %s a salt on no line but those whose hash it proves', (level) => {
    const files = built(level);
    let proven = 0;
    for (const path of [...files.keys()].filter((name) => name.endsWith('history.jsonl'))) {
      for (const document of lines(files, path)) {
        const line = Line.parse(document);
        if (line.salt === undefined) continue;
        expect(hashOf(files, path, line.sequence), `${path} ${line.sequence}`).toBe(line.hash);
        proven += 1;
      }
    }
    expect(proven > 0).toBe(level !== 'answer-only');
  });

  it('shows of a withheld event its place in the chain alone', () => {
    const history = readHistory('own', 'quiet');
    const withheld = history.filter(({ data }) => data.kind === 'withheld');
    expect(withheld.length).toBeGreaterThan(0);
    for (const { data, salt } of withheld) expect({ data, salt }).toEqual({ data: { kind: 'withheld' } });
    const general = history.filter(({ data }) => data['reason'] === 'not-up-to-date' || data['reason'] === null);
    expect(general.length).toBeGreaterThan(0);
    for (const { salt } of general) expect(salt).toBeUndefined();
    for (const [i, { previous }] of history.entries()) expect(previous).toBe(history[i - 1]?.hash ?? '0'.repeat(64));
    // The same events, shown in full, have the same hashes: withholding rewrites nothing.
    expect(readHistory('full', 'quiet').map(({ hash }) => hash)).toEqual(history.map(({ hash }) => hash));
  });

  it('links nothing where only answers are shown', () => {
    for (const { data, salt, previous } of readHistory('own', 'silent')) {
      expect([data.kind, salt, previous]).toEqual(['answer-changed', undefined, undefined]);
    }
  });

  it('never publishes the salt of what it does not show', async () => {
    for (const [level, site] of [
      ['own', 'quiet'],
      ['own', 'silent'],
      ['after-patch', 'lantern'],
    ] as const) {
      const shown = new Set(readHistory(level, site).flatMap(({ salt }) => salt ?? []));
      const stored = (await readFile(join(fixture, 'history', `${site}.jsonl`), 'utf8')).trimEnd().split('\n');
      const hidden = stored.map((line) => Line.parse(JSON.parse(line)).salt ?? '').filter((salt) => !shown.has(salt));
      expect(hidden.length).toBeGreaterThan(0);
      for (const [path, bytes] of built(level)) {
        for (const salt of hidden) expect(bytes.includes(salt), `${path}: ${salt}`).toBe(false);
      }
    }
  });
});

describe('vex.json', () => {
  it('is OpenVEX by the rules of its specification', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(openvex);
    const files = built('full');
    const paths = [...files.keys()].filter((path) => /^sites.*vex\.json$/.test(path));
    for (const path of paths) expect(validate(readJson(files, path)), JSON.stringify(validate.errors)).toBe(true);
    const statuses = paths.flatMap(
      (path) =>
        z.object({ statements: z.array(z.object({ status: z.string() })) }).parse(readJson(files, path)).statements,
    );
    expect(new Set(statuses.map(({ status }) => status))).toEqual(
      new Set(['affected', 'fixed', 'not_affected', 'under_investigation']),
    );
  });

  it('is there for every site whose findings are shown, and for no other', () => {
    const sites = (level: string) =>
      [...built(level).keys()].flatMap((path) => /^sites\/(.+)\/vex\.json$/.exec(path)?.[1] ?? []);
    expect(sites('answer-only')).toEqual([]);
    expect(sites('own')).not.toContain('quiet');
    expect(sites('own')).not.toContain('silent');
    expect(sites('own')).toContain('lantern');
    for (const [path, bytes] of built('own')) {
      const id = /^sites\/(.+)\/index\.html$/.exec(path)?.[1];
      if (id !== undefined) expect(bytes.includes('vex.json'), id).toBe(sites('own').includes(id));
    }
  });

  it('is read by our own reader: what is closed, and nothing else', () => {
    const read = (id: string) =>
      readOpenvex(readJson(built('own'), `sites/${id}/vex.json`), `https://${id}.example.com/`);
    expect(() => read('old-mill')).toThrow('it calls no flaw fixed or not affecting this shop');
    const { verdict } = Report.parse(JSON.parse(readFileSync(join(fixture, 'reports', 'juniper.json'), 'utf8')));
    const closed = verdict.findings.filter(({ status }) => status === 'fixed' || status === 'not_affected');
    expect(closed).toHaveLength(2);
    expect(read('juniper')).toEqual([{ covers: closed.flatMap(({ id, aliases }) => [id, ...aliases]) }]);
  });
});
