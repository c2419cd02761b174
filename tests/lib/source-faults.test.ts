import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { advisorySources } from '../../src/advisories/index.ts';
import { releaseSources } from '../../src/releases/index.ts';

const keys = { githubToken: undefined };
const sources = [
  ...advisorySources(keys).map(({ id }) => ({ axis: 'advisories', id })),
  ...releaseSources(keys).map(({ id }) => ({ axis: 'releases', id })),
];

describe('every source is held against the shared table of faults', () => {
  test.each(sources)('$axis/$id', ({ axis, id }) => {
    const text = readFileSync(new URL(`../${axis}/${id}.test.ts`, import.meta.url), 'utf8');
    // The call stands at the top level, so that nothing skips it.
    expect(text).toMatch(/^testSourceFaults\(\{$/m);
    expect(text).toContain(`from '../../src/${axis}/${id}.ts'`);
  });
});
