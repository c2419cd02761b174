import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

/** `--paper: #fdfaf5;` of the light tokens, which come first, or of the dark ones. */
function readColours(scheme: 'light' | 'dark'): Map<string, string> {
  const [light = '', dark = ''] = css.split('@media');
  const part = scheme === 'light' ? light : dark;
  return new Map([...part.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance, WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours', () => {
  it('are measured rightly', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 1);
  });

  it.each(['light', 'dark'] as const)('of all text stand out 7 to 1 in the %s', (scheme) => {
    const colours = readColours(scheme);
    const paper = colours.get('paper') ?? '';
    for (const name of ['ink', 'quiet', 'link', 'yes', 'no', 'unconfirmed']) {
      expect(contrast(colours.get(name) ?? '', paper), name).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(['light', 'dark'] as const)('of the picture stand out in the %s: lines 3 to 1, text 7 to 1', (scheme) => {
    const colours = readColours(scheme);
    const between = (one: string, other: string) => contrast(colours.get(one) ?? '', colours.get(other) ?? '');
    for (const ground of ['paper', 'band', 'other', 'shade']) {
      expect(between('quiet', ground), ground).toBeGreaterThanOrEqual(3);
      expect(between('ink', ground), ground).toBeGreaterThanOrEqual(7);
    }
    for (const ground of ['paper', 'shade']) expect(between('exposed', ground), ground).toBeGreaterThanOrEqual(3);
    for (const frame of ['yes', 'no']) expect(between(frame, 'band'), frame).toBeGreaterThanOrEqual(3);
  });
});
