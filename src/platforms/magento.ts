import type { Platform } from './platform.ts';
import { asset, cookie, header, markup, versionEndpoint } from './signals.ts';

/** Magento 2 and Adobe Commerce: states its line, never its patch; hashes under the static base narrow the rest. */
export const magento: Platform = {
  id: 'magento',
  name: 'Magento',
  signals: [
    // <script type="text/x-magento-init">{"*":{"Magento_Ui/js/core/app":...
    markup('strong', /^<script [^>]{0,500}type="text\/x-magento-init"/, 'page carries Magento initialisation'),
    // /static/version1712345678/frontend/Magento/luma/en_US/mage/calendar.css
    asset(
      'strong',
      /\/static\/(?:version\d{1,12}\/)?frontend\/\w{1,60}\/[\w-]{1,60}\/[a-z]{2,3}_[A-Za-z_]{2,8}\//,
      'page loads files from the Magento static folder',
    ),
    // <div data-mage-init='{"menu":{...}}'>
    markup('half', /^<\w{1,20} [^>]{0,1000}data-mage-init="/, 'markup of Magento widgets'),
    // X-Magento-Vary, mage-cache-sessid, private_content_version
    cookie('half', /^(?:X-Magento-Vary|mage-cache-sessid|private_content_version)$/, 'cookie of Magento'),
    // X-Magento-Cache-Debug: HIT, X-Magento-Tags: store,cms_b
    header('half', 'x-magento-cache-debug', /./, 'cache header of Magento'),
    header('half', 'x-magento-tags', /./, 'cache tags of Magento'),
    // Magento/2.4 (Community)
    versionEndpoint('certain', '/magento_version', /^Magento\/\d/, 'version address answers as Magento'),
  ],
  versionRules: [
    {
      kind: 'version-endpoint',
      rule: 'version address states the line',
      path: '/magento_version',
      // Magento/2.4 (Community), all releases
      pattern: /^Magento\/(\d{1,3}\.\d{1,3})/,
      bound: 'line',
    },
  ],
  versionPlace: { kind: 'composer', name: 'magento/product-community-edition' },
  nameRules: [
    {
      kind: 'api-schema',
      rule: 'fields of the public interface bound the release',
      from: 'version-endpoint',
      // {__type(name:"StoreConfig"){fields{name}}}; answered over GET since 2.3.2, unless introspection is switched off
      path: '/graphql?query=%7B__type(name%3A%22StoreConfig%22)%7Bfields%7Bname%7D%7D%7D',
      // {"data":{"__type":{"fields":[{"name":"absolute_footer"},{"name":"allow_items"}]}}}
      list: /^\s{0,5}\{"data":\{"__type":\{"fields":\[([^\]]{1,60000})\]/,
      name: /"name":"(\w{1,80})"/,
      fit: 'since',
    },
  ],
  // /static/version1712345678/frontend/...: written when the static files were deployed
  deployTime: { rule: 'files were deployed then', pattern: /\/static\/version(\d{10})\// },
  hasFileHashes: true,
  // /static/version1712345678/frontend/Magento/luma/en_US
  staticBase: /\/static\/(?:version\d{1,12}\/)?frontend\/\w{1,60}\/[\w-]{1,60}\/[a-z]{2,3}_[A-Za-z_]{2,8}(?=\/)/,
  // Magento/2.4 (Enterprise), Magento/2.4 (B2B)
  commerceEdition: { path: '/magento_version', pattern: /^Magento\/\d[\d.]{0,10} \((?:Enterprise|B2B|Commerce)/ },
};
