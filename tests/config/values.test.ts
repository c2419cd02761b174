import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { Config } from '../../src/model/config.ts';
import { listIssues, listSiteIssues, minimal } from './list-issues.ts';

describe('values', () => {
  it.each([
    'con',
    'nul',
    'com1',
    'lpt9',
    'aux',
    'prn',
    '..',
    'a/b',
    'A',
    '-a',
    'a-',
    'a b',
    'ä',
    'a.b',
    'a'.repeat(65),
  ])('refuses the id %s', (id) => {
    expect(listIssues(minimal.replace('id: tea', `id: "${id}"`))).toEqual([
      expect.stringMatching(/^sites\.yaml:5:9 {2}sites\[0\]\.id: found ".+", allowed: up to 64 of a-z/),
    ]);
    expect(listSiteIssues(`formerly: ["${id}"]`)).toEqual([
      expect.stringMatching(/^sites\.yaml:7:16 {2}sites\[0\]\.formerly\[0\]: /),
    ]);
  });

  it.each(['a', '1', 'console', 'com10', 'feed', 'a'.repeat(64)])('takes the id %s', (id) => {
    expect(parseConfig(minimal.replace('id: tea', `id: "${id}"`), 'sites.yaml').sites[0]?.id).toBe(id);
  });

  it.each([
    'ftp://x',
    'shop.example',
    'https:shop.example',
    '//shop.example',
    'https://',
    'https://a b',
    'javascript:alert(1)',
    'https://x\\u0000y',
    'https://shop.example:99999',
    `https://${'a'.repeat(2_000)}.example`,
  ])('refuses the url %s', (url) => {
    expect(listIssues(minimal.replace('https://tea.example/', `"${url}"`))).toEqual([
      expect.stringMatching(/^sites\.yaml:6:10 {2}sites\[0\]\.url: found .+, allowed: an http or https URL$/),
    ]);
  });

  it.each([
    'https://shop:hunter2@x.example/',
    'https://hunter2@x.example/',
    'https://shop:hunter2/more@x.example/',
    'https:shop:hunter2@x.example',
    'HTTP://shop:hunter2 @x.example/',
  ])('never repeats the password in %s', (url) => {
    for (const text of [
      minimal.replace('https://tea.example/', url),
      minimal.replace('https://status.example/', url),
    ]) {
      const [issue, ...others] = listIssues(text);
      expect(others).toEqual([]);
      expect(issue).toContain('@x.example');
      expect(issue).toContain('leave out the user name and password: they would be published');
      expect(issue).not.toContain('hunter2');
    }
  });

  it.each([
    ['90m', 5_400_000],
    ['24h', 86_400_000],
    ['7d', 604_800_000],
    ['2w', 1_209_600_000],
    ['366d', 31_622_400_000],
  ])('reads the duration %s', (text, ms) => {
    expect(parseConfig(`${minimal}every: ${text}\n`, 'sites.yaml').everyMs).toBe(ms);
  });

  it.each(['24', '"24"', '0h', '-1h', '1.5h', '24 h', '1y', '367d', 'h', '24H', '[24h]'])(
    'refuses the duration %s',
    (text) => {
      expect(listIssues(`${minimal}every: ${text}\n`)).toEqual([
        expect.stringMatching(
          /^sites\.yaml:7:8 {2}every: found .+, allowed: a duration of up to 366 days, such as 90m/,
        ),
      ]);
    },
  );

  it.each([
    ['\\u0007', '\\u{7}'],
    ['\\e[31m', '\\u{1b}[31m'],
    ['a\\tb', 'a\\u{9}b'],
    ['a\\nb', 'a\\u{a}b'],
    ['a\\u009bb', 'a\\u{9b}b'],
    ['a\\u202eb', 'a\\u{202e}b'],
    ['a\\u2028b', 'a\\u{2028}b'],
    ['a\\ud800b', 'a\\u{d800}b'],
  ])('refuses control characters and shows them escaped: %s', (written, shown) => {
    const allowed = (most: number) => `text of 1 to ${most} characters on one line, without control characters`;
    expect(listSiteIssues(`name: "${written}"`, `tags: ["${written}"]`)).toEqual([
      `sites.yaml:7:11  sites[0].name: found "${shown}", allowed: ${allowed(200)}`,
      `sites.yaml:8:12  sites[0].tags[0]: found "${shown}", allowed: ${allowed(50)}`,
    ]);
    expect(listSiteIssues(`promise: { by: 2026-08-01, note: "${written}" }`)).toEqual([
      `sites.yaml:7:38  sites[0].promise.note: found "${shown}", allowed: ${allowed(500)}`,
    ]);
  });

  it('shows at most 60 characters of a value and of a key', () => {
    const emoji = '\u{1f6b2}'.repeat(300);
    expect(listSiteIssues(`name: ${emoji}`)[0]).toContain(`found "${'\u{1f6b2}'.repeat(60)}...", allowed`);
    expect(listSiteIssues(`robots: ${'x'.repeat(1_000_000)}`)[0]).toContain(`found "${'x'.repeat(60)}...", allowed`);
    expect(listSiteIssues(`? ${'x'.repeat(5_000)}\n    : 1`)[0]).toContain(
      `sites[0]["${'x'.repeat(60)}..."]: found an`,
    );
  });

  it.each(['""', '"   "', '5', 'true', '[a]', '{ a: b }', 'x'.repeat(201)])('refuses the name %s', (name) => {
    expect(listSiteIssues(`name: ${name}`)).toEqual([
      expect.stringMatching(/^sites\.yaml:7:11 {2}sites\[0\]\.name: found .+, allowed: text of 1 to 200 characters/),
    ]);
  });

  it.each(['a@b.example', 'https://agency.example/contact'])('takes the contact %s', (contact) => {
    expect(listIssues(minimal.replace('status@example.com', contact))).toEqual([]);
  });

  it.each(['http://agency.example/', 'us', '"a@b.example\\r\\nX: y"', `${'a'.repeat(200)}@b.example`])(
    'refuses the contact %s',
    (contact) => {
      expect(listIssues(minimal.replace('status@example.com', contact))).toEqual([
        expect.stringMatching(/^sites\.yaml:3:10 {2}contact: found .+, allowed: a mail address or an https URL$/),
      ]);
    },
  );

  it('keeps a long host name within what a name may have', () => {
    const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`;
    const config = parseConfig(minimal.replace('tea.example', host), 'sites.yaml');
    expect(Config.safeParse(config).success).toBe(true);
  });

  it('names a mistake behind an anchor once, where it was written', () => {
    const sites = ['a', 'b', 'c'].map((id) => `  - { id: ${id}, url: https://x.example/, maintainer: *m }\n`);
    expect(listIssues(`${minimal}    maintainer: &m { nam: Acme, name: Acme }\n${sites.join('')}`)).toEqual([
      'sites.yaml:7:22  sites[0].maintainer.nam: found an unknown key, allowed: one of name, email, url; did you mean "name"?',
    ]);
  });
});

it('refuses a real shop while the demo stands: it would be judged as of the day of the demo', () => {
  const text = (demo: string) => `title: T
url: https://status.example.com/
contact: a@example.com
${demo}sites:
  - id: shop
    url: https://shop.example/
`;
  expect(parseConfig(text(''), 'f').sites[0]?.url).toBe('https://shop.example/');
  expect(() => parseConfig(text('demo: true\n'), 'f')).toThrow(
    'f:7:10  sites[0].url: found "https://shop.example/", allowed: a demo shop under .localhost; remove "demo: true" to check real shops',
  );
});
