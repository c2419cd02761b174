import type { EvidenceKind, VersionPlace } from '../../model/identification.ts';
import type { AttestationKind } from '../../model/site.ts';
import type { Deed } from '../deeds.ts';
import type { PublicEventData, PublicReason } from '../disclose.ts';
import type { PromiseStatus } from '../promised.ts';
import type { Fillings, GeneralStepKey, ReasonKey, StepKey } from './fillings.ts';
import { speak } from './speak.ts';

/*
 * Sentences only: which of several is said, and what days and numbers it is filled with, is decided in views/. A key with a
 * colon is a variant of the one before it. Everything that stands in braces arrives as a word, a name or a date, ready to print.
 */

const spoken = speak('en-GB', {
  oneOf: (count, first, last) => `one of ${count} versions from ${first} to ${last}`,
});
const { countDays, many, writeCount } = spoken;

const treatAsNo = 'If it isn’t a yes, treat it as a no.';

/** What stands for a name that is not known. */
const unnamed = { platform: 'the platform', vendor: 'the maker' };

/** A sentence or two for each reason, behind the word Yes or No. */
const reasons: Record<ReasonKey, (f: Fillings) => string> = {
  unreachable: () => `The shop did not answer our check. ${treatAsNo}`,
  blocked: () => `The shop’s firewall turned our check away. ${treatAsNo}`,
  'blocked:opted-out': () => `The shop asks not to be checked. ${treatAsNo}`,
  'unknown-platform': () => 'From outside we cannot tell which platform the shop runs on.',
  'conflicting-evidence': ({ product }) => `What the shop shows of its version of ${product} contradicts itself.`,
  'conflicting-evidence:hosted': ({ product }) =>
    `The shop shows marks of ${product} and of another platform; only one of them is kept up to date by its vendor.`,
  'unknown-version': ({ product }) => `From outside we cannot tell which version of ${product} is installed.`,
  'unknown-version:claimed': ({ product, claimed }) =>
    `The shop names ${product} ${claimed}, but nothing else supports that.`,
  'no-release-data': ({ product }) =>
    `We do not know which versions of ${product} exist, so we cannot judge the one installed.`,
  'data-stale': ({ product }) => `What we know about ${product} is too old to judge by.`,
  'pre-release': ({ running }) => `It runs ${running}, a test version that is not finished.`,
  'version-not-known': ({ running }) => `It shows ${running}, which is none of the versions known to be out.`,
  'end-of-life': ({ running }) =>
    `It runs ${running}, which no longer gets security updates. Staying on it cannot become a yes.`,
  'end-of-life:line': ({ product, branch }) =>
    `${product} ${branch} no longer gets security updates. Staying on it cannot become a yes.`,
  'update-missing': ({ running, version }) => `It runs ${running}; the secure version is ${version}.`,
  'update-missing:today': ({ running, version }) =>
    `It runs ${running}; the secure version is ${version}, out since today.`,
  'update-missing:days': ({ running, version, outFor }) =>
    `It runs ${running}; the secure version is ${version}, out for ${outFor}.`,
  'update-missing:unnamed': ({ running }) => `It runs ${running}, and a newer version is out.`,
  'known-advisory': ({ running }) => `It runs ${running}, which has a known flaw.`,
  'known-advisory:many': ({ running, flawCount }) =>
    `It runs ${running}, which has ${many(flawCount, { one: 'known flaw', other: 'known flaws' })}.`,
  'sources-disagree': ({ vendor, running }) =>
    `According to ${vendor}, ${running} is secure; a published record says that it has a flaw. The stricter word counts.`,
  'sources-disagree:named': ({ vendor, running, sources }) =>
    `According to ${vendor}, ${running} is secure; according to ${sources}, it has a flaw. The stricter word counts.`,
  'patch-level-unproven': ({ vendor, running }) =>
    `It runs ${running}, but ${vendor} has since published fixes that do not show in it. Ask for proof that they are applied.`,
  'evidence-expired': () => 'What the maintainer stated about the installed software has passed its date.',
  'support-unknown': ({ running }) => `Nobody says whether ${running} still gets security updates.`,
  'version-ambiguous': () => 'From outside more than one version fits. Whoever runs the shop can settle this.',
  'version-ambiguous:none': ({ either }) => `From outside it is ${either}, and none of them is the latest secure one.`,
  'version-ambiguous:newer': ({ either }) =>
    `From outside it is ${either}, and only the newer one is secure. Whoever runs the shop can settle this.`,
  'version-ambiguous:some': ({ either }) =>
    `From outside it is ${either}, and not all of them are secure. Whoever runs the shop can settle this.`,
  secure: ({ running }) => `It runs ${running}, a secure version.`,
  'secure:each': ({ running }) => `It runs ${running}, each a secure version.`,
  current: ({ running }) => `It runs ${running}, the newest version.`,
  'current:each': ({ running }) => `It runs ${running}, each the newest version.`,
  'vendor-hosted': ({ product }) => `It runs on ${product}, which its vendor keeps up to date.`,
  'not-reached': () => `Our check did not get through to the shop. ${treatAsNo}`,
  'not-confirmed': ({ product }) =>
    `From outside nobody can confirm that it runs the latest secure version of ${product}.`,
  'not-confirmed:unnamed': () =>
    'From outside nobody can confirm that it runs the latest secure version of its platform.',
  'not-up-to-date': ({ product }) => `It does not run the latest secure version of ${product}.`,
  'not-up-to-date:unnamed': () => 'It does not run the latest secure version of its platform.',
  'not-checked': () => `The shop has not been checked yet. ${treatAsNo}`,
  'check-overdue': () => `The last check is too long ago. ${treatAsNo}`,
  'not-monitored': () => `Nobody checks this shop any more. ${treatAsNo}`,
};

