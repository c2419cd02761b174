import { cp, rm } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AstroInlineConfig, build } from 'astro';
import { dataFolder, readArguments } from './arguments.ts';
import type { PageSource } from './astro.ts';
import { configureAstro } from './astro.ts';
import { openPageCache, rememberPages } from './page-cache.ts';
import { hashProgram } from './program-version.ts';
import { runCommand } from './run.ts';
import { writeSiteFolders } from './site-folders.ts';
import { prepareStaging, type Staging, stageBeside, swapIn } from './swap.ts';

const usage = `npm run build -- [options]
Makes the pages of what was scanned: static files that can be published anywhere.
Exit codes: 0 done, 1 the data cannot be used, 2 misconfigured.`;

/**
 * Where Astro writes. Outside of the project it would keep its server chunks in a folder that all builds share, so such
 * a build is made inside and copied; what a killed one of the same name left there is cleared away.
 */
async function chooseWorkshop({ out, next }: Staging): Promise<string> {
  const isInside = !relative(process.cwd(), next).startsWith('..');
  return isInside ? next : (await stageBeside(basename(out))).next;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Lets Astro write all that is not in a site's folder, and the page in it. */
async function buildPages(config: AstroInlineConfig, data: string, outDir: string): Promise<void> {
  const version = hashProgram(root);
  const cache = openPageCache(join(root, '.build', 'cache', 'pages'), { data: resolve(data), version });
  await build({ ...config, outDir, integrations: [...(config.integrations ?? []), rememberPages(cache)] });
  // where somebody worked on the program meanwhile, nobody knows which one made the pages
  if (hashProgram(root) === version) cache.prune();
  else cache.clear();
}

/** Builds the pages beside `out` and swaps them in when they are complete, so that no half-built site is ever published. */
export async function buildSite(options: PageSource & { out: string; log: (line: string) => void }): Promise<void> {
  const started = performance.now();
  const config = await configureAstro(options);
  const staging = await prepareStaging(options.out);
  const workshop = await chooseWorkshop(staging);
  try {
    await buildPages(config, options.data, workshop);
    await writeSiteFolders(workshop);
    if (workshop !== staging.next) await cp(workshop, staging.next, { recursive: true });
    await swapIn(staging);
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
