import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fileHashIndex } from '../../src/embedded.ts';
import { identify, nextPath } from '../../src/identify/index.ts';
import { type Answer, context, exchange, origin, releaseFile, snapshot, visit } from './shop.ts';

const readme = '/wp-content/plugins/woocommerce/readme.txt';
const wpAssets = '<link href="/wp-content/themes/a/b.css"><script src="/wp-includes/js/a.js"></script>';
const wordpress = (version: string): Answer => ({
  path: '/',
  body: `<!doctype html><meta name="generator" content="WordPress ${version}">${wpAssets}`,
});
const opencart: Answer = {
  path: '/',
  body: '<!doctype html><script src="/catalog/view/javascript/common.js?v=7"></script><link href="/catalog/view/theme/default/a.css">',
};

/** Serves the files of one release, wherever they are linked from. */
function install(product: string, version: string) {
  const files = fileHashIndex(product)?.files ?? [];
  return (path: string) => {
    const plain = path.split('?')[0] ?? path;
    return files.some((file) => file.path === plain) ? releaseFile(product, version, plain, path) : undefined;
  };
}

describe('what is asked next', () => {
  test('one file that could refute it where the home page proves a release that would be a yes', () => {
    const body = '<!doctype html><script>var prestashop = {"a":1};</script>';
    const proof: [string, string] = ['set-cookie', 'PrestaShop-86fce55cad942ed59f2bbba85dc3f9a1=x; path=/'];
    const home: Answer = { path: '/', headers: [['content-type', 'text/html'], proof], body };
    expect(visit(home, install('prestashop', '9.1.4')).asked).toHaveLength(1);
    // the cookie of the newest release on an old shop: its bytes contradict it
    const { snapshot: faked } = visit(home, install('prestashop', '1.7.8.0'));
    expect(identify(faked, context()).components[0]).toMatchObject({ conflict: true, corroborated: false });
  });

  test('nothing where the home page proves a release that is a no', () => {
    const name = `PrestaShop-${createHash('md5').update('8.1.3ps-s1').digest('hex')}`;
    const body = '<!doctype html><script>var prestashop = {"a":1};</script>';
    const proof: [string, string] = ['set-cookie', `${name}=0; path=/`];
    expect(visit({ path: '/', headers: [['content-type', 'text/html'], proof], body }, () => undefined).asked).toEqual(
      [],
    );
  });

  test.each(['<!doctype html><p>Nothing known.</p>', ''])('nothing where no platform shows: %j', (body) => {
    expect(nextPath(snapshot([{ path: '/', body }]), context())).toBeNull();
  });

  test.each(['blocked', 'unreachable'] as const)('nothing of a site that is %s', (outcome) => {
    expect(nextPath(snapshot([wordpress('6.8.1')], { outcome }), context())).toBeNull();
  });

  test('a WordPress is asked once for WooCommerce, then for one telling file', () => {
    const { asked, snapshot: seen } = visit(wordpress('6.8.1'), install('wordpress', '6.8.1'));
    expect(asked).toEqual([readme, '/wp-includes/js/dist/block-editor.min.js']);
    expect(identify(seen, context()).components[0]).toMatchObject({ versions: ['6.8.1'], corroborated: true });
  });

  test('a release that the index lacks is asked for a second text, and hashes are left alone', () => {
    const { asked } = visit(wordpress('7.1.3'), () => undefined);
    expect(asked).toEqual([readme, '/wp-links-opml.php', '/feed/']);
  });

  test('a release that nobody knows is a no already', () => {
    expect(visit(wordpress('99.1'), () => undefined).asked).toEqual([readme]);
  });

  test('both products of a stack get their turn', () => {
    const home = {
      ...wordpress('6.9'),
      body: `${wordpress('6.9').body}<meta name="generator" content="WooCommerce 10.5.0">`,
    };
    const [core, plugin] = [install('wordpress', '6.9.0'), install('woocommerce', '10.5.0')];
    const { asked, snapshot: seen } = visit(home, (path) => core(path) ?? plugin(path));
    expect(asked).toHaveLength(2);
    expect(identify(seen, context()).components.map(({ corroborated }) => corroborated)).toEqual([true, true]);
  });

  test('files are asked exactly as linked', () => {
    const { asked } = visit(opencart, install('opencart', '4.0.2.3'));
    expect(asked[0]).toBe('/catalog/view/javascript/common.js?v=7');
  });

  test.each(['2.0.3.1', '3.0.3.6', '3.0.4.1', '4.0.2.3', '4.1.0.4'])(
    'OpenCart %s is narrowed to a set with the truth',
    (version) => {
      const { asked, snapshot: seen } = visit(opencart, install('opencart', version));
      const [component] = identify(seen, context()).components;
      expect(component?.versions).toContain(version);
      expect(component?.versions.length).toBeLessThanOrEqual(4);
      expect(component).toMatchObject({ conflict: false, corroborated: true });
      expect(asked.length).toBeLessThanOrEqual(6);
    },
  );

  test('edited files end the questions', () => {
    const edited = (path: string): Answer => ({
      path,
      headers: [['content-type', 'text/plain']],
      body: `edited ${path}`,
    });
    expect(visit(opencart, edited).asked).toHaveLength(4);
  });

  test('withheld and failed paths are never proposed', () => {
    const withheld = [readme];
    const problems = [
      { code: 'timed-out' as const, message: 'x', url: `${origin}/wp-includes/js/dist/block-editor.min.js` },
    ];
    const path = nextPath(snapshot([wordpress('6.8.1')], { withheld, problems }), context());
    expect(path).toMatch(/\.js$/);
    expect(path).not.toBe('/wp-includes/js/dist/block-editor.min.js');
  });

  test('eight questions are the end', () => {
    const home = exchange(wordpress('6.8.1'));
    const more = Array.from({ length: 8 }, (_, at) => exchange({ path: `/x${at}`, status: 404 }));
    const seen = { ...snapshot([]), exchanges: [home, ...more] };
    expect(nextPath(seen, context())).toBeNull();
    expect(nextPath({ ...seen, exchanges: seen.exchanges.slice(0, 8) }, context())).toBe(readme);
  });

  test('a shop in a folder is asked there', () => {
    const body = '<!doctype html><link href="/shop/static/version1/frontend/Magento/luma/en_US/a.css">';
    expect(nextPath(snapshot([{ path: '/shop/', body }]), context())).toBe('/shop/magento_version');
  });

  test('a product in a folder of its own is asked there, and so is what is built on it', () => {
    const body = wordpress('7.1.3').body?.replaceAll('"/wp-', '"/core/wp-') ?? '';
    expect(nextPath(snapshot([{ path: '/', body }]), context())).toBe(`/core${readme}`);
    const rest = { withheld: [`/core${readme}`] };
    expect(nextPath(snapshot([{ path: '/', body }], rest), context())).toBe('/core/wp-links-opml.php');
  });

  test('the hint orders, and asks where nothing shows', () => {
    const bare = snapshot([{ path: '/', body: '<!doctype html>' }]);
    expect(nextPath(bare, context({ hint: 'magento' }))).toBe('/magento_version');
    expect(nextPath(bare, context({ hint: 'prestashop' }))).toBe('/index.php?controller=cart');
    expect(nextPath(bare, context({ hint: 'nobody' }))).toBeNull();
  });
});
