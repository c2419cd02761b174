import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { listIssues, listSiteIssues, minimal } from './list-issues.ts';

const head = minimal.slice(0, minimal.indexOf('sites:'));

describe('text that is no YAML', () => {
  it.each([
    ['sites:\n\t- id: a', '5:1', 'Tabs are not allowed as indentation', 'spaces as indentation'],
    [
      'sites:\n  - id: a\n    name: Tea: the shop',
      '6:11',
      'Nested mappings are not allowed in compact mappings',
      'one "key: value" a line; put text that contains ": " in quotes',
    ],
    [
      'sites:\n  - !shop { id: a }',
      '5:5',
      'Unresolved tag: !shop',
      'values without a "!" tag; put text that starts with "!" in quotes',
    ],
    [
      'sites:\n  - id: !!timestamp 2026-08-01',
      '5:9',
      'Unresolved tag: tag:yaml.org,2002:timestamp',
      'values without a "!" tag; put text that starts with "!" in quotes',
    ],
    ['sites: [{ id: a }', '5:1', expect.any(String), expect.any(String)],
  ])('points at the fault: %j', (text, place, found, allowed) => {
    const [issue, ...others] = listIssues(`${head}${text}\n`);
    expect(others).toEqual([]);
    const [, line, message, wish] =
      /^sites\.yaml:(\S+) {2}found what YAML cannot read \((.*)\), allowed: (.*)$/.exec(issue ?? '') ?? [];
    expect({ line, message, wish }).toEqual({ line: place, message: found, wish: allowed });
  });

  it('takes one document only', () => {
    expect(listIssues(`---\n${minimal}---\n${minimal}`)).toEqual([
      'sites.yaml:8:1  found a second document, allowed: one; remove the line "---"',
    ]);
    expect(listIssues(`%YAML 1.2\n---\n${minimal}...\n`)).toEqual([]);
  });

  it.each(['['.repeat(500_000), '{ a: '.repeat(100_000), '- '.repeat(100_000), '? '.repeat(100_000)])(
    'stops where it is nested too deep',
    (text) => {
      expect(listIssues(text)).toEqual([
        expect.stringMatching(
          /^sites\.yaml:1:\d+ {2}found lists or groups in one another too deep, allowed: at most 20 levels$/,
        ),
      ]);
    },
  );

  it('stops before millions of words exhaust the memory', () => {
    expect(listIssues(minimal + '\n'.repeat(3_900_000))).toEqual([]);
    expect(listIssues(minimal + '\n'.repeat(4_000_000))).toEqual([
      expect.stringMatching(
        /^sites\.yaml:39999\d\d:1 {2}found too much for one file, allowed: 4000000 words and signs; split the file$/,
      ),
    ]);
  });
});

describe('the core schema', () => {
  it('leaves dates, yes and no as text, whatever version the file claims', () => {
    expect(listIssues(`%YAML 1.1\n---\n${minimal}    promise: { by: 2026-08-01 }\ndemo: yes\n`)).toEqual([
      'sites.yaml:10:7  demo: found "yes", allowed: true or false',
    ]);
    expect(parseConfig(`${minimal}    promise: { by: 2026-08-01 }\n`, 'a').sites[0]?.promise).toEqual({
      by: '2026-08-01',
    });
  });
});

