import { listMatches, matchAssets, readTexts } from '../../src/identify/match.ts';
import { type Page, readPage } from '../../src/identify/page.ts';
import type { Exchange } from '../../src/model/snapshot.ts';
import type { Platform, Signal, VersionRule } from '../../src/platforms/platform.ts';

/** What a rule took from one answer. */
function textsOf(rule: Signal | VersionRule, page: Page): string[] {
  if (rule.kind === 'asset' || rule.kind === 'asset-version') {
    const host = 'host' in rule ? rule.host : undefined;
    return matchAssets(rule.pattern, page, host).map(({ asset }) => asset.path);
  }
  return readTexts(rule, page).flatMap((text) => listMatches(rule.pattern, text).map(([match]) => match));
}

function namesOf({ nameRules = [] }: Platform, page: Page): string[] {
  return nameRules.flatMap(({ from, list }) => {
    if (from === 'asset') return matchAssets(list, page).map(({ asset }) => asset.path);
    return readTexts({ kind: from }, page).flatMap((text) => list.exec(text)?.[0] ?? []);
  });
}

function assetsOf({ staticBase, deployTime }: Platform, page: Page): string[] {
  const patterns = [staticBase, deployTime?.pattern].filter((pattern) => pattern !== undefined);
  return patterns.flatMap((pattern) => matchAssets(pattern, page).map(({ asset }) => asset.path));
}

/** Texts that a signal, version rule or name rule of some platform takes from the answers: they must survive. */
export function readProtected(exchanges: readonly Exchange[], platforms: readonly Platform[]): string[] {
  const pages = exchanges.map(readPage);
  const texts = pages.flatMap((page) =>
    platforms.flatMap((platform) => [
      ...[...platform.signals, ...platform.versionRules].flatMap((rule) => textsOf(rule, page)),
      ...namesOf(platform, page),
      ...assetsOf(platform, page),
    ]),
  );
  return [...new Set(texts)].filter((text) => text !== '');
}
