import type { NextStepCode } from '../../../model/verdict.ts';
import type { PublicReason } from '../../disclose.ts';
import type { Fillings } from '../fillings.ts';
import { countDays } from './dates.ts';
import { joinChoice } from './lists.ts';

/** `from endoflife.date; the last ones are 9 days old` */
function freshFacts({ source, days }: Fillings): string {
  return `${source === null ? '' : ` from ${source}`}${days === null ? '' : `; the last ones are ${countDays(days)} old`}`;
}

/** `It stands in the administration.` */
function readVersion({ place }: Fillings): string {
  switch (place?.kind) {
    case undefined:
      return '';
    case 'back-office':
      return ' It stands in the shop’s administration.';
    case 'composer':
      return ` On the server, “composer show ${place?.name}” prints it.`;
    case 'bundler':
      return ` On the server, “bundle info ${place?.name}” prints it.`;
    case 'npm':
      return ` On the server, “npm ls ${place?.name}” prints it.`;
  }
}

function showVersion(f: Fillings): string {
  return `Whoever runs the shop states which version of ${f.product ?? 'the platform'} is installed.${readVersion(f)}`;
}

/** What would make this a yes: a sentence for each next step. */
export const nextSteps: Record<NextStepCode, (f: Fillings) => string> = {
  'keep-going': () => 'Nothing is missing. Keep installing updates as they come out.',
  update: (f) => `Update ${f.product ?? 'the platform'} to ${f.version ?? 'the latest secure version'}.`,
  'change-branch': (f) =>
    f.version === null
      ? `Move ${f.product ?? 'the platform'} to a line of versions that still gets security updates.`
      : `Move to ${f.product ?? 'version'} ${f.version}, which still gets security updates.`,
  'apply-patch': (f) =>
    `Apply the fixes that ${f.vendor ?? 'the vendor'} published${f.product === null ? '' : ` for ${f.product}`}, and state that they are applied.`,
  'renew-attestation': () => 'Check once more that the fixes are applied, and renew the statement.',
  'attest-version': showVersion,
  'settle-version': (f) =>
    f.candidates.length < 2
      ? showVersion(f)
      : `Whoever runs the shop states which one is installed: ${joinChoice(f.candidates)}.${readVersion(f)}`,
  'resolve-conflict': (f) =>
    f.vendorHosted
      ? 'Whoever runs the shop removes what is left of the platform that is not in use; if both are, the other one is what must be kept up to date.'
      : `Whoever runs the shop finds out why two versions${f.product === null ? '' : ` of ${f.product}`} show at once: a half-finished update, perhaps, or an old copy in a cache.`,
  'ask-vendor': (f) =>
    f.newest === null
      ? `Ask the makers of ${f.product ?? 'the platform'} for a version that is secure and supported, or move to another platform.`
      : `Update to ${f.newest}, the newest version; it is not a yes either, so ask the makers of ${f.product ?? 'the platform'} for one that is secure and supported, or move to another platform.`,
  'await-facts': (f) =>
    `At the shop there is nothing to do. Whoever runs these checks adds a source that lists the versions of ${f.product ?? 'the platform'}.`,
  'allow-check': () => 'One line in the firewall’s list lets the check in.',
  'restore-site': () => 'Bring the shop back, or let our check reach it.',
  'correct-address': (f) => `The shop has moved: list its new address${f.url === null ? '' : `, ${f.url}`}.`,
  'name-platform': () => 'Whoever runs the shop names its platform, so that the check knows what to look for.',
  'refresh-sources': (f) =>
    `At the shop there is nothing to do. Whoever runs these checks fetches new facts${freshFacts(f)}.`,
};

/** The same where details are withheld, or where nothing was checked. */
export const generalSteps: Partial<Record<PublicReason, (f: Fillings) => string>> = {
  'not-reached': () => 'Let our check reach the shop.',
  'not-confirmed': (f) =>
    `Whoever runs the shop proves that it runs the latest secure version of ${f.product ?? 'its platform'}.`,
  'not-up-to-date': (f) => `Install the latest secure version of ${f.product ?? 'the platform'}.`,
  'not-checked': () => 'The next check answers this.',
  'check-overdue': () => 'The next check answers this.',
  'not-monitored': () => 'List the shop again, and the next check answers this.',
};

/** Where nothing but the answer is shown. */
export const withheldStep = 'Whoever runs the shop knows what is missing. Ask them.';
