import { dayOf, daysBetween } from '../model/time.ts';
import type { Explanation } from './answer.ts';
import { shorten } from './clean.ts';
import { tellDeadlines } from './deadlines.ts';
import type { PublicSite } from './disclose.ts';
import { findFirstExposure } from './exposure.ts';
import type { Published } from './published.ts';
import { addressOf, siteFolder } from './published.ts';
import type { Wording } from './wording/index.ts';

/** The mail that asks both questions. */
export interface MailView {
  /** `mailto:` link; null where no address is known. */
  href: string | null;
  label: string;
  /** The mail's text, to be copied. */
  text: string;
}

/** Longest link, in characters: some mail programs cut at about 2,000. */
const longestLink = 1_800;

/** A `mailto:` link as RFC 6068 wants it: everything but unreserved characters encoded, lines ended by CRLF. */
export function linkMail(address: string, subject: string, lines: readonly string[]): string {
  const body = encodeURIComponent(lines.join('\r\n').toWellFormed());
  const to = encodeURIComponent(address).replace('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject.toWellFormed())}&body=${body}`;
}

/** What a mail is made of. */
interface Letter {
  published: Published;
  site: PublicSite;
  explanation: Explanation;
  words: Wording;
}

/** How much of it a mail tells, and how many of each: at least both questions, the answer, and where all of it stands. */
interface Extent {
  ids: number;
  deadlines: number;
  reason: boolean;
  /** Longest name, in characters: a foreign one takes nine in a link for each. */
  name: number;
}

/** From all to the least; a long list of ids goes first, the page has it. */
const extents: readonly Extent[] = [
  { ids: 8, deadlines: 3, reason: true, name: 80 },
  { ids: 4, deadlines: 3, reason: true, name: 80 },
  { ids: 4, deadlines: 1, reason: true, name: 80 },
  { ids: 2, deadlines: 0, reason: true, name: 80 },
  { ids: 0, deadlines: 0, reason: true, name: 80 },
  { ids: 0, deadlines: 0, reason: false, name: 80 },
  { ids: 0, deadlines: 0, reason: false, name: 20 },
];

function listIds({ site, explanation, words }: Letter, most: number): string[] {
  const findings = site.report?.verdict.findings.filter(({ status }) => status === 'affected') ?? [];
  const ids = explanation.ids?.split(', ') ?? findings.map(({ id }) => id);
  const shown = ids.slice(0, most).map((id) => shorten(id, 40));
  if (shown.length === 0) return [];
  const count = ids.length - shown.length;
  const list = shown.join(', ');
  return [count === 0 ? words.mail.ids({ ids: list }) : words.mail.idsMore({ ids: list, count })];
}

/** How long the shop has been open to a published flaw, and which dates that passes. */
function tellWaiting({ published, site, words }: Letter, most: number): string[] {
  const today = dayOf(published.asOf);
  const findings = site.report?.verdict.findings ?? [];
  const since = findFirstExposure(site.events, findings);
  const days = since === null ? 0 : daysBetween(since, today);
  const exposed =
    since === null
      ? []
      : days === 0
        ? [words.mail.exposedToday]
        : [words.mail.exposed({ day: words.writeNearDay(since, today), days: words.countDays(days) })];
  return [...exposed, ...tellDeadlines(findings, today, words).slice(0, most)];
}

function tellAnswer({ site, explanation, words }: Letter, withReason: boolean): string[] {
  const { mail } = words;
  const { word, reason, answer, nextStep } = explanation;
  const day = site.checkedAt === null ? null : words.writeDay(dayOf(site.checkedAt));
  const says = day === null ? mail.says({ word }) : mail.saysOn({ day, word });
  if (!withReason) return [says];
  return [reason === null ? says : `${says} ${reason}`, ...(answer === 'no' ? [mail.toYes({ step: nextStep })] : [])];
}

function writeLines(letter: Letter, { ids, deadlines, reason, name: most }: Extent): string[] {
  const { published, site, words } = letter;
  const { mail } = words;
  return [
    site.maintainer === null ? mail.greeting : mail.greetingNamed({ name: shorten(site.maintainer.name, most) }),
    '',
    mail.intro({ shop: shorten(site.url, most) }),
    '',
    mail.first,
    mail.second,
    '',
    ...tellAnswer(letter, reason),
    ...(reason ? tellWaiting(letter, deadlines) : []),
    ...listIds(letter, ids),
    '',
    mail.page({ address: addressOf(published, siteFolder(site.id)) }),
    '',
    mail.thanks,
  ];
}

/** The mail to whoever runs a shop: version, reason, next step and days filled in as far as they may be told. */
export function viewMail(
  published: Published,
  { site, explanation }: Pick<Letter, 'site' | 'explanation'>,
  words: Wording,
): MailView {
  const { subject } = words.mail;
  const { maintainer } = site;
  const letters = extents.map((extent) => writeLines({ published, site, explanation, words }, extent));
  const links = letters.map((lines) => linkMail(maintainer?.email ?? '', subject, lines));
  const fitting = links.findIndex((link) => link.length <= longestLink);
  return {
    href: maintainer?.email === undefined ? null : (links.at(fitting) ?? null),
    label: maintainer === null ? words.page.ask : words.page.askNamed({ name: shorten(maintainer.name, 80) }),
    // what is copied by hand may be as long as it is
    text: [subject, '', ...(letters[0] ?? [])].join('\n'),
  };
}
