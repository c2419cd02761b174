import type { NextStepCode } from '../../model/verdict.ts';
import type { PublicReason } from '../disclose.ts';

/** What the sentences of reason and next step are filled with. Every text is ready to print; a variant uses only what is known. */
export interface Fillings {
  /** The product that decides: `PrestaShop`. */
  product: string;
  /** Who makes it: `Adobe`. */
  vendor: string;
  /** What is installed: `WordPress 7.0.6 and WooCommerce 10.5.3`, or the names alone. */
  running: string;
  /** The versions one of which is installed: `2.4.7 or 2.4.7-p1`, `one of 14 versions from 2.4.0 to 2.4.7`. */
  versions: string;
  /** The same in a sentence of its own: `either Magento 2.4.7 or 2.4.7-p1`. */
  either: string;
  /** The version text that the shop states and that nothing supports. */
  claimed: string;
  /** The version to install. */
  version: string;
  /** How long it is out: `3 days`. */
  outFor: string;
  /** The newest version, where it is no yes either. */
  newest: string;
  /** The support line that ended: `1.7`. */
  branch: string;
  /** Flaws that affect what is installed. */
  flawCount: number;
  /** Who says that it has a flaw: `OSV and GitHub Advisory Database`. */
  sources: string;
  /** A source of facts, and how old its facts are. */
  source: string;
  sourceAge: string;
  url: string;
  /** Title of the part of the page that says how the check introduces itself. */
  section: string;
}

export type ReasonKey =
  | PublicReason
  | 'blocked:opted-out'
  | 'conflicting-evidence:hosted'
  | 'unknown-version:claimed'
  | 'end-of-life:line'
  | `update-missing:${'today' | 'days' | 'unnamed'}`
  | 'known-advisory:many'
  | 'sources-disagree:named'
  | `version-ambiguous:${'none' | 'newer' | 'some'}`
  | `${'secure' | 'current'}:each`
  | `${'not-confirmed' | 'not-up-to-date'}:unnamed`;

export type StepKey =
  | NextStepCode
  | 'allow-check:opted-out'
  | 'keep-going:hosted'
  | `${'update' | 'change-branch'}:unnamed`
  | 'resolve-conflict:hosted'
  | `ask-vendor:${'newest' | 'disagree'}`
  | 'correct-address:named'
  | 'refresh-sources:named'
  | 'refresh-sources:shipped';

/** Reasons whose next step is told in general words. */
export type GeneralStep =
  | 'not-reached'
  | 'not-confirmed'
  | 'not-up-to-date'
  | 'not-checked'
  | 'check-overdue'
  | 'not-monitored';

export type GeneralStepKey = GeneralStep | `${'not-confirmed' | 'not-up-to-date'}:unnamed`;
