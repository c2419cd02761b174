import { platforms } from '../../src/platforms/index.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { asset, cookie, generator, header, markup, script, textFile } from '../../src/platforms/signals.ts';

const sounds = ['ba', 'do', 'ki', 'lu', 'mer', 'nor', 'pel', 'qua', 'ris', 'sto', 'tav', 'ven', 'wim', 'zor'];

/** A name that no shop prints: `norkiwim`, another one for every number below 2,744. */
function nameOf(index: number): string {
  const pick = (step: number) => sounds[Math.floor(index / step) % sounds.length];
  return `${pick(1)}${pick(14)}${pick(196)}shop`;
}

/** A platform that does not exist, with as many signals and rules as one that does. */
function makeUp(index: number): Platform {
  const name = nameOf(index);
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    id: name,
    name: capital,
    signals: [
      generator('strong', new RegExp(`^${capital}\\b`, 'i'), `generator names ${capital}`),
      header('strong', 'x-powered-by', new RegExp(`^${capital}\\b`), `header names ${capital}`),
      cookie('strong', new RegExp(`^${name}_session$`), 'session cookie'),
      asset('half', new RegExp(`/${name}/(?:themes|plugins)/[\\w-]{1,60}/`), 'theme files'),
      asset('half', new RegExp(`/skin/frontend-${name}/[\\w-]{1,60}\\.css`), 'style of the skin'),
      markup('half', new RegExp(`^<body class="[^"]{0,500}\\b${name}-page\\b`), 'class of the body'),
      markup('hint', new RegExp(`^<!--\\s?Powered by ${capital}`), 'comment'),
      script('half', new RegExp(`\\bwindow\\.${name}\\s?=\\s?\\{`), 'settings of the scripts'),
      textFile('half', `/${name}/about.txt`, new RegExp(`^${capital},`), 'about.txt'),
    ],
    versionRules: [
      {
        kind: 'generator',
        rule: 'generator states the release',
        path: null,
        pattern: new RegExp(`^${capital} (\\d[\\d.]{0,10})`),
        bound: 'exact',
      },
    ],
    versionPlace: { kind: 'back-office', name: '' },
    hasFileHashes: false,
  };
}

/** So many records: those that ship, or as many of them, then made-up ones. */
export function listRecords(count: number): Platform[] {
  const missing = Math.max(0, count - platforms.length);
  return [...platforms.slice(0, count), ...Array.from({ length: missing }, (_, index) => makeUp(index))];
}
