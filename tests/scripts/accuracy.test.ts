import { describe, expect, test } from 'vitest';
import { printTable, rateReport, readTargets, summarise } from '../../scripts/accuracy.ts';
import { sampleComponent, sampleReport } from '../views/samples.ts';

const url = 'http://127.0.0.1:8111/';

function rate(
  installed: string,
  versions: string[],
  more: { product?: string; answer?: 'yes' | 'no'; seconds?: number } = {},
) {
  const component = { ...sampleComponent(), product: 'opencart', versions, corroborated: true };
  const answer = more.answer ?? 'no';
  const report = {
    ...sampleReport({}, [component]),
    requests: 4,
  };
  report.verdict.judgements = versions.map((version) => ({ product: 'opencart', version, answer, reason: 'current' }));
  const outcome = (_product: string, version: string) => (version === '4.1.0.4' ? 'yes' : 'update-missing');
  return rateReport(
    report,
    { url, product: more.product ?? 'opencart', installed },
    { seconds: more.seconds ?? 1, outcome },
  );
}

describe('targets', () => {
  test('are lines of url, product and version; comments and empty lines are left out', () => {
    expect(
      readTargets(`# shops\n\n${url}, opencart, 3.0.3.8 # old\r\n${url}a,woocommerce,9.1\n`, 'targets.csv'),
    ).toEqual([
      { url, product: 'opencart', installed: '3.0.3.8' },
      { url: `${url}a`, product: 'woocommerce', installed: '9.1' },
    ]);
  });

  test.each(['shop.example, opencart, 3', `${url}, opencart`, `${url}, opencart, 3, 4`, `${url},,3`])(
    '%j is refused with file, line and remedy',
    (line) => {
      expect(() => readTargets(`\n${line}`, 'targets.csv')).toThrow(
        /^targets\.csv:2: .* is no target\. Write: url, product/,
      );
    },
  );
});

describe('a rating', () => {
  test.each([
    ['3.0.3.8', ['3.0.3.8'], 'exact'],
    ['3.0.3', ['3.0.3.0'], 'exact'],
    ['3.0.3.8', ['3.0.3.7', '3.0.3.8'], 'set'],
    ['3.0.3.8', ['3.0.3.7'], 'wrong'],
    ['3.0.3.8', [], 'none'],
  ])('installed %s, found %j: %s', (installed, versions, version) => {
    expect(rate(installed, versions)).toMatchObject({ platform: 'right', version });
  });

  test('of another product is a wrong platform and no version', () => {
    expect(rate('1.5.8', ['3.0.3.8'], { product: 'zencart' })).toMatchObject({ platform: 'wrong', version: 'none' });
  });

  test.each([
    ['4.1.0.4', 'yes', 'right'],
    ['4.1.0.4', 'no', 'wrong-no'],
    ['3.0.3.8', 'yes', 'wrong-yes'],
    ['3.0.3.8', 'no', 'right'],
  ] as const)('%s judged %s is %s', (installed, answer, verdict) => {
    expect(rate(installed, [installed], { answer }).verdict).toBe(verdict);
  });
});

test('the summary counts rows, and requests once per address', () => {
  const rows = [
    rate('3.0.3.8', ['3.0.3.8']),
    rate('3.0.3.8', ['3.0.3.7', '3.0.3.8']),
    { ...rate('4.1.0.4', []), url: 'http://127.0.0.1:8112/', requests: 9, seconds: 3 },
  ];
  expect(summarise(rows)).toEqual({
    targets: 3,
    platformRight: 3,
    exact: 1,
    set: 1,
    wrong: 0,
    none: 1,
    wrongYes: 0,
    wrongNo: 1,
    requests: { median: 4, p95: 9, max: 9 },
    secondsMedian: 1,
  });
  const table = printTable(rows, summarise(rows)).split('\n');
  expect(table[2]).toBe(
    '| 127.0.0.1:8111 | opencart | 3.0.3.8 |  | right | exact | update-missing | right | 4 | 1.00 |',
  );
  expect(table[3]).toContain('| 3.0.3.7 3.0.3.8 | right | set |');
});
