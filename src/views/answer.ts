import { type Component, VersionPlace } from '../model/identification.ts';
import { nameProduct, nameVendor } from '../model/products.ts';
import type { Report } from '../model/report.ts';
import { Day } from '../model/time.ts';
import type { Answer } from '../model/verdict.ts';
import type { PublicSite } from './disclose.ts';
import { nameSources } from './keepers.ts';
import type { Known } from './phrasing.ts';
import { tellGeneralStep, tellReason, tellStep } from './phrasing.ts';
import type { Shape } from './shapes.ts';
import { chooseShape } from './shapes.ts';
import type { Setting } from './updates.ts';
import { tellAdditions } from './updates.ts';
import type { Wording } from './wording/index.ts';

/** An answer in words. */
export interface Explanation {
  answer: Answer;
  /** `Yes` or `No`. */
  word: string;
  shape: Shape;
  /** Null where it is withheld. */
  reason: string | null;
  /** The reason in five words; null where it is withheld. */
  short: string | null;
  nextStep: string;
  /** Ids the next step is about; they stay out of sight above the fold. */
  ids: string | null;
}

/** Installed versions by product; what the maintainer states comes in where the scan does not tell. */
function nameComponents(
  components: readonly Component[],
  { stated }: Report['verdict'],
  words: Wording,
): string | null {
  const names = components.map(({ product, versions }) => {
    const said = stated.filter((one) => one.product === product).map(({ version }) => version);
    return words.nameVersions(nameProduct(product), said.length === 0 ? versions : said);
  });
  return names.length === 0 ? null : words.joinAll(names);
}

/** Nothing known but the product. */
function knowNothing(product: string | null, today: Day): Known {
  return {
    product,
    vendor: null,
    vendorHosted: false,
    running: null,
    productCount: 1,
    candidates: [],
    claimed: null,
    version: null,
    releasedOn: null,
    newest: null,
    branch: null,
    flawCount: 0,
    sources: [],
    source: null,
    sourceDays: null,
    sourceShipped: false,
    url: null,
    optedOut: false,
    place: null,
    today,
  };
}

/** What the next step itself says; what is missing or empty stays null. */
function knowParams(params: Readonly<Record<string, string>>): Partial<Known> {
  const days = Number(params['days'] || Number.NaN);
  return {
    version: params['version'] || null,
    newest: params['newest'] || null,
    branch: params['branch'] || null,
    releasedOn: Day.safeParse(params['releasedOn']).data ?? null,
    source: params['source'] || null,
    sourceDays: Number.isInteger(days) ? days : null,
    sourceShipped: params['shipped'] === 'yes',
    url: params['url'] || null,
    optedOut: params['optedOut'] === 'yes',
    place: VersionPlace.safeParse({ kind: params['place'], name: params['package'] }).data ?? null,
  };
}

/** Candidates of the product that decides, oldest first, with what each came to. */
function listCandidates({ versions, product }: Component, { judgements }: Report['verdict']): Known['candidates'] {
  const yes = new Set(
    judgements.filter((one) => one.product === product && one.answer === 'yes').map(({ version }) => version),
  );
  return versions.map((version) => ({ version, isYes: yes.has(version) }));
}

function decidingOf({ verdict, identification }: Report): Component | undefined {
  const { components } = identification;
  return components.find((one) => one.product === verdict.product) ?? components[0];
}

function knowReport(report: Report, { today, words }: Setting): Known {
  const { verdict, identification } = report;
  const decided = decidingOf(report);
  const product = decided?.product ?? verdict.product;
  const params = knowParams(verdict.nextStep.params);
  if (product === null) return { ...knowNothing(null, today), ...params };
  const shown = identification.components.filter((one) => verdict.answer === 'yes' || one === decided);
  const affecting = verdict.findings.filter((one) => one.product === product && one.status === 'affected');
  return {
    ...knowNothing(nameProduct(product), today),
    ...params,
    vendor: nameVendor(product),
    vendorHosted: decided?.vendorHosted ?? false,
    running: nameComponents(shown, verdict, words),
    productCount: shown.length,
    candidates: decided === undefined ? [] : listCandidates(decided, verdict),
    claimed: decided?.claimed ?? null,
    flawCount: affecting.length,
    sources: nameSources(affecting.flatMap(({ sources }) => sources)),
  };
}

/** A report's answer in words. */
export function explainReport(report: Report, setting: Setting): Explanation {
  const { words } = setting;
  const { answer, reason, nextStep } = report.verdict;
  const known = knowReport(report, setting);
  const product = decidingOf(report)?.product ?? null;
  return {
    answer,
    word: words.answers[answer],
    shape: chooseShape(answer, reason),
    reason: [tellReason(reason, known, words), ...tellAdditions(report, product, setting)].join(' '),
    short: words.shortReasons[reason],
    nextStep: tellStep(nextStep.code, reason, known, words),
    ids: nextStep.params['ids'] ?? null,
  };
}

/** A site's answer in words, as far as it may be told. */
export function explainSite(site: PublicSite, today: Day, words: Wording): Explanation {
  const { report, reason, answer } = site;
  if (report !== null && report.verdict.reason === reason) {
    return explainReport(report, { events: site.events, today, words });
  }
  const names = site.products.map(nameProduct);
  const known = knowNothing(names.length === 0 ? null : words.joinAll(names), today);
  return {
    answer,
    word: words.answers[answer],
    shape: chooseShape(answer, reason),
    reason: reason === null ? null : tellReason(reason, known, words),
    short: reason === null ? null : words.shortReasons[reason],
    nextStep: answer === 'yes' ? tellStep('keep-going', 'secure', known, words) : tellGeneralStep(reason, known, words),
    ids: null,
  };
}
