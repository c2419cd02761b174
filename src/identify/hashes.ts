import type { Exchange } from '../model/snapshot.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Catalogue, HashedFile } from './catalogue.ts';
import { isExpectedKind } from './match.ts';
import { isSuccess, type Page } from './page.ts';
import type { Piece } from './piece.ts';
import { type Place, resolvePath } from './root.ts';

const emptyBody = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** A file of the index that was asked. */
export interface AskedFile {
  file: HashedFile;
  exchange: Exchange;
  /** Releases with these bytes; null where the bytes are unknown; undefined where the answer tells nothing. */
  releases: ReadonlySet<string> | null | undefined;
}

function withoutQuery(path: string): string {
  return path.split('?')[0] ?? path;
}

/** A missing file, a page instead of it, a cut body or another file is no information; other bytes are an unknown hash. */
function isInformative(exchange: Exchange, { missingFile }: Platform): boolean {
  const path = URL.parse(exchange.url)?.pathname ?? '';
  return (
    exchange.sha256 !== emptyBody &&
    withoutQuery(exchange.path) === path &&
    isExpectedKind(exchange) &&
    missingFile?.test(exchange.body.slice(0, 1_000)) !== true
  );
}

function readReleases(file: HashedFile, exchange: Exchange, platform: Platform): AskedFile['releases'] {
  if (!isSuccess(exchange) || exchange.sha256 === null) return undefined;
  if (file.unreadable.has(exchange.sha256) || file.unreadable.has(exchange.sha256Lf ?? '')) return undefined;
  // a transfer may have changed the line ends, so a release that differs in nothing else stays possible
  const raw = file.hashes.get(exchange.sha256) ?? [];
  const known = new Set([...raw, ...(file.hashesLf.get(exchange.sha256Lf ?? '') ?? [])]);
  if (known.size > 0) return known;
  return isInformative(exchange, platform) ? null : undefined;
}

/** The files of the index among the answers, each once. */
export function findAskedFiles(
  platform: Platform,
  pages: readonly Page[],
  place: Place,
  catalogue: Catalogue,
): AskedFile[] {
  return catalogue.files.flatMap((file) => {
    const path = resolvePath(file.path, place);
    const page = pages.find(({ exchange }) => path !== null && withoutQuery(exchange.path) === path);
    if (page === undefined) return [];
    return [{ file, exchange: page.exchange, releases: readReleases(file, page.exchange, platform) }];
  });
}

/** As many unknown as known hashes: a newer release, a fork or edited files. Then hashes name no version at all. */
export function hashesCount(asked: readonly AskedFile[]): boolean {
  const known = asked.filter(({ releases }) => releases instanceof Set).length;
  return known > asked.filter(({ releases }) => releases === null).length;
}

/** `/includes/templates/responsive_classic/css/stylesheet.css`: themes are copied and kept as a whole. */
const themeFolder = /^.{0,200}?\/(?:themes?|templates|skins?)\/[\w.-]{1,80}\//;

/** Files of one theme stand for each other: where it was kept over an update, or updated alone, all of them mislead alike. */
function sourceOf(path: string): string {
  return themeFolder.exec(path)?.[0] ?? path;
}

/** What known hashes leave: their releases (those of unknown bytes are under every hash) and those that the index lacks. */
export function readHashPieces(asked: readonly AskedFile[], { indexed }: Catalogue): Piece[] {
  return asked.flatMap(({ file, exchange, releases }): Piece[] => {
    if (releases === null || releases === undefined) return [];
    const allows = (version: string) => !indexed.has(version) || releases.has(version);
    return [
      {
        kind: 'file-hash',
        rule: `bytes of ${file.path}`,
        text: null,
        exchange,
        source: sourceOf(withoutQuery(exchange.path)),
        stated: null,
        brings: [],
        allows,
        supports: (version) => releases.has(version) && !file.unknownBytes.has(version),
      },
    ];
  });
}
