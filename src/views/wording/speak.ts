import type { Day, Instant } from '../../model/time.ts';
import { dayOf } from '../../model/time.ts';

/** Above this many versions a list names its ends only. */
const fewVersions = 4;

/** The forms a noun or a clause takes beside a number; `other` stands for those that a language does not have. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What `speak` cannot take from Intl. */
export interface Phrases {
  /** `one of 14 versions from 2.4.0 to 2.4.7` */
  oneOf: (count: string, first: string, last: string) => string;
  /** `Promise: by 3 May`, where the language does not write it so. */
  label?: (name: string, text: string) => string;
  /** What Intl leaves undone: French has `1er mai`. */
  tidyDay?: (day: string) => string;
}

/** What was said stays said: formatters of Intl cost more than all that is around them. */
function remember<T, R>(say: (value: T) => R): (value: T) => R {
  const said = new Map<T, R>();
  return (value) => {
    const known = said.get(value);
    if (known !== undefined) return known;
    const result = say(value);
    // Days and counts are few. Should they be many all the same, memory stays flat.
    if (said.size > 10_000) said.clear();
    said.set(value, result);
    return result;
  };
}

/** Dates, numbers and lists as a language writes them. `locale`: BCP 47, such as `en-GB`. */
export function speak(locale: string, phrases: Phrases) {
  const { oneOf, label = (name, text) => `${name}: ${text}`, tidyDay = (day) => day } = phrases;
  const date = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const longDate = new Intl.DateTimeFormat(locale, { ...date, year: 'numeric' });
  const nearDate = new Intl.DateTimeFormat(locale, date);
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const days = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const numbers = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' });
  const join = (format: Intl.ListFormat, texts: readonly string[]) =>
    texts.length < 2 ? (texts[0] ?? '') : format.format(texts);
  const writeNumber = remember((count: number) => numbers.format(count));
  const selectRule = remember((count: number) => rules.select(count));
  const writeDate = remember((day: Day) => tidyDay(nearDate.format(new Date(day))));

  /** `22 November 2026` */
  const writeDay = remember((day: Day) => tidyDay(longDate.format(new Date(day))));
  /** `20 November`, with its year where that is another one than today's. */
  const writeNearDay = (day: Day, today: Day) =>
    day.slice(0, 4) === today.slice(0, 4) ? writeDate(day) : writeDay(day);
  /** `2.4.7`, `2.4.7 or 2.4.7-p1`, `one of 14 versions from 2.4.0 to 2.4.7` */
  const joinChoice = (versions: readonly string[]) =>
    versions.length <= fewVersions
      ? join(disjunction, versions)
      : oneOf(writeNumber(versions.length), versions[0] ?? '', versions.at(-1) ?? '');

  return {
    /** Longer lists of versions are told by their ends. */
    mostListed: fewVersions,
    writeDay,
    writeNearDay,
    joinChoice,
    label,
    /** `22 November 2026, 14:05 UTC` */
    writeInstant: (at: Instant) => `${writeDay(dayOf(at))}, ${at.slice(11, 16)} UTC`,
    /** `Mar`; `2027` in place of January. */
    writeMonth: remember((day: Day) => (day.slice(5, 7) === '01' ? year : month).format(new Date(day))),
    /** `in 6 days`, `tomorrow`, `today`, `12 days ago` */
    fromToday: remember((count: number) => relative.format(count, 'day')),
    /** `1 day`, `6 days` */
    countDays: remember((count: number) => days.format(count)),
    /** `1,234` */
    writeCount: writeNumber,
    /** `1 flaw`, `1,234 flaws` */
    many: (count: number, forms: Forms) => `${writeNumber(count)} ${forms[selectRule(count)] ?? forms.other}`,
    /** `WordPress`, `WordPress and WooCommerce` */
    joinAll: (texts: readonly string[]) => join(conjunction, texts),
    /** `PrestaShop`, `PrestaShop 8.1.5`, `Magento, one of 14 versions from 2.4.0 to 2.4.7` */
    nameVersions: (product: string, versions: readonly string[]) =>
      versions.length === 0
        ? product
        : `${product}${versions.length <= fewVersions ? '' : ','} ${joinChoice(versions)}`,
  };
}
