import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Former, Part } from './former.ts';

/** The address that a page is asked for by, without host: base path, folder, slash. */
function addressOf(base: string, pathname: string): string {
  return new URL(`${base}/${pathname}/`.replaceAll(/\/{2,}/g, '/'), 'http://localhost').pathname;
}

/** A page's folder: `/sites/acme` -> `sites/acme/`. */
function folderOf(pathname: string): string {
  return `${pathname}/`.replace(/^\/+/, '');
}

/** Lets Astro render only what no former build made under the same key; `getStaticPaths` gives the keys. */
function skipKnown(inner: AstroPrerenderer, { base, former, pages }: Setting): AstroPrerenderer {
  const kept = new Map<string, Part>();
  return {
    ...inner,
    name: 'former',
    async getStaticPaths() {
      const paths = await inner.getStaticPaths();
      pages.push(...paths.filter(({ route }) => route.type === 'page').map(({ pathname }) => pathname));
      return paths.filter(({ pathname, cacheKey: key }) => {
        if (key === undefined) return true;
        const part: Part = { folder: folderOf(pathname), name: 'page', key };
        kept.set(addressOf(base, pathname), part);
        return !former.reuse(part);
      });
    },
    async render(request, options) {
      const rendered = await inner.render(request, options);
      const part = kept.get(new URL(request.url).pathname);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (part === undefined || response.status !== 200) return response;
      const page = Buffer.from(await response.arrayBuffer());
      former.note(part, [['index.html', page]]);
      return new Response(page);
    },
  };
}

interface Setting {
  base: string;
  former: Former;
  /** Is filled with the path of every page, of those that are not rendered as well. */
  pages: string[];
}

/** Takes unchanged pages from the former build. */
export function keepPages(setting: Setting): AstroIntegration {
  return {
    name: 'former',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer((inner) => skipKnown(inner, setting)),
    },
  };
}
