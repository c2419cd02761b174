import { shorten } from './clean.ts';

/** Lists that go by a name of their own -> who keeps them. */
const keepers: readonly (readonly [RegExp, string])[] = [
  [/^CVE list\b/i, 'MITRE'],
  [/^(?:CISA\b|cisagov\/)/, 'CISA'],
  [/^GitHub Advisory Database\b/, 'GitHub'],
];

/** Facts name a list, a file in it and its licence: `rubysec/ruby-advisory-db (public domain)`. A reader wants to know who says so. */
function nameSource(source: string): string {
  const keeper = keepers.find(([list]) => list.test(source))?.[1];
  return shorten(keeper ?? source.replace(/ \([^()]*\)$/, '').replace(/^([\w-]+)\/.*$/, '$1'), 60);
}

/** Those who speak, each once. */
export function nameSources(sources: readonly string[]): string[] {
  return [...new Set(sources.map(nameSource))];
}
