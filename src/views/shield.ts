import type { Shield } from '../model/shield.ts';
import { tellChecked } from './badge.ts';
import type { PublicSite } from './disclose.ts';
import { answerColours, chooseShape } from './shapes.ts';
import type { Wording } from './wording/index.ts';

/** How long shields.io keeps a badge: an hour is little beside a day between checks. */
const cacheSeconds = 3600;

/** The badge for shields.io. */
export function viewShield(site: PublicSite, words: Wording): Shield {
  const { name } = chooseShape(site.answer, site.reason);
  return {
    schemaVersion: 1,
    label: words.badge.label,
    message: words.badge.message(words.answers[site.answer], tellChecked(site, words)),
    color: answerColours[name].light.slice(1),
    isError: site.answer === 'no',
    cacheSeconds,
  };
}
