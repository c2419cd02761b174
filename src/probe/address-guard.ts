import { BlockList, isIP } from 'node:net';

/** `private`: may be allowed for a site's own host and port. `reserved`: never, for anybody. */
type AddressKind = 'public' | 'private' | 'reserved';

/** Cloud metadata services that live inside otherwise private or public ranges. */
const metadata = listOf(['100.100.100.200/32', '168.63.129.16/32', 'fd00:ec2::254/128']);

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

/** All other IPv6 space is mapped IPv4, NAT64, link-local, multicast or unassigned. */
const globalUnicast = listOf(['2000::/3']);

/** What kind of network an IP address lies in; text that is no IP address counts as reserved. */
export function classifyAddress(address: string): AddressKind {
  const family = isIP(address);
  if (family === 0) return 'reserved';
  const type = family === 4 ? 'ipv4' : 'ipv6';
  // BlockList applies IPv4 rules to mapped addresses: they are refused before it could let one pass as private.
  if (family === 6 && isMapped(address)) return 'reserved';
  if (metadata.check(address, type)) return 'reserved';
  if (privateNetworks.check(address, type)) return 'private';
  if (reservedNetworks.check(address, type)) return 'reserved';
  return family === 4 || globalUnicast.check(address, 'ipv6') ? 'public' : 'reserved';
}

/** Whether a connection to this address may be made at all. */
export function mayConnect(address: string, allowPrivate: boolean): boolean {
  const kind = classifyAddress(address);
  return kind === 'public' || (allowPrivate && kind === 'private');
}

/** The IP address that a URL's host spells out, without brackets; null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1'); // [::1]
  return isIP(bare) === 0 ? null : bare;
}

function isMapped(address: string): boolean {
  return new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.startsWith('[::ffff:');
}

function listOf(networks: string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
