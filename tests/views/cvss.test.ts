import { describe, expect, it } from 'vitest';
import { readSeverity } from '../../src/views/cvss.ts';

describe('readSeverity', () => {
  // ratings as FIRST's calculator of CVSS 3.1 gives them; the score stands behind each
  it.each([
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'critical'], // 9.8
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 'critical'], // 10.0
    ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 'high'], // 7.5
    ['CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H', 'high'], // 7.2
    ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N', 'medium'], // 6.5
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 'medium'], // 6.1
    ['CVSS:3.1/AV:N/AC:L/PR:H/UI:R/S:C/C:L/I:L/A:N', 'medium'], // 4.8
    ['CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N', 'low'], // 3.1
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', null], // 0.0
  ])('rates %s as the calculator does', (vector, gravity) => {
    expect(readSeverity(vector)?.gravity).toBe(gravity);
  });

  it('reads the parts of each version of CVSS', () => {
    const parts = { read: 'some', change: 'all', stop: 'none' };
    expect(readSeverity('CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:U/C:L/I:H/A:N')).toMatchObject({
      ...parts,
      login: 'user',
      needsVictim: true,
    });
    expect(readSeverity('CVSS:4.0/AV:N/AC:L/AT:N/PR:H/UI:P/VC:L/VI:H/VA:N/SC:N/SI:N/SA:N/E:P')).toMatchObject({
      ...parts,
      login: 'admin',
      needsVictim: true,
    });
    // 2.0 bears no prefix and knows no victim; C is complete, P partial, S a single login
    expect(readSeverity('AV:N/AC:M/Au:S/C:P/I:C/A:N/E:POC')).toMatchObject({
      ...parts,
      login: 'user',
      needsVictim: false,
    });
  });

  it('counts what happens behind the shop in 4.0: the browsers of its visitors', () => {
    expect(readSeverity('CVSS:4.0/AV:N/AC:L/AT:N/PR:H/UI:N/VC:N/VI:N/VA:N/SC:H/SI:H/SA:N')).toMatchObject({
      read: 'all',
      change: 'all',
      stop: 'none',
    });
  });

  it.each([null, '', 'nonsense', '7.5', '__proto__'])('is silent about %j', (vector) => {
    expect(readSeverity(vector)).toBeNull();
  });

  it('says nothing of what a broken vector leaves out', () => {
    expect(readSeverity('CVSS:3.1/C:constructor')).toBeNull();
    expect(readSeverity('CVSS:3.1/AV:N/PR:Q/C:Q')).toMatchObject({ login: null, read: 'none', gravity: null });
  });
});
