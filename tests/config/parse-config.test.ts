import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { Config } from '../../src/model/config.ts';
import { listIssues, listSiteIssues, minimal } from './list-issues.ts';

function readFixture(name: string): string {
  return readFileSync(new URL(`../fixtures/config/${name}`, import.meta.url), 'utf8');
}

describe('a right sites.yaml', () => {
  it('fills in every default', () => {
    expect(parseConfig(minimal, 'sites.yaml')).toEqual({
      title: 'Shops',
      url: 'https://status.example/',
      contact: 'status@example.com',
      everyMs: 86_400_000,
      maxAgeMs: 172_800_000,
      policy: {
        sourceMaxAgeMs: 604_800_000,
        unpublishedNewestMonths: 24,
        unpublishedOtherMonths: 12,
        accept: ['statement', 'patch-status', 'composer', 'shopware-plugin', 'openvex'],
      },
      languages: ['en'],
      demo: false,
      sites: [
        {
          id: 'tea',
          name: 'tea.example',
          url: 'https://tea.example/',
          tags: [],
          formerly: [],
          robots: 'respect',
          allowPrivate: false,
          disclosure: 'full',
          attestations: [],
        },
      ],
    });
  });

  it('takes every key', () => {
    const config = parseConfig(readFixture('full.yaml'), 'full.yaml');
    expect(Config.parse(config)).toEqual(config);
    expect(config).toMatchObject({
      url: 'https://status.example/shops/',
      contact: 'https://agency.example/contact',
      everyMs: 5_400_000,
      maxAgeMs: 259_200_000,
      policy: {
        sourceMaxAgeMs: 1_209_600_000,
        unpublishedNewestMonths: 18,
        unpublishedOtherMonths: 12,
        accept: [],
      },
    });
    const acme = { name: 'Acme', email: 'care@acme.example', url: 'https://acme.example/' };
    expect(config.sites).toEqual([
      {
        id: 'tea',
        name: 'Tea & Co: the shop',
        url: 'https://tea.example/',
        maintainer: acme,
        tags: ['food', '2024'],
        platform: 'woocommerce',
        formerly: ['old-tea', 'older-tea'],
        robots: 'owner-consents',
        allowPrivate: true,
        disclosure: 'answer-only',
        promise: { by: '2026-09-01', made: '2026-08-20', note: 'After the summer sale.' },
        attestations: [
          {
            kind: 'statement',
            covers: ['CVE-2026-1234', 'APSB26-92'],
            edition: 'commerce',
            author: 'Mara',
            made: '2026-08-01',
            expires: '2027-02-01',
            note: 'Patched by hand.',
          },
          {
            kind: 'patch-status',
            covers: [],
            file: 'attested/tea.json',
            author: 'Mara',
            made: '2026-08-01',
            expires: '2027-02-01',
          },
          {
            kind: 'openvex',
            covers: [],
            url: 'https://agency.example/tea.openvex.json',
            tokenEnv: 'PATCHPROOF_TEA',
            author: 'Mara',
            made: '2026-08-01',
            expires: '2027-02-01',
          },
        ],
      },
      {
        id: 'wine',
        name: 'wine.example:8080',
        url: 'http://wine.example:8080/shop?lang=en',
        maintainer: acme,
        tags: [],
        formerly: [],
        robots: 'respect',
        allowPrivate: false,
        disclosure: 'after-patch',
        attestations: [],
      },
    ]);
  });

  it('takes a promise and an attestation of one day', () => {
    const promise = 'promise: { by: 2026-08-01, made: 2026-08-01 }';
    const attestation = '{ kind: statement, author: Mara, made: 2026-08-01, expires: 2026-08-01 }';
    expect(listSiteIssues(promise, `attestations: [${attestation}]`)).toEqual([]);
  });
});

