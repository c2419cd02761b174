import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import { ConfigError } from '../src/lib/errors.ts';
import { Disclosure } from '../src/model/site.ts';
import { openStore } from '../src/store.ts';
import { shareSource } from './shared-source.ts';

/** What the pages are made of. */
export interface PageSource {
  /** Data folder. */
  data: string;
  /** Takes the place of every site's own level. */
  disclosure?: string | undefined;
}

/** Tells the pages where their data is, and Astro where the result is published. Throws ConfigError on an unknown level. */
export async function configureAstro({ data, disclosure }: PageSource): Promise<AstroInlineConfig> {
  const level = Disclosure.optional().safeParse(disclosure);
  if (!level.success) {
    throw new ConfigError(
      '--disclosure',
      `--disclosure ${disclosure} is no level. Allowed: ${Disclosure.options.join(', ')}.`,
    );
  }
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['PATCHPROOF_DATA'] = resolve(data);
  process.env['PATCHPROOF_DISCLOSURE'] = level.data ?? '';
  const listing = await openStore(data).readListing();
  if (listing === null) {
    throw new ConfigError(
      data,
      `${data} holds no sites.json: nothing was scanned into it. Remedy: run "npm run scan" first, or name another folder with --data.`,
    );
  }
  const { origin, pathname } = new URL(listing.url);
  return {
    root: fileURLToPath(new URL('..', import.meta.url)),
    site: origin,
    base: pathname,
    logLevel: 'error',
    integrations: [shareSource()],
  };
}
