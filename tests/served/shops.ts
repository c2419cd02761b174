import { createHash } from 'node:crypto';
import { nameTable } from '../../src/embedded.ts';
import type { Day } from '../../src/model/time.ts';
import { serve } from '../lib/serve.ts';
import { fixtures } from '../platforms/fixtures.ts';
import { releasedBy } from './record.ts';

/*
 * Shops that show platform and release as installs do: the answers of tests/fixtures/platforms, with the release put in
 * where the platform prints it. Files that are known by their hash only have no bytes to serve: they are missing.
 */

/** What a shop runs, and since when. */
interface Install {
  version: string;
  day: Day;
  /** Host without port. */
  host: string;
}

interface Face {
  fixture: string;
  /** Texts of the fixture that tell the release or the time, and what this install prints there. */
  edits?: (install: Install) => readonly (readonly [was: string, is: string])[];
  /** `proof`: the page proves the release. `text`: it states it. Absent: it bounds it at most. */
  tells?: 'proof' | 'text';
}

interface Page {
  status: number;
  headers: [string, string][];
  body: string;
}

function secondsOf(day: Day): string {
  return String(Date.parse(`${day}T12:00:00Z`) / 1_000);
}

function lineOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** Names of the table that a release lists, in the table's spelling; those of its newest release where it lacks this one. */
function namesOf(product: string, version: string): string[] {
  const table = nameTable(product);
  if (table === null) throw new Error(`There is no name table of ${product}.`);
  const at = table.versions.includes(version) ? table.versions.indexOf(version) : table.versions.length - 1;
  return Object.entries(table.names).flatMap(([name, releases]) => (releases.includes(at) ? [name] : []));
}

/** `\u007B\u0022v6.6.0.0\u0022\u003Atrue\u007D`, as Shopware escapes its flags. */
function featuresOf(version: string): string {
  const flags = namesOf('shopware6', version).map((name) => `\\u0022${name}\\u0022\\u003Afalse`);
  return `JSON.parse('\\u007B${flags.join(',')}\\u007D')`;
}

/** `APP_CVWQGSTJ_CSS` -> `app-CVWQGSTJ.css` */
function builtName(version: string, type: 'CSS' | 'JS'): string {
  const name = namesOf('bagisto', version).find((each) => each.startsWith('APP_') && each.endsWith(`_${type}`)) ?? '';
  const checksum = name.split('_').slice(1, -1).join('_');
  return `app-${checksum}.${type.toLowerCase()}`;
}

function shopwareFeatures(): string {
  const body = fixtures.find(([name]) => name === 'shopware6')?.[1].exchanges[0]?.body ?? '';
  return /JSON\.parse\('[^']*'\)/.exec(body)?.[0] ?? '';
}

/** The release of WordPress that was the latest on a day. */
function wordpressOn(day: Day): string {
  return releasedBy('wordpress', day).at(-1)?.version ?? '';
}

