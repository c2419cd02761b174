import { linkContact } from './frame.ts';
import type { Published } from './published.ts';
import { sharedAddressOf } from './published.ts';

/** How long the file counts after a run, in milliseconds: 90 days. RFC 9116 wants less than a year. */
const validMs = 90 * 86_400_000;

/**
 * `/.well-known/security.txt` (RFC 9116). Null under a base path, where nobody looks for it, and without a contact that
 * it allows: a mail address or an https URL.
 */
export function writeSecurityText(published: Published): string | null {
  const { contact, url, asOf, languages } = published;
  const href = linkContact(contact);
  if (href === null || href.startsWith('http:') || new URL(url).pathname !== '/') return null;
  const canonical = sharedAddressOf(published, '.well-known/security.txt');
  const lines = [
    `Contact: ${href}`,
    `Expires: ${new Date(Date.parse(asOf) + validMs).toISOString()}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    // Web addresses in it must be https.
    ...(canonical.startsWith('https:') ? [`Canonical: ${canonical}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
