import { cp, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AstroInlineConfig, build } from 'astro';
import { forgetReports, loadReports } from '../src/reports.ts';
import { dataFolder, readArguments } from './arguments.ts';
import type { PageSource } from './astro.ts';
import { configureAstro } from './astro.ts';
import { openFormer } from './former.ts';
import { keepPages } from './prerender.ts';
import { hashProgram } from './program-version.ts';
import { runCommand } from './run.ts';
import { writeSiteFolders, writeSitemapFiles } from './site-folders.ts';
import { prepareStaging, type Staging, stageBeside, swapIn } from './swap.ts';

const usage = `npm run build -- [options]
Makes the pages of what was scanned: static files that can be published anywhere.
Exit codes: 0 done, 1 the data cannot be used, 2 misconfigured.`;

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Where Astro writes. Outside of the project it would keep its server chunks in a folder that all builds share, so such
 * a build is made inside and copied; what a killed one of the same name left there is cleared away.
 */
async function chooseWorkshop({ out, next }: Staging): Promise<string> {
  const isInside = !relative(process.cwd(), next).startsWith('..');
  return isInside ? next : (await stageBeside(basename(out))).next;
}

/** Makes a whole build in `workshop`; gives what is to be done once it has taken the place of the former one. */
async function buildInto(workshop: string, { out }: Staging, settings: AstroInlineConfig): Promise<() => void> {
  const { integrations = [], base = '/', ...config } = settings;
  const program = hashProgram(root);
  const former = openFormer({ indexes: join(root, '.build', 'cache', 'former'), out, workshop, program });
  const pages: string[] = [];
  await build({
    ...config,
    base,
    outDir: workshop,
    integrations: [...integrations, keepPages({ base, former, pages })],
  });
  const reports = await loadReports();
  await writeSiteFolders(reports, { out: workshop, former });
  writeSitemapFiles(reports, workshop, pages);
  return () => {
    // where somebody worked on the program meanwhile, nobody knows which one made the pages
    if (hashProgram(root) === program) former.save();
  };
}

/** Builds the pages beside `out` and swaps them in when they are complete, so that no half-built site is ever published. */
export async function buildSite(options: PageSource & { out: string; log: (line: string) => void }): Promise<void> {
  const started = performance.now();
  const settings = await configureAstro(options);
  forgetReports();
  const staging = await prepareStaging(options.out);
  const workshop = await chooseWorkshop(staging);
  try {
    const finish = await buildInto(workshop, staging, settings);
    if (workshop !== staging.next) await cp(workshop, staging.next, { recursive: true });
    await swapIn(staging);
    finish();
  } finally {
    await rm(workshop, { recursive: true, force: true });
    await rm(staging.next, { recursive: true, force: true });
  }
  options.log(`Built ${options.out} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (import.meta.main) {
  await runCommand(async () => {
    const { texts } = readArguments(usage, {
      data: { value: 'DIR', means: "what was scanned (default data, or the demo's own folder)" },
      out: { value: 'DIR', means: 'where the pages are written (default dist)' },
      disclosure: { value: 'LEVEL', means: "full, after-patch or answer-only, in place of every site's own" },
    });
    const data = dataFolder({ data: texts['data'] });
    await buildSite({ data, out: texts['out'] ?? 'dist', disclosure: texts['disclosure'], log: console.log });
    return 0;
  });
}
