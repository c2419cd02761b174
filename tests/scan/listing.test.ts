import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../src/scan/listing.ts';
import { facts } from '../verdict/situation.ts';

describe('the timeline of a product', () => {
  it('holds what is out and dated, oldest first', () => {
    const undated = { version: '2.0.2', date: null, security: null, openSource: true, prerelease: false };
    const test = { version: '2.1.0-RC1', date: '2026-01-20', security: null, openSource: true, prerelease: true };
    const timeline = timelineOf({ ...facts, releases: [undated, test, ...facts.releases.toReversed()] }, '2026-01-31');
    expect(timeline.releases).toEqual([
      { version: '1.0.0', security: null, date: '2025-01-10' },
      { version: '1.0.1', security: true, date: '2025-03-10' },
      { version: '1.0.2', security: false, date: '2025-06-10' },
      { version: '2.0.0', security: null, date: '2026-01-10' },
    ]);
  });
});
