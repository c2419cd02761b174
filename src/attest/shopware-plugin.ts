import { z } from 'zod';
import type { Proof } from '../model/attested.ts';
import { plainVersion, readPackages } from './composer.ts';
import { DocumentError, parseDocument } from './document.ts';

const Name = z.string().max(200);
const Ids = z.union([z.array(z.string().max(200)).max(2_000), z.record(z.string().max(200), z.unknown())]);

/** The plugin's own composer.json, or its entry in a composer.lock. */
const Plugin = z.object({
  name: Name,
  version: z.string().max(200),
  /** `ignored-cves`: the flaws that this release of the plugin closes, for `composer audit`. */
  extra: z.object({ shopware: z.object({ 'ignored-cves': Ids.default([]) }) }).optional(),
});
type Plugin = z.infer<typeof Plugin>;

/** `bin/console plugin:list --json` */
const PluginList = z.array(z.object({ name: Name, active: z.boolean().default(false) })).max(5_000);

const packages: ReadonlySet<string> = new Set(['swag/platform-security', 'store.shopware.com/swagplatformsecurity']);
const remedy = 'name the composer.json of the plugin, in custom/plugins/SwagPlatformSecurity or in vendor';

/** A list of plugins says whether this one runs, never what it closes. */
function refuseList(document: unknown): never {
  const list = parseDocument(PluginList, document, '"bin/console plugin:list --json"');
  const plugin = list.find(({ name }) => name === 'SwagPlatformSecurity');
  if (plugin === undefined) throw new DocumentError('SwagPlatformSecurity is not in it', 'install the plugin');
  if (!plugin.active) throw new DocumentError('SwagPlatformSecurity is not active', 'activate the plugin');
  throw new DocumentError('it does not say which flaws the plugin closes', remedy);
}

function findPlugin(document: unknown): Plugin {
  if (Array.isArray(document)) refuseList(document);
  const own = Plugin.safeParse(document);
  if (own.success && packages.has(own.data.name)) return own.data;
  const entry = readPackages(document).find(({ name }) => packages.has(name));
  if (entry === undefined) throw new DocumentError("Shopware's security plugin is not in it", remedy);
  return parseDocument(Plugin, entry, "Shopware's security plugin");
}

/** The flaws that the installed release of Shopware's security plugin closes. Its own version says nothing of the shop's. */
export function readShopwarePlugin(document: unknown): Proof[] {
  const { version, extra } = findPlugin(document);
  if (plainVersion(version) === null) throw new DocumentError('it names no release of the plugin', remedy);
  const ids = extra?.shopware['ignored-cves'] ?? [];
  const named = Array.isArray(ids) ? ids : Object.keys(ids);
  const covers = named.filter((id) => /^(?:CVE-\d{4}-\d{4,9}|GHSA(?:-[a-z0-9]{4}){3})$/.test(id));
  if (covers.length === 0) throw new DocumentError('it does not say which flaws the plugin closes', remedy);
  return [{ covers: [...new Set(covers)], product: 'shopware6' }];
}
