import * as dates from './dates.ts';
import { eventWords } from './events.ts';
import { describeFlaw, flawWords } from './flaws.ts';
import * as lists from './lists.ts';
import { mailQuestion, writeMail } from './mail.ts';
import { badgeWords, feedWords, pageWords } from './page.ts';
import { reasons, shortReasons } from './reasons.ts';
import { generalSteps, nextSteps, withheldStep } from './steps.ts';

/** Every phrase of the English pages, feeds, badges and mails. */
export const en = {
  ...dates,
  ...lists,
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
  flaws: flawWords,
  events: eventWords,
  page: pageWords,
  feed: feedWords,
  badge: badgeWords,
};

/** What every language must offer. */
export type Wording = typeof en;
