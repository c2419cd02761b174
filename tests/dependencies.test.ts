import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { makeFolder, runScript } from './build/built.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

const Manifest = z.looseObject({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});
const Locked = z.looseObject({
  version: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
});

const manifest = Manifest.parse(JSON.parse(read('package.json')));
const { '': own, ...packages } = z
  .looseObject({ packages: z.record(z.string(), Locked) })
  .parse(JSON.parse(read('package-lock.json'))).packages;

it('ARCHITECTURE.md gives a reason for every dependency, and for nothing else', () => {
  const section = /\n## Dependencies\n([\s\S]*?)\n## /.exec(read('ARCHITECTURE.md'))?.[1] ?? '';
  const rows = [...section.matchAll(/^\| (`[^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)];
  const named = rows.flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  const needed = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  expect(named.toSorted()).toEqual(needed.toSorted());
  for (const [, , why = '', without = ''] of rows) expect(Math.min(why.length, without.length)).toBeGreaterThan(10);
});

it('every version is exact, and the lock holds the same', () => {
  const { dependencies, optionalDependencies, devDependencies } = manifest;
  for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
  expect(own).toMatchObject({ dependencies, devDependencies });
});

it('every package is held by its hash and comes from no address of its own', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  for (const [path, { integrity, resolved }] of Object.entries(packages)) {
    expect(integrity, path).toMatch(/^sha512-/);
    expect(resolved, path).toBeUndefined();
  }
});

it('no package brings an install script but those that package.json decides about, and it allows none', () => {
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = new Set(scripted.map(([path]) => path.replace(/^.*node_modules\//, '')));
  expect(names).toEqual(new Set(Object.keys(manifest.allowScripts)));
  expect(Object.values(manifest.allowScripts)).not.toContain(true);
});

it('npm run sbom says the same twice, and holds every package of the lock', async () => {
  const Hash = z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) });
  const Part = z.looseObject({
    'bom-ref': z.string(),
    purl: z.string().startsWith('pkg:npm/'),
    hashes: z.tuple([Hash]),
  });
  const Bom = z.strictObject({
    $schema: z.literal('http://cyclonedx.org/schema/bom-1.6.schema.json'),
    bomFormat: z.literal('CycloneDX'),
    specVersion: z.literal('1.6'),
    version: z.literal(1),
    metadata: z.strictObject({ lifecycles: z.unknown(), component: z.looseObject({ name: z.literal('patchproof') }) }),
    components: z.array(Part),
    dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
  });
  const printed = await runScript('sbom', []);
  const file = `${await makeFolder()}/sbom.json`;
  await runScript('sbom', ['--out', file]);
  expect(readFileSync(file, 'utf8')).toBe(printed);

  const { components, dependencies } = Bom.parse(JSON.parse(printed));
  const locked = Object.entries(packages).map(
    ([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`,
  );
  const refs = components.map((part) => part['bom-ref']);
  expect(new Set(refs)).toEqual(new Set(locked));
  const known = new Set([...refs, 'patchproof@0.1.0']);
  expect(new Set(dependencies.map(({ ref }) => ref))).toEqual(known);
  for (const { dependsOn } of dependencies) for (const ref of dependsOn) expect(known).toContain(ref);
});

it('CI checks that the lock is complete', () => {
  expect(read('.ci/run')).toMatch(/^npm ci --dry-run/m);
  expect(() => execFileSync('bash', ['-n', '.ci/run'], { cwd: root })).not.toThrow();
});
