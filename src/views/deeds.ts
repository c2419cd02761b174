import type { Severity } from './cvss.ts';

/**
 * CWE number -> what somebody could do with the flaw; the gravest first, for a record that names several. What says too little
 * (20: input is not checked; 74: something is injected; 1395: a part has a flaw) is left out: there the CVSS vector tells more.
 */
const deedsByCwe = [
  [
    'runCode',
    [77, 78, 88, 94, 95, 96, 97, 98, 119, 120, 121, 122, 415, 416, 434, 470, 494, 502, 506, 787, 829, 913, 917],
  ],
  ['runCode', [1321, 1336]],
  ['useDatabase', [89, 90, 564, 943]],
  ['passLogin', [259, 287, 288, 289, 290, 294, 302, 303, 304, 305, 306, 307, 308, 321, 521, 522, 523, 592, 620, 640]],
  ['passLogin', [798, 836, 1390, 1391, 1392, 1393]],
  ['readFiles', [22, 23, 24, 25, 26, 27, 28, 29, 35, 36, 38, 59, 61, 73, 219, 538, 552, 553, 611, 827]],
  ['plantScript', [79, 80, 81, 83, 84, 85, 86, 87, 116]],
  ['lackRight', [250, 266, 267, 268, 269, 270, 272, 273, 274, 276, 277, 279, 280, 281, 282, 283, 284, 285, 286]],
  ['lackRight', [425, 471, 472, 565, 602, 639, 642, 672, 732, 807, 841, 862, 863, 915, 1220]],
  ['actAsOther', [352, 384, 613, 614, 1021, 1275]],
  ['reachInside', [441, 918]],
  ['guessSecrets', [256, 257, 261, 326, 327, 328, 330, 331, 334, 335, 338, 340, 341, 342, 343, 759, 760, 916, 1241]],
  ['forge', [93, 113, 345, 346, 347, 348, 349, 353, 354, 451, 644]],
  [
    'seeData',
    [125, 200, 201, 202, 203, 204, 205, 208, 209, 210, 211, 212, 213, 215, 226, 311, 312, 313, 315, 316, 319],
  ],
  ['seeData', [359, 497, 524, 525, 530, 532, 540, 548, 549, 598, 615, 651, 668, 922]],
  ['slipPast', [178, 180, 184, 436, 444, 693]],
  ['cheat', [362, 366, 367, 837, 840]],
  ['plantFormula', [1236]],
  ['stop', [400, 401, 404, 405, 407, 409, 476, 617, 674, 770, 772, 776, 834, 835, 1050, 1333]],
  ['redirect', [601]],
] as const;

/** What somebody could do with a flaw; `unsaid` where no record tells. */
export type Deed = (typeof deedsByCwe)[number][0] | 'takeOver' | 'readAndChange' | 'change' | 'slow' | 'unsaid';

/** What the CVSS vector alone tells of what is at stake. */
function deedByStakes(severity: Severity | null): Deed {
  if (severity === null) return 'unsaid';
  const { read, change, stop } = severity;
  if (read === 'all' && change === 'all') return stop === 'all' ? 'takeOver' : 'readAndChange';
  if (read !== 'none' && change !== 'none') return 'readAndChange';
  if (change !== 'none') return 'change';
  if (read !== 'none') return 'seeData';
  if (stop === 'none') return 'unsaid';
  return stop === 'all' ? 'stop' : 'slow';
}

/** Deeds that say little of what comes of them: where the vector tells of more, that is said. */
const vague: ReadonlySet<Deed> = new Set<Deed>(['lackRight', 'forge', 'slipPast', 'cheat']);

/** What somebody could do: by the gravest weakness that is named, else by what is at stake. */
export function findDeed(cwes: readonly string[], severity: Severity | null): Deed {
  const numbers = new Set(cwes.map((cwe) => Number(/^CWE-(\d{1,5})$/.exec(cwe)?.[1])));
  const named = deedsByCwe.find(([, weaknesses]) => weaknesses.some((weakness) => numbers.has(weakness)))?.[0];
  const atStake = deedByStakes(severity);
  return named === undefined || (vague.has(named) && atStake === 'takeOver') ? atStake : named;
}
