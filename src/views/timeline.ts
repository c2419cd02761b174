import { nameProduct } from '../model/products.ts';
import type { Day } from '../model/time.ts';
import { daysBetween } from '../model/time.ts';
import type { PublicSite } from './disclose.ts';
import { countDaysSince, findOpenSince, mergeExposures } from './exposure.ts';
import { measurePace } from './median.ts';
import type { Published } from './published.ts';
import type { Scale } from './time-scale.ts';
import { chooseScales } from './time-scale.ts';
import type { History } from './timeline-history.ts';
import { listAhead, readHistory } from './timeline-history.ts';
import type { LegendLine } from './timeline-legend.ts';
import { viewLegend } from './timeline-legend.ts';
import type { PictureView } from './timeline-picture.ts';
import { drawPicture } from './timeline-picture.ts';
import type { TableView } from './timeline-tables.ts';
import { viewTables } from './timeline-tables.ts';
import type { Wording } from './wording/index.ts';

/** A site's past, drawn and told. */
export interface TimelineView {
  title: string;
  /** Days open to flaws, and what that comes to; some belong to the printed picture. */
  figures: { text: string; medium: PictureView['medium'] }[];
  /** Says what the days are counted from; null without any. */
  note: string | null;
  /** One for screen and paper, or one for each. */
  pictures: PictureView[];
  legendTitle: string;
  legend: LegendLine[];
  tableTitle: string;
  tables: TableView[];
}

/** What is told of. */
interface Subject {
  site: PublicSite;
  history: History;
}

function tellOpen(from: Day, today: Day, words: Wording): string {
  const { timeline } = words.page;
  const days = daysBetween(from, today);
  return days === 0
    ? timeline.exposedToday
    : timeline.exposedNow({ since: words.writeNearDay(from, today), days: words.countDays(days) });
}

/**
 * That no flaw was open is said of a shop that is a yes and always showed its version exactly, where somebody publishes
 * flaws: what may be affected leaves no event, and what is withheld is not there.
 */
function mayClaimNone({ answer, sources }: PublicSite, { products }: History): boolean {
  const spans = products.flatMap(({ versions }) => versions);
  const isExact = spans.length > 0 && spans.every(({ versions }) => versions.length === 1);
  return answer === 'yes' && isExact && sources.some(({ kind, silent }) => kind === 'advisories' && silent !== true);
}

/** Days open to flaws since `since`; null where that cannot be told. */
function tellExposure({ site, history }: Subject, since: Day, words: Wording): string | null {
  const { timeline } = words.page;
  const windows = mergeExposures(history.exposures, history.lastDay);
  const from = words.writeDay(since > history.first ? since : history.first);
  if (windows.some(({ until }) => until >= since)) {
    const days = countDaysSince(windows, since);
    // That a flaw is open since today is said beside it.
    if (days === 0 && findOpenSince(history.exposures) !== null) return null;
    return timeline.exposed({ days: words.countDays(days), since: from });
  }
  return mayClaimNone(site, history) ? timeline.neverExposed(from) : null;
}

function tellFigures(
  { site, history }: Subject,
  pictures: readonly { scale: Scale; medium: PictureView['medium'] }[],
  words: Wording,
): TimelineView['figures'] {
  const { days: median } = measurePace(history.exposures);
  const openSince = site.endedOn === null ? findOpenSince(history.exposures) : null;
  const always = [
    ...(median !== null ? [words.page.timeline.median(words.countDays(median))] : []),
    ...(openSince === null ? [] : [tellOpen(openSince, history.today, words)]),
  ];
  return [
    ...pictures.flatMap(({ scale, medium }) => {
      const text = tellExposure({ site, history }, scale.from, words);
      return text === null ? [] : [{ text, medium }];
    }),
    ...always.map((text) => ({ text, medium: 'both' as const })),
  ];
}

/** What a picture says, for those who do not see it. */
function describe(history: History, scale: Scale, words: Wording): string {
  const { timeline } = words.page;
  const installed = history.products.flatMap(({ product, versions }) => {
    const last = versions.findLast(({ isLast }) => isLast);
    if (last === undefined || last.versions.length === 0) return [];
    return [
      timeline.installed({
        running: words.nameVersions(nameProduct(product), last.versions),
        since: words.writeDay(last.from),
      }),
    ];
  });
  const releases = [...history.releases].flatMap(([product, days]) => {
    const count = days.filter((day) => day >= scale.from).length;
    return count === 0 ? [] : [timeline.releases({ count, product: nameProduct(product) })];
  });
  const hits = history.exposures.filter(({ from }) => from >= scale.from).length;
  const unchecked = countDaysSince(history.unchecked, scale.from);
  return [
    timeline.span({ from: words.writeDay(scale.from), to: words.writeDay(history.today) }),
    ...installed,
    ...releases,
    ...(hits === 0 ? [] : [timeline.hit(hits)]),
    ...(unchecked === 0 ? [] : [timeline.uncheckedDays(words.countDays(unchecked))]),
  ].join(' ');
}

/** The past of a site as pictures, sentences and tables; null where nothing is known of it. */
export function viewTimeline(published: Published, site: PublicSite, words: Wording): TimelineView | null {
  const history = readHistory(site, published);
  if (history === null) return null;
  const { timeline } = words.page;
  const title = history.products.length === 0 ? timeline.answersTitle : timeline.title;
  const { recent, all } = chooseScales(history.first, listAhead(history), history.today);
  const isLong = all.from < recent.from;
  const chosen = isLong
    ? [
        { id: 'recent' as const, scale: recent, medium: 'screen' as const },
        { id: 'all' as const, scale: all, medium: 'paper' as const },
      ]
    : [{ id: 'recent' as const, scale: recent, medium: 'both' as const }];
  const pictures = chosen.map(({ id, scale, medium }) =>
    drawPicture(scale, history, { id, medium, title, description: describe(history, scale, words), words }),
  );
  return {
    title,
    figures: tellFigures({ site, history }, chosen, words),
    note: history.exposures.length === 0 ? null : timeline.counted,
    pictures,
    legendTitle: timeline.legendTitle,
    legend: viewLegend(pictures, words),
    tableTitle: timeline.tableTitle,
    tables: viewTables(history, words),
  };
}
