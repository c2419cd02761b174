/** CWE id -> what somebody could do, in plain words. Only what shop owners meet often; the rest is `misuse the shop`. */
const deeds: readonly (readonly [string, readonly number[]])[] = [
  ['run their own code in the shop', [77, 78, 88, 94, 95, 96, 98, 434, 502, 913, 915, 917, 1321, 1336]],
  ['read or change what is in the database', [89, 564, 943]],
  ['plant a script that runs in the browsers of others', [79, 80, 83, 87, 116]],
  ['read files that are none of their business', [22, 23, 36, 73, 538, 552, 611]],
  ['make the shop call other computers in its network', [918]],
  ['act in the name of somebody who is logged in', [352, 384, 613, 1021]],
  ['get past the login', [287, 288, 290, 294, 306, 307, 521, 522, 640, 798]],
  ['do things that they have no right to do', [250, 266, 269, 276, 284, 285, 639, 862, 863, 732]],
  ['see data that should stay private', [200, 201, 203, 209, 359, 497, 532]],
  ['bring the shop to a halt', [400, 674, 770, 835, 1333]],
  ['send visitors to another site', [601]],
];

/** The `PR:` part of a CVSS vector: `CVSS:3.1/AV:N/AC:L/PR:N/UI:N/...` */
function needsLogin(severity: string | null): string {
  const right = severity?.match(/\/PR:([NLH])/)?.[1];
  if (right === 'N') return 'Somebody without a login';
  if (right === 'L') return 'Somebody with a login';
  return right === 'H' ? 'Somebody with an administrator’s login' : 'Somebody';
}

/** A flaw in our own words: `Somebody without a login could run their own code in the shop.` */
export function describeFlaw(cwes: readonly string[], severity: string | null): string {
  const numbers = cwes.map((cwe) => Number(cwe.replace(/^CWE-/, '')));
  const deed = deeds.find(([, known]) => known.some((cwe) => numbers.includes(cwe)))?.[0] ?? 'misuse the shop';
  return `${needsLogin(severity)} could ${deed}.`;
}

/** How a flaw stands at this shop. */
export const flawWords = {
  fixedIn: (product: string, versions: string) => `Fixed in ${product} ${versions}.`,
  notFixed: 'No version fixes it yet.',
  unbounded: 'The record names no version that ends it, so it counts against every later one.',
  fixWithoutVersion: 'The fix comes as separate files and does not change the version.',
  affected: (published: string) => `Public since ${published}.`,
  exposed: (since: string, days: string) => `Seen here since ${since}, for ${days}.`,
  exposedToday: 'Seen here since today.',
  exploited: 'Criminals are using this flaw now.',
  someCandidates: 'Only some of the versions that fit have it.',
};
