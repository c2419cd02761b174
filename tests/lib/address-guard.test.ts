import { BlockList } from 'node:net';
import { describe, expect, it } from 'vitest';
import { classifyAddress, listOwnNetworks, literalAddress, mayConnect } from '../../src/lib/address-guard.ts';

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
    '64:ff9b::8.8.8.8',
    '2a00:1450::5efe:0:10.0.0.1',
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
    'fd00:ec2::23',
    'fd20:ce::254',
    'fd00:c1::a9fe:a9fe',
    'fd00:42::42',
    '::',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '0:0:0:0:0:ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::169.254.169.254',
    '64:ff9b::1:808:808',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:10::1',
    '2001:1ff::1',
    '2001:db8::1',
    '3fff::1',
    'fe80::1',
    'fe80::1%eth0',
    '::1%lo',
    '2606:4700::1%eth0',
    '2a00:1450::5efe:10.0.0.1',
    '2a00:1450::200:5efe:7f00:1',
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
    const own = new BlockList();
    expect(mayConnect('10.0.0.1', { allowPrivate: false, own })).toBe(false);
    expect(mayConnect('10.0.0.1', { allowPrivate: true, own })).toBe(true);
    expect(mayConnect('169.254.169.254', { allowPrivate: true, own })).toBe(false);
    expect(mayConnect('8.8.8.8', { allowPrivate: false, own })).toBe(true);
  });
});

describe('listOwnNetworks', () => {
  const mac = '00:00:00:00:00:00';
  const own = listOwnNetworks({
    eth0: [
      {
        family: 'IPv4',
        address: '93.184.216.34',
        netmask: '255.255.255.0',
        cidr: '93.184.216.34/24',
        mac,
        internal: false,
      },
      {
        family: 'IPv6',
        address: '2a00:1450:1:2::5',
        netmask: '',
        cidr: '2a00:1450:1:2::5/48',
        mac,
        internal: false,
        scopeid: 0,
      },
      { family: 'IPv6', address: '2a00:1450:2::5', netmask: '', cidr: null, mac, internal: false, scopeid: 0 },
      { family: 'IPv6', address: 'fe80::1%eth0', netmask: '', cidr: 'fe80::1/64', mac, internal: false, scopeid: 2 },
    ],
    gone: undefined,
  });

  it.each([
    ['93.184.216.34', 'private'], // the machine itself
    ['93.184.216.35', 'public'], // an IPv4 neighbour may be anybody's
    ['2a00:1450:1:2:ffff::1', 'private'], // the same /64, behind the same firewall
    ['2a00:1450:1:3::1', 'public'], // another /64 of a wider prefix
    ['2a00:1450:2::5', 'private'],
    ['2a00:1450:2::6', 'public'],
    ['::ffff:93.184.216.34', 'reserved'],
    ['64:ff9b::93.184.216.34', 'reserved'],
    ['64:ff9b::93.184.216.35', 'public'],
  ])('makes %s %s', (address, kind) => expect(classifyAddress(address, own)).toBe(kind));

  it('lets its addresses pass where private ones are allowed', () => {
    expect(mayConnect('93.184.216.34', { allowPrivate: true, own })).toBe(true);
    expect(mayConnect('93.184.216.34', { allowPrivate: false, own })).toBe(false);
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
