import { describe, expect, it } from 'vitest';
import type { Attestation } from '../../src/model/site.ts';
import { component, flaw, judge, statement } from './situation.ts';

const patch = { id: 'BULLETIN-7', date: '2026-03-01', appliesTo: ['2.0.1'], cves: [], url: 'x' };
/** The bulletin's one known flaw. */
const known = { ...flaw, id: 'CVE-2026-1', aliases: ['BULLETIN-7'], ranges: [], versions: ['2.0.1'] };
const facts = { patches: [patch], advisories: [known] };
const accept: Attestation['kind'][] = ['patch-status', 'composer'];
const report: Attestation = {
  ...statement,
  kind: 'patch-status',
  covers: ['CVE-2026-1'],
  version: '2.0.1',
  product: 'shop',
  complete: true,
};

function reason(attestation: Attestation, versions = ['2.0.1'], policy: object = { accept }) {
  return judge({ components: [component(versions)], facts, attestations: [attestation], policy }).reason;
}

describe('a report of patch-status', () => {
  it('that leaves nothing open proves a fix of which it names a flaw', () => {
    expect(reason(report)).toBe('current');
  });

  it('that leaves something open proves no fix by one of its flaws: there may be more than we know', () => {
    expect(reason({ ...report, complete: false })).toBe('patch-level-unproven');
  });

  it('that knows no flaw of the fix proves nothing of it', () => {
    expect(reason({ ...report, covers: [] })).toBe('known-advisory');
  });

  it('of another version than the one that is seen is a conflict, whatever it covers', () => {
    expect(reason({ ...report, version: '2.0.0' })).toBe('conflicting-evidence');
  });

  it('picks one of the versions that fit', () => {
    expect(reason(report, ['2.0.0', '2.0.1'])).toBe('current');
    const verdict = judge({
      components: [component(['2.0.0', '2.0.1'])],
      facts,
      attestations: [report],
      policy: { accept },
    });
    expect(verdict.stated).toMatchObject([{ kind: 'patch-status', version: '2.0.1' }]);
  });

  it('does not count where the policy does not accept its kind, or past its day', () => {
    expect(reason(report, ['2.0.1'], { accept: ['statement'] })).toBe('known-advisory');
    expect(reason({ ...report, expires: '2026-03-31' })).toBe('evidence-expired');
  });
});
