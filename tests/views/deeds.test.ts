import { describe, expect, it } from 'vitest';
import { embeddedFacts, embeddedProducts } from '../../src/embedded.ts';
import { readSeverity } from '../../src/views/cvss.ts';
import { findDeed } from '../../src/views/deeds.ts';

const everything = readSeverity('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H');

describe('findDeed', () => {
  it.each([
    // the gravest decides, wherever it stands
    [['CWE-601', 'CWE-79', 'CWE-89'], 'useDatabase'],
    [['CWE-79', 'CWE-434'], 'runCode'],
    [['CWE-200'], 'seeData'],
    [['CWE-1236'], 'plantFormula'],
    [['CWE-20'], 'unsaid'],
    [['CWE-999999', 'no-cwe', 'CWE-'], 'unsaid'],
    [[], 'unsaid'],
  ])('of %j is %s', (cwes, deed) => {
    expect(findDeed(cwes, null)).toBe(deed);
  });

  it.each([
    ['C:H/I:H/A:H', 'takeOver'],
    ['C:H/I:H/A:N', 'readAndChange'],
    ['C:L/I:L/A:N', 'readAndChange'],
    ['C:N/I:L/A:L', 'change'],
    ['C:H/I:N/A:H', 'seeData'],
    ['C:N/I:N/A:H', 'stop'],
    ['C:N/I:N/A:L', 'slow'],
    ['C:N/I:N/A:N', 'unsaid'],
  ])('where no weakness tells, %s is %s', (stakes, deed) => {
    expect(findDeed(['CWE-20'], readSeverity(`CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/${stakes}`))).toBe(deed);
  });

  it('does not play down a vague weakness that gives everything away, nor replaces a telling one', () => {
    expect(findDeed(['CWE-436'], everything)).toBe('takeOver');
    expect(findDeed(['CWE-89'], everything)).toBe('useDatabase');
    expect(findDeed(['CWE-436'], null)).toBe('slipPast');
  });

  it('has words for all but a few of the flaws that ship, where their records tell anything', () => {
    const advisories = embeddedProducts().flatMap((product) => embeddedFacts(product)?.advisories ?? []);
    const telling = advisories.filter(({ severity, cwes }) => severity !== null || cwes.length > 0);
    const unsaid = telling.filter(({ severity, cwes }) => findDeed(cwes, readSeverity(severity)) === 'unsaid');
    expect(telling.length).toBeGreaterThan(300);
    expect(unsaid.length / telling.length).toBeLessThan(0.02);
  });
});
