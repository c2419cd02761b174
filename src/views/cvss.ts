/** How much of something is at stake. */
type Harm = 'none' | 'some' | 'all';

/** How grave a flaw is: the four ratings of CVSS. */
export type Gravity = 'critical' | 'high' | 'medium' | 'low';

/** What a CVSS vector says, in the parts that all of its versions have. */
export interface Severity {
  /** Whose login it takes; null where the vector does not say. */
  login: 'nobody' | 'user' | 'admin' | null;
  /** Somebody else must do something first: open a link, look at a page. */
  needsVictim: boolean;
  read: Harm;
  change: Harm;
  stop: Harm;
  /** Null where nothing is at stake. */
  gravity: Gravity | null;
}

/** `AV:N/AC:L/PR:N` -> the letter of each metric; what CVSS does not write is dropped. */
function readMetrics(vector: string): Map<string, string> {
  return new Map(
    [...vector.matchAll(/(?:^|\/)([A-Z][A-Za-z]?):([A-Z])(?=\/|$)/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
}

/** 2.0 counts in none, partial, complete; 3.x and 4.0 in none, low, high. */
const harms: Record<string, Harm> = { N: 'none', P: 'some', L: 'some', C: 'all', H: 'all' };

function worse(a: Harm, b: Harm): Harm {
  const order: Harm[] = ['none', 'some', 'all'];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

/** `PR` of 3.x and 4.0; `Au` of 2.0: none, single, multiple. */
const logins: Record<string, Severity['login']> = { N: 'nobody', L: 'user', S: 'user', H: 'admin', M: 'admin' };

/** Weights of CVSS 3.1, section 7.4. */
const reaches: Record<string, number> = { N: 0.85, A: 0.62, L: 0.55, P: 0.2 };
const rights = { nobody: [0.85, 0.85], user: [0.62, 0.68], admin: [0.27, 0.5] } as const;
const stakes: Record<Harm, number> = { none: 0, some: 0.22, all: 0.56 };

/** The lowest score of each rating, CVSS 3.1, section 5. */
const ratings: readonly (readonly [Gravity, number])[] = [
  ['critical', 9],
  ['high', 7],
  ['medium', 4],
  ['low', 0.1],
];

/**
 * The rating by the base score of CVSS 3.1, section 7.1. Vectors of 2.0 and 4.0 are read as 3.1 where their parts mean the same:
 * the word that comes of it is ours, and no score is shown.
 */
function rate(
  metrics: Map<string, string>,
  { login, needsVictim, ...harm }: Omit<Severity, 'gravity'>,
): Gravity | null {
  const isWide = metrics.get('S') === 'C' || ['SC', 'SI', 'SA'].some((part) => /[LH]/.test(metrics.get(part) ?? ''));
  const base = 1 - [harm.read, harm.change, harm.stop].reduce((left, each) => left * (1 - stakes[each]), 1);
  const impact = isWide ? 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 : 6.42 * base;
  if (base === 0) return null;
  const isEasy = metrics.get('AC') === 'L' && metrics.get('AT') !== 'P';
  const ease =
    (reaches[metrics.get('AV') ?? 'N'] ?? 0.85) *
    (isEasy ? 0.77 : 0.44) *
    rights[login ?? 'nobody'][isWide ? 1 : 0] *
    (needsVictim ? 0.62 : 0.85);
  const score = Math.min(10, (isWide ? 1.08 : 1) * (impact + 8.22 * ease));
  // rounded up to one decimal, as section 7 of the specification wants it; the small part takes off what floats add
  const rounded = Math.ceil(score * 10 - 1e-6) / 10;
  return ratings.find(([, lowest]) => rounded >= lowest)?.[0] ?? null;
}

/** Reads a CVSS vector of version 2.0, 3.x or 4.0; null where it is none. */
export function readSeverity(vector: string | null): Severity | null {
  const metrics = readMetrics(vector ?? '');
  // 4.0 tells what happens to the shop (V) from what happens behind it (S): visitors' browsers, other computers
  const harmOf = (part: string) =>
    [part, `V${part}`, `S${part}`]
      .map((name) => harms[metrics.get(name) ?? ''] ?? 'none')
      .reduce((worst, each) => worse(worst, each));
  if (metrics.size === 0) return null;
  const parts = {
    login: logins[metrics.get('PR') ?? metrics.get('Au') ?? ''] ?? null,
    needsVictim: /[RPA]/.test(metrics.get('UI') ?? 'N'),
    read: harmOf('C'),
    change: harmOf('I'),
    stop: harmOf('A'),
  };
  return { ...parts, gravity: rate(metrics, parts) };
}