/** What is added to a reason. */
const additions = {
  updated: ({ updated }: { updated: string }) => `Last update: ${updated}.`,
  updatedSameDay: ({ updated }: { updated: string }) => `Last update: ${updated}, the day it came out.`,
  updatedLater: ({ updated, later }: { updated: string; later: string }) =>
    `Last update: ${updated}, ${later} after it came out.`,
  exploited: 'Criminals are now using a flaw that this shop has.',
  beforePublic: 'Updated before the flaw became public.',
  statedOnly: ({ author }: { author: string }) => `${author} states this version; the check does not see it.`,
};

/** A list of a few versions, one of which is installed. */
const either = ({ versions }: { versions: string }) => `either ${versions}`;

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

/** What would make this a yes: a sentence for each next step. */
const nextSteps: Record<StepKey, (f: Fillings) => string> = {
  'keep-going': () => 'Nothing is missing. Keep installing updates as they come out.',
  'keep-going:hosted': () => 'Nothing is missing. The vendor installs updates by itself.',
  update: ({ product, version }) => `Update ${product} to ${version}.`,
  'update:unnamed': ({ product }) => `Update ${product} to the latest secure version.`,
  'change-branch': ({ product, version }) => `Move to ${product} ${version}, which still gets security updates.`,
  'change-branch:unnamed': ({ product }) => `Move ${product} to a line of versions that still gets security updates.`,
  'apply-patch': ({ vendor, running }) =>
    `Apply the fixes that ${vendor} published for ${running}, and state that they are applied.`,
  'renew-attestation': () =>
    'Whoever runs the shop checks once more what is installed and which fixes are applied, and renews the statement.',
  'attest-version': ({ product }) => `Whoever runs the shop states which version of ${product} is installed.`,
  'settle-version': ({ versions }) => `Whoever runs the shop states which one is installed: ${versions}.`,
  'resolve-conflict': ({ product }) =>
    `Whoever runs the shop finds out why two versions of ${product} show at once: a half-finished update, perhaps, or an old copy in a cache.`,
  'resolve-conflict:hosted': () =>
    'Whoever runs the shop removes what is left of the platform that is not in use; if both are, they keep the one up to date that its vendor does not.',
  'ask-vendor': ({ product }) =>
    `Ask the makers of ${product} for a version that is secure and supported, or move to another platform.`,
  'ask-vendor:newest': ({ product, newest }) =>
    `Update to ${newest}, the newest version. It is not a yes either, so ask the makers of ${product} for one that is secure and supported, or move to another platform.`,
  'ask-vendor:disagree': ({ vendor, running }) =>
    `Ask ${vendor} whether ${running} has this flaw: either the record gets corrected, or a fixed version has to come out.`,
  'await-facts': ({ product }) =>
    `At the shop there is nothing to do. Whoever runs these checks adds a source that lists the versions of ${product}.`,
  'allow-check': ({ section }) =>
    `One line in the firewall’s list lets the check in. Its name stands on this shop’s page, under “${section}”.`,
  'allow-check:opted-out': ({ section }) =>
    `Whoever runs the shop takes that request back, in robots.txt or patchproof.json. How it is written stands on this shop’s page, under “${section}”.`,
  'restore-site': () =>
    'Open the shop yourself. If it opens, whoever runs it lets our check through; if it does not, they bring it back.',
  'correct-address': () => 'The shop has moved: list its new address.',
  'correct-address:named': ({ url }) => `The shop has moved: list its new address, ${url}.`,
  'name-platform': () =>
    'Whoever runs the shop names its platform in the list of shops, so that the check knows what to look for.',
  'refresh-sources': () => 'At the shop there is nothing to do. Whoever runs these checks fetches new facts.',
  'refresh-sources:named': ({ source, sourceAge }) =>
    `At the shop there is nothing to do. Whoever runs these checks fetches new facts from ${source}; the last ones are ${sourceAge} old.`,
  'refresh-sources:shipped': ({ sourceAge }) =>
    `At the shop there is nothing to do. Whoever runs these checks lets them reach their sources, or installs a newer Patchproof: the facts that ship with this one are ${sourceAge} old.`,
};

