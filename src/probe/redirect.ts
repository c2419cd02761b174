import { getDomain } from 'tldts';
import { classifyAddress, literalAddress } from '../lib/address-guard.ts';
import type { Problem } from '../model/snapshot.ts';
import { makeProblem } from './failure.ts';
import type { HeaderList } from './headers.ts';

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Longer addresses serve no shop, and every one of them is matched against robots.txt. */
const mostUrlChars = 2_000;

/** Where an answer redirects to; null where it does not; a problem where no request may follow it. */
export function readTarget(from: URL, answer: { status: number; headers: HeaderList }): URL | Problem | null {
  const location = answer.headers.find(([name]) => name === 'location')?.[1] ?? '';
  if (!redirectStatuses.has(answer.status) || location === '') return null;
  const refuse = (what: string) => {
    const remedy = 'Correct the redirect on the server.';
    return makeProblem('bad-response', from, `${from.host} redirects to ${what}, which is not followed. ${remedy}`);
  };
  if (location.length > mostUrlChars || !URL.canParse(location, from.href))
    return refuse('something that is no address');
  const target = new URL(location, from);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return refuse(`a ${target.protocol} address`);
  if (target.username !== '' || target.password !== '') return refuse('an address with a user name or password');
  target.hash = '';
  return target;
}

/** Why a redirect leaves the site: only hosts of one registrable domain are one site. */
export function refuseMove(from: URL, to: URL): Problem | null {
  if (siteOf(from.hostname) === siteOf(to.hostname)) return null;
  const literal = literalAddress(to.hostname);
  if (literal !== null && classifyAddress(literal) !== 'public') {
    const message = `${from.host} redirects to the internal address ${literal}, which is not followed. Correct the redirect on the server.`;
    return makeProblem('address-refused', from, message);
  }
  const message = `${from.host} redirects to ${to.origin}, another site. If the shop has moved there, change url in sites.yaml.`;
  return makeProblem('moved', from, message);
}

/** Registrable domain; the host itself for IP addresses, localhost names and shared suffixes. */
function siteOf(hostname: string): string {
  const host = hostname.replace(/\.$/, ''); // shop.example.
  if (host.endsWith('.localhost')) return host;
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}
