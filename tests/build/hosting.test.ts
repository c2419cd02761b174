import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyFixture, fixture, makeFolder, readFolder, runBuild } from './built.ts';

type Files = Map<string, Buffer>;

const home = 'https://example.org/deep/status/';

let folder: string;
let root: Files;
let based: Files;

beforeAll(async () => {
  folder = await makeFolder();
  await runBuild(fixture, join(folder, 'root'));
  await runBuild(await copyFixture(join(folder, 'data'), home), join(folder, 'based'));
  root = await readFolder(join(folder, 'root'));
  based = await readFolder(join(folder, 'based'));
});

afterAll(() => rm(folder, { recursive: true }));

function text(files: Files, path: string): string {
  return files.get(path)?.toString('utf8') ?? '';
}

/** Text of every element of that name. */
function texts(xml: string, name: string): string[] {
  const found: string[] = [];
  let inside = false;
  const parser = new Parser(
    {
      onopentag: (tag) => {
        inside = tag === name;
        if (inside) found.push('');
      },
      ontext: (part) => {
        if (inside) found.push((found.pop() ?? '') + part);
      },
      onclosetag: () => {
        inside = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

describe('the sitemap', () => {
  it('names every page but 404, each once, and its index names it', () => {
    const files = based;
    const addresses = texts(text(files, 'sitemap-0.xml'), 'loc');
    const pages = [...files.keys()].filter((path) => path.endsWith('index.html'));
    expect(addresses.toSorted()).toEqual(pages.map((path) => home + path.replace(/index\.html$/, '')).sort());
    expect(texts(text(files, 'sitemap-index.xml'), 'loc')).toEqual([`${home}sitemap-0.xml`]);
  });
});

describe('security.txt', () => {
  it('says whom to ask, where it belongs, and until when it counts', () => {
    // 90 days after 22 November 2026: 8 to the end of November, 31, 31, and 20 in February.
    expect(text(root, '.well-known/security.txt')).toBe(
      [
        'Contact: mailto:checks@example.org',
        'Expires: 2027-02-20T14:05:00.000Z',
        'Preferred-Languages: en',
        'Canonical: https://shops.example.org/.well-known/security.txt',
        '',
      ].join('\n'),
    );
  });

  it('is not written under a base path, where nobody looks', () => {
    expect([...based.keys()].filter((path) => path.includes('well-known'))).toEqual([]);
  });
});

describe('_headers', () => {
  it('gives each kind of file one cache rule, and lets others read what machines read', () => {
    const rules = text(root, '_headers')
      .split(/^(?=\/)/m)
      .filter((rule) => rule.startsWith('/'))
      .map((rule) => {
        const [path = '', ...headers] = rule.split('\n').filter((line) => !line.startsWith('#'));
        const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
        return { pattern, names: headers.flatMap((line) => /^ {2}([\w-]+): /.exec(line)?.[1] ?? []) };
      });
    for (const path of root.keys()) {
      const names = rules.filter(({ pattern }) => pattern.test(`/${path}`)).flatMap((rule) => rule.names);
      expect(new Set(names).size, path).toBe(names.length);
      expect(names).toContain('X-Content-Type-Options');
      const forOthers = /\.(?:jsonl?|xml|ics)$|badge\.svg$/.test(path);
      expect(names.includes('Access-Control-Allow-Origin'), path).toBe(forOthers);
    }
  });
});

describe('every page', () => {
  it('says in words and for machines when it was checked, and the day after which that is a no', () => {
    const files = based;
    // Never checked, or no longer listed without a check.
    const unchecked = /^sites\/(?:newcomer|forgotten|gone|wayside)\//;
    const pages = [...files.keys()].filter((path) => path.endsWith('.html') && !unchecked.test(path));
    expect(pages.length).toBeGreaterThan(8);
    for (const path of pages) {
      // The two sentences stand side by side, a space between them.
      expect(text(files, path).replaceAll(/\s+/g, ' '), path).toMatch(
        /Checked on <time datetime="2026-1\d-\d\dT[\d:.]+Z">[^<]+ UTC<\/time>\. If today is after <time datetime="2026-1\d-\d\d">\d+ \w+ 2026<\/time>, treat this as a no\./,
      );
    }
  });
});
