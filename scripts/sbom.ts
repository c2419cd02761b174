import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { readArguments } from './arguments.ts';
import { runCommand } from './run.ts';

const usage = `npm run -s sbom -- [options]
Prints what Patchproof is made of as CycloneDX 1.6, read from package-lock.json: same lock, same bytes.`;

/** What is read of npm's own document (CycloneDX 1.5); everything else passes as it is. */
const NpmBom = z.looseObject({
  specVersion: z.literal('1.5'),
  metadata: z.looseObject({ component: z.looseObject({}) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

function byText<T>(key: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}

/** npm names the component after the folder, and puts clock, chance and its own version into the document. */
function makeReproducible(text: string, name: string) {
  const { serialNumber, metadata, components, dependencies, ...rest } = NpmBom.parse(JSON.parse(text));
  const { timestamp, tools, component, ...about } = metadata;
  return {
    ...rest,
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    specVersion: '1.6',
    metadata: { ...about, component: { ...component, type: 'application', name } },
    components: components.sort(byText((each) => each['bom-ref'])),
    dependencies: dependencies
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.sort() }))
      .sort(byText(({ ref }) => ref)),
  };
}

await runCommand(async () => {
  const { texts } = readArguments(usage, { out: { value: 'FILE', means: 'write it there instead' } });
  const { name } = z.object({ name: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const given = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const shell = process.platform === 'win32';
  const said = execFileSync(npm, given, { encoding: 'utf8', maxBuffer: 1e8, shell });
  const document = `${JSON.stringify(makeReproducible(said, name), null, 2)}\n`;
  if (texts['out'] === undefined) process.stdout.write(document);
  else writeFileSync(texts['out'], document);
  return 0;
});
