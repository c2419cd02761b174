import type { PublicSite } from './disclose.ts';
import type { Published } from './published.ts';

/** Sites that have something in common. */
export interface Group {
  kind: 'answer' | 'platform' | 'maintainer' | 'tag';
  name: string;
  slug: string;
  sites: PublicSite[];
}

const folders = { answer: 'answers', platform: 'platforms', maintainer: 'maintainers', tag: 'tags' } as const;

/** Letters and digits of any script, joined by hyphens. */
function slugOf(name: string): string {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-');
}

function groupBy(kind: Group['kind'], sites: readonly PublicSite[], namesOf: (site: PublicSite) => string[]): Group[] {
  const groups = new Map<string, Group>();
  for (const site of sites) {
    for (const name of namesOf(site)) {
      const slug = slugOf(name);
      const group = groups.get(slug) ?? { kind, name, slug, sites: [] };
      if (group.sites.at(-1) !== site) group.sites.push(site);
      if (slug !== '') groups.set(slug, group);
    }
  }
  return [...groups.values()].sort((a, b) => a.slug.localeCompare(b.slug, 'en'));
}

/** Every tag and every maintainer, with its sites. Names that differ in case or punctuation alone are one group. */
export function listGroups({ sites }: Published): Group[] {
  return [
    ...groupBy('maintainer', sites, ({ maintainer }) => (maintainer === null ? [] : [maintainer.name])),
    ...groupBy('tag', sites, ({ tags }) => tags),
  ];
}

/** Folder of a group's files: `tags/wine/`. */
export function groupFolder({ kind, slug }: Group): string {
  return `${folders[kind]}/${slug}/`;
}
