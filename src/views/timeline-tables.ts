import { nameProduct } from '../model/products.ts';
import type { Day } from '../model/time.ts';
import { daysBetween } from '../model/time.ts';
import { shorten } from './clean.ts';
import type { Exposure } from './exposure.ts';
import { countOpenDays } from './exposure.ts';
import type { PromiseFact } from './promise-course.ts';
import type { VersionSpan } from './time-spans.ts';
import type { History } from './timeline-history.ts';
import { deadlines } from './timeline-marks.ts';
import type { Wording } from './wording/index.ts';

/** A table of the facts that the picture shows, newest first. */
export interface TableView {
  title: string;
  head: string[];
  /** As many cells as the head has. */
  rows: string[][];
  /** Says how many rows are left out; null where none is. */
  more: string | null;
}

/** More rows than this are not printed, per table: the feed and data/ hold them all. */
const mostRows = 40;

/** Flaws that came and went together are told one by one up to this many. */
const fewFlaws = 3;

function makeTable({ title, head, rows }: Omit<TableView, 'more'>, words: Wording): TableView[] {
  if (rows.length === 0) return [];
  const left = rows.length - mostRows;
  const newest = rows.toReversed().slice(0, mostRows);
  return [{ title, head, rows: newest, more: left > 0 ? words.page.timeline.more(left) : null }];
}

function writeSpan(
  { from, until, isLast }: { from: Day; until: Day; isLast: boolean },
  history: History,
  words: Wording,
) {
  const last = isLast ? history.lastDay : until;
  const isNow = isLast && history.lastDay === history.today;
  return [
    words.writeDay(from),
    isNow ? words.page.timeline.versions.now : words.writeDay(last),
    words.countDays(Math.max(0, daysBetween(from, last))),
  ];
}

function nameSpan({ product, versions, archived }: VersionSpan, { events, nameVersions, page }: Wording): string {
  const name = nameProduct(product);
  const running = versions.length === 0 ? events.versionHidden(name) : shorten(nameVersions(name, versions), 200);
  return archived ? page.timeline.versions.archived(running) : running;
}

function tableVersions(history: History, words: Wording): TableView[] {
  const { title, columns } = words.page.timeline.versions;
  const spans = history.products.flatMap(({ versions }) => versions);
  const rows = spans
    .sort((a, b) => a.from.localeCompare(b.from, 'en'))
    .map((span) => [nameSpan(span, words), ...writeSpan(span, history, words)]);
  return makeTable({ title, head: [columns.what, columns.from, columns.to, columns.days], rows }, words);
}

function tableAnswers(history: History, words: Wording): TableView[] {
  if (history.products.length > 0) return [];
  const { title, columns } = words.page.timeline.answerTable;
  const rows = history.answers.map((span) => [
    words.answers[span.answer],
    ...writeSpan({ ...span, isLast: span.until === history.end }, history, words),
  ]);
  return makeTable({ title, head: [columns.what, columns.from, columns.to, columns.days], rows }, words);
}

function tableUnchecked(history: History, words: Wording): TableView[] {
  const { title, columns } = words.page.timeline.unchecked;
  const { unchecked, today } = history;
  const rows = unchecked.map((window) =>
    writeSpan({ ...window, isLast: window.until > today }, { ...history, lastDay: today }, words),
  );
  return makeTable({ title, head: [columns.from, columns.to, columns.days], rows }, words);
}

/** `within`, `passed`, or `not yet` where it is open for fewer days. */
function tellDeadline({ from, until }: Exposure, limit: { days: number; lastDay: Day }, words: Wording): string {
  const { within, passed, notYet } = words.page.timeline.flaws;
  if (countOpenDays({ from, until }, limit.lastDay) > limit.days) return passed;
  return until === null ? notYet : within;
}

/** Flaws of one product that came and went on the same days, in the order in which they came. */
function groupFlaws(exposures: readonly Exposure[]): Exposure[][] {
  const groups = Map.groupBy(exposures, ({ product, from, until }) => `${product} ${from} ${until}`);
  const told = [...groups.values()].flatMap((group) => (group.length > fewFlaws ? [group] : group.map((one) => [one])));
  return told.sort(([a], [b]) => (a?.from ?? '').localeCompare(b?.from ?? '', 'en'));
}

function writePublished(group: readonly Exposure[], { writeDay, page }: Wording): string {
  const days = group.map(({ published }) => published).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return first === last
    ? writeDay(first)
    : page.timeline.flaws.between({ first: writeDay(first), last: writeDay(last) });
}

function tableFlaws(history: History, words: Wording): TableView[] {
  const { title, columns, one, several, open } = words.page.timeline.flaws;
  const rows = groupFlaws(history.exposures).flatMap((group) => {
    const [exposure] = group;
    if (exposure === undefined) return [];
    const product = nameProduct(exposure.product);
    return [
      [
        group.length === 1
          ? one({ id: shorten(exposure.advisory, 60), product })
          : several({ count: group.length, product }),
        writePublished(group, words),
        words.writeDay(exposure.from),
        exposure.until === null ? open : words.writeDay(exposure.until),
        words.countDays(countOpenDays(exposure, history.lastDay)),
        ...deadlines.map((days) => tellDeadline(exposure, { days, lastDay: history.lastDay }, words)),
      ],
    ];
  });
  const head = [columns.what, columns.published, columns.from, columns.to, columns.days, columns[14], columns[30]];
  return makeTable({ title, head, rows }, words);
}

function tellOutcome({ by, outcome, movedTo, passed, appliedOn }: PromiseFact, today: Day, words: Wording): string {
  const { promises } = words.page.timeline;
  switch (outcome) {
    case 'open':
      return promises.open(words.fromToday(daysBetween(today, by)));
    case 'late':
      return appliedOn === null ? promises.passed : promises.late(words.writeDay(appliedOn));
    case 'moved': {
      const day = words.writeDay(movedTo ?? by);
      return passed ? promises.passedAndMoved(day) : promises.moved(day);
    }
    case 'kept':
    case 'passed':
    case 'withdrawn':
      return promises[outcome];
  }
}

function tablePromises({ promises, today }: History, words: Wording): TableView[] {
  const { title, columns } = words.page.timeline.promises;
  const rows = promises.map((fact) => [words.writeDay(fact.by), tellOutcome(fact, today, words)]);
  return makeTable({ title, head: [columns.due, columns.outcome], rows }, words);
}

/** The facts that the pictures show, as tables; those without rows are left out. */
export function viewTables(history: History, words: Wording): TableView[] {
  return [tableVersions, tableAnswers, tableFlaws, tablePromises, tableUnchecked].flatMap((make) =>
    make(history, words),
  );
}
