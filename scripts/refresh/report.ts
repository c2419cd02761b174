import type { Answer } from './ask.ts';
import type { MergedExploited } from './exploited.ts';
import type { RefreshedProduct } from './product.ts';

const shownAtMost = 8;

function list(count: readonly string[]): string {
  const all = [...new Set(count)];
  const shown = all.slice(0, shownAtMost).join(', ');
  return all.length > shownAtMost ? `${shown} and ${all.length - shownAtMost} more` : shown;
}

function say(what: string, ids: readonly string[]): string[] {
  const count = new Set(ids).size;
  return count === 0 ? [] : [`  ${what}: ${count} (${list(ids)})`];
}

function productLines({ product, releases, branches, advisories, completeOn }: RefreshedProduct): string[] {
  const lines = [
    ...say('releases added', releases.added),
    ...say('dates filled', releases.dated),
    ...say('security flags filled', releases.flagged),
    ...say('branches added', branches.added),
    ...say('branches changed', branches.changed),
    ...say('advisories added', advisories.added),
    ...say('advisories changed', advisories.changed),
    ...say('advisories withdrawn', advisories.withdrawn),
    ...(completeOn === null ? [] : [`  complete up to ${completeOn}`]),
  ];
  return lines.length === 0 ? [] : [product, ...lines];
}

function openEndedLines({ product, advisories }: RefreshedProduct): string[] {
  if (advisories.openEnded.length === 0) return [];
  const remedy = `see whether advisories/${product}.json should end there too; a refresh never takes versions away.`;
  return [
    `${product}: ${list(advisories.openEnded)}: affects every later release here, while the sources name an end. Remedy: ${remedy}`,
  ];
}

/** What sources could not use: the same words once, with all products that they are said of. */
function noteLines(answers: readonly Answer[]): string[] {
  return answers.flatMap(({ source, pull, failures }) => {
    const problems = (pull?.problems ?? []).filter(({ message }) => !failures.includes(message));
    const byMessage = Map.groupBy(problems, ({ message }) => message);
    return [...byMessage].map(([message, said]) => {
      const products = [...new Set(said.map(({ product }) => product))];
      return `${source.name}: ${products.length > 3 ? `${products.length} products` : products.join(', ')}: ${message}`;
    });
  });
}

/** What a refresh came to. */
export interface Outcome {
  answers: readonly Answer[];
  refreshed: readonly RefreshedProduct[];
  exploited: MergedExploited;
  /** Products that were not refreshed, and why. */
  refused: readonly string[];
}

/** What has changed, for the one who reviews it. Text of sources loses its control characters. */
export function reportLines({ answers, refreshed, exploited }: Outcome): string[] {
  const flaws = [...say('added', exploited.added), ...say('dates filled', exploited.dated)];
  const changed = [...refreshed.flatMap(productLines), ...(flaws.length > 0 ? ['exploited flaws', ...flaws] : [])];
  const isSilent = answers.every(({ pull }) => pull === null);
  const notes = [...noteLines(answers), ...refreshed.flatMap(openEndedLines)];
  const lines = [
    ...(changed.length > 0 ? changed : [isSilent ? 'No source could be asked.' : 'No source says anything new.']),
    ...(notes.length > 0 ? ['', 'Worth a look:', ...notes.map((note) => `  ${note}`)] : []),
  ];
  return lines.map(plain);
}

/** What kept the refresh from being whole: each line says what to do. */
export function failureLines({ answers, refreshed, refused }: Outcome): string[] {
  const failures = answers.flatMap(({ source, failures: said }) => said.map((message) => `${source.name}: ${message}`));
  return [...failures, ...refused, ...refreshed.flatMap(({ doubts }) => doubts)].map(plain);
}

function plain(line: string): string {
  return line.replace(/[^\x20-\x7e]/g, '?');
}
