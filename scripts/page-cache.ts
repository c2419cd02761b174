import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { hasCode } from '../src/lib/errors.ts';

/** Pages of former builds, each under the digest of all that it is made of. */
export interface PageCache {
  /** Null: there is none, or it is damaged. */
  read(key: string): Buffer | null;
  write(key: string, page: Buffer): void;
  /** Removes what this build neither read nor wrote; only after one that succeeded. */
  prune(): void;
  /** Removes all. */
  clear(): void;
}

/** Data folders whose pages are kept: those that were built last. */
const mostFolders = 8;

function digest(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Length of a digest and the line break behind it. */
const headLength = 65;

/** Under the digest of its page, so that half a file is none. */
function readEntry(file: string): Buffer | null {
  try {
    const entry = readFileSync(file);
    const page = entry.subarray(headLength);
    return entry.toString('latin1', 0, headLength) === `${digest(page)}\n` ? page : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Keeps the folders that were used last. */
function removeOld(folder: string): void {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const used = paths.map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  for (const { path } of used.sort((a, b) => b.at - a.at).slice(mostFolders))
    rmSync(path, { recursive: true, force: true });
}

/** Another build may have taken the folder away: then this one remembers nothing. */
function writeEntry(file: string, page: Buffer): void {
  try {
    writeFileSync(file, Buffer.concat([Buffer.from(`${digest(page)}\n`), page]));
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/**
 * Opens the pages of one data folder. `version` stands for the program: another one finds nothing. A key names one page for ever, so
 * neither a failed build nor another one at the same time can put a page under a key that is not its own.
 */
export function openPageCache(folder: string, { data, version }: { data: string; version: string }): PageCache {
  const own = join(folder, digest(data).slice(0, 16));
  const used = new Set<string>();
  const nameOf = (key: string): string => {
    const name = digest(`${version} ${key}`);
    used.add(name);
    return name;
  };
  mkdirSync(own, { recursive: true });
  const present = new Set(readdirSync(own));
  return {
    read(key) {
      const name = nameOf(key);
      return present.has(name) ? readEntry(join(own, name)) : null;
    },
    write: (key, page) => writeEntry(join(own, nameOf(key)), page),
    prune() {
      for (const name of present) if (!used.has(name)) rmSync(join(own, name), { force: true });
      mkdirSync(own, { recursive: true });
      const now = new Date();
      utimesSync(own, now, now);
      removeOld(folder);
    },
    clear: () => rmSync(own, { recursive: true, force: true }),
  };
}

/** The address that a page is asked for by, without host: base path, folder, slash. */
function addressOf(base: string, pathname: string): string {
  return new URL(`${base}/${pathname}/`.replaceAll(/\/{2,}/g, '/'), 'http://localhost').pathname;
}

/** Renders only what was never rendered. `getStaticPaths` gives the keys. */
function remember(inner: AstroPrerenderer, base: string, cache: PageCache): AstroPrerenderer {
  const keys = new Map<string, string>();
  return {
    ...inner,
    name: 'page-cache',
    async getStaticPaths() {
      const paths = await inner.getStaticPaths();
      for (const { pathname, cacheKey } of paths) {
        if (cacheKey !== undefined) keys.set(addressOf(base, pathname), `${pathname} ${cacheKey}`);
      }
      return paths;
    },
    async render(request, options) {
      const key = keys.get(new URL(request.url).pathname);
      if (key === undefined) return inner.render(request, options);
      const known = cache.read(key);
      if (known !== null) return new Response(new Uint8Array(known));
      const rendered = await inner.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (response.status !== 200) return response;
      const page = Buffer.from(await response.arrayBuffer());
      cache.write(key, page);
      return new Response(page);
    },
  };
}

/** Lets a build take unchanged pages from the former ones. */
export function rememberPages(cache: PageCache): AstroIntegration {
  let base = '/';
  return {
    name: 'page-cache',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer((inner) => remember(inner, base, cache)),
    },
  };
}
