import type { Platform } from './platform.ts';
import { asset, cookie } from './signals.ts';

/** Headless: shown by the cookies of its starter storefront, else not at all. Nothing public tells the release. */
export const medusa: Platform = {
  id: 'medusa',
  name: 'Medusa',
  signals: [
    // Set-Cookie: _medusa_cache_id=... on the first visit, _medusa_cart_id and _medusa_jwt later
    cookie('strong', /^_medusa_(?:cache_id|cart_id|jwt|customer_token)$/, 'cookie of the Medusa storefront'),
    // /_next/image?url=https%3A%2F%2Fmedusa-public-images.s3.eu-west-1.amazonaws.com%2Ftee-black-front.png&w=640&q=50; images of the demo products
    asset('hint', /\/_next\/image\?url=https%3A%2F%2Fmedusa-/, 'page loads images from a Medusa store'),
  ],
  versionRules: [],
  versionPlace: { kind: 'npm', name: '@medusajs/medusa' },
  hasFileHashes: false,
};