/** Where whoever runs the shop reads the version. */
const places: Record<VersionPlace['kind'], (place: { name: string }) => string> = {
  'back-office': () => 'It stands in the shop’s administration.',
  composer: ({ name }) => `On the server, “composer show ${name}” prints it.`,
  bundler: ({ name }) => `On the server, “bundle info ${name}” prints it.`,
  npm: ({ name }) => `On the server, “npm ls ${name}” prints it.`,
};

/** The next step where details are withheld, or where nothing was checked. */
const generalSteps: Record<GeneralStepKey, (f: Pick<Fillings, 'product'>) => string> = {
  'not-reached': () => 'Whoever runs the shop lets our check reach it.',
  'not-confirmed': ({ product }) =>
    `Whoever runs the shop proves that it runs the latest secure version of ${product}.`,
  'not-confirmed:unnamed': () => 'Whoever runs the shop proves that it runs the latest secure version of its platform.',
  'not-up-to-date': ({ product }) => `Install the latest secure version of ${product}.`,
  'not-up-to-date:unnamed': () => 'Install the latest secure version of the platform.',
  'not-checked': () => 'The next check answers this.',
  'check-overdue': () => 'Whoever runs these checks starts them again, and the next one answers this.',
  'not-monitored': () => 'List the shop again, and the next check answers this.',
};

/** Where nothing but the answer is shown. */
const withheldStep = 'Whoever runs the shop knows what is missing. Ask them.';

/** Who could do it, by the login it takes. */
const who = {
  anybody: 'Somebody',
  nobody: 'Somebody without a login',
  user: 'Somebody with a login',
  admin: 'Somebody with an administrator’s login',
};

/** A flaw in our own words. */
const deeds: Record<Deed, (by: { who: string }) => string> = {
  runCode: ({ who }) => `${who} could run their own code in the shop.`,
  takeOver: ({ who }) => `${who} could take control of the shop.`,
  useDatabase: ({ who }) => `${who} could read or change what is in the database.`,
  passLogin: ({ who }) => `${who} could get into accounts that are not theirs.`,
  readFiles: ({ who }) => `${who} could read files that are none of their business.`,
  plantScript: ({ who }) => `${who} could plant a script that runs in the browsers of others.`,
  lackRight: ({ who }) => `${who} could do things that they have no right to do.`,
  actAsOther: ({ who }) => `${who} could act in the name of somebody who is logged in.`,
  reachInside: ({ who }) => `${who} could make the shop call other computers in its network.`,
  guessSecrets: ({ who }) => `${who} could guess secrets, such as the links that reset a password.`,
  forge: ({ who }) => `${who} could pass off something forged as genuine.`,
  readAndChange: ({ who }) => `${who} could read and change what should be out of their reach.`,
  change: ({ who }) => `${who} could change what should be out of their reach.`,
  seeData: ({ who }) => `${who} could see data that should stay private.`,
  slipPast: ({ who }) => `${who} could slip past the checks that guard the shop.`,
  cheat: ({ who }) => `${who} could trick the shop by acting faster, or in another order, than it expects.`,
  plantFormula: ({ who }) => `${who} could plant formulas in tables that others export and open.`,
  stop: ({ who }) => `${who} could bring the shop to a halt.`,
  slow: ({ who }) => `${who} could slow the shop down.`,
  redirect: ({ who }) => `${who} could send visitors to another site.`,
  unsaid: ({ who }) => `${who} could misuse the shop; the record does not say how.`,
};

/** How a flaw stands at this shop. */
const flaws = {
  exploited: 'Criminals are using this flaw now.',
  needsVictim: 'For that, somebody else has to open or click something.',
  gravity: {
    critical: 'It is one of the gravest flaws there are.',
    high: 'It is a grave flaw.',
    medium: 'It is a flaw of medium weight.',
    low: 'It is a minor flaw.',
  },
  published: ({ day }: { day: string }) => `Public since ${day}.`,
  fixedIn: ({ product, versions }: { product: string; versions: string }) => `Fixed in ${product} ${versions}.`,
  notFixed: 'No version fixes it yet.',
  unbounded: 'The record names no version that ends it, so it counts against every later one.',
  fixWithoutVersion: 'The fix comes as separate files and does not change the version.',
  exposed: ({ day, days }: { day: string; days: string }) => `Seen here since ${day}, for ${days}.`,
  exposedToday: 'Seen here since today.',
  someCandidates: 'Only some of the versions that fit have it.',
  disputed: ({ sources, doubters }: { sources: string; doubters: string }) =>
    `The sources do not agree on this version. Counted in by: ${sources}. Left out by: ${doubters}. The stricter word counts.`,
  mistaken: 'The record names this version by mistake: it does not count here.',
};

