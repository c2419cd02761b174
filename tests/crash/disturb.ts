import { type Disturbance, type Ended, run } from './command.ts';
import { type Figures, noFigures, type Subject } from './figures.ts';

/** How long a run takes and how often it writes, when nobody disturbs it. */
async function measure(subject: Subject): Promise<Ended> {
  await subject.prepare();
  const ended = await run(subject, { kind: 'at-call', how: 'kill', call: 0 });
  if (ended.code !== 0) throw new Error(`${subject.name} fails by itself: ${ended.said}`);
  return ended;
}

/** A run that is disturbed, and a look at what it left. */
async function disturb(subject: Subject, disturbance: Disturbance, figures: Figures): Promise<Ended> {
  const ended = await run(subject, disturbance);
  figures.runs += 1;
  if (ended.killed) figures.kills += 1;
  await subject.inspect(figures);
  return ended;
}

/** A run that has to put everything right. */
async function repair(subject: Subject, disturbance: Disturbance, figures: Figures): Promise<void> {
  const next = await run(subject, { kind: 'none' });
  if (next.code !== 0) {
    figures.refused += 1;
    console.error(`${subject.name} after ${JSON.stringify(disturbance)}, exit ${next.code}: ${next.said}`);
  }
  await subject.conclude(figures);
}

/** Kills in a row before a run is left alone: the second finds what the first left. */
const inARow = 4;

/** Kills runs until `kills` of them were: in turn at a random moment, and in the middle of a random call that writes. */
export async function killRuns(subject: Subject, kills: number, random: () => number = Math.random): Promise<Figures> {
  const figures = noFigures();
  const { ms, calls } = await measure(subject);
  let wholeMs = ms;
  while (figures.kills < kills && figures.runs < kills * 4) {
    const isTimed = figures.runs % 2 === 0;
    const disturbance: Disturbance = isTimed
      ? { kind: 'after', ms: wholeMs * (0.3 + random() * 0.7) }
      : { kind: 'at-call', how: 'kill', call: 1 + Math.floor(random() * calls) };
    if (figures.runs % inARow === 0) await subject.prepare();
    const ended = await disturb(subject, disturbance, figures);
    if (figures.runs % inARow === 0) await repair(subject, disturbance, figures);
    // The machine's pace changes: a run that got away shows how long one takes now, a kill lets the next come later.
    if (figures.runs % 50 === 0) console.error(`${subject.name}: ${JSON.stringify(figures)}`);
    if (isTimed) wholeMs = ended.killed ? wholeMs * 1.02 : ended.ms;
  }
  return figures;
}

/** What goes wrong while a command writes. */
export const writeFaults = { ENOSPC: 'disk full', EACCES: 'no right to write', EIO: 'rename fails' } as const;

/** Lets writing fail from one call on: from each in turn, or from some evenly spread where there are more than `most`. */
export async function failWrites(subject: Subject, how: keyof typeof writeFaults, most: number): Promise<Figures> {
  const figures = noFigures();
  const isAskedFor = process.env['PATCHPROOF_CRASH_SAID'] !== undefined;
  const { calls } = await measure(subject);
  const step = Math.max(1, calls / most);
  for (let call = 1; call <= calls; call += step) {
    const at: Disturbance = { kind: 'at-call', how, call: Math.floor(call) };
    await subject.prepare();
    const { said } = await disturb(subject, at, figures);
    if (isAskedFor) console.error(said);
    await repair(subject, at, figures);
  }
  return figures;
}
