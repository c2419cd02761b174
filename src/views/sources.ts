import { shorten } from './clean.ts';

/** Facts name the file they came from and its licence behind the source: `GitHub Advisory Database (CC-BY-4.0)`. */
function nameSource(source: string): string {
  const name = source.replace(/ \([^()]*\)$/, '').replace(/ \S+\.(?:yaml|yml|json)$/, '');
  return shorten(name, 60);
}

/** Sources by their names, each once. */
export function nameSources(sources: readonly string[]): string[] {
  return [...new Set(sources.map(nameSource))];
}