describe('keys', () => {
  it('are unique in each group', () => {
    expect(listIssues(`${minimal}title: Again\ntitle: And again\n`)).toEqual([
      'sites.yaml:7:1  title: found the key again (first on line 1), allowed: each key once',
      'sites.yaml:8:1  title: found the key again (first on line 1), allowed: each key once',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', '1', 'null'])('are unknown where they are not ours: %s', (key) => {
    expect(listSiteIssues(`${key}: { allowPrivate: true }`)).toEqual([
      expect.stringContaining(`sites.yaml:7:5  sites[0].${key}: found an unknown key, allowed: one of id, name, url`),
    ]);
  });

  it('are plain words', () => {
    expect(listSiteIssues('? [a, b]', ': 1')).toEqual([
      'sites.yaml:7:7  sites[0]: found a key that is not a plain word, allowed: keys such as "url"',
    ]);
  });
});

describe('anchors and aliases', () => {
  it('share a value among thousands of sites', () => {
    const sites = Array.from(
      { length: 5_000 },
      (_, i) => `  - { id: s${i}, url: https://s${i}.example/, maintainer: *acme }\n`,
    );
    const config = parseConfig(`${minimal}    maintainer: &acme { name: Acme }\n${sites.join('')}`, 'sites.yaml');
    expect(config.sites).toHaveLength(5_001);
    expect(config.sites.every((site) => site.maintainer?.name === 'Acme')).toBe(true);
  });

  it('stand for what was last anchored above', () => {
    const text = `${minimal}    name: &n One\n  - { id: a, url: https://a.example/, name: *n, tags: [&n Two] }\n  - { id: b, url: https://b.example/, name: *n }\n`;
    expect(parseConfig(text, 'sites.yaml').sites.map((site) => site.name)).toEqual(['One', 'One', 'Two']);
  });

  it('merge groups, where the group itself and the first merged come first', () => {
    const text = `${minimal}    maintainer: &a { name: Acme, email: a@acme.example }
  - id: b
    maintainer: &b { name: Bold, url: https://bold.example/ }
    url: https://b.example/
  - { id: c, url: https://c.example/, maintainer: { <<: [*a, *b], name: Chic } }
  - { id: d, url: https://d.example/, maintainer: { name: Dear, <<: *b } }
`;
    expect(
      parseConfig(text, 'sites.yaml')
        .sites.slice(2)
        .map((site) => site.maintainer),
    ).toEqual([
      { name: 'Chic', email: 'a@acme.example', url: 'https://bold.example/' },
      { name: 'Dear', url: 'https://bold.example/' },
    ]);
    expect(listSiteIssues('maintainer: { <<: 5, name: Acme }')).toEqual([
      'sites.yaml:7:19  sites[0].maintainer["<<"]: found no group of keys behind "<<", allowed: an alias of a group of keys',
    ]);
  });

  it('name an alias without anchor or inside its own, and go on with the rest', () => {
    expect(listSiteIssues('maintainer: *acme', 'tags: &t [a, *t]', 'robots: no')).toEqual([
      'sites.yaml:7:17  sites[0].maintainer: found the alias *acme, allowed: an alias whose anchor stands above it',
      'sites.yaml:8:18  sites[0].tags[1]: found the alias *t inside its own anchor, allowed: an anchor without itself',
      'sites.yaml:9:13  sites[0].robots: found "no", allowed: one of respect, owner-consents',
    ]);
  });

  it('stop a YAML bomb at the alias that makes it one', () => {
    const levels = Array.from({ length: 30 }, (_, i) => {
      const previous = i === 0 ? 'x' : `*a${i - 1}`;
      return `  a${i}: &a${i} [${Array.from({ length: 10 }, () => previous).join(', ')}]\n`;
    });
    expect(listIssues(`${minimal}policy:\n${levels.join('')}`)).toEqual([
      'sites.yaml:14:12  policy.a6[0]: found the alias *a5, which makes the file too large, allowed: 2000000 values, aliases followed',
    ]);
  });

  it('stop a merge bomb', () => {
    const keys = Array.from({ length: 2_000 }, (_, i) => `k${i}: 1`).join(', ');
    const sites = Array.from({ length: 1_500 }, () => '  - { <<: *big }\n').join('');
    expect(listIssues(`${minimal}    promise: &big { ${keys} }\n${sites}`)).toEqual([
      expect.stringMatching(
        /^sites\.yaml:10\d\d:11 {2}sites\[\d+\]\["<<"\]: found the alias \*big, which makes the file too large/,
      ),
    ]);
  });
});
