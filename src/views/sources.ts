import type { SourceState } from '../model/facts.ts';
import type { SourceStatus } from '../model/status.ts';
import type { Instant } from '../model/time.ts';

/** Each once, as old as its oldest part, in their order. */
function oldestOfEach(sources: readonly SourceState[], keyOf: (source: SourceState) => string): SourceState[] {
  const oldest = new Map<string, SourceState>();
  for (const source of sources) {
    const known = oldest.get(keyOf(source));
    if (known === undefined || source.fetchedAt < known.fetchedAt) oldest.set(keyOf(source), source);
  }
  return [...oldest.values()];
}

/** Sources of several products or sites: each once for each kind of fact, by name. */
export function listSources(sources: readonly SourceState[]): SourceState[] {
  const listed = oldestOfEach(sources, ({ id, kind }) => `${id} ${kind}`);
  return listed.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Sources with each of their licences once. */
export function listLicences(sources: readonly SourceState[]): SourceState[] {
  return oldestOfEach(sources, ({ name, licence }) => `${name} ${licence}`);
}

/** Sources for machines. */
export function viewSources(sources: readonly SourceState[], asOf: Instant): SourceStatus[] {
  return listSources(sources).map(({ id, name, kind, fetchedAt, licence, url, maxAgeMs = null, standsIn = false }) => {
    const stale = maxAgeMs !== null && Date.parse(asOf) - Date.parse(fetchedAt) > maxAgeMs;
    return { id, name, kind, fetchedAt, licence, url, maxAgeMs, stale, standsIn };
  });
}
