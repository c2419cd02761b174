import type { FileHashIndex } from '../../src/model/file-hashes.ts';
import type { NameTable } from '../../src/model/name-table.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { asset, cookie } from '../../src/platforms/signals.ts';
import { schemes } from '../../src/versions/index.ts';
import { type Answer, context } from './shop.ts';

/** A made-up platform: every release from 1.0 to 1.9 came out on the first of the month of its number in 2025. */
export const kiosk: Platform = {
  id: 'kiosk',
  name: 'Kiosk',
  signals: [
    // Set-Cookie: KIOSKID=...
    cookie('strong', /^KIOSKID$/, 'session cookie of Kiosk'),
    // /kiosk/js/shop.js
    asset('half', /\/kiosk\/js\//, 'page loads scripts of Kiosk'),
  ],
  versionRules: [],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: true,
};

export const kioskVersions = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9'];

const source = [{ repository: 'https://example.com/kiosk', commit: '0'.repeat(40) }];

/** A hash that stands for `text`. */
export function hashOf(text: string): string {
  return Buffer.from(text).toString('hex').padEnd(64, '0');
}

/** `files`: path -> the bytes of each release, `''` where it ships none. */
export function kioskIndex(files: Record<string, string[]>, versions = kioskVersions): FileHashIndex {
  return {
    product: 'kiosk',
    source,
    versions,
    files: Object.entries(files).map(([path, bytes]) => {
      const hashes: Record<string, number[]> = {};
      for (const [at, text] of bytes.entries()) {
        if (text !== '') hashes[hashOf(text)] = [...(hashes[hashOf(text)] ?? []), at];
      }
      return { path, hashes };
    }),
  };
}

export function kioskNames(names: Record<string, string[]>, versions = kioskVersions): NameTable {
  const indexes = (list: string[]) => list.map((version) => versions.indexOf(version));
  return {
    product: 'kiosk',
    source,
    versions,
    names: Object.fromEntries(Object.entries(names).map(([name, list]) => [name, indexes(list)])),
  };
}

export interface KioskKnowledge {
  platform?: Partial<Platform>;
  index?: FileHashIndex;
  names?: NameTable;
  /** Releases that would be a yes; all others are a no for the reason that `outcomes` gives, `old` by default. */
  outcome?: (version: string) => string;
}

/** All that is known of the made-up platform, and nothing else. */
export function kioskContext({ platform = {}, index, names, outcome = () => 'old' }: KioskKnowledge = {}) {
  return context({
    platforms: [{ ...kiosk, ...platform }],
    hashIndex: () => index ?? null,
    nameTable: () => names ?? null,
    releases: () => ({
      releases: kioskVersions.map((version) => ({ version, date: `2025-0${version.slice(2)}-01` })),
      scheme: schemes.composer,
    }),
    outcome: (_product, version) => outcome(version),
  });
}

/** A home page of the made-up platform. */
export function kioskHome(body = '', headers: [string, string][] = []): Answer {
  return {
    path: '/',
    headers: [['content-type', 'text/html'], ['set-cookie', 'KIOSKID=0; path=/'], ...headers],
    body: `<!doctype html><html><head>${body}</head></html>`,
  };
}
