/**
 * `node tests/fuzz/run.ts COUNT SEED [KIND [FROM]]`: so many random and changed inputs, the same ones for the same seed;
 * prints every finding and one table. `... 1 SEED KIND CASE` runs one case again. Exit code 1 where something was found.
 */
import { type Figures, fuzz, kinds } from './fuzz.ts';

const [total = '1000', seed = '1', only, from = '0'] = process.argv.slice(2);
const rows: Record<string, Figures> = {};
for (const [name, { share }] of Object.entries(kinds)) {
  if (only !== undefined && only !== name) continue;
  const cases = only === undefined ? Math.round((Number(total) * share) / 100) : Number(total);
  const { figures, counts } = await fuzz(name, { cases, seed: Number(seed), from: Number(from) }, console.error);
  rows[name] = { ...figures, slowestMs: Math.round(figures.slowestMs), totalMs: Math.round(figures.totalMs) };
  console.log(name, JSON.stringify(counts));
}
console.table(rows);
process.exitCode = Object.values(rows).some(({ crashes, wrongYes, other }) => crashes + wrongYes + other > 0) ? 1 : 0;
