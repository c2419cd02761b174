import { describe, expect, it } from 'vitest';
import { classifyAddress, literalAddress, mayConnect } from '../../src/probe/address-guard.ts';

const kinds = {
  public: [
    '93.184.216.34',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.0',
    '192.169.0.1',
    '100.63.255.255',
    '2606:4700::1111',
    '2a00:1450::1',
    '2001:200::1',
  ],
  private: [
    '127.0.0.1',
    '127.255.255.254',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '100.127.255.255',
    '::1',
    'fc00::1',
    'fdff::1',
  ],
  reserved: [
    '0.0.0.0',
    '0.1.2.3',
    '169.254.169.254',
    '169.254.0.1',
    '192.0.0.192',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '192.88.99.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '100.100.100.200',
    '168.63.129.16',
    'fd00:ec2::254',
    '::',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '0:0:0:0:0:ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:10::1',
    '2001:1ff::1',
    '2001:db8::1',
    '3fff::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '100::1',
    '4000::1',
    'shop.example',
    '',
  ],
} as const;

describe('classifyAddress', () => {
  for (const [kind, addresses] of Object.entries(kinds)) {
    it.each(addresses)(`%s is ${kind}`, (address) => expect(classifyAddress(address)).toBe(kind));
  }
});

describe('mayConnect', () => {
  it('lets private addresses pass only where they are allowed, reserved ones never', () => {
    expect(mayConnect('10.0.0.1', false)).toBe(false);
    expect(mayConnect('10.0.0.1', true)).toBe(true);
    expect(mayConnect('169.254.169.254', true)).toBe(false);
    expect(mayConnect('8.8.8.8', false)).toBe(true);
  });
});

describe('literalAddress', () => {
  it.each([
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://127.0.0.1./', '127.0.0.1'],
    ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['http://127.0.0.1.shop.example/', null],
  ])('reads %s as %s', (url, address) => expect(literalAddress(new URL(url).hostname)).toBe(address));
});
