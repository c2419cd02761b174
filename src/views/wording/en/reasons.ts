import { daysBetween } from '../../../model/time.ts';
import type { PublicReason } from '../../disclose.ts';
import type { Fillings } from '../fillings.ts';
import { countDays, writeNearDay } from './dates.ts';
import { joinChoice } from './lists.ts';

/** `, out for 3 days` */
function outFor({ releasedOn, today }: Fillings): string {
  if (releasedOn === null) return '';
  const age = daysBetween(releasedOn, today);
  return age < 1 ? ', out since today' : `, out for ${countDays(age)}`;
}

/** ` Last update: 5 March, 1 day after it came out.` */
function lastUpdate({ updatedOn, releasedOn, today }: Fillings): string {
  if (updatedOn === null) return '';
  const gap = releasedOn === null ? 0 : daysBetween(releasedOn, updatedOn);
  return ` Last update: ${writeNearDay(updatedOn, today)}${gap > 0 ? `, ${countDays(gap)} after it came out` : ''}.`;
}

/** `From outside it is either 2.4.7 or 2.4.7-p1, and only the newer one is secure.` */
function ambiguous({ product, candidates, secureCount }: Fillings): string {
  const name = product === null ? '' : `${product} `;
  const known = candidates.length > 4 ? joinChoice(candidates) : `either ${name}${joinChoice(candidates)}`;
  if (candidates.length < 2) return 'From outside more than one version fits. Whoever runs the shop can settle this.';
  if (secureCount === 0) return `From outside it is ${known}, and none of them is the latest secure one.`;
  const newest = secureCount === 1 && candidates.length === 2;
  const some = newest ? 'only the newer one is secure' : 'not all of them are secure';
  return `From outside it is ${known}, and ${some}. Whoever runs the shop can settle this.`;
}

/** ` Acme Web states this version; the check does not see it.` */
function statedOnly({ statedBy }: Fillings): string {
  return statedBy === null ? '' : ` ${statedBy} states this version; the check does not see it.`;
}

const treatAsNo = 'If it isn’t a yes, treat it as a no.';

/** A sentence or two for each reason, behind the word Yes or No. */
export const reasons: Record<PublicReason, (f: Fillings) => string> = {
  unreachable: () => `The shop did not answer our check. ${treatAsNo}`,
  blocked: () => `The shop’s firewall turned our check away. ${treatAsNo}`,
  'unknown-platform': () => 'From outside we cannot tell which platform the shop runs on.',
  'conflicting-evidence': (f) =>
    f.vendorHosted
      ? `The shop shows marks of ${f.product ?? 'a hosted platform'} and of another platform; only one of them is kept up to date by its vendor.`
      : `What the shop shows of its ${f.product ?? 'platform'} version contradicts itself.`,
  'unknown-version': (f) =>
    f.claimed === null
      ? `From outside we cannot tell which version of ${f.product ?? 'its platform'} is installed.`
      : `The shop names ${f.product ?? 'version'} ${f.claimed}, but nothing else supports that.`,
  'no-release-data': (f) =>
    `We do not know which versions of ${f.product ?? 'its platform'} exist, so we cannot judge the one installed.`,
  'data-stale': (f) => `What we know about ${f.product ?? 'its platform'} is too old to judge by.`,
  'pre-release': (f) => `It runs ${f.running ?? 'its platform'}, a test version that is not finished.`,
  'version-not-known': (f) => `It shows ${f.running ?? 'a version'}, which is none of the versions known to be out.`,
  'end-of-life': (f) => {
    const named = f.product === null || f.branch === null ? null : `${f.product} ${f.branch}`;
    const opening = named ?? `It runs ${f.running ?? 'a version'}, which`;
    return `${opening} no longer gets security updates. Staying on it cannot become a yes.`;
  },
  'update-missing': (f) =>
    f.version === null
      ? `It runs ${f.running ?? 'its platform'}, and a newer version is out.`
      : `It runs ${f.running ?? 'its platform'}; the secure version is ${f.version}${outFor(f)}.`,
  'known-advisory': (f) =>
    `It runs ${f.running ?? 'a version of its platform'}, which has ${f.flawCount > 1 ? `${f.flawCount} known flaws` : 'a known flaw'}.`,
  'sources-disagree': (f) =>
    `${f.vendor ?? 'The vendor'} calls the installed version secure, but a published record says that it has a flaw.`,
  'patch-level-unproven': (f) =>
    `It runs ${f.running ?? 'a good version'}, but ${f.vendor ?? 'the vendor'} has since published fixes that do not show in it. Ask for proof that they are applied.`,
  'evidence-expired': () => 'The maintainer stated that the fixes are applied, but that statement has passed its date.',
  'support-unknown': (f) => `Nobody says whether ${f.running ?? 'the installed version'} still gets security updates.`,
  'version-ambiguous': ambiguous,
  secure: (f) => {
    const which = f.productCount > 1 ? 'each a secure version' : 'a secure version';
    return `It runs ${f.running ?? 'its platform'}, ${which}.${lastUpdate(f)}${statedOnly(f)}`;
  },
  current: (f) => {
    const which = f.productCount > 1 ? 'each the newest version' : 'the newest version';
    return `It runs ${f.running ?? 'its platform'}, ${which}.${lastUpdate(f)}${statedOnly(f)}`;
  },
  'vendor-hosted': (f) => `It runs on ${f.product ?? 'a hosted platform'}, which its vendor keeps up to date.`,
  'not-reached': () => `Our check did not get through to the shop. ${treatAsNo}`,
  'not-confirmed': (f) =>
    `From outside nobody can confirm that it runs the latest secure version of ${f.product ?? 'its platform'}.`,
  'not-up-to-date': (f) => `It does not run the latest secure version of ${f.product ?? 'its platform'}.`,
  'not-checked': () => `The shop has not been checked yet. ${treatAsNo}`,
  'check-overdue': () => `The last check is too long ago. ${treatAsNo}`,
  'not-monitored': () => `Nobody checks this shop any more. ${treatAsNo}`,
};

/** Five words at most, for lists and feeds. */
export const shortReasons: Record<PublicReason, string> = {
  unreachable: 'The shop did not answer',
  blocked: 'Our check was turned away',
  'unknown-platform': 'Its platform is not recognised',
  'conflicting-evidence': 'Its version contradicts itself',
  'unknown-version': 'Its version is hidden',
  'no-release-data': 'Its releases are not known',
  'data-stale': 'Our facts are too old',
  'pre-release': 'A test version is installed',
  'version-not-known': 'Its version is not known',
  'end-of-life': 'It gets no security updates',
  'update-missing': 'An update is missing',
  'known-advisory': 'It has a known flaw',
  'sources-disagree': 'The sources disagree',
  'patch-level-unproven': 'Its fixes are not proven',
  'evidence-expired': 'Its proof has expired',
  'support-unknown': 'Its support is not known',
  'version-ambiguous': 'Its version is not certain',
  secure: 'It runs a secure version',
  current: 'It runs the newest version',
  'vendor-hosted': 'Its vendor updates it',
  'not-reached': 'Our check did not arrive',
  'not-confirmed': 'It is not confirmed',
  'not-up-to-date': 'It is not up to date',
  'not-checked': 'Not checked yet',
  'check-overdue': 'Its check is overdue',
  'not-monitored': 'No longer monitored',
};
