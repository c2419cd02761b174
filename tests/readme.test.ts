import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseConfig } from '../src/config/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('the sites.yaml that the README shows is one', () => {
  const text = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(parseConfig(text, 'README.md').sites.map(({ id, promise }) => [id, promise?.by])).toEqual([
    ['corner-books', '2026-12-01'],
  ]);
});

it('every npm command that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...readme.matchAll(/npm (?:-s )?(?:run )?(?:-s )?(start|test|check|scan|build|verify|dev)\b/g)];
  expect(new Set(named.map(([, name]) => name)).size).toBe(7);
  for (const [, name = ''] of named) expect(Object.keys(scripts)).toContain(name);
});
