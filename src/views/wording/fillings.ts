import type { VersionPlace } from '../../model/identification.ts';
import type { Day } from '../../model/time.ts';

/** What the sentences of reason and next step are filled with; they read well whatever is missing. */
export interface Fillings {
  /** The product that decides: `PrestaShop`; null where none was found. */
  product: string | null;
  /** Who makes it: `Adobe`. */
  vendor: string | null;
  /** The product that decides is run by its vendor. */
  vendorHosted: boolean;
  /** What is installed: `WordPress 7.0.6 and WooCommerce 10.5.3`, or the names alone. */
  running: string | null;
  /** Products with a known version among them. */
  productCount: number;
  /** Candidate versions of the product that decides, oldest first. */
  candidates: readonly string[];
  /** How many of the candidates would be a yes. */
  secureCount: number;
  /** The version text that the shop states and that nothing supports. */
  claimed: string | null;
  /** Who states the version that the check does not see; null where it is seen. */
  statedBy: string | null;
  /** The version to install. */
  version: string | null;
  /** The newest version, where it is no yes either. */
  newest: string | null;
  /** The support line that ended: `1.7`. */
  branch: string | null;
  /** The day the version to install came out; for a yes, the installed one. */
  releasedOn: Day | null;
  /** The day the installed version was first seen, where it came as an update. */
  updatedOn: Day | null;
  /** Flaws that affect what is installed. */
  flawCount: number;
  /** A source of facts, and how old its facts are. */
  source: string | null;
  days: number | null;
  url: string | null;
  /** Where whoever runs the shop reads the version, and the package that a command there names. */
  place: VersionPlace | null;
  today: Day;
}

/** The mail to whoever runs the shop. Every text may be null. */
export interface MailFillings {
  maintainer: string | null;
  shop: string;
  checked: string | null;
  word: string;
  reason: string | null;
  nextStep: string | null;
  ids: string | null;
  page: string;
}
