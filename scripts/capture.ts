import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { embeddedFacts } from '../src/embedded.ts';
import { nextPath } from '../src/identify/index.ts';
import { ConfigError, ScanError } from '../src/lib/errors.ts';
import type { Snapshot } from '../src/model/snapshot.ts';
import { platforms } from '../src/platforms/index.ts';
import { probeSite } from '../src/probe/index.ts';
import { userAgentOf } from '../src/scan/listing.ts';
import { identifyContext, planContext } from '../src/scan/site.ts';
import { readArguments } from './arguments.ts';
import { type CapturedFixture, makeFixture } from './capture/fixture.ts';
import { siteFor } from './lone-site.ts';
import { runCommand } from './run.ts';

const usage = `npm run capture -- URL --out tests/fixtures/platforms/NAME.json [options]
Visits a shop as a scan does (few GET requests, robots.txt respected) and writes a fixture of what it showed, without
session ids, tokens, addresses and host name. Capture only shops that you run or may publish, and read the file before you
commit it.
Exit codes: 0 done, 1 something could not be processed, 2 misconfigured.`;

function readPlatform(id: string | undefined): string | undefined {
  const known = platforms.map((platform) => platform.id).sort();
  if (id === undefined || known.includes(id)) return id;
  throw new ConfigError('--platform', `--platform ${id}: unknown. Allowed: ${known.join(', ')}.`);
}

async function visit(url: string, file: string, hint: string | undefined): Promise<Snapshot> {
  const config = await siteFor(url, file);
  const [listed] = config.sites;
  if (listed === undefined) throw new ConfigError('URL', `${url}: no such site.`);
  const now = new Date().toISOString();
  const site = hint === undefined ? listed : { ...listed, platform: hint };
  const plan = planContext(site, { config, now, judgeSourceAge: false, factsOf: embeddedFacts, platforms });
  const snapshot = await probeSite(site, {
    userAgent: userAgentOf(config),
    at: now,
    nextPath: (seen) => nextPath(seen, plan),
  });
  if (snapshot.outcome === 'seen') return snapshot;
  const why = snapshot.problems.map(({ message }) => message).join(' ');
  throw new ScanError('capture', `${url} showed no page: it is ${snapshot.outcome}. ${why}`);
}

function describe({ platform, exchanges, expect }: CapturedFixture): string[] {
  const components = expect.components.map(({ product, versions, corroborated }) => {
    const set = versions.length > 12 ? `${versions.length} releases` : versions.join(', ') || 'version unknown';
    return `  ${product}: ${set}${corroborated ? '' : ' (not corroborated)'}`;
  });
  return [
    `${exchanges.length} answers, platform ${platform ?? 'none'}`,
    'Check this by hand: it is what Patchproof found, not what is true.',
    ...(components.length === 0 ? ['  nothing'] : components),
  ];
}

await runCommand(async () => {
  const { texts, positionals } = readArguments(usage, {
    out: { value: 'FILE', means: 'where to write the fixture' },
    platform: { value: 'ID', means: 'the product that runs there: a hint for the visit, and the owner of the fixture' },
    config: { value: 'FILE', means: 'whose contact is sent along (default sites.yaml)' },
  });
  const [url] = positionals;
  const out = texts['out'];
  if (url === undefined || positionals.length > 1 || out === undefined) {
    throw new ConfigError('command line', `One URL and --out FILE are needed.\n\n${usage}`);
  }
  const hint = readPlatform(texts['platform']);
  const snapshot = await visit(url, texts['config'] ?? 'sites.yaml', hint);
  const context = identifyContext({ factsOf: embeddedFacts, platforms });
  const { fixture, tally } = makeFixture(snapshot, context, hint);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(fixture, null, 2)}\n`);
  for (const line of describe(fixture)) console.log(line);
  for (const [kind, count] of tally) console.log(`Replaced: ${count} x ${kind}`);
  console.log(`${out} written. Names and texts of people and the shop are still in it: read it before you commit it.`);
  return 0;
});
