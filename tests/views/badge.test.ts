import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { drawBadge } from '../../src/views/badge.ts';
import { viewShield } from '../../src/views/shield.ts';
import { viewSubscribe } from '../../src/views/subscribe.ts';
import { en } from '../../src/views/wording/en.ts';
import { samplePublished, sampleSite } from './samples.ts';

const yes = { answer: 'yes', reason: 'current' } as const;

/** Text of each `text` element. */
function drawnLines(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line = '']) => line);
}

describe('drawBadge', () => {
  it('carries answer, shape and date, in words as well', () => {
    const { svg, alternative } = drawBadge(samplePublished(), sampleSite(), en);
    expect(alternative).toBe('Latest secure version of its e-commerce platform? No, checked on 22 November 2026.');
    expect(svg).toContain(`<title>${alternative}</title>`);
    expect(drawnLines(svg)).toEqual(['No', 'Latest secure version?', 'checked on 22 November 2026']);
    expect(svg).toContain('prefers-color-scheme:dark');
  });

  it('names the day on which a yes ends, for it cannot change by itself', () => {
    // Checked daily, so two days after the 22nd.
    const { svg, alternative } = drawBadge(samplePublished(), sampleSite(yes), en);
    expect(drawnLines(svg).at(-1)).toBe('after 24 November 2026 treat as a no');
    expect(alternative).toMatch(/\? Yes, checked on 22 November 2026; after 24 November 2026 treat as a no\.$/);
  });

  it('promises nothing of a shop that was never checked', () => {
    const { svg } = drawBadge(samplePublished(), sampleSite({ checkedAt: null, reason: 'not-checked' }), en);
    expect(drawnLines(svg)).toEqual(['No', 'Latest secure version?', 'not checked yet']);
  });
});

describe('viewShield', () => {
  it('says the word and the date, and lets nobody paint a no green', () => {
    expect(viewShield(sampleSite(), en)).toEqual({
      schemaVersion: 1,
      label: 'Latest secure version?',
      message: 'No, checked on 22 November 2026',
      color: '8c1515',
      isError: true,
      cacheSeconds: 3600,
    });
    expect(viewShield(sampleSite(yes), en)).toMatchObject({
      message: 'Yes, checked on 22 November 2026',
      color: '12512f',
      isError: false,
    });
    // What could not be seen is a no of another colour.
    expect(viewShield(sampleSite({ reason: 'blocked' }), en)).toMatchObject({ color: '694700', isError: true });
  });
});

describe('the snippets', () => {
  const asked =
    'Does this website use the latest secure version of its e-commerce platform? The answer is behind this link.';
  const at = (url: string) => viewSubscribe({ ...samplePublished(), url }, sampleSite(yes), en).snippets;

  it('are a link around the badge, whatever the address', () => {
    const [html] = at(`https://shops.example.org/a"b'&c(d)/`);
    const tags: [string, Record<string, string>][] = [];
    const parser = new Parser({ onopentag: (name, attributes) => tags.push([name, attributes]) });
    parser.end(html?.code ?? '');
    const page = `https://shops.example.org/a%22b'&c(d)/sites/acme/`;
    expect(tags).toEqual([
      ['a', { href: page }],
      ['img', { src: `${page}badge.svg`, alt: asked, height: '44' }],
    ]);
  });

  it('do the same in Markdown, directly and by way of shields.io', () => {
    const page = 'https://shops.example.org/c%28d%29/sites/acme/';
    const [, direct, shield] = at('https://shops.example.org/c(d)/');
    expect(direct?.code).toBe(`[![${asked}](${page}badge.svg)](${page})`);
    const [, query = ''] = /\(https:\/\/img\.shields\.io\/endpoint\?url=([^)]+)\)\]\(/.exec(shield?.code ?? '') ?? [];
    expect(decodeURIComponent(query)).toBe('https://shops.example.org/c(d)/sites/acme/badge.json');
  });

  it('never say yes: they stay where they were copied to', () => {
    for (const { code } of at('https://shops.example.org/')) expect(code).not.toMatch(/\byes\b/i);
  });
});
