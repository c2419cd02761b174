import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const page = readFileSync(new URL('../SECURITY.md', import.meta.url), 'utf8');

it('every file that SECURITY.md names is there', () => {
  const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  expect(links.length).toBeGreaterThan(20);
  for (const target of links) expect(existsSync(new URL(`../${target}`, import.meta.url)), target).toBe(true);
});

it('every claim of what an attacker cannot do names a test', () => {
  const rows = page.split('\n').filter((line) => /^\| /.test(line) && !/^\| who /.test(line));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row).toMatch(/\]\(tests\/[\w/-]+\.test\.ts\)/);
});

it('it fits on a page', () => {
  expect(page.split('\n').length).toBeLessThanOrEqual(60);
});
