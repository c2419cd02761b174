import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parseConfig } from '../../src/config/index.ts';
import { ConfigError } from '../../src/lib/errors.ts';
import { Config } from '../../src/model/config.ts';
import { count, type Kind } from './kind.ts';
import { mutateText, noise } from './mutate.ts';
import type { Random } from './random.ts';

const valid = readFileSync(new URL('../fixtures/config/full.yaml', import.meta.url), 'utf8');

const pieces = [
  ...['\n', '  ', '- ', ': ', '&a ', '*a', '*acme', '<<: *acme', '!!str ', '|', '>', '"', "'", '? ', '#', '---\n'],
  ...['%YAML 1.1\n', '__proto__: ', '1e999', '.nan', '~', '2026-02-30', 'https://a:b@c', 'sites:', 'id: tea\n'],
];

function mutate(text: string, random: Random): string {
  if (random.chance(0.4)) return mutateText(text, random);
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(random.chance(0.7) ? pieces : noise) + text.slice(at + random.below(12));
}

/** Every issue stands on a line of its own that points into the file. */
function misplaced(message: string, text: string): string | null {
  if (/^f is (binary|empty)/.test(message)) return null;
  const lines = text.split('\n');
  for (const issue of message.split('\n').slice(1)) {
    const [, line, column] = /^f:(\d+):(\d+) {2}.*found .+, allowed: .+$/.exec(issue) ?? [];
    if (line === undefined || (lines[Number(line) - 1]?.length ?? -1) < Number(column) - 1) return `no place: ${issue}`;
    if (/[\p{Cc}\p{Cs}]/u.test(issue)) return `control characters: ${JSON.stringify(issue)}`;
  }
  return null;
}

/** Text of sites.yaml: a sound Config, or a ConfigError with lines. */
export function openConfigs(): Kind {
  const counts: Kind['counts'] = {};
  return {
    counts,
    tryOne: (random) => {
      let text = valid;
      for (let times = 1 + random.below(4); times > 0; times -= 1) text = mutate(text, random);
      try {
        const config = parseConfig(text, 'f');
        count(counts, 'read');
        return isDeepStrictEqual(Config.parse(config), config) ? null : 'not a sound Config';
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        count(counts, 'refused');
        return misplaced(error.message, text);
      }
    },
    close: async () => {},
  };
}
