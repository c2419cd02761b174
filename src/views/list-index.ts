import type { FiltersView } from './filters.ts';
import { nameList, viewFilters } from './filters.ts';
import type { Index } from './lists.ts';
import type { Edition } from './overview.ts';
import { pathOf } from './published.ts';

/** All groups of a kind, by name. */
export interface IndexView {
  title: string;
  description: string;
  filters: FiltersView | null;
  groups: { name: string; href: string; shops: string; open: string }[];
}

/** The page of all groups of a kind: what the filters have no room for. */
export function viewIndex({ published, lists, words }: Edition, index: Index): IndexView {
  const { page } = words;
  const title = page.lists.groups[index.kind];
  const byName = index.lists.toSorted((a, b) => a.name.localeCompare(b.name, words.language));
  return {
    title,
    description: `${title}. ${words.question}`,
    filters: viewFilters(lists, { published, reading: { folder: index.folder, number: 1 }, words }),
    groups: byName.map((list) => ({
      name: nameList(list, words),
      href: pathOf(published, list.folder),
      shops: page.lists.shops(list.sites.length),
      open: page.lists.open(list.sites.filter(({ answer }) => answer === 'no').length),
    })),
  };
}
