import type { Day } from '../../src/model/time.ts';
import { metadataFlaws } from './advisories.ts';
import type { Answer, Asked } from './answer.ts';
import { repositories } from './flaws.ts';
import { type Dated, linesBy, outdoneBy, recordOf, releasedBy, schemeOf } from './record.ts';

/* Every source of releases and support windows, as it stood at the end of a day. */

function isFinal({ prerelease }: Dated): boolean {
  return !prerelease;
}

/** Products of each page of endoflife.date. */
const lifecycles: Record<string, string[]> = {
  drupal: ['drupal'],
  joomla: ['joomla'],
  shopware: ['shopware6', 'shopware5'],
  sylius: ['sylius'],
  wordpress: ['wordpress'],
};

/** GET /api/v1/products/{product}/ */
function answerEndoflife(slug: string, day: Day): Answer {
  const products = lifecycles[slug];
  if (products === undefined) return undefined;
  const cycles = products.flatMap((product) => linesBy(product, day));
  const releases = cycles.map(({ branch, securitySupportEnds: ends, eol, own, newest }) => ({
    name: branch,
    releaseDate: own[0]?.date,
    isEol: ends === null ? eol : ends < day,
    eolFrom: ends,
    latest: { name: newest.version, date: newest.date },
  }));
  return { json: { schema_version: '1.2.1', result: { name: slug, releases } } };
}

const packages: Record<string, string> = {
  'bagisto/bagisto': 'bagisto',
  'drupal/core': 'drupal',
  'ec-cube/ec-cube': 'eccube',
  'openmage/magento-lts': 'openmage',
  'oxid-esales/oxideshop-ce': 'oxid',
  'prestashop/prestashop': 'prestashop',
  'shopware/core': 'shopware6',
  'sylius/sylius': 'sylius',
};

/** Tags that are no releases, and that the snapshot therefore lacks. */
const candidateTags: Record<string, [version: string, date: Day][]> = {
  'shopware/core': [['6.7.0.0-rc2', '2025-04-24']],
};

/** GET /p2/{vendor}/{package}.json, newest first; `time` stands only where it differs from the entry before. */
function answerMetadata(name: string, day: Day): Answer {
  const product = packages[name];
  if (product === undefined) return undefined;
  const candidates = (candidateTags[name] ?? []).map(([version, date]) => ({ version, date }));
  const tags = [...releasedBy(product, day).reverse(), ...candidates.filter(({ date }) => date <= day)];
  const list = tags.map(({ version, date }, i) => ({
    ...(i === 0 ? { name } : {}),
    version: `v${version}`,
    ...(tags[i - 1]?.date === date ? {} : { time: `${date}T09:00:00+00:00` }),
  }));
  const flaws = { 'security-advisories': metadataFlaws(product, day) };
  return { json: { minified: 'composer/2.0', packages: { [name]: list }, ...flaws } };
}

/** GET /repos/{owner}/{name}/releases, newest first. */
function answerGithub(repository: string, day: Day): Answer {
  const product = repositories[repository];
  if (product === undefined) return undefined;
  const newestFirst = releasedBy(product, day).sort((a, b) => b.date.localeCompare(a.date));
  const list = newestFirst.map(({ version, date, prerelease }) => {
    return { tag_name: `v${version}`, draft: false, prerelease, published_at: `${date}T10:00:00Z` };
  });
  return { list, perPage: 100 };
}

/** core-releases.json of Adobe: a line of its own for most branches, one for four that ended together. */
function answerAdobe(day: Day): Answer {
  const lines = new Map<string, Record<string, unknown>>();
  for (const { branch, own, securitySupportEnds, commerceSupportEnds } of linesBy('magento', day)) {
    const key = /^2\.4\.[0-3]$/.test(branch) ? '2.4.0-2.4.3' : branch;
    const releases = own.map(({ version, date, security, openSource }) => ({
      // packages of Adobe Commerce alone are listed with a day
      publishedAt: openSource ? `${date}T14:03:27Z` : date,
      tagName: version,
      ...(security === true
        ? { releaseNotes: `/docs/release/notes/security-patches/${branch}-patches#${version}` }
        : {}),
    }));
    const before = lines.get(key)?.['releases'];
    lines.set(key, {
      releases: [...(Array.isArray(before) ? before : []), ...releases],
      'end-of-support': securitySupportEnds,
      ...(commerceSupportEnds === null ? {} : { 'end-of-extended-support': commerceSupportEnds }),
    });
  }
  return { json: Object.fromEntries(lines) };
}

function term(value: string): string {
  return `<term><name>Release type</name><value>${value}</value></term>`;
}

/** GET /release-history/drupal/current: Drupal 8 and later, newest first. */
function answerDrupal(day: Day): Answer {
  const lines = linesBy('drupal', day).filter(({ branch }) => branch !== '7');
  const supported = lines.filter(({ securitySupportEnds: ends }) => ends !== null && ends >= day);
  const outdone = outdoneBy('drupal', day);
  const releases = lines
    .flatMap(({ own }) => own)
    .map((release) => {
      const types = [
        release.security === null ? '' : term(release.security ? 'Security update' : 'Bug fixes'),
        outdone.has(release.version) ? term('Insecure') : '',
      ];
      const seconds = Date.parse(`${release.date}T16:00:00Z`) / 1_000;
      return `<release><name>drupal ${release.version}</name><version>${release.version}</version><status>published</status><date>${seconds}</date><terms>${types.join('')}</terms></release>`;
    });
  const branches = supported.map(({ branch }) => `${branch}.`).join(',');
  return {
    xml: `<?xml version="1.0" encoding="utf-8"?><project><title>Drupal core</title><short_name>drupal</short_name><supported_branches>${branches}</supported_branches><project_status>published</project_status><releases>${releases.reverse().join('')}</releases></project>`,
  };
}

