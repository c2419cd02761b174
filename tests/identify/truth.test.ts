import { describe, expect, test } from 'vitest';
import { fileHashIndex } from '../../src/embedded.ts';
import { identify } from '../../src/identify/index.ts';
import type { FileHashIndex } from '../../src/model/file-hashes.ts';
import { schemes } from '../../src/versions/index.ts';
import { type Answer, context, releaseFile, visit } from './shop.ts';

const base = '/static/version1/frontend/Magento/luma/en_US';
const pages: Record<string, string> = {
  abantecart: '<link href="/extensions/x/storefront/view/x.css"><meta name="generator" content="AbanteCart">',
  magento: `<script type="text/x-magento-init"></script><script src="${base}/requirejs/require.js"></script>`,
  opencart: '<script src="/catalog/view/javascript/a.js"></script><link href="/catalog/view/theme/a.css">',
  prestashop: '<script>var prestashop = {"a":1};</script>',
  woocommerce: '<script src="/wp-content/plugins/woocommerce/assets/js/a.js"></script>',
  wordpress: '<meta name="generator" content="WordPress">',
};

function home(product: string): Answer {
  return { path: '/', body: `<!doctype html>${pages[product]}` };
}

function serve(product: string, version: string) {
  return (path: string) => {
    const name = path.replace(base, '{static}');
    const listed = fileHashIndex(product)?.files.some((file) => file.path === name);
    return listed === true ? releaseFile(product, version, name, path) : undefined;
  };
}

function without(index: FileHashIndex, left: string): FileHashIndex {
  const at = index.versions.indexOf(left);
  const drop = (table: Record<string, number[]>) =>
    Object.fromEntries(
      Object.entries(table)
        .map(([hash, versions]) => [hash, versions.filter((other) => other !== at)] as const)
        .filter(([, versions]) => versions.length > 0),
    );
  // the number of the release that was left out stays in the list of names under a name that no install has
  const versions = index.versions.map((version) => (version === left ? 'left out' : version));
  return { ...index, versions, files: index.files.map((file) => ({ path: file.path, hashes: drop(file.hashes) })) };
}

describe.each(Object.keys(pages))('%s by hashes alone', (product) => {
  const index = fileHashIndex(product) as FileHashIndex;
  const some = index.versions.filter((_version, at) => at % Math.ceil(index.versions.length / 25) === 0);
  const { compare } = schemes.composer;

  test.each(some)('%s is among what is left', (version) => {
    const using = context();
    const { snapshot, asked } = visit(home(product), serve(product, version), using);
    const component = identify(snapshot, using).components.find((found) => found.product === product);
    expect(component?.conflict).toBe(false);
    expect(component?.versions.some((candidate) => compare(candidate, version) === 0)).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(8);
  });

  test.each(some)('%s is never excluded by an index that lacks it', (version) => {
    const shortened = without(index, version);
    const hashIndex = (id: string) => (id === product ? shortened : fileHashIndex(id));
    const releases = () => ({
      releases: index.versions.map((name) => ({ version: name, date: null })),
      scheme: schemes.composer,
    });
    const using = context({ hashIndex, releases });
    const { snapshot } = visit(home(product), serve(product, version), using);
    const component = identify(snapshot, using).components.find((found) => found.product === product);
    const left = component?.versions ?? [];
    // either it stays, or nothing at all is said: contradicting bytes of neighbours are a conflict, unknown ones void the rest
    expect(left.length === 0 || left.includes(version)).toBe(true);
    expect(component?.corroborated).toBe(false);
  });
});
