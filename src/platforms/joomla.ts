import type { Platform } from './platform.ts';
import { asset, generator, markup, textFile } from './signals.ts';

/** Its manifest states the release and is served by default; where it is closed, language file and hashes narrow it down. */
export const joomla: Platform = {
  id: 'joomla',
  name: 'Joomla',
  signals: [
    // <meta name="generator" content="Joomla! - Open Source Content Management">, all releases; templates can replace it
    generator('strong', /^Joomla! /, 'generator names Joomla'),
    // <script type="application/json" class="joomla-script-options new">, 3.7 and later
    markup('strong', /^<script [^>]{0,200}class="joomla-script-options\b/, 'page carries Joomla script options'),
    // /media/system/js/core.min.js?37e4f2, /media/system/js/mootools-core.js (2.5)
    asset('half', /\/media\/system\/js\/(?:core|caption|mootools)\b/, 'page loads scripts of Joomla'),
    // /media/jui/js/jquery.min.js (3.x), /media/vendor/joomla-custom-elements/js/joomla-alert.min.js (4.0 and later)
    asset('half', /\/media\/(?:jui|vendor\/joomla-custom-elements)\//, 'page loads libraries of Joomla'),
    // /media/templates/site/cassiopeia/css/template.min.css, 4.1 and later
    asset('half', /\/media\/templates\/site\//, 'page loads files of a Joomla template'),
    // /components/com_virtuemart/assets/css/vm-ltr-common.css
    asset('hint', /\/components\/com_[a-z]/, 'page loads files of a Joomla component'),
    // # If the Joomla site is installed within a folder; often left behind after a move to another system
    textFile(
      'half',
      '/robots.txt',
      /^# If the Joomla site is installed within a folder/m,
      'robots.txt is that of Joomla',
    ),
  ],
  versionRules: [
    {
      kind: 'generator',
      rule: 'generator states the Joomla release',
      path: null,
      // Joomla! - Open Source Content Management - Version 3.9.28, where the owner switched it on
      pattern: /^Joomla! - Open Source Content Management - Version (\d[\w.-]{0,30})/,
      bound: 'exact',
    },
    {
      kind: 'text-file',
      rule: 'manifest states the Joomla release',
      path: '/administrator/manifests/files/joomla.xml',
      // <name>files_joomla</name> ... <version>5.2.0</version>, 2.5.0 and later
      pattern: /^(?=[\s\S]{0,800}?<name>files_joomla<\/name>)[\s\S]{0,1600}?<version>(\d[\w.-]{0,30})<\/version>/,
      bound: 'exact',
    },
    {
      kind: 'text-file',
      rule: 'English language file is not newer than the release',
      path: '/language/en-GB/langmetadata.xml',
      // <metafile client="site"> ... <version>5.2.0</version>, 4.0 and later; language files can lag behind
      pattern:
        /^(?=[\s\S]{0,400}?<metafile client="site">)[\s\S]{0,1200}?<version>(\d{1,2}\.\d{1,3}\.\d{1,3})<\/version>/,
      bound: 'at-least',
    },
    {
      kind: 'asset-version',
      rule: 'page loads from a folder that came with Joomla 4',
      path: null,
      // /media/vendor/joomla-custom-elements/js/joomla-alert.min.js
      pattern: /\/media\/vendor\//,
      bound: 'at-least',
      version: '4.0.0',
    },
    {
      kind: 'asset-version',
      rule: 'page loads from a folder that came with Joomla 4.1',
      path: null,
      // /media/templates/site/cassiopeia/css/template.min.css
      pattern: /\/media\/templates\/site\//,
      bound: 'at-least',
      version: '4.1.0',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};