/** /core/list.xml: the newest release of each line, for each of its minor releases. */
function answerJoomla(day: Day): Answer {
  const entries = linesBy('joomla', day).map(({ newest: { version } }) => {
    const target = version.split('.').slice(0, 2).join('.');
    return `<extension name="Joomla" element="joomla" type="file" version="${version}" targetplatformversion="${target}" detailsurl="https://update.joomla.org/core/extension_sts.xml"/>`;
  });
  return { xml: `<?xml version="1.0"?><extensionset name="Joomla Core">${entries.join('')}</extensionset>` };
}

/** GET /prestashop; the address of the notes calls a security release so. */
function answerPrestashop(day: Day): Answer {
  const json = releasedBy('prestashop', day)
    .filter(isFinal)
    .map(({ version, security }) => ({
      version,
      distribution: 'open_source',
      stability: 'stable',
      release_notes_url: `https://build.prestashop-project.org/news/prestashop-${version.replaceAll('.', '-')}-${security === true ? 'security' : 'maintenance'}-release/`,
    }));
  return { json };
}

/** releases.shopware.com, and releases.json of the source repository. */
function answerShopware(path: string, day: Day): Answer {
  if (path === '/shopware/shopware/trunk/releases.json') {
    const json = linesBy('shopware6', day).map(({ branch, own, securitySupportEnds }) => {
      return {
        version: branch,
        release_date: own[0]?.date,
        extended_eol: false,
        security_eol: securitySupportEnds ?? false,
      };
    });
    return { json };
  }
  const releases = releasedBy('shopware6', day).reverse();
  if (path === '/changelog/index.json') return { json: releases.map(({ version }) => version) };
  const release = releases.find(({ version }) => path === `/changelog/${version}.json`);
  if (release === undefined) return undefined;
  const fixedVulnerabilities = release.security === true ? [{ severity: 'high', link: 'https://example.com/' }] : [];
  return { json: { version: release.version, date: `${release.date}T10:00:00+00:00`, fixedVulnerabilities } };
}

/** api.wordpress.org: the marks of all releases, and what updaters are offered. */
function answerWordpress(path: string, day: Day): Answer {
  const releases = releasedBy('wordpress', day);
  const latest = releases.at(-1)?.version ?? '';
  if (path === '/core/version-check/1.7/') {
    const lines = linesBy('wordpress', day).map(({ newest: { version } }) => ({ response: 'autoupdate', version }));
    return { json: { offers: [{ response: 'upgrade', version: latest }, ...lines], translations: [] } };
  }
  const outdone = outdoneBy('wordpress', day);
  const markOf = (version: string) => (version === latest ? 'latest' : outdone.has(version) ? 'insecure' : 'outdated');
  return { json: Object.fromEntries(releases.map(({ version }) => [version, markOf(version)])) };
}

/** GET /plugins/info/1.2/?action=plugin_information */
function answerPlugin({ query, day }: Asked): Answer {
  if (query.get('request[slug]') !== 'woocommerce') return { json: { error: 'Plugin not found.' } };
  // those whose day nobody knows are out since the day of the snapshot
  const { dataOn, releases } = recordOf('woocommerce');
  const undated = releases.filter(({ date }) => date === null && dataOn < day);
  const versions = [...releasedBy('woocommerce', day), ...undated].map(({ version }) => version);
  const { compare, isPrerelease } = schemeOf('woocommerce');
  const offered = versions
    .filter((version) => !isPrerelease(version))
    .sort(compare)
    .at(-1);
  const zip = (version: string) => `https://downloads.wordpress.org/plugin/woocommerce.${version}.zip`;
  const tags = Object.fromEntries([...versions, 'trunk'].map((version) => [version, zip(version)]));
  return { json: { name: 'WooCommerce', slug: 'woocommerce', version: offered, versions: tags } };
}

/** What the sources of releases answer. */
export function answerReleases(asked: Asked): Answer {
  const { path, day } = asked;
  const [, kind = '', name = ''] =
    /^\/(api\/v1\/products|p2|repos)\/(.{1,100}?)(?:\/|\.json|\/releases)$/.exec(path) ?? [];
  if (kind === 'api/v1/products') return answerEndoflife(name, day);
  if (kind === 'p2') return answerMetadata(name, day);
  if (kind === 'repos') return answerGithub(name, day);
  if (path.endsWith('/_jekyll/_data/release/core-releases.json')) return answerAdobe(day);
  if (path === '/release-history/drupal/current') return answerDrupal(day);
  if (path === '/core/list.xml') return answerJoomla(day);
  if (path === '/prestashop') return answerPrestashop(day);
  if (path.startsWith('/changelog/') || path.startsWith('/shopware/')) return answerShopware(path, day);
  if (path === '/core/stable-check/1.0/' || path === '/core/version-check/1.7/') return answerWordpress(path, day);
  return path === '/plugins/info/1.2/' ? answerPlugin(asked) : undefined;
}
