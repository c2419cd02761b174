import type { FileHashIndex } from '../../src/model/file-hashes.ts';
import type { Difference } from './compare.ts';
import type { Resolution } from './measure.ts';

/** One file entry per line: a change of one file is a change of one line. */
export function printIndex(index: FileHashIndex): string {
  const lines = [
    `  "product": ${JSON.stringify(index.product)}`,
    `  "source": ${JSON.stringify(index.source)}`,
    `  "versions": ${JSON.stringify(index.versions)}`,
    `  "files": [\n${index.files.map((file) => `    ${JSON.stringify(file)}`).join(',\n')}\n  ]`,
  ];
  return `{\n${lines.join(',\n')}\n}\n`;
}

const shownAtMost = 12;

function list(versions: readonly string[]): string {
  const shown = versions.slice(0, shownAtMost).join(', ');
  return versions.length > shownAtMost ? `${shown} and ${versions.length - shownAtMost} more` : shown;
}

/** What was built, for the one who reviews it. */
export function summarise(index: FileHashIndex, resolution: Resolution, difference: Difference): string[] {
  const { identified, groups, undecided, unsplit } = resolution;
  const { added, dropped, contradicted } = difference;
  return [
    `${index.versions.length} releases, ${index.files.length} files, ${groups} groups, ${identified} releases identified`,
    `${undecided} releases look like one that would change an answer, in ${unsplit.length} groups`,
    ...unsplit.map((versions) => `  not split: ${list(versions)}`),
    ...(added.length > 0 ? [`new: ${list(added)}`] : []),
    ...(dropped.length > 0 ? [`dropped: ${list(dropped)}. Remedy: --merge keeps what is known of them.`] : []),
    ...(contradicted.length > 0
      ? [`other bytes than before: ${list(contradicted)}. Check which source is what a shop has.`]
      : []),
  ];
}
