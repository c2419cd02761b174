import { describe, expect, test } from 'vitest';
import { embeddedFacts, fileHashIndex } from '../../src/embedded.ts';
import { identify } from '../../src/identify/index.ts';
import type { Component } from '../../src/model/identification.ts';
import { type Answer, context, indexedHash, releaseFile, snapshot } from './shop.ts';

const embed = '/wp-includes/js/dist/block-editor.min.js';
const views = '/wp-includes/js/media-views.min.js';
const nav = '/wp-admin/js/nav-menu.js';
const link: [string, string] = ['link', '<https://shop.example/wp-json/>; rel="https://api.w.org/"'];

function wordpress(head: string, ...answers: Answer[]): Component {
  const home: Answer = {
    path: '/',
    headers: [['content-type', 'text/html'], link],
    body: `<!doctype html><head>${head}</head>`,
  };
  const { components } = identify(snapshot([home, ...answers]), context());
  expect(components.map(({ product }) => product)).toEqual(['wordpress']);
  return components[0] as Component;
}

const states = (version: string) => `<meta name="generator" content="WordPress ${version}">`;
const core = (version: string) => `<link rel="stylesheet" href="/wp-includes/css/dashicons.min.css?ver=${version}">`;
const feed = (version: string): Answer => ({
  path: '/feed/',
  headers: [['content-type', 'application/rss+xml']],
  body: `<?xml version="1.0"?><rss><channel><generator>https://wordpress.org/?v=${version}</generator></channel></rss>`,
});

describe('what a text states', () => {
  test.each([
    ['7.1.0', ['7.1']],
    ['7.1', ['7.1']],
    ['6.8.1', ['6.8.1']],
    ['7.0-RC1', ['7.0-RC1']],
    ['99.4.2', ['99.4.2']],
  ])('%s leaves %j', (text, versions) => {
    expect(wordpress(states(text))).toMatchObject({ versions, conflict: false, corroborated: false, claimed: text });
  });

  test.each(['trunk', '6.8.1-hardened', '', '1'.repeat(40)])('%j is no version and says nothing', (text) => {
    expect(wordpress(states(text))).toMatchObject({ versions: [], conflict: false, claimed: null });
  });

  test('two texts that differ are a conflict', () => {
    expect(wordpress(states('6.8.1') + core('6.8.2'))).toMatchObject({
      versions: [],
      conflict: true,
      corroborated: false,
    });
    expect(wordpress(states('6.8.1') + states('6.8.2'))).toMatchObject({ versions: [], conflict: true });
  });

  test('a library keeps its own number, and the number most core files carry counts', () => {
    const jquery = '<script src="/wp-includes/js/jquery/jquery.min.js?ver=3.7.1"></script>';
    const theme = '<link href="/wp-content/themes/plain/style.css?ver=6.8.2">';
    expect(wordpress(jquery + theme).versions).toEqual([]);
    expect(wordpress(core('6.8.1') + jquery + theme).versions).toEqual(['6.8.1']);
    const editor =
      '<link href="/wp-includes/css/editor.min.css?ver=6.8.1"><link href="/wp-includes/css/buttons.min.css?ver=6.8">';
    expect(wordpress(core('6.8.1') + editor).versions).toEqual(['6.8.1']);
    const even = '<link href="/wp-includes/css/editor.min.css?ver=6.8">';
    expect(wordpress(core('6.8.1') + even)).toMatchObject({ versions: [], conflict: false });
    // replaced by a constant: no known release
    expect(wordpress(core('20260822')).versions).toEqual([]);
    expect(wordpress(states('6.8.1') + core('4.9e7')).versions).toEqual(['6.8.1']);
  });

  test('foreign hosts say nothing of this shop, other hosts of its domain do', () => {
    const at = (host: string) => core('6.8.1').replace('href="', `href="https://${host}`);
    expect(wordpress(at('other.example')).versions).toEqual([]);
    expect(wordpress(at('cdn.shop.example')).versions).toEqual(['6.8.1']);
  });

  test('answers without success and pages in place of text files say nothing', () => {
    expect(wordpress('', { ...feed('6.8.1'), status: 404 }).versions).toEqual([]);
    expect(wordpress('', { ...feed('6.8.1'), status: 503 }).versions).toEqual([]);
    expect(wordpress('', feed('6.8.1')).versions).toEqual(['6.8.1']);
  });
});

describe('corroboration', () => {
  test('a release of the index asks for a hash of its own', () => {
    expect(wordpress(states('6.8.1') + core('6.8.1'), feed('6.8.1'))).toMatchObject({
      corroborated: false,
      claimed: null,
    });
    expect(wordpress(states('6.8.1'), releaseFile('wordpress', '6.8.1', embed))).toMatchObject({
      versions: ['6.8.1'],
      corroborated: true,
      claimed: null,
    });
  });

  test('a release that the index lacks asks for a second text', () => {
    expect(wordpress(states('7.1.3'))).toMatchObject({ versions: ['7.1.3'], corroborated: false, claimed: '7.1.3' });
    expect(wordpress(states('7.1.3') + core('7.1.3'))).toMatchObject({ versions: ['7.1.3'], corroborated: true });
    expect(wordpress(states('7.1.3'), feed('7.1.3'))).toMatchObject({ versions: ['7.1.3'], corroborated: true });
  });

  test('the same text twice, on another page or in another tag, is one text', () => {
    const page: Answer = { path: '/cart/', body: `<!doctype html>${states('7.1.3')}` };
    expect(wordpress(states('7.1.3') + states('7.1.3'), page)).toMatchObject({ corroborated: false, claimed: '7.1.3' });
  });

  test('texts do not stand against bytes of a far older release', () => {
    const faked = wordpress(states('7.1.3') + core('7.1.3'), releaseFile('wordpress', '5.9.1', views));
    expect(faked).toMatchObject({ versions: ['7.1.3'], corroborated: false });
  });

  test('bytes that most releases share support nothing', () => {
    const path = '/wp-includes/js/jquery/jquery.query.js';
    const shared = wordpress(states('6.8.1'), releaseFile('wordpress', '6.8.1', path));
    expect(shared).toMatchObject({ versions: ['6.8.1'], corroborated: false });
  });

  test('bytes of another release contradict a text', () => {
    expect(wordpress(states('6.8.1'), releaseFile('wordpress', '6.2.0', embed))).toMatchObject({
      versions: [],
      conflict: true,
    });
  });
});