/** What waiting costs: rules that give a date for the flaw that presses most. `today`: the date is today. */
const deadlines = {
  exploited: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Criminals use a flaw that is open here. Authorities of the United States have to close it by ${day}: ${left} left.`,
    today: 'Criminals use a flaw that is open here. Authorities of the United States have to close it today.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Criminals use a flaw that is open here. Authorities of the United States had to close it by ${day}, ${ago}.`,
  },
  cyberEssentials: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Cyber Essentials, the British rules for basic protection, give 14 days to install the fix of a grave flaw. They end on ${day}: ${left} left.`,
    today:
      'Cyber Essentials, the British rules for basic protection, give 14 days to install the fix of a grave flaw. They end today.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Cyber Essentials, the British rules for basic protection, give 14 days to install the fix of a grave flaw. They ended on ${day}, ${ago}.`,
  },
  pciDss: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `PCI DSS, the rules for all who take card payments, give 30 days to install the fix of a grave flaw. They end on ${day}: ${left} left.`,
    today:
      'PCI DSS, the rules for all who take card payments, give 30 days to install the fix of a grave flaw. They end today.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `PCI DSS, the rules for all who take card payments, give 30 days to install the fix of a grave flaw. They ended on ${day}, ${ago}.`,
  },
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
  affectsMany: (count: number, product: string) =>
    many(count, {
      one: `published flaw in ${product} affects this shop.`,
      other: `published flaws in ${product} affect this shop.`,
    }),
  fixedMany: (count: number, product: string) =>
    many(count, {
      one: `flaw in ${product} no longer affects this shop.`,
      other: `flaws in ${product} no longer affect this shop.`,
    }),
  fixed: (product: string, id: string) => `A flaw in ${product} no longer affects this shop (${id}).`,
  exploited: (product: string, id: string) =>
    `Criminals are using a flaw in ${product} that affects this shop (${id}).`,
  promiseMade: (by: string) => `Promised for ${by}.`,
  promiseMoved: (from: string, by: string) => `The promise moved from ${from} to ${by}.`,
  promiseWithdrawn: (by: string) => `The promise for ${by} was taken back.`,
  promiseKept: (by: string) => `The promise for ${by} was kept.`,
  promiseOverdue: (by: string) => `The promised ${by} passed without the update.`,
  supportEnding: (line: string, days: number, on: string) =>
    `${line} gets security updates for ${many(days, { one: 'more day', other: 'more days' })}, until ${on}.`,
  supportEndsToday: (line: string) => `This is the last day on which ${line} gets security updates.`,
  checkFailed: (days: string, since: string) => `For ${days}, since ${since}, no check has got through to the shop.`,
  checkResumed: 'A check got through to the shop again.',
  withheld: 'A change, withheld until it is fixed.',
  withheldMany: (count: number) =>
    many(count, { one: 'change, withheld until it is fixed.', other: 'changes, withheld until they are fixed.' }),
};

const mailQuestion = 'Does my website use the latest secure version of its e-commerce platform?';
const whenQuestion = 'If no: when will it be applied?';

/** Lines of the mail to whoever runs the shop. */
const mail = {
  subject: `${mailQuestion} ${whenQuestion}`,
  greeting: 'Hello,',
  greetingNamed: ({ name }: { name: string }) => `Hello ${name},`,
  intro: ({ shop }: { shop: string }) => `I have two questions about ${shop}`,
  first: `1. ${mailQuestion}`,
  second: `2. ${whenQuestion}`,
  says: ({ word }: { word: string }) => `An outside check says: ${word}.`,
  saysOn: ({ day, word }: { day: string; word: string }) => `An outside check on ${day} says: ${word}.`,
  toYes: ({ step }: { step: string }) => `What would make this a yes: ${step}`,
  exposedToday: 'Today a published flaw was seen in the shop for the first time.',
  exposed: ({ day, days }: { day: string; days: string }) =>
    `A published flaw has been seen in the shop since ${day}, for ${days}.`,
  ids: ({ ids }: { ids: string }) => `It is about: ${ids}.`,
  idsMore: ({ ids, count }: { ids: string; count: number }) =>
    `It is about: ${ids}, and ${many(count, { one: 'more', other: 'more' })}.`,
  page: ({ address }: { address: string }) => `All of it: ${address}`,
  thanks: 'A short answer with a date is enough. Thank you!',
};

