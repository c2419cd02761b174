import { servePrestaShop } from '../prestashop.ts';

/** A no: PrestaShop 8.2 without its last two updates. */
export const northBikes = servePrestaShop({
  id: 'north-bikes',
  version: '8.2.5',
  name: 'North Bikes',
  tagline: 'Bicycles for rain, hills and errands.',
  language: 'gb',
  currency: { name: 'British Pound Sterling', code: 'GBP', sign: '£' },
  theme: 'classic',
  php: '8.1.31',
  accent: '#1d4f91',
  products: [
    ['Errand, seven gears', '£640.00', 'Steel frame, mudguards, basket.'],
    ['Hill, eleven gears', '£1,180.00', 'Light frame, disc brakes.'],
    ['Wool gloves', '£24.00', 'Windproof, five sizes.'],
    ['Hub service', '£45.00', 'While you wait, Tuesdays.'],
  ],
  footer: '© 2026 North Bikes. Ecommerce software by PrestaShop.',
});
