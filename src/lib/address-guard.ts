import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** `private`: may be allowed for one host and port. `reserved`: never, for anybody. */
type AddressKind = 'public' | 'private' | 'reserved';

/** Services for cloud machines that live inside otherwise private or public ranges: Alibaba, Azure, AWS, Google, Oracle, Scaleway. */
const metadata = listOf([
  '100.100.100.200/32',
  '168.63.129.16/32',
  'fd00:ec2::/32',
  'fd20:ce::254/128',
  'fd00:c1::a9fe:a9fe/128',
  'fd00:42::42/128',
]);

const privateNetworks = listOf([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
]);

/** IANA's special-purpose registry, as far as it is not private; 169.254.0.0/16 holds most metadata services. */
const reservedNetworks = listOf([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
]);

/** All other IPv6 space is mapped IPv4, local NAT64, link-local, multicast or unassigned. */
const globalUnicast = listOf(['2000::/3']);

const none = new BlockList();

/**
 * What kind of network an IP address lies in; text that is no IP address counts as reserved. `own` are public addresses that
 * lead to this machine or past its firewall: they count as private.
 */
export function classifyAddress(address: string, own = none): AddressKind {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return 'reserved'; // fe80::1%eth0
  // BlockList applies IPv4 rules to mapped addresses: they are refused before it could let one pass as private.
  if (family === 6 && hidesIpv4(groupsOf(address))) return 'reserved';
  const translated = family === 6 ? readNat64(groupsOf(address)) : null;
  if (translated !== null) return classifyAddress(translated, own) === 'public' ? 'public' : 'reserved';
  const type = family === 4 ? 'ipv4' : 'ipv6';
  if (metadata.check(address, type)) return 'reserved';
  if (privateNetworks.check(address, type)) return 'private';
  if (reservedNetworks.check(address, type)) return 'reserved';
  if (family === 6 && !globalUnicast.check(address, 'ipv6')) return 'reserved';
  return own.check(address, type) ? 'private' : 'public';
}

/** Whether a connection to this address may be made at all. */
export function mayConnect(address: string, { allowPrivate, own }: { allowPrivate: boolean; own: BlockList }): boolean {
  const kind = classifyAddress(address, own);
  return kind === 'public' || (allowPrivate && kind === 'private');
}

/** The IP address that a URL's host spells out, without brackets; null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1'); // [::1]
  return isIP(bare) === 0 ? null : bare;
}

/**
 * What a firewall in front of this machine does not stand in front of: its own addresses, and the IPv6 networks that it is
 * connected to, whose machines have public addresses too. IPv4 neighbours with public addresses are often strangers.
 */
export function listOwnNetworks(interfaces = networkInterfaces()): BlockList {
  const networks = Object.values(interfaces).flatMap((addresses = []) =>
    addresses.map(({ address, family, cidr }) => {
      const bits = Number(cidr?.split('/')[1] ?? 128);
      return `${address.replace(/%.*$/, '')}/${family === 'IPv4' ? 32 : Math.max(bits, 64)}`;
    }),
  );
  return listOf(networks);
}

/** Mapped (`::ffff:10.0.0.1`), or ISATAP, whose last half is `[02]00:5efe` and an IPv4 address in any network. */
function hidesIpv4(groups: readonly number[]): boolean {
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped || ((groups[4] === 0 || groups[4] === 0x200) && groups[5] === 0x5efe);
}

/** The IPv4 address that a NAT64 gateway connects to (`64:ff9b::808:808`, RFC 6052): all that a machine without IPv4 may have. */
function readNat64(groups: readonly number[]): string | null {
  const [first, second, third = 0, fourth = 0, fifth = 0, sixth = 0, high = 0, low = 0] = groups;
  if (first !== 0x64 || second !== 0xff9b || third + fourth + fifth + sixth > 0) return null;
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const { hostname } = new URL(`http://[${address}]/`); // one spelling: [2a00::a00:1]
  const [first = [], last = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').flatMap((group) => (group === '' ? [] : [Number.parseInt(group, 16)])));
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
}

function listOf(networks: string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