describe('a wrong sites.yaml', () => {
  it('is told every mistake at once, in the order of the file', () => {
    const siteKeys =
      'id, name, url, maintainer, tags, platform, formerly, robots, allowPrivate, disclosure, promise, attestations';
    const id = 'up to 64 of a-z, 0-9 and "-", no "-" at either end, no Windows device name such as con';
    const text = 'text of 1 to 200 characters on one line, without control characters';
    const duration = 'a duration of up to 366 days, such as 90m, 24h or 7d';
    const once = 'each id once, as an id or a former id';
    expect(listIssues(readFixture('wrong.yaml'))).toEqual(
      [
        '1:1  contact: found nothing, allowed: a mail address or an https URL; add it',
        `1:8  title: found "Shops\\u{7}", allowed: ${text}`,
        '2:6  url: found "https://status.example/?page=1", allowed: an http or https URL without "?" and "#"',
        '3:1  evrey: found an unknown key, allowed: one of title, url, contact, every, maxAge, policy, disclosure, languages, demo, sites; did you mean "every"?',
        `4:8  every: found "0h", allowed: ${duration}`,
        `5:9  maxAge: found 24, allowed: ${duration}`,
        '6:11  policy.unpublishedSuport: found an unknown key, allowed: one of sourceMaxAge, unpublishedSupport, accept; did you mean "unpublishedSupport"?',
        '6:43  policy.accept[0]: found "statment", allowed: one of statement, patch-status, composer, shopware-plugin, openvex; did you mean "statement"?',
        '7:13  languages[0]: found "xx", allowed: one of en, de, fr, es, it, nl, pl',
        '8:7  demo: found "yes", allowed: true or false',
        `10:9  sites[0].id: found "Bad Id", allowed: ${id}`,
        '11:10  sites[0].url: found "ftp://x", allowed: an http or https URL',
        `12:5  sites[0].nmae: found an unknown key, allowed: one of ${siteKeys}; did you mean "name"?`,
        `13:11  sites[0].name: found 1984, allowed: ${text}; put it in quotes`,
        `14:9  sites[1].id: found "con", allowed: ${id}`,
        '15:10  sites[1].url: found "https://***@tea.example/", allowed: an http or https URL; leave out the user name and password: they would be published',
        '16:38  sites[1].maintainer.email: found "nobody", allowed: a mail address',
        '17:17  sites[1].disclosure: found "after_patch", allowed: one of full, after-patch, answer-only; did you mean "after-patch"?',
        '18:5  sites[2].url: found nothing, allowed: an http or https URL; add it',
        '19:12  sites[2].robots: found nothing, allowed: one of respect, owner-consents; give it a value or remove the line',
        '20:20  sites[2].promise.by: found "2026-08-01", allowed: a day on or after "made" (2026-08-02)',
        `21:9  sites[3].id: found "tea" again (first on line 18), allowed: ${once}`,
        '23:5  sites[3].url: found the key again (first on line 22), allowed: each key once',
        `24:22  sites[3].formerly[1]: found "tea" again (first on line 18), allowed: ${once}`,
        '26:69  sites[3].attestations[0].expires: found "2026-08-01", allowed: a day on or after "made" (2026-08-02)',
        '27:48  sites[3].attestations[1].made: found "2026-02-30", allowed: a day such as 2026-08-31',
        '27:69  sites[3].attestations[1].expires: found "soon", allowed: a day such as 2026-08-31',
        `30:16  sites[4].formerly[0]: found "wine" again (first on line 24), allowed: ${once}`,
        '31:11  sites[4].tags: found "none", allowed: a list of at most 20 tags',
        '32:19  sites[4].allowPrivate: found "true", allowed: true or false',
        `33:5  sites[4].note: found an unknown key, allowed: one of ${siteKeys}; did you mean "name"?`,
      ].map((line) => `sites.yaml:${line}`),
    );
  });

  it('counts in its heading and names the file as its subject', () => {
    const parse = () => parseConfig(minimal.replace('title', 'tilte'), 'shops.yaml');
    expect(parse).toThrow(/^shops\.yaml cannot be used: 2 things to correct\.\nshops\.yaml:1:1 {2}/);
    expect(parse).toThrow(expect.objectContaining({ name: 'ConfigError', subject: 'shops.yaml' }));
    expect(() => parseConfig(minimal.replace('tea.', ''), 'a')).not.toThrow();
    expect(() => parseConfig(`${minimal}x: 1\n`, 'a')).toThrow('a cannot be used: one thing to correct.\na:7:1  x:');
  });

  it.each(['sites: []', 'sites:', ''])('asks for at least one site: %s', (line) => {
    const text = minimal.slice(0, minimal.indexOf('sites:')) + line;
    expect(listIssues(text)).toEqual([
      expect.stringContaining('allowed: a list of at least one site, such as "- { id: my-shop, url: '),
    ]);
  });

  it.each(['', '\n', '# nothing yet\n', '---\n', '~'])('says that it is empty: %j', (text) => {
    expect(() => parseConfig(text, 'sites.yaml')).toThrow(
      /^sites\.yaml is empty\. List at least one site in it: README\.md shows how/,
    );
  });

  it('says that it is binary', () => {
    expect(() => parseConfig('PK\u0003\u0004\0\0', 'sites.yaml')).toThrow(
      /^sites\.yaml is binary, or text in UTF-16\. /,
    );
  });

  it.each(['hello', '- a', '5'])('says which keys it needs: %s', (text) => {
    expect(listIssues(text)).toEqual([
      expect.stringMatching(/^sites\.yaml:1:1 {2}found .+, allowed: a group of the keys title, url, contact, /),
    ]);
  });
});
