import { describe, expect, test } from 'vitest';
import { identify } from '../../src/identify/index.ts';
import type { Component } from '../../src/model/identification.ts';
import type { NameRule, VersionRule } from '../../src/platforms/platform.ts';
import { generator, script, textFile } from '../../src/platforms/signals.ts';
import { type KioskKnowledge, kioskContext, kioskHome, kioskNames, kioskVersions } from './kiosk.ts';
import { type Answer, snapshot } from './shop.ts';

function look(answers: Answer[], knowledge: KioskKnowledge = {}): Component | undefined {
  return identify(snapshot(answers), kioskContext(knowledge)).components[0];
}

const css = (body: string): Answer => ({ path: '/kiosk/shop.css', headers: [['content-type', 'text/css']], body });

describe('a list of versions', () => {
  const rule: VersionRule = {
    kind: 'text-file',
    rule: 'highest mark in the style sheet',
    path: '/kiosk/shop.css',
    pattern: /Modified in v(\d[\d.]{0,10})/,
    bound: 'at-least',
    highest: true,
    misprints: ['1.8'],
  };
  const using = { platform: { versionRules: [rule] } };

  test('bounds by its highest from below, whatever the order', () => {
    const body = '/* Modified in v1.3 */ /* Modified in v1.10 */ /* Modified in v1.6 */ /* Modified in v1.2 */';
    const seen = look([kioskHome(), css(body.replace('1.10', '1.4'))], using);
    expect(seen?.versions).toEqual(['1.6', '1.7', '1.8', '1.9']);
    expect(seen?.evidence.at(-1)?.excerpt).toBe('Modified in v1.6');
  });

  test('leaves known misprints out', () => {
    expect(look([kioskHome(), css('Modified in v1.8 Modified in v1.5')], using)?.versions[0]).toBe('1.5');
    expect(look([kioskHome(), css('Modified in v1.8')], using)?.versions).toEqual([]);
  });

  test('never supports a release by itself', () => {
    expect(look([kioskHome(), css('Modified in v1.9')], using)).toMatchObject({
      versions: ['1.9'],
      corroborated: false,
    });
  });
});

describe('encoded versions', () => {
  const rule: VersionRule = {
    kind: 'generator',
    rule: 'generator states the release in hexadecimal',
    path: null,
    pattern: /^Kiosk ([0-9A-F]{1,4})$/,
    bound: 'exact',
    decode: (text) => (Number.parseInt(text, 16) < 10 ? null : [...String(Number.parseInt(text, 16))].join('.')),
  };
  const using = { platform: { versionRules: [rule] } };

  test('are decoded', () => {
    expect(look([kioskHome('<meta name="generator" content="Kiosk 10">')], using)?.versions).toEqual(['1.6']);
  });

  test('say nothing where they stand for none', () => {
    expect(look([kioskHome('<meta name="generator" content="Kiosk 9">')], using)?.versions).toEqual([]);
  });
});

describe('a parameter of addresses', () => {
  const rule: VersionRule = {
    kind: 'asset-version',
    rule: 'files carry the release',
    path: null,
    pattern: /\/kiosk\/js\//,
    query: 'v',
    bound: 'exact',
  };
  const using = { platform: { versionRules: [rule] } };
  const link = (query: string) => `<script src="/kiosk/js/shop.js${query}"></script>`;

  test.each([
    ['?v=1.4', ['1.4']],
    ['?a=9&v=1.4&b=1', ['1.4']],
    ['?v=%31.4', ['1.4']],
    ['?w=1.4', []],
    ['', []],
    ['?v=77', []],
  ])('%s leaves %j', (query, versions) => {
    expect(look([kioskHome(link(query))], using)?.versions).toEqual(versions);
  });
});