const meaning = {
  title: 'What this means',
  affected: (count: number) =>
    many(count, {
      one: 'published flaw affects what is installed.',
      other: 'published flaws affect what is installed.',
    }),
  perhaps: (count: number) =>
    many(count, {
      one: 'published flaw affects some of the versions that fit.',
      other: 'published flaws affect some of the versions that fit.',
    }),
  attested: (count: number) =>
    many(count, {
      one: 'published flaw is fixed, as the maintainer states.',
      other: 'published flaws are fixed, as the maintainer states.',
    }),
  flagged: 'The makers of the platform call the installed version insecure. They do not name the flaw.',
  noneAffects: 'No published flaw affects what is installed.',
  nonePublished:
    'Nobody publishes the flaws of this platform, so none can be compared. That is no proof that there is none.',
  notJudged: 'What is installed is not known well enough to compare it with published flaws.',
  vendorHosted:
    'The vendor runs the platform and repairs it for all shops at once. Nobody at the shop has to install anything.',
  mistaken: (count: number) =>
    many(count, {
      one: 'record names the installed version by mistake: it does not count here.',
      other: 'records name the installed version by mistake: they do not count here.',
    }),
  unbounded:
    'Some records name no version that ends a flaw. That is a limit of the record: a newer version may have the fix all the same, but nothing says so.',
  more: (count: number) => `And ${many(count, { one: 'more flaw', other: 'more flaws' })}.`,
  ids: 'Its record',
  exposure: 'Days are counted from the first time we saw a flaw here. It may have been there for longer.',
  backport: (product: string) =>
    `${product} promises fixes for its newest line only. Older lines get some as a courtesy, and the installed version may carry them; that does not make a yes.`,
  fixes: (ids: string) => `The fixes to be proven: ${ids}.`,
};

/** What spoke of the version. */
const clues: Record<EvidenceKind, string> = {
  header: 'a line that the server sends along',
  cookie: 'a cookie',
  generator: 'the name that the page gives its maker',
  asset: 'the address of a file',
  markup: 'how the page is written',
  script: 'a script in the page',
  'asset-version': 'a number in the address of a file',
  'text-file': 'a text file',
  'version-endpoint': 'a page that names the version',
  'cookie-proof': 'a cookie that is made anew in each version',
  'file-hash': 'the hash of a file',
  'asset-name': 'the name of a file',
  'feature-flags': 'a list of switches in the page',
  'api-schema': 'what the shop’s interface offers',
  'deploy-time': 'the time at which the files were put there',
};

interface StatedFillings {
  author: string;
  version: string;
  made: string;
  expires: string;
}

/** What the maintainer states, by what it is stated with. */
const stated: Record<AttestationKind, (f: StatedFillings) => string> = {
  statement: ({ author, version, made, expires }) =>
    `${author} stated on ${made} that ${version} is installed; the check does not see it. This counts until ${expires}.`,
  'patch-status': ({ author, version, made, expires }) =>
    `${author} stated on ${made}, with a report of Adobe’s patch-status, that ${version} is installed; the check does not see it. This counts until ${expires}.`,
  composer: ({ author, version, made, expires }) =>
    `${author} stated on ${made}, with a list of Composer’s packages, that ${version} is installed; the check does not see it. This counts until ${expires}.`,
  'shopware-plugin': ({ author, version, made, expires }) =>
    `${author} stated on ${made}, with the security plugin’s own list, that ${version} is installed; the check does not see it. This counts until ${expires}.`,
  openvex: ({ author, version, made, expires }) =>
    `${author} stated on ${made}, with an OpenVEX document, that ${version} is installed; the check does not see it. This counts until ${expires}.`,
};

const evidence = {
  title: 'How we know',
  none: 'The last check brought nothing to show.',
  confidence: (percent: number) => `The product is ${percent}% certain.`,
  clues,
  clue: ({ clue, count }: { clue: string; count: number }) =>
    `${clue} (fits ${many(count, { one: 'version', other: 'versions' })})`,
  cluesSeen: ({ clues }: { clues: string }) => `This was seen of the version: ${clues}.`,
  candidates: ({ count, versions }: { count: number; versions: string }) =>
    `${many(count, { one: 'version fits', other: 'versions fit' })} all that we saw: ${versions}. We show them all rather than guess.`,
  sameFiles: 'Files that did not change from one version to the next cannot tell the two apart.',
  settle: 'Whoever runs the shop can settle it by stating the version.',
  claimedOnly: (claimed: string) =>
    `The shop names version ${claimed}. One text alone is no proof, so it does not count.`,
  conflict: 'No version fits all that we saw.',
  found: 'Found:',
  fits: (versions: string) => `Fits ${versions}.`,
  fitsMany: (count: number, first: string, last: string) =>
    `Fits ${many(count, { one: 'version', other: 'versions' })}, ${first} to ${last}.`,
  known: { measured: 'Measured.', stated: 'Stated by the maintainer.', archived: 'From an archived copy.' },
  look: (at: string, status: number) => `${at}, status ${status}.`,
  check: 'Check it yourself',
  expect: 'This prints:',
  stated,
  withheld: (paths: string) =>
    `Not asked, because the shop’s robots.txt forbids it: ${paths}. With “robots: owner-consents” in the list of shops, the owner allows it.`,
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
  optOut:
    'A shop that does not want to be checked says so with {"optOut": true} in /.well-known/patchproof.json, or in robots.txt (User-agent: Patchproof, Disallow: /).',
  problemsTitle: 'What did not work:',
  sourcesTitle: 'It was judged by:',
  source: (name: string, kind: string, day: string, licence: string) => `${name}, ${kind}, as of ${day} (${licence})`,
  kinds: {
    advisories: 'published flaws',
    releases: 'versions',
    support: 'support periods',
    exploited: 'flaws that criminals use',
  },
  standIn: (name: string, kind: string, day: string, licence: string) =>
    `${name}, ${kind}: it gave no usable answer this time, so its last good copy of ${day} is used (${licence})`,
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
  calendar: 'Put it into your calendar',
  calendarFile: 'The calendar’s address',
  calendarHint: 'Your calendar then shows the days on which updates are promised, and on which security updates end.',
  how: 'How to subscribe, by mail as well',
  status: 'This answer for machines (JSON)',
  history: 'Every change for machines (JSON lines)',
  vex: 'Published flaws for machines (OpenVEX)',
  badge: 'A badge for the shop’s own pages',
  html: 'HTML',
  markdown: 'Markdown',
  shield: 'Markdown, drawn by shields.io; visitors of your page then ask that service for it',
};

