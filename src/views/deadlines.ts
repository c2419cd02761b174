import { type Day, daysAfter, daysBetween } from '../model/time.ts';
import type { Finding } from '../model/verdict.ts';
import { readSeverity } from './cvss.ts';
import type { Wording } from './wording/index.ts';

/** Days that the rules give from the day the fix is out: Cyber Essentials (United Kingdom), PCI DSS 6.3.3 (one month). */
const allowed = { cyberEssentials: 14, pciDss: 30 } as const;

/** Rules that give days from the day of the fix. */
export type DatedRule = keyof typeof allowed;
type Rule = 'exploited' | DatedRule;

/** The rules speak of grave flaws; where nobody says how grave one is, they count it among them. */
function isGrave({ severity }: Finding): boolean {
  const gravity = readSeverity(severity)?.gravity ?? null;
  return gravity === null || gravity === 'critical' || gravity === 'high';
}

function firstOf(days: readonly Day[]): Day | null {
  return days.toSorted()[0] ?? null;
}

/** The first day on which each rule runs out for one of the flaws that affect the shop. */
function listDue(findings: readonly Finding[]): { rule: Rule; by: Day }[] {
  const affecting = findings.filter(({ status }) => status === 'affected');
  const exploited = firstOf(affecting.flatMap(({ exploitedDueOn }) => exploitedDueOn ?? []));
  // finding.fixedOn says what is counted from, and why
  const fixed = firstOf(affecting.filter(isGrave).flatMap(({ fixedOn }) => fixedOn ?? []));
  return [
    ...(exploited === null ? [] : [{ rule: 'exploited' as const, by: exploited }]),
    ...(fixed === null
      ? []
      : [
          { rule: 'cyberEssentials' as const, by: daysAfter(fixed, allowed.cyberEssentials) },
          { rule: 'pciDss' as const, by: daysAfter(fixed, allowed.pciDss) },
        ]),
  ];
}

/** What waiting costs: for each rule the flaw that presses most, in a sentence. */
export function tellDeadlines(findings: readonly Finding[], today: Day, words: Wording): string[] {
  return listDue(findings).map(({ rule, by }) => {
    const left = daysBetween(today, by);
    const day = words.writeNearDay(by, today);
    const { [rule]: tell } = words.deadlines;
    if (left > 0) return tell.ahead({ day, left: words.countDays(left) });
    return left === 0 ? tell.today : tell.passed({ day, ago: words.fromToday(left) });
  });
}

/** The rules that the dates are told of. */
export function listRules(findings: readonly Finding[]): DatedRule[] {
  return listDue(findings).flatMap(({ rule }) => (rule === 'exploited' ? [] : [rule]));
}
