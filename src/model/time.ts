import { z } from 'zod';

/** A UTC instant, ISO 8601 with `Z`, as `Date.prototype.toISOString` writes it. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A calendar day in UTC, `YYYY-MM-DD`. Days compare as strings. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** The UTC day of an instant. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10);
}

/** The day `months` calendar months before `day`; the last day of the month where that month is shorter. */
export function monthsBefore(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, lastDate));
  return dayOf(first.toISOString());
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The day `count` days after `day`. */
export function daysAfter(day: Day, count: number): Day {
  return dayOf(new Date(Date.parse(day) + count * 86_400_000).toISOString());
}