const faces: Record<string, Face> = {
  abantecart: { fixture: 'abantecart', tells: 'text', edits: ({ version }) => [['1.4.3', version]] },
  bagisto: {
    fixture: 'bagisto',
    edits: ({ version }) => [
      ['app-CVWqGsTj.css', builtName(version, 'CSS')],
      ['app-DqehSgGr.js', builtName(version, 'JS')],
    ],
  },
  cubecart: { fixture: 'cubecart' },
  drupal: { fixture: 'drupal', tells: 'text', edits: ({ version }) => [['9.5.11', version]] },
  eccube: { fixture: 'eccube' },
  joomla: { fixture: 'joomla', tells: 'text', edits: ({ version }) => [['5.2.0', version]] },
  litecart: { fixture: 'litecart', edits: () => [['jquery-3.6.4', 'jquery-3.7.1']] },
  magento: {
    fixture: 'magento',
    edits: ({ version, day }) => [
      ['Magento/2.3', `Magento/${lineOf(version)}`],
      ['/version1712345678/', `/version${secondsOf(day)}/`],
    ],
  },
  magento1: { fixture: 'magento1' },
  opencart: { fixture: 'opencart' },
  openmage: { fixture: 'openmage' },
  oxid: { fixture: 'oxid' },
  prestashop: {
    fixture: 'prestashop',
    tells: 'proof',
    edits: ({ version, host }) => [
      ['570e267686e86fedac6ce58789b8989a', createHash('md5').update(`${version}ps-s1${host}`).digest('hex')],
    ],
  },
  saleor: { fixture: 'saleor' },
  shopware5: {
    fixture: 'shopware5',
    tells: 'text',
    edits: ({ version, day }) => [
      ['Shopware 5.7.18', `Shopware ${version}`],
      ['/web/cache/1695000000_', `/web/cache/${secondsOf(day)}_`],
    ],
  },
  shopware6: {
    fixture: 'shopware6',
    edits: ({ version, day }) => [
      [shopwareFeatures(), featuresOf(version)],
      ['?1705917600', `?${secondsOf(day)}`],
    ],
  },
  solidus: { fixture: 'solidus' },
  spree: { fixture: 'spree-5' },
  sylius: { fixture: 'sylius' },
  thirtybees: { fixture: 'thirtybees' },
  vendure: { fixture: 'vendure' },
  woocommerce: {
    fixture: 'woocommerce',
    tells: 'text',
    edits: ({ version, day }) => [
      ['WordPress 6.9', `WordPress ${wordpressOn(day)}`],
      ['10.5.0', version],
    ],
  },
  wordpress: { fixture: 'wordpress', tells: 'text', edits: ({ version }) => [['6.8.1', version]] },
  zencart: { fixture: 'zencart', edits: () => [['Modified in v2.1.0', 'Modified in v1.5.7']] },
};

const missing: Page = { status: 404, headers: [['content-type', 'text/plain']], body: 'Not Found' };

/** From 10.1.7 on the installer of Drupal tells nothing; scripts that are not bundled do. */
const unbundledDrupal: Face = {
  fixture: 'drupal-unbundled',
  tells: 'text',
  edits: ({ version }) => [['10.3.7', version]],
};

function faceOf(product: string, version: string): Face {
  const face = product === 'drupal' && !version.startsWith('9.') ? unbundledDrupal : faces[product];
  if (face === undefined) throw new Error(`No shop of ${product} is described.`);
  return face;
}

/** How much of its release such a shop tells. */
export function tellsOf(product: string, version: string): Face['tells'] {
  return faceOf(product, version).tells;
}

/** What a shop that stacks two products runs besides. */
export function besides(product: string, day: Day): { product: string; version: string }[] {
  return product === 'woocommerce' ? [{ product: 'wordpress', version: wordpressOn(day) }] : [];
}

/** Its pages by path; everything else is missing. */
function pagesOf(product: string, install: Install, port: string): Map<string, Page> {
  const { fixture, edits } = faceOf(product, install.version);
  const exchanges = fixtures.find(([name]) => name === fixture)?.[1].exchanges ?? [];
  const changes = [
    ...(edits?.(install) ?? []),
    ['https://shop.example', `http://${install.host}:${port}`],
    ['shop.example', install.host],
  ] as const;
  const print = (text: string) => changes.reduce((printed, [was, is]) => printed.replaceAll(was, () => is), text);
  const all = JSON.stringify(exchanges);
  const lost = (edits?.(install) ?? []).filter(([was]) => !all.includes(JSON.stringify(was).slice(1, -1)));
  if (lost.length > 0) throw new Error(`${fixture}.json does not show ${lost.map(([was]) => was).join(', ')}.`);
  return new Map(
    exchanges.flatMap(({ path, status = 200, headers = [['content-type', 'text/html; charset=utf-8']], body = '' }) => {
      const page: Page = { status, headers: headers.map(([name, value]) => [name, print(value)]), body: print(body) };
      return body === '' ? [] : [[print(path), page] as const];
    }),
  );
}

/** Opens such a shop for the length of one test, and gives its address. */
export async function openShop(product: string, install: Omit<Install, 'host'>): Promise<string> {
  const pages = new Map<string, Page>();
  const { base } = await serve(({ path }, response) => {
    const { status, headers, body } = pages.get(path) ?? missing;
    for (const [name, value] of headers) response.appendHeader(name, value);
    response.writeHead(status).end(body);
  });
  const { port } = new URL(base);
  const host = 'shop.localhost';
  for (const [path, page] of pagesOf(product, { ...install, host }, port)) pages.set(path, page);
  return `http://${host}:${port}/`;
}
