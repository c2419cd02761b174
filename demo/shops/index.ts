import type { Shop } from '../shop.ts';
import { alpineOutdoor } from './alpine-outdoor.ts';
import { cornerBooks } from './corner-books.ts';
import { harbourWines } from './harbour-wines.ts';
import { lanternGarden } from './lantern-garden.ts';
import { northBikes } from './north-bikes.ts';
import { oldTownTea } from './old-town-tea.ts';
import { paperKites } from './paper-kites.ts';
import { silverThread } from './silver-thread.ts';

/** Every demo shop. */
export const shops: Shop[] = [
  alpineOutdoor,
  cornerBooks,
  harbourWines,
  lanternGarden,
  northBikes,
  oldTownTea,
  paperKites,
  silverThread,
];
