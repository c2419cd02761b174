import { describe, expect, test } from 'vitest';
import { nextPath } from '../../src/identify/index.ts';
import type { VersionRule } from '../../src/platforms/platform.ts';
import { hashOf, type KioskKnowledge, kioskContext, kioskHome, kioskIndex, kioskVersions } from './kiosk.ts';
import { type Answer, exchange, snapshot } from './shop.ts';

/** Four files: the first tells odd from even, the second halves, the third every release, the fourth nothing. */
const files: Record<string, string[]> = {
  '/kiosk/js/parity.js': kioskVersions.map((_version, at) => `parity ${at % 2}`),
  '/kiosk/js/half.js': kioskVersions.map((_version, at) => `half ${at < 5}`),
  '/kiosk/js/third.js': kioskVersions.map((_version, at) => `third ${at % 3}`),
  '/kiosk/js/same.js': kioskVersions.map(() => 'same'),
};

/** Plays the shop of one release until nothing more is asked; `requests` counts robots.txt and patchproof.json as well. */
function visit(version: string, knowledge: KioskKnowledge, home: Answer = kioskHome(), served = files) {
  const context = kioskContext({ index: kioskIndex(served), ...knowledge });
  const seen = snapshot([home]);
  const asked: string[] = [];
  for (let path = nextPath(seen, context); path !== null; path = nextPath(seen, context)) {
    if (asked.includes(path)) throw new Error(`asked again: ${path}`);
    asked.push(path);
    const bytes = served[path]?.[kioskVersions.indexOf(version)];
    const answer = bytes === undefined ? { status: 404 } : { sha256: hashOf(bytes) };
    seen.exchanges.push(exchange({ path, headers: [['content-type', 'text/javascript']], ...answer }));
    seen.requests += 1;
  }
  return { asked, requests: seen.requests };
}

describe('questions end', () => {
  test('with the sixth request where no release could change the verdict', () => {
    // each file tells one release from all others: it would take eight of them
    const slow = Object.fromEntries(
      kioskVersions.map((_version, at) => [`/kiosk/js/${at}.js`, kioskVersions.map((_other, i) => `${at === i}`)]),
    );
    // robots.txt, patchproof.json, the home page, three files
    expect(visit('1.9', {}, kioskHome(), slow)).toMatchObject({ requests: 6 });
    // where a verdict hangs on one release, the file of that release comes first
    const outcome = (version: string) => (version === '1.8' ? 'yes' : 'old');
    expect(visit('1.9', { outcome }, kioskHome(), slow).asked[0]).toBe('/kiosk/js/7.js');
  });

  test('at once where the release is told and supported', () => {
    const stated: VersionRule = {
      kind: 'generator',
      rule: 'generator states the release',
      path: null,
      pattern: /^Kiosk (\d[\d.]{0,9})/,
      bound: 'exact',
    };
    const home = kioskHome('<meta name="generator" content="Kiosk 1.4">');
    const { asked } = visit('1.4', { platform: { versionRules: [stated] }, outcome: () => 'yes' }, home);
    // a yes needs bytes that at most a quarter of the releases share: a third is too many, with the parity it is a sixth
    expect(asked).toEqual(['/kiosk/js/third.js', '/kiosk/js/parity.js']);
    expect(visit('1.4', { platform: { versionRules: [stated] } }, home).requests).toBeLessThanOrEqual(5);
  });

  test('not while the candidates come to different verdicts', () => {
    const outcome = (version: string) => (version === '1.9' ? 'yes' : 'old');
    expect(visit('1.9', { outcome }).asked).toEqual(
      expect.arrayContaining(['/kiosk/js/parity.js', '/kiosk/js/half.js', '/kiosk/js/third.js']),
    );
  });

  test('where releases that the index lacks come to different verdicts: no file can settle that', () => {
    const short = kioskIndex(
      Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, bytes.slice(0, 6)])),
      kioskVersions.slice(0, 6),
    );
    const outcome = (version: string) => (version === '1.9' ? 'yes' : 'old');
    expect(visit('1.2', { index: short, outcome }).requests).toBe(5);
  });
});

describe('the first question', () => {
  test('is the one that tells verdicts apart, not the one that tells most releases apart', () => {
    const outcome = (version: string) => (Number(version.slice(2)) <= 5 ? 'old' : 'yes');
    expect(visit('1.2', { outcome }).asked[0]).toBe('/kiosk/js/half.js');
    expect(visit('1.2', {}).asked[0]).toBe('/kiosk/js/third.js');
  });

  test('goes to what the page links, as it links it, where that tells about as much', () => {
    const home = kioskHome('<script src="/kiosk/js/half.js?v=abc"></script>');
    const context = kioskContext({
      index: kioskIndex({
        '/kiosk/js/other.js': files['/kiosk/js/half.js'] ?? [],
        '/kiosk/js/half.js': files['/kiosk/js/half.js'] ?? [],
      }),
    });
    expect(nextPath(snapshot([home]), context)).toBe('/kiosk/js/half.js?v=abc');
  });

  test('never goes where robots.txt forbids it', () => {
    const context = kioskContext({ index: kioskIndex(files) });
    const withheld = ['/kiosk/js/third.js'];
    expect(nextPath(snapshot([kioskHome()], { withheld }), context)).not.toBe(withheld[0]);
  });
});
