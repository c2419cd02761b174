const furthest = 2;

/** Keys that differ in case or separators only are the same to a reader: `allow_private`, `AllowPrivate`. */
const separators = /[-_ ]/g;

/** Levenshtein distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, char] of Array.from(a).entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column += 1) {
      const swap = (row[column - 1] ?? 0) + (b[column - 1] === char ? 0 : 1);
      next.push(Math.min(swap, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function rate(written: string, candidate: string): number {
  const [a, b] = [written, candidate].map((word) => word.toLowerCase().replace(separators, '')) as [string, string];
  if (Math.abs(a.length - b.length) <= furthest) {
    const steps = distance(a, b);
    if (steps <= Math.min(furthest, Math.floor(b.length / 2))) return steps;
  }
  return a.length >= 3 && (b.startsWith(a) || a.startsWith(b)) ? furthest : Number.POSITIVE_INFINITY;
}

/** The candidate that was most likely meant: at most two letters away, or longer or shorter at its end. */
export function findClosest(written: string, candidates: readonly string[]): string | undefined {
  if (written.length > 60) return undefined;
  const rated = candidates.map((candidate) => ({ candidate, rating: rate(written, candidate) }));
  return rated.filter(({ rating }) => rating <= furthest).sort((a, b) => a.rating - b.rating)[0]?.candidate;
}
