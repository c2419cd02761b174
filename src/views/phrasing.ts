import type { VersionPlace } from '../model/identification.ts';
import type { Day } from '../model/time.ts';
import { daysBetween } from '../model/time.ts';
import type { NextStepCode } from '../model/verdict.ts';
import type { PublicReason } from './disclose.ts';
import type { Fillings, GeneralStep, GeneralStepKey, ReasonKey, StepKey } from './wording/fillings.ts';
import type { Wording } from './wording/index.ts';

/** What a reason and a next step are told by. Null: not known; the sentence that does without it is chosen. */
export interface Known {
  /** The product that decides, and who makes it. */
  product: string | null;
  vendor: string | null;
  /** The product that decides is run by its vendor. */
  vendorHosted: boolean;
  /** What is installed, in words. */
  running: string | null;
  /** How many products that names. */
  productCount: number;
  /** Candidate versions of the product that decides, oldest first, and whether each would be a yes. */
  candidates: readonly { version: string; isYes: boolean }[];
  claimed: string | null;
  /** The version to install, and the day it came out. */
  version: string | null;
  releasedOn: Day | null;
  newest: string | null;
  branch: string | null;
  flawCount: number;
  /** Names of those who say that it has a flaw. */
  sources: readonly string[];
  /** The source whose facts are too old, and how many days old they are. */
  source: string | null;
  sourceDays: number | null;
  /** It is what ships with Patchproof. */
  sourceShipped: boolean;
  url: string | null;
  /** The shop itself says that it is not to be visited. */
  optedOut: boolean;
  place: VersionPlace | null;
  today: Day;
}

function writeEither(product: string | null, versions: readonly string[], words: Wording): string {
  const named = product === null ? words.joinChoice(versions) : words.nameVersions(product, versions);
  // a longer list says "one of" already
  return versions.length > words.mostListed ? named : words.either({ versions: named });
}

/** Everything as words. What is not known becomes a word that stands for it, or stays empty where no chosen sentence uses it. */
function fill(known: Known, words: Wording): Fillings {
  const product = known.product ?? words.unnamed.platform;
  const { releasedOn, sourceDays, today } = known;
  const versions = known.candidates.map(({ version }) => version);
  return {
    product,
    vendor: known.vendor ?? words.unnamed.vendor,
    running: known.running ?? product,
    versions: words.joinChoice(versions),
    either: writeEither(known.product, versions, words),
    claimed: known.claimed ?? '',
    version: known.version ?? '',
    outFor: releasedOn === null ? '' : words.countDays(daysBetween(releasedOn, today)),
    newest: known.newest ?? '',
    branch: known.branch ?? '',
    flawCount: known.flawCount,
    sources: words.joinAll(known.sources),
    source: known.source ?? '',
    sourceAge: sourceDays === null ? '' : words.countDays(sourceDays),
    url: known.url ?? '',
    section: words.page.conduct.title,
  };
}

function chooseUpdate({ version, releasedOn, today }: Known): ReasonKey {
  if (version === null) return 'update-missing:unnamed';
  if (releasedOn === null) return 'update-missing';
  return daysBetween(releasedOn, today) < 1 ? 'update-missing:today' : 'update-missing:days';
}

function chooseAmbiguous({ candidates }: Known): ReasonKey {
  if (candidates.length < 2) return 'version-ambiguous';
  const yes = candidates.filter(({ isYes }) => isYes);
  if (yes.length === 0) return 'version-ambiguous:none';
  const isNewer = candidates.length === 2 && yes.length === 1 && candidates[1]?.isYes === true;
  return isNewer ? 'version-ambiguous:newer' : 'version-ambiguous:some';
}

/** Which of a reason's sentences fits what is known. */
function chooseReason(reason: PublicReason, known: Known): ReasonKey {
  switch (reason) {
    case 'blocked':
      return known.optedOut ? 'blocked:opted-out' : reason;
    case 'conflicting-evidence':
      return known.vendorHosted ? 'conflicting-evidence:hosted' : reason;
    case 'unknown-version':
      return known.claimed === null ? reason : 'unknown-version:claimed';
    case 'end-of-life':
      return known.product === null || known.branch === null ? reason : 'end-of-life:line';
    case 'update-missing':
      return chooseUpdate(known);
    case 'known-advisory':
      return known.flawCount > 1 ? 'known-advisory:many' : reason;
    case 'sources-disagree':
      return known.sources.length === 0 ? reason : 'sources-disagree:named';
    case 'version-ambiguous':
      return chooseAmbiguous(known);
    case 'secure':
    case 'current':
      return known.productCount > 1 ? `${reason}:each` : reason;
    case 'not-confirmed':
    case 'not-up-to-date':
      return known.product === null ? `${reason}:unnamed` : reason;
    default:
      return reason;
  }
}

function chooseRefresh({ source, sourceDays, sourceShipped }: Known): StepKey {
  if (source === null || sourceDays === null) return 'refresh-sources';
  return sourceShipped ? 'refresh-sources:shipped' : 'refresh-sources:named';
}

/** Which of a next step's sentences fits what is known. */
function chooseStep(code: NextStepCode, reason: PublicReason, known: Known): StepKey {
  switch (code) {
    case 'update':
    case 'change-branch':
      return known.version === null ? `${code}:unnamed` : code;
    case 'keep-going':
      return known.vendorHosted ? 'keep-going:hosted' : code;
    case 'settle-version':
      return known.candidates.length < 2 ? 'attest-version' : code;
    case 'resolve-conflict':
      return known.vendorHosted ? 'resolve-conflict:hosted' : code;
    case 'ask-vendor':
      if (known.newest !== null) return 'ask-vendor:newest';
      return reason === 'sources-disagree' ? 'ask-vendor:disagree' : code;
    case 'allow-check':
      return known.optedOut ? 'allow-check:opted-out' : code;
    case 'correct-address':
      return known.url === null ? code : 'correct-address:named';
    case 'refresh-sources':
      return chooseRefresh(known);
    default:
      return code;
  }
}

/** A sentence or two of reason. */
export function tellReason(reason: PublicReason, known: Known, words: Wording): string {
  return words.reasons[chooseReason(reason, known)](fill(known, words));
}

/** What would make it a yes, and where the version that is asked for is read. */
export function tellStep(code: NextStepCode, reason: PublicReason, known: Known, words: Wording): string {
  const key = chooseStep(code, reason, known);
  const text = words.nextSteps[key](fill(known, words));
  const asksVersion = key === 'attest-version' || key === 'settle-version';
  return asksVersion && known.place !== null ? `${text} ${tellPlace(known.place, words)}` : text;
}

/** Where whoever runs the shop reads the version. */
export function tellPlace({ kind, name }: VersionPlace, words: Wording): string {
  return words.places[kind]({ name });
}

function isGeneral(reason: PublicReason, { generalSteps }: Wording): reason is GeneralStep {
  return Object.hasOwn(generalSteps, reason);
}

/** The next step where details are withheld, or where nothing was checked. */
export function tellGeneralStep(reason: PublicReason | null, known: Known, words: Wording): string {
  if (reason === null || !isGeneral(reason, words)) return words.withheldStep;
  const isNamed = reason === 'not-confirmed' || reason === 'not-up-to-date';
  const key: GeneralStepKey = isNamed && known.product === null ? `${reason}:unnamed` : reason;
  return words.generalSteps[key](fill(known, words));
}
