import type { AttestationKind } from '../../../model/site.ts';
import { countDays } from './dates.ts';

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
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
  affected: (count: number) => `${many(count, 'published flaw affects', 'published flaws affect')} what is installed.`,
  perhaps: (count: number) =>
    `${many(count, 'published flaw affects', 'published flaws affect')} some of the versions that fit.`,
  attested: (count: number) =>
    `The maintainer states that ${many(count, 'published flaw is', 'published flaws are')} fixed.`,
  noneAffects: 'No published flaw affects what is installed.',
  nonePublished:
    'Nobody publishes the flaws of this platform, so none can be compared. That is no proof that there is none.',
  notJudged: 'What is installed is not known well enough to compare it with published flaws.',
  vendorHosted:
    'The vendor runs the platform and repairs it for all shops at once. Nobody at the shop has to install anything.',
  mistaken: (count: number) => `${many(count, 'record names', 'records name')} the installed version by mistake.`,
  more: (count: number) => `And ${many(count, 'more flaw', 'more flaws')}.`,
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
    `The last check sent ${many(count, 'request', 'requests')} to the shop; ten is the most it may send.`,
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
  status: 'This answer for machines (JSON)',
  badge: 'A badge for the shop’s own pages',
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
export const pageWords = {
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
  sourceDay: (licence: string, day: string) => `${licence}, as of ${day}`,
};

/** Sentences of the feeds. */
export const feedWords = {
  title: (name: string) => `${name}: latest secure version?`,
  description: 'Every change of the answer, of what is installed, and of what was promised.',
  head: (hash: string) => `Head of the history after this change: ${hash}`,
  verify: 'Whoever holds the data can check the whole history with: npm run verify',
};

/** Words of the badge. */
export const badgeWords = {
  label: 'Latest secure version?',
  unchecked: 'not checked yet',
  alternative: (word: string, day: string) => `Latest secure version of its e-commerce platform? ${word}. (${day})`,
};
