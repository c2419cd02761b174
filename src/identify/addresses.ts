import { getDomain } from 'tldts';

/** A file that a page loads. */
export interface Asset {
  /** Host and port. */
  host: string;
  /** Path and query, exactly as linked. */
  path: string;
  /** On the host that sent the page. */
  sameHost: boolean;
  /** On that host or another one of the same registrable domain. */
  sameSite: boolean;
}

/** A link that was understood. */
interface Address {
  href: string;
  asset: Asset;
}

/** A path from the root that the rules for addresses leave as it is: no host, no `..`, nothing to encode. */
const settledPath = /^\/(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*(?:\?[\w.=&-]+)?)?$/;

/** Tells whether a host belongs to the page's site; asks of each only once. */
function siteOf(pageHost: string): (host: string) => boolean {
  const options = { allowPrivateDomains: true };
  const domain = getDomain(pageHost, options);
  const known = new Map<string, boolean>();
  return (host) => {
    const isSame = known.get(host) ?? (domain !== null && getDomain(host, options) === domain);
    known.set(host, isSame);
    return isSame;
  };
}

/** Reads the links of a page, which may name another base for them; null for what is no web address. */
export function addressReader(pageUrl: string, base: string | undefined): (link: string) => Address | null {
  const page = new URL(pageUrl);
  const from = URL.parse(base ?? '', pageUrl) ?? page;
  const isSite = siteOf(page.hostname);
  const describe = ({ host, hostname }: URL, path: string): Asset => {
    const sameHost = host === page.host;
    return { host, path, sameHost, sameSite: sameHost || isSite(hostname) };
  };
  const root = URL.parse('/', from.href);
  const isWeb = (url: URL) => /^https?:$/.test(url.protocol);
  return (link) => {
    if (root !== null && isWeb(root) && settledPath.test(link))
      return { href: root.href + link.slice(1), asset: describe(root, link) };
    const url = URL.parse(link, from.href);
    if (url === null || !isWeb(url)) return null;
    const path = url.pathname.replace(/^\/{2,}/, '/') + url.search; // //catalog/a.js, from a base that ends in a slash
    return { href: url.href, asset: describe(url, path) };
  };
}
