import { type Component, VersionPlace } from '../model/identification.ts';
import { nameProduct, nameVendor } from '../model/products.ts';
import type { Report } from '../model/report.ts';
import type { Day } from '../model/time.ts';
import { dayOf } from '../model/time.ts';
import type { Answer } from '../model/verdict.ts';
import { shorten } from './clean.ts';
import type { PublicEvent, PublicSite } from './disclose.ts';
import type { Shape } from './shapes.ts';
import { chooseShape } from './shapes.ts';
import type { Fillings } from './wording/fillings.ts';
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

/** What a report is explained against. */
export interface Setting {
  events: readonly Pick<PublicEvent, 'at' | 'data'>[];
  today: Day;
  words: Wording;
}

/** The day the product's present version was first seen, where another one was seen before. */
function findUpdate(events: Setting['events'], product: string): Day | null {
  let seen: string | null = null;
  let updatedOn: Day | null = null;
  for (const { at, data } of events) {
    if (data.kind !== 'version-changed') continue;
    const versions = data.installed.find((one) => one.product === product)?.versions.join() ?? '';
    if (seen !== null && versions !== seen) updatedOn = dayOf(at);
    seen = versions;
  }
  return updatedOn;
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
function fillNothing(product: string | null, today: Day): Fillings {
  return {
    product,
    vendor: null,
    vendorHosted: false,
    running: null,
    productCount: 1,
    candidates: [],
    secureCount: 0,
    claimed: null,
    statedBy: null,
    version: null,
    newest: null,
    branch: null,
    releasedOn: null,
    updatedOn: null,
    flawCount: 0,
    source: null,
    days: null,
    url: null,
    place: null,
    today,
  };
}

/** The next step's own fillings; what is missing or empty stays null. */
function fillParams(params: Readonly<Record<string, string>>): Partial<Fillings> {
  const days = Number(params['days'] || Number.NaN);
  return {
    version: params['version'] || null,
    newest: params['newest'] || null,
    branch: params['branch'] || null,
    releasedOn: params['releasedOn'] || null,
    source: params['source'] || null,
    days: Number.isInteger(days) ? days : null,
    url: params['url'] || null,
    place: VersionPlace.safeParse({ kind: params['place'], name: params['package'] }).data ?? null,
  };
}

function fillFrom({ verdict, identification }: Report, { events, today, words }: Setting): Fillings {
  const { components } = identification;
  const decided = components.find((one) => one.product === verdict.product) ?? components[0];
  const product = decided?.product ?? verdict.product;
  const params = fillParams(verdict.nextStep.params);
  if (product === null) return { ...fillNothing(null, today), ...params };
  const shown = verdict.answer === 'yes' ? components : components.filter((one) => one === decided);
  return {
    ...fillNothing(nameProduct(product), today),
    ...params,
    vendor: nameVendor(product),
    vendorHosted: decided?.vendorHosted ?? false,
    running: nameComponents(shown, verdict, words),
    productCount: shown.length,
    candidates: decided?.versions ?? [],
    secureCount: verdict.judgements.filter((one) => one.product === product && one.answer === 'yes').length,
    claimed: decided?.claimed ?? null,
    statedBy: verdict.stated[0] === undefined ? null : shorten(verdict.stated[0].author, 60),
    updatedOn: findUpdate(events, product),
    flawCount: verdict.findings.filter((one) => one.product === product && one.status === 'affected').length,
  };
}

/** A report's answer in words. */
export function explainReport(report: Report, setting: Setting): Explanation {
  const { words } = setting;
  const { answer, reason, nextStep } = report.verdict;
  const fillings = fillFrom(report, setting);
  return {
    answer,
    word: words.answers[answer],
    shape: chooseShape(answer, reason),
    reason: words.reasons[reason](fillings),
    short: words.shortReasons[reason],
    nextStep: words.nextSteps[nextStep.code](fillings),
    ids: nextStep.params['ids'] ?? null,
  };
}

/** A site's answer in words, as far as it may be told. */
export function explainSite(site: PublicSite, today: Day, words: Wording): Explanation {
  const { report, reason, answer } = site;
  if (report !== null && report.verdict.reason === reason) {
    return explainReport(report, { events: site.events, today, words });
  }
  const fillings = fillNothing(
    site.products.length === 0 ? null : words.joinAll(site.products.map(nameProduct)),
    today,
  );
  return {
    answer,
    word: words.answers[answer],
    shape: chooseShape(answer, reason),
    reason: reason === null ? null : words.reasons[reason](fillings),
    short: reason === null ? null : words.shortReasons[reason],
    nextStep:
      answer === 'yes'
        ? words.nextSteps['keep-going'](fillings)
        : (words.generalSteps[reason ?? 'secure']?.(fillings) ?? words.withheldStep),
    ids: null,
  };
}