/** The page that explains how to subscribe. */
const subscribing = {
  title: 'Stay informed',
  lead: 'You hear of it when an answer changes. Nobody needs your mail address for that. These addresses are for all shops; each shop’s page has its own.',
  reader: {
    title: 'In a feed reader',
    text: 'Copy this address into any feed reader. Each change comes as one item.',
  },
  mail: {
    title: 'By mail',
    text: 'Mail programs such as Thunderbird take the same address and show the changes like mail. Services that turn a feed into mail take it as well.',
  },
  calendar: {
    title: 'In your calendar',
    text: 'Subscribe to this address in your calendar. It shows the days on which updates are promised, and on which security updates end.',
  },
  groups: { maintainer: 'Feeds by who runs the shops', tag: 'Feeds by subject' },
};

/** The picture of a site's past, and its table. Days arrive as words. */
const timeline = {
  title: 'What was installed, and when',
  answersTitle: 'The answers, and when they changed',
  answers: 'Answer',
  notVisible: 'version not visible',
  installed: ({ running, since }: { running: string; since: string }) => `${running} was first seen on ${since}.`,
  span: ({ from, to }: { from: string; to: string }) => `The time from ${from} to ${to}.`,
  releases: ({ count, product }: { count: number; product: string }) =>
    many(count, {
      one: `version of ${product} came out in this time.`,
      other: `versions of ${product} came out in this time.`,
    }),
  hit: (count: number) =>
    many(count, {
      one: 'published flaw opened here in this time.',
      other: 'published flaws opened here in this time.',
    }),
  uncheckedDays: (days: string) => `For ${days} of it nobody could check.`,
  exposed: ({ days, since }: { days: string; since: string }) =>
    `Since ${since} it has been open to published flaws for ${days} in all.`,
  neverExposed: (since: string) => `From what we saw, no published flaw was open here since ${since}.`,
  exposedNow: ({ since, days }: { since: string; days: string }) =>
    `A published flaw is open here since ${since}, for ${days}.`,
  exposedToday: 'A published flaw is open here since today.',
  median: (days: string) => `Half of the flaws were gone within ${days}.`,
  counted: 'Days are counted from the first time we saw the affected version. It may have been there for longer.',
  legendTitle: 'What the picture shows',
  legend: {
    version: 'An installed version',
    archived: 'Known from an archived copy',
    yes: 'The answer was yes',
    no: 'The answer was no',
    unchecked: 'Nobody could check',
    release: 'A version came out',
    flaw: 'A published flaw opened here',
    exposed: 'Open to a published flaw',
    14: '14 days open (UK Cyber Essentials)',
    30: '30 days open (PCI DSS)',
    due: 'Promised day',
    kept: 'Promise kept',
    missed: 'Promised day that passed',
    gone: 'Promised day that was given up',
    later: 'Promised for a day later than shown',
    slip: 'The promise moved',
    today: 'Today',
  },
  tableTitle: 'The picture in figures',
  versions: {
    title: 'Installed versions',
    columns: { what: 'Version', from: 'From', to: 'To', days: 'Days' },
    archived: (running: string) => `${running}, from an archived copy`,
    now: 'today',
  },
  answerTable: { title: 'Answers', columns: { what: 'Answer', from: 'From', to: 'To', days: 'Days' } },
  unchecked: { title: 'When nobody could check', columns: { from: 'From', to: 'To', days: 'Days' } },
  flaws: {
    title: 'Published flaws',
    columns: {
      what: 'Flaw',
      published: 'Published',
      from: 'Open here since',
      to: 'Gone on',
      days: 'Days open',
      14: '14 days (UK Cyber Essentials)',
      30: '30 days (PCI DSS)',
    },
    one: ({ id, product }: { id: string; product: string }) => `${id} in ${product}`,
    several: ({ count, product }: { count: number; product: string }) =>
      many(count, { one: `flaw in ${product}`, other: `flaws in ${product}` }),
    between: ({ first, last }: { first: string; last: string }) => `${first} to ${last}`,
    open: 'still open',
    within: 'within',
    passed: 'passed',
    notYet: 'not yet',
  },
  promises: {
    title: 'Promises',
    columns: { due: 'Due', outcome: 'What became of it' },
    open: (relative: string) => `Stands, due ${relative}.`,
    kept: 'Kept.',
    passed: 'Passed without the update.',
    late: (day: string) => `Passed; the update was first seen on ${day}.`,
    moved: (day: string) => `Moved to ${day}.`,
    passedAndMoved: (day: string) => `Passed without the update, then moved to ${day}.`,
    withdrawn: 'Taken back.',
  },
  more: (count: number) => `And ${many(count, { one: 'earlier line', other: 'earlier lines' })}.`,
};

