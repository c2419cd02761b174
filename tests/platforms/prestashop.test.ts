import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { prestashop } from '../../src/platforms/prestashop.ts';

const releases = ['1.5.6.0', '1.6.0.8', '1.6.0.9', '1.6.0.13', '1.6.0.14', '1.7.8.11', '8.2.1', '9.1.4'];

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

function prove(name: string, domain: string | null = null, host = 'shop.example'): string[] {
  return prestashop.cookieProof?.prove({ name, domain }, host, releases) ?? [];
}

describe('the cookie proves the release', () => {
  test('as a public note quotes it from a live 9.1.4', () => {
    expect(prove('PrestaShop-86fce55cad942ed59f2bbba85dc3f9a1')).toEqual(['9.1.4']);
  });

  test.each([
    ['bare, before 1.6.0.9', md5('1.5.6.0ps-s1'), null, ['1.5.6.0']],
    ['with prefix, without domain', `PrestaShop-${md5('1.6.0.9ps-s1')}`, null, ['1.6.0.9']],
    ['domain as sent', `PrestaShop-${md5('1.7.8.11ps-s1.shop.example')}`, '.shop.example', ['1.7.8.11']],
    ['sent without the dot', `PrestaShop-${md5('1.7.8.11ps-s1.shop.example')}`, 'shop.example', ['1.7.8.11']],
    ['sent with a dot', `PrestaShop-${md5('8.2.1ps-s1shop.example')}`, '.shop.example', ['8.2.1']],
    ['host, nothing sent', `PrestaShop-${md5('8.2.1ps-s1shop.example')}`, null, ['8.2.1']],
    ['twentieth shop', `PrestaShop-${md5('8.2.1ps-s20')}`, null, ['8.2.1']],
    ['group of shops', `PrestaShop-${md5('8.2.1ps-sg10')}`, null, ['8.2.1']],
    ['newer than all known releases', `PrestaShop-${md5('9.2.7ps-s1')}`, null, ['9.2.7']],
    ['two releases with one constant', `PrestaShop-${md5('1.6.0.13ps-s1')}`, null, ['1.6.0.13', '1.6.0.14']],
  ])('%s', (_name, cookie, domain, expected) => expect(prove(cookie, domain)).toEqual(expected));

  test.each([
    ['another shop id', `PrestaShop-${md5('8.2.1ps-s21')}`],
    ['another domain', `PrestaShop-${md5('8.2.1ps-s1other.example')}`],
    ['thirty bees', `thirtybees-${md5('8.2.1ps-s1')}`],
    ['QloApps', `QloApps-${md5('8.2.1ps-s1')}`],
    ['back office', `PrestaShop-${md5('8.2.1psAdmin')}`],
    ['not a hash', 'PrestaShop-8.2.1'],
  ])('nothing: %s', (_name, cookie) => expect(prove(cookie)).toEqual([]));
});
