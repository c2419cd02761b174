import { dayOf } from '../model/time.ts';
import type { Explanation } from './answer.ts';
import { shorten } from './clean.ts';
import type { PublicSite } from './disclose.ts';
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

/** A `mailto:` link as RFC 6068 wants it: everything but unreserved characters encoded, lines ended by CRLF. */
export function linkMail(address: string, subject: string, lines: readonly string[]): string {
  const body = encodeURIComponent(lines.join('\r\n').toWellFormed());
  const to = encodeURIComponent(address).replace('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject.toWellFormed())}&body=${body}`;
}

/** The mail to whoever runs a shop: version, reason and next step filled in as far as they may be told. */
export function viewMail(
  published: Published,
  answered: { site: PublicSite; explanation: Explanation },
  words: Wording,
): MailView {
  const { site, explanation } = answered;
  const name = site.maintainer === null ? null : shorten(site.maintainer.name, 80);
  const lines = words.writeMail({
    maintainer: name,
    shop: shorten(site.url, 200),
    checked: site.checkedAt === null ? null : words.writeDay(dayOf(site.checkedAt)),
    word: explanation.word,
    reason: explanation.reason,
    nextStep: explanation.answer === 'no' ? explanation.nextStep : null,
    ids: explanation.ids === null ? null : shorten(explanation.ids, 300),
    page: addressOf(published, siteFolder(site.id)),
  });
  const address = site.maintainer?.email;
  return {
    href: address === undefined ? null : linkMail(address, words.mailQuestion, lines),
    label: words.page.ask(name),
    text: [words.mailQuestion, '', ...lines].join('\n'),
  };
}
