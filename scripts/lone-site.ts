import { loadConfig } from '../src/config/index.ts';
import { ConfigError } from '../src/lib/errors.ts';
import type { Config } from '../src/model/config.ts';
import { soleSite } from './scanning.ts';

/** The listed site with that address, else a site of its own. */
export async function siteFor(url: string, file: string): Promise<Config> {
  const config = await loadConfig(file);
  const address = URL.parse(url);
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw new ConfigError(
      'URL',
      `${url}: not an address. Allowed: an http or https URL, such as https://shop.example/.`,
    );
  }
  const listed = config.sites.find((site) => new URL(site.url).href === address.href);
  // Only a demo shop is judged as of the demo's day: any other is judged by what is known now.
  return listed === undefined
    ? { ...config, demo: false, sites: [soleSite('checked', address)] }
    : { ...config, sites: [listed] };
}