describe('file hashes', () => {
  const missing = (embeddedFacts('wordpress')?.releases ?? []).map(({ version }) => version);

  test('only exclude what the index holds', () => {
    const { versions, corroborated } = wordpress(
      '',
      releaseFile('wordpress', '6.8.1', embed),
      releaseFile('wordpress', '6.8.1', nav),
    );
    expect(versions).toContain('6.8.1');
    expect(versions).toContain('7.1.3');
    expect(versions).toContain('6.8.11');
    expect(versions).not.toContain('7.1');
    expect(versions).not.toContain('6.7');
    expect(missing).toEqual(expect.arrayContaining(versions));
    expect(corroborated).toBe(false);
  });

  test('name nothing where unknown ones are as many as known ones', () => {
    const edited: Answer = { path: views, headers: [['content-type', 'text/javascript']], body: 'edited()' };
    const known = releaseFile('wordpress', '6.8.1', embed);
    expect(wordpress('', known).versions).toContain('6.8.1');
    expect(wordpress('', known, edited)).toMatchObject({ versions: [], conflict: false });
    expect(wordpress(states('6.2'), known, edited)).toMatchObject({ versions: ['6.2'], corroborated: false });
    expect(wordpress('', known, releaseFile('wordpress', '6.8.1', nav), edited).versions).toContain('6.8.1');
  });

  test.each<[string, Partial<Answer>]>([
    ['missing', { status: 404 }],
    ['forbidden', { status: 403, body: 'edited()' }],
    ['a page in its place', { headers: [['content-type', 'text/html']], body: '<!doctype html>' }],
    ['markup in its place', { body: ' <p>not found</p>' }],
    ['empty', { body: '' }],
    ['cut short', { body: 'edited(', sha256: null, sha256Lf: null }],
    ['another file after a redirect', { url: 'https://shop.example/', body: 'edited()' }],
  ])('%s is no information', (_name, rest) => {
    const odd: Answer = { path: views, headers: [['content-type', 'text/javascript']], ...rest };
    expect(wordpress('', releaseFile('wordpress', '6.8.1', embed), odd).versions).toContain('6.8.1');
  });

  // minified scripts are built at release time: of some releases only the name is known
  const checkout = '/wp-content/plugins/woocommerce/assets/js/frontend/checkout.min.js';
  const plugin = '/wp-content/plugins/woocommerce/assets';

  test('a release of unknown bytes stays a candidate and gains no support', () => {
    const file = fileHashIndex('woocommerce')?.files.find(({ path }) => path === checkout);
    const groups = Object.values(file?.hashes ?? {});
    const unknown =
      fileHashIndex('woocommerce')?.versions.filter((_v, at) => groups.every((group) => group.includes(at))) ?? [];
    expect(unknown.length).toBeGreaterThan(10);
    const released = embeddedFacts('woocommerce')?.releases.map(({ version }) => version) ?? [];
    const stated = unknown.find((version) => released.includes(version)) ?? '';
    expect(stated).not.toBe('');
    const body = `<!doctype html><meta name="generator" content="WooCommerce ${stated}"><script src="${plugin}/js/frontend/a.js?ver=${stated}"></script>`;
    const seen = snapshot([{ path: '/', body }, releaseFile('woocommerce', '8.9.1', checkout)]);
    const [component] = identify(seen, context()).components;
    expect(component).toMatchObject({
      product: 'woocommerce',
      versions: [stated],
      conflict: false,
      corroborated: false,
    });
  });

  test('what PrestaShop sends for a missing script is no information', () => {
    const page: Answer = { path: '/', body: '<!doctype html><script>var prestashop = {"a":1};</script>' };
    const script: [string, string][] = [['content-type', 'text/javascript']];
    const answers = [
      page,
      releaseFile('prestashop', '8.1.7', '/themes/core.js'),
      { path: '/js/tools.js', headers: script, body: 'file_not_found' },
    ];
    expect(identify(snapshot(answers), context()).components[0]?.versions).toContain('8.1.7');
  });

  test('line ends that a transfer changed are forgiven', () => {
    const sha256Lf = indexedHash('wordpress', '6.8.1', embed);
    const answer: Answer = { path: embed, headers: [['content-type', 'text/javascript']], body: 'x', sha256Lf };
    expect(wordpress(states('6.8.1'), answer)).toMatchObject({ versions: ['6.8.1'], corroborated: true });
  });
});