describe('names', () => {
  const flags: NameRule = {
    kind: 'feature-flags',
    rule: 'flags of the page',
    from: 'script',
    path: null,
    list: /window\.flags = \{([^}]{0,2000})\}/,
    name: /"([\w.]{1,40})"/,
    fit: 'same',
  };
  const table = kioskNames({ NEW_CART: ['1.3', '1.4', '1.6'], V2_0: ['1.4', '1.6', '1.8'], OLD: ['1.1', '1.2'] }, [
    '1.1',
    '1.2',
    '1.3',
    '1.4',
    '1.6',
    '1.8',
  ]);
  const page = (...names: string[]) =>
    kioskHome(`<script>window.flags = {${names.map((name) => `"${name}":false`).join(',')}}</script>`);

  test('exactly the known ones that were seen; what plugins add is unknown and ignored', () => {
    const using = { platform: { nameRules: [flags] }, names: table };
    // 1.5 lies between two releases that list the same, 1.7 and 1.9 do not: they stay
    expect(look([page('NEW_CART', 'plugin.flag')], using)?.versions).toEqual(['1.3', '1.7', '1.9']);
    expect(look([page('v2.0', 'new.cart')], using)?.versions).toEqual(['1.4', '1.5', '1.6', '1.7', '1.9']);
    expect(look([page('OLD')], using)?.versions).toEqual(['1.1', '1.2', '1.7', '1.9']);
  });

  test('that no release lists together say nothing', () => {
    const using = { platform: { nameRules: [flags] }, names: table };
    expect(look([page('OLD', 'v2.0')], using)?.versions).toEqual([]);
    expect(look([page()], using)?.versions).toEqual([]);
  });

  const fields: NameRule = { ...flags, kind: 'api-schema', from: 'version-endpoint', path: '/api', fit: 'since' };
  const many = Array.from({ length: 9 }, (_, at) => `FIELD_${at}`);
  const introduced = kioskNames({
    BASE: kioskVersions,
    ONE: ['1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9'],
    ...Object.fromEntries(many.map((name) => [name, ['1.6', '1.7', '1.8', '1.9']])),
  });
  const api = (...names: string[]): Answer => ({
    path: '/api',
    headers: [['content-type', 'application/json']],
    body: `window.flags = {${names.map((name) => `"${name}"`).join(',')}}`,
  });

  test('bound from below by the newest that was seen, from above where many new ones are missing at once', () => {
    const using = { platform: { nameRules: [fields] }, names: introduced };
    expect(look([kioskHome(), api('BASE')], using)?.versions).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5']);
    expect(look([kioskHome(), api('BASE', 'ONE')], using)?.versions).toEqual(['1.3', '1.4', '1.5']);
    // one of the nine is there: the others belong to a module that is switched off
    expect(look([kioskHome(), api('BASE', 'FIELD_3')], using)?.versions).toEqual(['1.6', '1.7', '1.8', '1.9']);
    expect(look([kioskHome(), api('SOMETHING_ELSE')], using)?.versions).toEqual([]);
  });

  const built: NameRule = {
    kind: 'asset-name',
    rule: 'names of built files',
    from: 'asset',
    path: null,
    list: /\/kiosk\/build\/([\w.-]{1,40})/,
    name: /([\w.-]{1,40})/,
    fit: 'each',
  };
  const builds = kioskNames({ APP_1_JS: ['1.2', '1.3'], APP_2_CSS: ['1.3', '1.4'], APP_3_JS: ['1.5'] }, [
    '1.2',
    '1.3',
    '1.4',
    '1.5',
  ]);
  const links = (...names: string[]) =>
    kioskHome(names.map((name) => `<link rel="preload" href="/kiosk/build/${name}">`).join(''));

  test('of built files narrow one by one, as files do', () => {
    const using = { platform: { nameRules: [built] }, names: builds };
    const rest = ['1.1', '1.6', '1.7', '1.8', '1.9'];
    expect(look([links('app-1.js')], using)?.versions).toEqual(['1.1', '1.2', '1.3', '1.6', '1.7', '1.8', '1.9']);
    expect(
      look([links('app-1.js', 'app-2.css')], using)?.versions.filter((version) => !rest.includes(version)),
    ).toEqual(['1.3']);
    expect(look([links('app-1.js', 'app-2.css', 'app-3.js')], using)?.versions).toEqual(rest);
  });

  test('of files that were built anew name nothing', () => {
    const using = { platform: { nameRules: [built] }, names: builds };
    expect(look([links('app-1.js', 'app-9.css')], using)?.versions).toEqual([]);
    expect(look([links('app-8.js', 'app-9.css')], using)?.versions).toEqual([]);
  });
});

describe('deploy times', () => {
  const using = { platform: { deployTime: { rule: 'deployed then', pattern: /\/kiosk\/version(\d{10})\// } } };
  const deployed = (...days: string[]) =>
    kioskHome(days.map((day) => `<script src="/kiosk/version${Date.parse(day) / 1000}/a.js"></script>`).join(''));

  test('exclude what came out later, with two days to spare', () => {
    expect(look([deployed('2025-05-20')], using)?.versions).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5']);
    expect(look([deployed('2025-05-31')], using)?.versions.at(-1)).toBe('1.6');
  });

  test('count by the newest', () => {
    expect(look([deployed('2025-02-20', '2025-04-20')], using)?.versions.at(-1)).toBe('1.4');
  });

  test.each(['1999-01-01', '2031-01-01'])('%s says nothing', (day) => {
    const stamped = kioskHome(
      `<script src="/kiosk/version${String(Date.parse(day) / 1000).padStart(10, '0')}/a.js"></script>`,
    );
    expect(look([stamped], using)?.versions).toEqual([]);
  });

  test('support no release', () => {
    expect(look([deployed('2025-01-20')], using)).toMatchObject({ versions: ['1.1'], corroborated: false });
  });
});

describe('naming', () => {
  test('a needed signal must be among those seen', () => {
    const signals = [
      generator('strong', /^Kiosk/, 'generator names Kiosk'),
      { ...script('half', /\bkioskStore\b/, 'page sets up its store'), needed: true as const },
    ];
    const page = '<meta name="generator" content="Kiosk">';
    expect(look([kioskHome(page)], { platform: { signals } })).toBeUndefined();
    expect(look([kioskHome(`${page}<script>kioskStore()</script>`)], { platform: { signals } })?.confidence).toBe(0.9);
  });

  test('robots.txt is read at the origin, wherever the shop lives', () => {
    const signals = [textFile('strong', '/robots.txt', /^# made by Kiosk/, 'robots.txt is made by Kiosk')];
    const robots: Answer = { path: '/robots.txt', headers: [['content-type', 'text/plain']], body: '# made by Kiosk' };
    expect(look([{ ...kioskHome(), path: '/shop/' }, robots], { platform: { signals } })?.product).toBe('kiosk');
  });

  test('where the version is read comes from the record', () => {
    expect(look([kioskHome()])?.versionPlace).toEqual({ kind: 'back-office', name: '' });
  });
});
