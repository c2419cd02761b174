import type { Day, Instant } from '../../../model/time.ts';
import { dayOf } from '../../../model/time.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const nearFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** `1 day`, `6 days` */
export function countDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** `22 November 2026` */
export function writeDay(date: Day): string {
  return dayFormat.format(new Date(date));
}

/** `20 November`, with its year where that is another one than today's. */
export function writeNearDay(date: Day, today: Day): string {
  return date.slice(0, 4) === today.slice(0, 4) ? nearFormat.format(new Date(date)) : writeDay(date);
}

/** `22 November 2026, 14:05 UTC` */
export function writeInstant(at: Instant): string {
  return `${writeDay(dayOf(at))}, ${at.slice(11, 16)} UTC`;
}

/** `in 6 days`, `tomorrow`, `today`, `12 days ago` */
export function fromToday(days: number): string {
  return relative.format(days, 'day');
}
