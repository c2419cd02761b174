import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { FormerPages } from './former-pages.ts';

/** The address that a page is asked for by, without host: base path, folder, slash. */
function addressOf(base: string, pathname: string): string {
  return new URL(`${base}/${pathname}/`.replaceAll(/\/{2,}/g, '/'), 'http://localhost').pathname;
}

/** A page's file: `sites/acme` -> `sites/acme/index.html`. */
function fileOf(pathname: string): string {
  return `${pathname}/index.html`.replace(/^\//, '');
}

interface Kept {
  path: string;
  key: string;
}

/** Lets Astro render only what no former build made under the same key; `getStaticPaths` gives the keys. */
function skipKnown(inner: AstroPrerenderer, { base, former, pages }: Setting): AstroPrerenderer {
  const kept = new Map<string, Kept>();
  return {
    ...inner,
    name: 'former-pages',
    async getStaticPaths() {
      const paths = await inner.getStaticPaths();
      pages.push(...paths.filter(({ route }) => route.type === 'page').map(({ pathname }) => pathname));
      return paths.filter(({ pathname, cacheKey: key }) => {
        if (key === undefined) return true;
        const path = fileOf(pathname);
        kept.set(addressOf(base, pathname), { path, key });
        return !former.reuse(path, key);
      });
    },
    async render(request, options) {
      const rendered = await inner.render(request, options);
      const known = kept.get(new URL(request.url).pathname);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (known === undefined || response.status !== 200) return response;
      const page = Buffer.from(await response.arrayBuffer());
      former.note(known.path, known.key, page);
      return new Response(page);
    },
  };
}

interface Setting {
  base: string;
  former: FormerPages;
  /** Is filled with the path of every page, of those that are not rendered as well. */
  pages: string[];
}

/** Takes unchanged pages from the former build. */
export function keepPages(setting: Setting): AstroIntegration {
  return {
    name: 'former-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer((inner) => skipKnown(inner, setting)),
    },
  };
}
