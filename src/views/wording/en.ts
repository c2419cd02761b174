import type { AttestationKind } from '../../model/site.ts';
import { daysBetween } from '../../model/time.ts';
import type { NextStepCode } from '../../model/verdict.ts';
import type { PublicReason } from '../disclose.ts';
import type { Fillings, MailFillings } from './fillings.ts';
import { speak } from './speak.ts';

const spoken = speak('en-GB', {
  oneOf: (count, first, last) => `one of ${count} versions from ${first} to ${last}`,
});
const { countDays, writeNearDay, joinChoice, many } = spoken;

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
const reasons: Record<PublicReason, (f: Fillings) => string> = {
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
const shortReasons: Record<PublicReason, string> = {
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
const nextSteps: Record<NextStepCode, (f: Fillings) => string> = {
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
const generalSteps: Partial<Record<PublicReason, (f: Fillings) => string>> = {
  'not-reached': () => 'Let our check reach the shop.',
  'not-confirmed': (f) =>
    `Whoever runs the shop proves that it runs the latest secure version of ${f.product ?? 'its platform'}.`,
  'not-up-to-date': (f) => `Install the latest secure version of ${f.product ?? 'the platform'}.`,
  'not-checked': () => 'The next check answers this.',
  'check-overdue': () => 'The next check answers this.',
  'not-monitored': () => 'List the shop again, and the next check answers this.',
};

/** Where nothing but the answer is shown. */
const withheldStep = 'Whoever runs the shop knows what is missing. Ask them.';

/** CWE id -> what somebody could do, in plain words. Only what shop owners meet often; the rest is `misuse the shop`. */
const deeds: readonly (readonly [string, readonly number[]])[] = [
  ['run their own code in the shop', [77, 78, 88, 94, 95, 96, 98, 434, 502, 913, 915, 917, 1321, 1336]],
  ['read or change what is in the database', [89, 564, 943]],
  ['plant a script that runs in the browsers of others', [79, 80, 83, 87, 116]],
  ['read files that are none of their business', [22, 23, 36, 73, 538, 552, 611]],
  ['make the shop call other computers in its network', [918]],
  ['act in the name of somebody who is logged in', [352, 384, 613, 1021]],
  ['get past the login', [287, 288, 290, 294, 306, 307, 521, 522, 640, 798]],
  ['do things that they have no right to do', [250, 266, 269, 276, 284, 285, 639, 862, 863, 732]],
  ['see data that should stay private', [200, 201, 203, 209, 359, 497, 532]],
  ['bring the shop to a halt', [400, 674, 770, 835, 1333]],
  ['send visitors to another site', [601]],
];

/** The `PR:` part of a CVSS vector: `CVSS:3.1/AV:N/AC:L/PR:N/UI:N/...` */
function needsLogin(severity: string | null): string {
  const right = severity?.match(/\/PR:([NLH])/)?.[1];
  if (right === 'N') return 'Somebody without a login';
  if (right === 'L') return 'Somebody with a login';
  return right === 'H' ? 'Somebody with an administrator’s login' : 'Somebody';
}

/** A flaw in our own words: `Somebody without a login could run their own code in the shop.` */
function describeFlaw(cwes: readonly string[], severity: string | null): string {
  const numbers = cwes.map((cwe) => Number(cwe.replace(/^CWE-/, '')));
  const deed = deeds.find(([, known]) => known.some((cwe) => numbers.includes(cwe)))?.[0] ?? 'misuse the shop';
  return `${needsLogin(severity)} could ${deed}.`;
}

/** How a flaw stands at this shop. */
const flaws = {
  fixedIn: (product: string, versions: string) => `Fixed in ${product} ${versions}.`,
  notFixed: 'No version fixes it yet.',
  unbounded: 'The record names no version that ends it, so it counts against every later one.',
  fixWithoutVersion: 'The fix comes as separate files and does not change the version.',
  affected: (published: string) => `Public since ${published}.`,
  exposed: (since: string, days: string) => `Seen here since ${since}, for ${days}.`,
  exposedToday: 'Seen here since today.',
  exploited: 'Criminals are using this flaw now.',
  someCandidates: 'Only some of the versions that fit have it.',
};

/** What a history event says; dates, products and versions arrive as words. */
const events = {
  monitoringStarted: 'Monitoring began.',
  monitoringEnded: 'Monitoring ended.',
  answer: (word: string, shortReason: string | null) =>
    shortReason === null ? `${word}.` : `${word}. ${shortReason}.`,
  installed: (running: string) => `Now installed: ${running}.`,
  nothingInstalled: 'No platform is recognised any more.',
  versionHidden: (product: string) => `${product}, version not visible`,
  affects: (product: string, published: string, id: string) =>
    `A flaw in ${product}, made public on ${published}, affects this shop (${id}).`,
  affectsMany: (count: number, product: string) => `${count} published flaws in ${product} affect this shop.`,
  fixedMany: (count: number, product: string) => `${count} flaws in ${product} no longer affect this shop.`,
  fixed: (product: string, id: string) => `A flaw in ${product} no longer affects this shop (${id}).`,
  exploited: (product: string, id: string) =>
    `Criminals are using a flaw in ${product} that affects this shop (${id}).`,
  promiseMade: (by: string) => `Promised for ${by}.`,
  promiseMoved: (from: string, by: string) => `The promise moved from ${from} to ${by}.`,
  promiseWithdrawn: (by: string) => `The promise for ${by} was taken back.`,
  promiseKept: (by: string) => `The promise for ${by} was kept.`,
  promiseOverdue: (by: string) => `The promised ${by} passed without the update.`,
  withheld: 'A change, withheld until it is fixed.',
  withheldMany: (count: number) => `${count} changes, withheld until they are fixed.`,
};

const mailQuestion = 'Does my website use the latest secure version of its e-commerce platform?';

/** Lines of the mail, both questions in it. */
function writeMail(mail: MailFillings): string[] {
  return [
    mail.maintainer === null ? 'Hello,' : `Hello ${mail.maintainer},`,
    '',
    `I have two questions about ${mail.shop}`,
    '',
    `1. ${mailQuestion}`,
    '2. If no: when will it be applied?',
    '',
    `${mail.checked === null ? 'An outside check' : `An outside check on ${mail.checked}`} says: ${mail.word}.${mail.reason === null ? '' : ` ${mail.reason}`}`,
    ...(mail.nextStep === null ? [] : [`What would make this a yes: ${mail.nextStep}`]),
    ...(mail.ids === null ? [] : [`It is about: ${mail.ids}`]),
    '',
    `All of it: ${mail.page}`,
    '',
    'A short answer with a date is enough. Thank you!',
  ];
}

/** What a maintainer states something with, beside the bare word. */
const statedWith: Record<AttestationKind, string> = {
  statement: '',
  'patch-status': ', with a report of Adobe’s patch-status,',
  composer: ', with a list of Composer’s packages,',
  'shopware-plugin': ', with the security plugin’s own list,',
  openvex: ', with an OpenVEX document,',
};

const meaning = {
  title: 'What this means',
  affected: (count: number) =>
    `${many(count, { one: 'published flaw affects', other: 'published flaws affect' })} what is installed.`,
  perhaps: (count: number) =>
    `${many(count, { one: 'published flaw affects', other: 'published flaws affect' })} some of the versions that fit.`,
  attested: (count: number) =>
    `The maintainer states that ${many(count, { one: 'published flaw is', other: 'published flaws are' })} fixed.`,
  flagged: 'The makers of the platform call the installed version insecure. They do not name the flaw.',
  noneAffects: 'No published flaw affects what is installed.',
  nonePublished:
    'Nobody publishes the flaws of this platform, so none can be compared. That is no proof that there is none.',
  notJudged: 'What is installed is not known well enough to compare it with published flaws.',
  vendorHosted:
    'The vendor runs the platform and repairs it for all shops at once. Nobody at the shop has to install anything.',
  mistaken: (count: number) =>
    `${many(count, { one: 'record names', other: 'records name' })} the installed version by mistake.`,
  more: (count: number) => `And ${many(count, { one: 'more flaw', other: 'more flaws' })}.`,
  ids: 'Its record',
  exposure: 'Days are counted from the first time we saw a flaw here. It may have been there for longer.',
  backport: (product: string) =>
    `${product} promises fixes for its newest line only. Older lines get some as a courtesy, and the installed version may carry them; that does not make a yes.`,
  fixes: (ids: string) => `The fixes to be proven: ${ids}.`,
};

const evidence = {
  title: 'How we know',
  none: 'The last check brought nothing to show.',
  confidence: (percent: number) => `The product is ${percent}% certain.`,
  candidates: (count: number, versions: string) =>
    `${count} versions fit all that we saw: ${versions}. We show them all rather than guess.`,
  claimedOnly: (claimed: string) =>
    `The shop names version ${claimed}. One text alone is no proof, so it does not count.`,
  conflict: 'No version fits all that we saw.',
  found: 'Found:',
  fits: (versions: string) => `Fits ${versions}.`,
  fitsMany: (count: number, first: string, last: string) => `Fits ${count} versions, ${first} to ${last}.`,
  known: { measured: 'Measured.', stated: 'Stated by the maintainer.', archived: 'From an archived copy.' },
  look: (at: string, status: number) => `${at}, status ${status}.`,
  check: 'Check it yourself',
  expect: 'This prints:',
  stated: (kind: AttestationKind, author: string, version: string, made: string, expires: string) =>
    `${author} stated on ${made}${statedWith[kind]} that ${version} is installed; the check does not see it. This counts until ${expires}.`,
  withheld: (paths: readonly string[]) =>
    `Not asked, because the shop’s robots.txt forbids it: ${paths.join(', ')}. With “robots: owner-consents” in the list of shops, the owner allows it.`,
  hashHint:
    "Where another hash comes out, the server may have changed line ends: put “tr -d '\\r' |” before “sha256sum”.",
};

const conduct = {
  title: 'How we check',
  requests: (count: number) =>
    `The last check sent ${many(count, { one: 'request', other: 'requests' })} to the shop; ten is the most it may send.`,
  budget: 'A check sends at most ten requests to the shop.',
  polite: 'It reads public pages only, follows robots.txt, and tries nothing that a visitor would not do.',
  introduces: 'It introduces itself as:',
  optOut: 'A shop that does not want to be checked says so in robots.txt.',
  problemsTitle: 'What did not work:',
  sourcesTitle: 'It was judged by:',
  source: (name: string, kind: string, day: string, licence: string) => `${name}, ${kind}, as of ${day} (${licence})`,
  kinds: {
    advisories: 'published flaws',
    releases: 'versions',
    support: 'support periods',
    exploited: 'flaws that criminals use',
  },
};

const history = {
  title: 'Every change',
  columns: { when: 'When', what: 'What', proof: 'Proof' },
  empty: 'Nothing has changed yet.',
  headTitle:
    'Each change carries a hash over itself and the change before it, so none can be altered later unseen. The last one:',
};

const subscribe = {
  title: 'Stay informed',
  feed: 'Feed of this shop',
  feedHint: 'Put its address into a feed reader, and it tells you when the answer changes.',
  status: 'This answer for machines (JSON)',
  history: 'Every change for machines (JSON lines)',
  vex: 'Published flaws for machines (OpenVEX)',
  badge: 'A badge for the shop’s own pages',
  html: 'HTML',
  markdown: 'Markdown',
  shield: 'Markdown, drawn by shields.io; visitors of your page then ask that service for it',
};

const overview = {
  counts: (yes: number, no: number) => `${yes} yes, ${no} no.`,
  since: (days: number) => (days < 1 ? 'since today' : countDays(days)),
  noDate: 'no date',
  byDate: (day: string) => `by ${day}`,
  overdue: (days: number) => `${countDays(days)} overdue`,
  columns: { answer: 'Answer', shop: 'Shop', reason: 'Reason', since: 'For', promise: 'Promise' },
  former: 'No longer monitored',
  empty: 'No shop is listed yet.',
  feed: 'Feed of all changes',
  status: 'All answers for machines (JSON)',
};

/** Headings, labels and sentences of the pages. Dates arrive as words. */
const page = {
  skip: 'Skip to the answer',
  checked: (at: string) => `Checked on ${at}.`,
  staleAfter: (day: string) => `If today is after ${day}, treat this as a no.`,
  seen: (at: string) => `The shop was last seen well on ${at}; what it ran then is judged by what is known now.`,
  endedOn: (day: string) => `No longer monitored since ${day}.`,
  demo: (day: string) => `This is a demo: made-up shops, judged as of ${day}, the date of the data it ships with.`,
  toYes: 'What would make this a yes',
  toStayYes: 'What keeps this a yes',
  visit: 'The shop:',
  withheld: 'Details are shown once it is fixed.',
  withheldAlways: 'Only the answer is shown here.',
  applied: 'It is applied.',
  promised: (by: string, relative: string) => `By ${by}, ${relative}.`,
  promiseMade: (name: string | null, made: string | null) =>
    `Promised${name === null ? '' : ` by ${name}`}${made === null ? '' : ` on ${made}`}.`,
  overdue: (by: string, relative: string) => `It was promised for ${by}, ${relative}.`,
  noPromise: 'Nobody has given a date.',
  earlierPromises: (days: string) => `Earlier it was promised for ${days}.`,
  note: (name: string | null) => `${name ?? 'The maintainer'} says:`,
  ask: (name: string | null) => `Ask ${name ?? 'whoever runs the shop'}`,
  copyMail: 'No mail address is listed. Copy this text and send it to whoever runs the shop.',
  about: 'Patchproof asks two questions about web shops, and publishes the answers.',
  contact: 'Contact',
  licences: 'Where the facts come from',
  notFound: { title: 'There is no such page', text: 'Perhaps the shop goes by another name here.', home: 'All shops' },
  meaning,
  evidence,
  conduct,
  history,
  subscribe,
  overview,
};

/** Sentences of the feeds. */
const feed = {
  title: (name: string) => `${name}: latest secure version?`,
  description: 'Every change of the answer, of what is installed, and of what was promised.',
  head: (hash: string) => `Head of the history after this change: ${hash}`,
  verify: 'Whoever holds the data can check the whole history with: npm run verify',
};

/** Words of the badge. */
const badge = {
  label: 'Latest secure version?',
  unchecked: 'not checked yet',
  checked: (day: string) => `checked on ${day}`,
  expires: (day: string) => `after ${day} treat as a no`,
  message: (word: string, checked: string) => `${word}, ${checked}`,
  alternative: (word: string, details: string) =>
    `Latest secure version of its e-commerce platform? ${word}, ${details}.`,
  /** Stands on other pages and stays there, so it must not answer. */
  linked: 'Does this website use the latest secure version of its e-commerce platform? The answer is behind this link.',
};

/** Words of the OpenVEX documents. */
const vex = {
  role: 'Outside observer',
  because: {
    version: 'Told by the version that was seen from outside.',
    'known-false-positive': 'The record names the installed version by mistake.',
    attested: 'The maintainer states that it is fixed; the check does not see it.',
    'some-candidates': 'Several versions fit what was seen from outside, and only some of them have the flaw.',
  },
};

/** Every phrase of the English pages, feeds, badges and mails. */
export const en = {
  ...spoken,
  language: 'en',
  question: 'Does this website use the latest secure version of its e-commerce platform?',
  whenQuestion: 'If no: when will it be applied?',
  mailQuestion,
  answers: { yes: 'Yes', no: 'No' },
  covers: 'This covers the platform itself, not extensions, theme, server or passwords.',
  reasons,
  shortReasons,
  nextSteps,
  generalSteps,
  withheldStep,
  describeFlaw,
  writeMail,
  flaws,
  events,
  page,
  feed,
  badge,
  vex,
};
