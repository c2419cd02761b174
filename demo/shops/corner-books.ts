import { servePrestaShop } from '../prestashop.ts';

/** A yes: the newest PrestaShop. */
export const cornerBooks = servePrestaShop({
  id: 'corner-books',
  version: '9.1.4',
  name: 'Corner Books',
  tagline: 'Second-hand novels and new poetry, since 1987.',
  language: 'en',
  currency: { name: 'Euro', code: 'EUR', sign: '€' },
  theme: 'hummingbird',
  php: '8.4.11',
  accent: '#1f5c4d',
  products: [
    ['A Short Walk in Winter', '€14.00', 'Poems, hardback, 96 pages.'],
    ['The Lighthouse Keeper’s Almanac', '€9.50', 'Novel, second hand, good condition.'],
    ['Bread for Beginners', '€22.00', 'Forty recipes that need one bowl.'],
    ['Reading glasses, round', '€18.00', 'Tortoise, +1.0 to +3.0.'],
  ],
  footer: '© 2026 Corner Books. Ecommerce software by PrestaShop.',
});
