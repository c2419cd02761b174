import { fitExponent } from './measure.ts';

/** One line of the result: what something costs, as a multiple of what it is held against. */
export interface Row {
  what: string;
  subject: string;
  /** What it is held against. */
  floor: string;
  /** Subject divided by floor, or the exponent of growth. */
  ratio: number;
  /** The ratio that we want to stay within; null: it is only watched. */
  target: number | null;
}

function judgeRow({ ratio, target }: Row): string {
  if (target === null) return '';
  return ratio <= target ? `within ${target}` : `over ${target}`;
}

/** The rows as a Markdown table. */
export function drawTable(rows: readonly Row[]): string {
  const lines = rows.map(
    (row) => `| ${row.what} | ${row.subject} | ${row.floor} | ${row.ratio.toFixed(2)} | ${judgeRow(row)} |`,
  );
  return ['| what | subject | held against | ratio | target |', '|---|---|---|---:|---|', ...lines].join('\n');
}

/** `1.84 ms` */
export function showMs(ms: number): string {
  return ms >= 1_000 ? `${(ms / 1_000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}

/** The exponent by which a cost grows with a count, 1 where it is proportional; what is fixed brings it below. */
export function growthRow(what: string, points: readonly { count: number; cost: number }[]): Row {
  const [first, last] = [points[0], points.at(-1)];
  const show = (point: typeof first) => (point === undefined ? '' : `${point.count}: ${showMs(point.cost)}`);
  return { what, subject: show(last), floor: show(first), ratio: fitExponent(points), target: 1.05 };
}
