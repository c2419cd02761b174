import type { Platform } from './platform.ts';
import { asset, markup, script } from './signals.ts';

/**
 * Once Hybris. Not vendor-hosted: on their own servers customers patch it themselves, and in SAP's cloud they choose and
 * deploy the release as well. Nothing public tells it, so there are no version rules and no hashes.
 */
export const sapCommerce: Platform = {
  id: 'sap-commerce',
  name: 'SAP Commerce',
  signals: [
    // ACC.config.themeResourcePath = "/_ui/desktop/theme-"; ACC.config.contextPath = "";
    script(
      'half',
      /\bACC\.config\.(?:contextPath|encodedContextPath|rootPath) ?= ?["']/,
      'page sets the accelerator object',
    ),
    // /_ui/responsive/common/css/main.css, /_ui/desktop/common/js/acc.cart.js, /_ui/addons/...
    asset('half', /\/_ui\/(?:responsive|desktop|addons|shared)\//, 'page loads files of the SAP accelerator'),
    // <div class="yCmsContentSlot login-left-content-slot">; pages of other software keep the class when they copy a design
    markup(
      'hint',
      /^<\w{1,10} [^>]{0,300}\byCms(?:ContentSlot|Component)\b/,
      'page names slots of the SAP content system',
    ),
    // <meta name="occ-backend-base-url" content="https://api.example.com" />, Spartacus storefronts
    markup('half', /^<meta name="occ-backend-base-url"/, "page names the address of SAP Commerce's shop interface"),
    // <cx-storefront ng-version="15.2.9">, rendered by the server
    markup('half', /^<cx-storefront\b/, 'page is a Spartacus storefront'),
    // <script id="spartacus-app-state" type="application/json">, rendered by the server
    markup('half', /^<script [^>]{0,100}id="spartacus-app-state"/, 'page carries the state of a Spartacus storefront'),
  ],
  versionRules: [],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: false,
};
