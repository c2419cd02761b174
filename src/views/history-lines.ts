import { canonicalForm } from '../model/canonical.ts';
import type { PublicSite } from './disclose.ts';

/** A site's history.jsonl: its events in canonical form, oldest first. A line with a salt is the one that data/ holds. */
export function writeHistoryLines({ events }: PublicSite): string {
  return events.map((event) => `${canonicalForm(event)}\n`).join('');
}