const overview = {
  counts: (yes: number, no: number) => `${writeCount(yes)} yes, ${writeCount(no)} no.`,
  since: (days: number) => (days < 1 ? 'since today' : countDays(days)),
  noDate: 'no date',
  byDate: (day: string) => `by ${day}`,
  overdue: (days: number) => `${countDays(days)} overdue`,
  columns: { answer: 'Answer', shop: 'Shop', reason: 'Reason', since: 'It stands', promise: 'Promise' },
  former: 'No longer monitored',
  empty: 'No shop is listed yet.',
  emptyGroup: 'No shop is here today.',
  feed: 'Feed of all changes',
  status: 'All answers for machines (JSON)',
};

/** Words that not everybody knows, explained where they are used. */
const glossary = {
  title: 'Words used here',
  terms: {
    platform: {
      term: 'Platform',
      text: 'The software that a shop is made with, such as WooCommerce, Magento or PrestaShop.',
    },
    version: {
      term: 'Version',
      text: 'The number of an edition of that software. A higher number is a newer edition.',
    },
    line: {
      term: 'Line of versions',
      text: 'Versions that begin with the same numbers, such as 5.2.1 and 5.2.2. Makers repair a line for some years and then stop.',
    },
    flaw: {
      term: 'Published flaw',
      text: 'A mistake in the software that others can misuse, and that is described in public.',
    },
    record: {
      term: 'Record',
      text: 'The public note about a flaw. It has a number, and says which versions have the flaw.',
    },
    cyberEssentials: {
      term: 'Cyber Essentials',
      text: 'Basic rules of protection, set by the British government. Insurers and public customers ask for them.',
    },
    pciDss: {
      term: 'PCI DSS',
      text: 'The security rules of the card companies. Whoever takes card payments has agreed to them.',
    },
    hash: {
      term: 'Hash',
      text: 'A fingerprint of a file or a text: a long number that changes as soon as a single letter does.',
    },
    status: {
      term: 'Status',
      text: 'The number with which a server answers: 200 means that it sent what was asked for.',
    },
    statement: {
      term: 'Statement',
      text: 'What the maintainer says about the shop where nobody can see it from outside, with a name and a date. Also called attestation.',
    },
    robots: {
      term: 'robots.txt',
      text: 'A file in which a site tells programs what they may read. This check obeys it.',
    },
    feed: {
      term: 'Feed',
      text: 'A list of changes that a feed reader fetches by itself, so that you need not look here.',
    },
    badge: { term: 'Badge', text: 'A small picture with the present answer, to be shown on other pages.' },
  },
};

