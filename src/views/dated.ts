import type { Day, Instant } from '../model/time.ts';
import { dayOf } from '../model/time.ts';
import type { Published } from './published.ts';
import { staleAfter } from './published.ts';
import type { Wording } from './wording/index.ts';

/** A sentence around a date that machines read as well. */
export interface DatedText {
  before: string;
  time: { at: Day | Instant; text: string };
  after: string;
}

/** Puts a date, written in words, into its sentence. */
function dateText(sentence: (written: string) => string, text: string, at: Day | Instant): DatedText {
  // The sentence is made around a mark, so that the date is found wherever a language puts it.
  const [before = '', after = ''] = sentence('\u0000').split('\u0000');
  return { before, time: { at, text }, after };
}

/** A sentence around a day. */
export function dateDay(sentence: (written: string) => string, day: Day, words: Wording): DatedText {
  return dateText(sentence, words.writeDay(day), day);
}

/** A sentence around an instant. */
export function dateInstant(sentence: (written: string) => string, at: Instant, words: Wording): DatedText {
  return dateText(sentence, words.writeInstant(at), at);
}

/** When something was checked, and the day after which that counts as a no. */
export function dateCheck({ everyMs }: Published, checkedAt: Instant, words: Wording): DatedText[] {
  return [
    dateInstant(words.page.checked, checkedAt, words),
    dateDay(words.page.staleAfter, dayOf(staleAfter(checkedAt, everyMs)), words),
  ];
}
