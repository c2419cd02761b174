import { describe, expect, it } from 'vitest';
import { tellDeadlines } from '../../src/views/deadlines.ts';
import { en } from '../../src/views/wording/en.ts';
import { sampleFinding, today } from './samples.ts';

/** 22 November 2026. */
const tell = (...findings: Parameters<typeof sampleFinding>[0][]) =>
  tellDeadlines(findings.map(sampleFinding), today, en);

const small = 'CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N';

describe('tellDeadlines', () => {
  it('counts 14 and 30 days from the day of the fix', () => {
    // 10 + 14 = 24 November; 10 November + 30 days = 10 December
    expect(tell({ fixedOn: '2026-11-10' })).toEqual([
      'Cyber Essentials, the British rules for basic protection, give 14 days to install the fix of a grave flaw. They end on 24 November: 2 days left.',
      'PCI DSS, the rules for all who take card payments, give 30 days to install the fix of a grave flaw. They end on 10 December: 18 days left.',
    ]);
  });

  it('tells the last day from the day after it', () => {
    expect(tell({ fixedOn: '2026-11-08' })[0]).toMatch(/They end today\.$/);
    expect(tell({ fixedOn: '2026-11-07' })[0]).toMatch(/They ended on 21 November, yesterday\.$/);
    expect(tell({ fixedOn: '2026-11-09' })[0]).toMatch(/They end on 23 November: 1 day left\.$/);
    expect(tell({ fixedOn: '2025-10-01' })[1]).toMatch(/They ended on 31 October 2025, 387 days ago\.$/);
  });

  it('puts the date of flaws that criminals use first', () => {
    expect(tell({ exploitedDueOn: '2026-11-25' })).toEqual([
      'Criminals use a flaw that is open here. Authorities of the United States have to close it by 25 November: 3 days left.',
    ]);
    expect(tell({ exploitedDueOn: '2026-11-22' })[0]).toMatch(/have to close it today\.$/);
    expect(tell({ exploitedDueOn: '2026-11-10', fixedOn: '2026-11-10' })[0]).toMatch(
      /had to close it by 10 November, 12 days ago\.$/,
    );
  });

  it('says each once, of the flaw that presses most', () => {
    const texts = tell({ fixedOn: '2026-11-15' }, { fixedOn: '2026-11-10' }, { fixedOn: '2026-11-20' });
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('24 November');
  });

  it('is silent about what is fixed, what may not be there, and what is not grave; not about what nobody rated', () => {
    const fixedOn = '2026-11-10';
    expect(tell({ fixedOn, status: 'fixed', because: 'attested' })).toEqual([]);
    expect(tell({ fixedOn, status: 'under_investigation', because: 'some-candidates' })).toEqual([]);
    expect(tell({ fixedOn, severity: small })).toEqual([]);
    expect(tell({ fixedOn: null })).toEqual([]);
    expect(tell({ fixedOn, severity: null })).toHaveLength(2);
  });
});
