import { expect, it } from 'vitest';
import { listSiteIssues } from './list-issues.ts';

const words = 'author: Mara, made: 2026-08-01, expires: 2026-12-01';

function issues(attestation: string): string[] {
  return listSiteIssues(`attestations: [{ ${attestation}, ${words} }]`).map((line) => line.replace(/^\S+ +/, ''));
}

it.each([
  'kind: statement',
  'kind: composer, file: composer.lock',
  'kind: patch-status, file: attested/shop-1/patch status.json',
  'kind: openvex, url: "https://agency.example/vex.json?v=1"',
  'kind: composer, url: "https://files.agency.internal/lock", allowPrivate: true',
  'kind: shopware-plugin, url: "https://agency.example/composer.json", tokenEnv: PATCHPROOF_SHOP',
])('takes %s', (attestation) => {
  expect(issues(attestation)).toEqual([]);
});

it.each([
  ['kind: statement, file: a.json', /\.file: found "a\.json", allowed: no "file" beside "kind: statement"/],
  ['kind: composer', /\.kind: found "composer" without its document, allowed: "file" or "url" beside it/],
  [
    'kind: composer, file: a, covers: [CVE-2026-1]',
    /\.covers: found a list of 1, allowed: no "covers" beside a document/,
  ],
  ['kind: composer, file: a, version: "1"', /\.version: found "1", allowed: no "version" beside a document/],
  ['kind: openvex, file: a, product: magento', /\.product: .* no "product" beside a document/],
  ['kind: patch-status, file: a, edition: commerce', /\.edition: .* no "edition" beside a document/],
  ['kind: composer, file: a, url: "https://a.example/"', /\.url: .* no "url" beside "file"/],
  ['kind: composer, file: a, tokenEnv: PATCHPROOF_A', /\.tokenEnv: .* no "tokenEnv" beside "file"/],
  ['kind: composer, url: "http://a.example/"', /\.url: .* allowed: an https URL/],
  ['kind: composer, url: "https://u:p@a.example/"', /\.url: found "https:\/\/\*\*\*@a\.example\/"/],
  ['kind: composer, url: "https://a.example/", tokenEnv: GITHUB_TOKEN', /\.tokenEnv: .* begins with PATCHPROOF_/],
  ['kind: composer, url: "https://a.example/", tokenEnv: PATCHPROOF_SIGNING_KEY', /\.tokenEnv: .* not the signing key/],
  ['kind: composer, file: a, allowPrivate: true', /\.allowPrivate: .* no "allowPrivate" beside "file"/],
  ['kind: statement, allowPrivate: true', /\.allowPrivate: .* no "allowPrivate" beside "kind: statement"/],
  ['kind: composer, file: /etc/passwd', /\.file: .* a path below the folder/],
  ['kind: composer, file: ../secret.json', /\.file: .* a path below the folder/],
  ['kind: composer, file: a/../../b', /\.file: .* a path below the folder/],
  ['kind: composer, file: "C:/a"', /\.file: .* a path below the folder/],
  ['kind: composer, file: "a\\\\b"', /\.file: .* a path below the folder/],
  ['kind: statement, complete: true', /\.complete: found an unknown key/],
])('refuses %s', (attestation, says) => {
  expect(issues(attestation)).toEqual([expect.stringMatching(says)]);
});