/** Lists of some of the shops, and the way between them. */
const lists = {
  /** What a list has in common, above its name. */
  kinds: { platform: 'Platform', maintainer: 'Maintainer', tag: 'Tag' },
  /** Of the answers' own lists. */
  answers: { yes: 'Shops whose answer is yes', no: 'Shops whose answer is no' },
  hall: 'Yes for a year',
  hallMeans:
    'Every check of the last 365 days said yes; this covers the platform itself, not extensions, theme, server or passwords, and not the time between two checks.',
  titleOf: (kind: string, name: string) => `${kind}: ${name}`,
  pageOf: (page: number, count: number) => `Page ${writeCount(page)} of ${writeCount(count)}`,
  titlePage: (title: string, page: string) => `${title}. ${page}`,
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  filters: 'Show some of the shops',
  all: 'All',
  more: 'More filters',
  groups: { platform: 'Platforms', maintainer: 'Maintainers', tag: 'Tags' },
  every: {
    platform: (count: number) => `All ${many(count, { one: 'platform', other: 'platforms' })}`,
    maintainer: (count: number) => `All ${many(count, { one: 'maintainer', other: 'maintainers' })}`,
    tag: (count: number) => `All ${many(count, { one: 'tag', other: 'tags' })}`,
  },
  shops: (count: number) => many(count, { one: 'shop', other: 'shops' }),
  open: (no: number) => (no === 0 ? 'all yes' : `${writeCount(no)} no`),
  pace: (days: number, flaws: number) =>
    `Median time to patch: ${days < 1 ? 'less than a day' : countDays(days)}, over ${many(flaws, { one: 'fixed flaw', other: 'fixed flaws' })}.`,
  paceMeans: 'The time counts from the day a flaw was public and seen at the shop to the day it was gone.',
  tooFew: (flaws: number) =>
    flaws === 0
      ? 'No fixed flaw is on record yet, so nothing tells how long updates take.'
      : `${many(flaws, { one: 'fixed flaw is', other: 'fixed flaws are' })} on record: too few to tell how long updates take.`,
  promises: (kept: number, moved: number, missed: number) =>
    `Promises: ${writeCount(kept)} kept, ${writeCount(moved)} moved, ${writeCount(missed)} missed.`,
  withheld: 'Some of these shops do not show their history; what they withhold is not counted.',
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
  promisedBy: ({ name }: { name: string }) => `Promised by ${name}.`,
  promisedOn: ({ day }: { day: string }) => `Promised on ${day}.`,
  promisedByOn: ({ name, day }: { name: string; day: string }) => `Promised by ${name} on ${day}.`,
  overdue: (by: string, relative: string) => `It was promised for ${by}, ${relative}.`,
  noPromise: 'Nobody has given a date.',
  earlierPromises: (days: string) => `Earlier it was promised for ${days}.`,
  note: 'The maintainer says:',
  noteNamed: ({ name }: { name: string }) => `${name} says:`,
  ask: 'Ask whoever runs the shop',
  askNamed: ({ name }: { name: string }) => `Ask ${name}`,
  copyMail: 'No mail address is listed. Copy this text and send it to whoever runs the shop.',
  about: 'Patchproof asks two questions about web shops, and publishes the answers.',
  contact: 'Contact',
  licences: 'Where the facts come from',
  glossary,
  notFound: { title: 'There is no such page', text: 'Perhaps the shop goes by another name here.', home: 'All shops' },
  meaning,
  evidence,
  conduct,
  history,
  timeline,
  subscribe,
  overview,
  sourceDay: (licence: string, day: string) => `${licence}, as of ${day}`,
  lists,
};

/** What a change means for whoever reads of it; kinds that need no more words are left out. */
const meanings: Partial<Record<PublicEventData['kind'], string>> = {
  'monitoring-ended': `Nobody checks this shop any more. ${treatAsNo}`,
  'advisory-exploited': 'Ask for the update today.',
  'promise-moved': 'Both dates stay visible.',
  'promise-withdrawn': 'Nobody has given another date.',
  'promise-overdue': 'Ask whoever runs the shop for a new date.',
  'support-ending': 'After that day, staying on it cannot become a yes.',
  'check-failed': treatAsNo,
};

/** Sentences of the feeds. */
const feed = {
  title: (name: string) => `${name}: latest secure version?`,
  description: 'Every change of the answer, of what is installed, and of what was promised.',
  groupDescription: 'Every change of these shops’ answers, of what is installed, and of what was promised.',
  askWhen: 'Ask whoever runs the shop: a mail with both questions stands ready on the page.',
  meanings,
  head: (hash: string) => `Head of the history after this change: ${hash}`,
  verify: (hash: string) =>
    `Whoever holds the data can check that nothing before it was altered: npm run verify -- --head ${hash}`,
};

/** Sentences of the calendars. Titles are read in a narrow column: the word that matters comes first. */
const calendar = {
  title: (name: string) => `${name}: promised updates`,
  description: 'Days on which updates are promised, and on which security updates end.',
  titles: {
    open: (shop: string) => `Promised: update of ${shop}`,
    overdue: (shop: string) => `Overdue: update of ${shop}`,
    kept: (shop: string) => `Kept: update of ${shop}`,
    late: (shop: string) => `Done after this day: update of ${shop}`,
    withdrawn: (shop: string) => `Taken back: update of ${shop}`,
    dropped: (shop: string) => `No longer monitored: update of ${shop}`,
  } satisfies Record<PromiseStatus, (shop: string) => string>,
  promised: (name: string | null) => `${name ?? 'Whoever runs the shop'} promised the update by this day.`,
  supportTitle: (line: string, shop: string) => `Security updates end: ${line} (${shop})`,
  support: (line: string) =>
    `This is the last day on which ${line} gets security updates. After it, staying on it cannot become a yes.`,
  page: (address: string) => `How it stands today: ${address}`,
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
  whenQuestion,
  answers: { yes: 'Yes', no: 'No' },
  covers: 'This covers the platform itself, not extensions, theme, server or passwords.',
  unnamed,
  either,
  reasons,
  additions,
  shortReasons,
  nextSteps,
  places,
  generalSteps,
  withheldStep,
  who,
  deeds,
  flaws,
  deadlines,
  mail,
  events,
  page,
  subscribing,
  feed,
  calendar,
  badge,
  vex,
};
