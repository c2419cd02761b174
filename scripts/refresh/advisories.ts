import { groupByFlaw, mergeAdvisories } from '../../src/facts/flaws.ts';
import type { Advisory } from '../../src/model/facts.ts';
import { type Coverage, isOpenEnded } from './coverage.ts';

/** The advisories of a product as they are to ship, and which of them are news, by id. */
export interface MergedAdvisories {
  advisories: Advisory[];
  added: string[];
  changed: string[];
  withdrawn: string[];
  /** Affects every later release here, while the sources name an end. */
  openEnded: string[];
}

/** An id that other sources may know a flaw by: CVE, GHSA, the bulletin of a vendor. */
const sharedId = /^(?:CVE-\d{4}-\d{4,9}|GHSA(?:-[a-z0-9]{4}){3}|APSB\d\d-\d{1,4})$/;
const anyId = /^[A-Za-z0-9][\w.:-]{1,99}$/;

/** Facts only: what a source put in the place of an id, a weakness or a vector is left out where it is none. */
function clean(advisory: Advisory): Advisory {
  const isVector = /^CVSS:[234]\.\d(?:\/[A-Za-z]{1,4}:[A-Za-z]{1,6}){3,40}$/.test(advisory.severity ?? '');
  return {
    ...advisory,
    aliases: advisory.aliases.filter((id) => anyId.test(id)),
    severity: isVector ? advisory.severity : null,
    cwes: advisory.cwes.filter((id) => /^CWE-\d{1,6}$/.test(id)),
  };
}

function textOf({ sources, id }: Advisory): string {
  return `${sources.join()} ${id}`;
}

/** Names of sources that a record does not name yet, with or without their licence. */
function newSources(own: Advisory, said: Advisory): string[] {
  return said.sources.filter((name) => !own.sources.some((known) => known === name || known.startsWith(`${name} (`)));
}

/** The record with what one source adds to it; the record itself where that is nothing. `others` speak of the same flaw. */
function extend(
  own: Advisory,
  said: Advisory,
  { others, coverage }: { others: Advisory[]; coverage: Coverage },
): Advisory {
  const all = [own, ...others];
  const ids = new Set(all.flatMap(({ id, aliases }) => [id, ...aliases]));
  const aliases = [said.id, ...said.aliases].filter((id) => sharedId.test(id) && !ids.has(id));
  const ranges = said.ranges.filter((range) => !coverage.holdsRange(all, range));
  const versions = said.versions.filter((version) => !coverage.holdsVersion(all, version));
  const severity = own.severity ?? said.severity;
  const cwes = own.cwes.length > 0 ? own.cwes : said.cwes;
  const isSame = aliases.length + ranges.length + versions.length === 0;
  if (isSame && severity === own.severity && cwes.length === own.cwes.length) return own;
  return {
    ...own,
    aliases: [...own.aliases, ...new Set(aliases)],
    ranges: [...own.ranges, ...ranges],
    versions: [...own.versions, ...versions],
    severity,
    cwes,
    sources: [...own.sources, ...newSources(own, said)],
  };
}

/** A flaw that no other source can know by its id, and that affects nothing which a record of ours of that kind does not. */
function isHeld(said: Advisory, own: readonly Advisory[], coverage: Coverage): boolean {
  const isNamed = ({ id, aliases }: Advisory) => [id, ...aliases].some((each) => sharedId.test(each));
  if (isNamed(said)) return false;
  return own.some(
    (record) =>
      !isNamed(record) &&
      said.ranges.every((range) => coverage.holdsRange([record], range)) &&
      said.versions.every((version) => coverage.holdsVersion([record], version)),
  );
}

/** Where the product's releases and the sources' withdrawals are known. */
export interface AdvisoryTerms {
  coverage: Coverage;
  /** Whether every source that a record names took it back, and none of all could not be asked. */
  isWithdrawn: (advisory: Advisory) => boolean;
}

/** What becomes of one flaw: the records of ours as they are to ship. */
function mergeGroup(own: Advisory[], said: Advisory[], to: MergedAdvisories, terms: AdvisoryTerms): void {
  const [first, ...others] = own;
  if (first === undefined) return;
  if (said.length === 0 && others.length === 0 && terms.isWithdrawn(first)) {
    to.withdrawn.push(first.id);
    return;
  }
  const { coverage } = terms;
  const extended = said.reduce((record, each) => extend(record, each, { others, coverage }), first);
  const ranged = said.filter(({ ranges }) => ranges.length > 0);
  if (own.some(isOpenEnded) && ranged.length > 0 && !ranged.some(isOpenEnded)) to.openEnded.push(first.id);
  if (extended !== first) to.changed.push(first.id);
  to.advisories.push(extended, ...others);
}

/**
 * Merges what sources say into what ships, whatever their order: a flaw that ships keeps its record and gains what is new, any
 * other gets one. Records of ours go only where all took them back.
 */
export function mergeIntoShipped(
  own: readonly Advisory[],
  live: readonly Advisory[],
  terms: AdvisoryTerms,
): MergedAdvisories {
  const merged: MergedAdvisories = { advisories: [], added: [], changed: [], withdrawn: [], openEnded: [] };
  const ours = new Set(own);
  const said = live.map(clean).sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  for (const group of groupByFlaw([...own, ...said])) {
    const members = group.filter((each) => !ours.has(each)).sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    const records = group.filter((each) => ours.has(each));
    if (records.length > 0) {
      mergeGroup(records, members, merged, terms);
      continue;
    }
    const [fresh] = mergeAdvisories([members]);
    const isEmpty = fresh === undefined || fresh.ranges.length + fresh.versions.length === 0;
    if (isEmpty || isHeld(fresh, own, terms.coverage)) continue;
    merged.advisories.push(fresh);
    merged.added.push(fresh.id);
  }
  merged.advisories.sort((a, b) => (a.id < b.id ? -1 : 1));
  return merged;
}
