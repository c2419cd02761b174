/*
 * Flips every rule of the verdict, one at a time, in a copy of the tree, and shows that a test fails each time.
 * By hand: node tests/mutation/verdict-rules.ts
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** File, the text of the rule, what it is flipped to. */
const flips: [string, string, string][] = [
  ['component', "if (component.conflict) return because('conflicting-evidence');", ''],
  ['component', 'if (component.vendorHosted) return because(vendorHostedReason(component, identification));', ''],
  ['component', 'kinds.size >= 2', 'kinds.size >= 1'],
  ['component', 'some(({ vendorHosted }) => !vendorHosted)', 'some(() => false)'],
  ['component', "if (component.versions.length === 0) return because('unknown-version');", ''],
  ['component', 'facts === null || facts.releases.length === 0', 'facts === null'],
  ['component', "if (stale !== null) return because('data-stale', stale);", ''],
  ['component', 'newest.fetchedAt < oldestAllowed', 'newest.fetchedAt <= oldestAllowed'],
  ['component', '&& source.partial !== true', ''],
  ['component', 'policy.accept.includes(kind) && ', ''],
  ['component', ' && made <= today', ''],
  ['component', 'today <= expires', 'today < expires'],
  ['component', "onceCleared ? 'evidence-expired' : ", ''],
  ['component', ' && !component.corroborated', ' && false'],
  ['component', "'secure' : 'version-ambiguous'", "'secure' : 'secure'"],
  ['component', 'reasons.every((reason) => answerOf(reason) ===', 'reasons.some((reason) => answerOf(reason) ==='],
  ['component', "component.edition === 'commerce' || ", ''],
  ['index', "if (seen.outcome === 'unreachable')", "if (seen.outcome === 'blocked')"],
  [
    'index',
    'reasonCodes.indexOf(a.reason) - reasonCodes.indexOf(b.reason)',
    'reasonCodes.indexOf(b.reason) - reasonCodes.indexOf(a.reason)',
  ],
  ['candidate', "if (!scheme.isVersion(version)) return 'version-not-known';", ''],
  ['candidate', 'scheme.isPrerelease(version) || ', ''],
  ['candidate', 'release.prerelease && same(release)', 'false'],
  ['candidate', "if (!standing.known.some(same)) return 'version-not-known';", ''],
  ['candidate', 'window.day < today', 'window.day <= today'],
  ['candidate', "if (window.kind === 'until' && window.day < today) return 'end-of-life';", ''],
  ['candidate', 'scheme.compare(release.version, version) > 0', 'scheme.compare(release.version, version) < 0'],
  ['candidate', 'release.security !== false', 'release.security === true'],
  ['candidate', 'if (flaws.length > 0) return', 'if (flaws.length > 99) return'],
  ['candidate', 'advisory.published <= standing.today', 'advisory.published < standing.today'],
  ['candidate', 'advisory.withdrawn === null &&', ''],
  ['candidate', '!isCovered(idsOf(advisory), attestations)', 'true'],
  ['candidate', '!isCovered([patch.id, ...patch.cves], attestations)', 'true'],
  ['candidate', 'patch.date <= standing.today', 'patch.date < standing.today'],
  ['candidate', 'patch.appliesTo.some((release) => standing.scheme.compare(release, version) === 0)', 'true'],
  ['candidate', "return 'patch-level-unproven';", "return 'secure';"],
  ['candidate', 'vendorSaysSecure && !flaws.some(isUnbounded)', 'vendorSaysSecure'],
  ['candidate', "? 'sources-disagree'", "? 'known-advisory'"],
  ['candidate', "return 'support-unknown';", "return 'secure';"],
  ['candidate', "same(highest) ? 'current' : 'secure'", "same(highest) ? 'secure' : 'current'"],
  ['flaws', 'scheme.compare(version, range.introduced) < 0', 'scheme.compare(version, range.introduced) <= 0'],
  ['flaws', 'scheme.compare(version, range.fixed) < 0', 'scheme.compare(version, range.fixed) <= 0'],
  ['flaws', 'scheme.compare(version, range.lastAffected) <= 0', 'scheme.compare(version, range.lastAffected) < 0'],
  ['flaws', "? 'false-positive' : 'affected'", "? 'affected' : 'affected'"],
  ['flaws', 'isListed(version, advisory.versions, scheme) ||', 'false ||'],
  ['releases', 'on <= today', 'on < today'],
  ['releases', '(commerce || release.openSource) && ', ''],
  ['releases', ' && !release.prerelease', ''],
  ['releases', "b.split('.').length - a.split('.').length", "a.split('.').length - b.split('.').length"],
  ['support', 'support.policyPublished && olderThanAll', 'olderThanAll'],
  ['support', '(standing.commerce ? listed.commerceSupportEnds : null) ?? ', ''],
  ['support', 'if (listed.eol === true)', 'if (listed.eol === null)'],
  [
    'support',
    "listed.eol === false && support.policyPublished ? { kind: 'open' }",
    "listed.eol === false ? { kind: 'open' }",
  ],
  ['support', 'if (!standing.facts.support.newestBranchOnly) return null;', 'return null;'],
  ['support', 'last < monthsBefore(standing.today, months)', 'last <= monthsBefore(standing.today, months)'],
  [
    'support',
    'isNewest ? policy.unpublishedNewestMonths : policy.unpublishedOtherMonths',
    'policy.unpublishedNewestMonths',
  ],
  ['support', 'release.on > last', 'release.on >= last'],
  ['support', 'release.security !== false && release.on', 'release.security === true && release.on'],
  ['support', 'compareBranches(release.branch, branch) > 0,', 'compareBranches(release.branch, branch) < 0,'],
];

const copy = mkdtempSync(join(tmpdir(), 'patchproof-mutation-'));
for (const name of ['src', 'tests', 'package.json', 'vitest.config.ts', 'tsconfig.json'])
  cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
let survived = 0;
for (const [name, rule, flipped] of flips) {
  const file = join(copy, 'src/verdict', `${name}.ts`);
  const source = readFileSync(file, 'utf8');
  if (!source.includes(rule)) {
    console.log(`NOT FOUND  ${name}: ${rule}`);
    survived += 1;
    continue;
  }
  writeFileSync(file, source.replace(rule, flipped));
  const run = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'tests/verdict', '--bail', '1'],
    { cwd: copy },
  );
  writeFileSync(file, source);
  if (run.status === 0) survived += 1;
  console.log(`${run.status === 0 ? 'SURVIVED ' : 'killed   '}  ${name}: ${rule.slice(0, 90)}`);
}
rmSync(copy, { recursive: true, force: true });
console.log(`${flips.length} flips, ${survived} survived`);
process.exitCode = survived === 0 ? 0 : 1;
