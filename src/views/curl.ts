import type { Evidence } from '../model/identification.ts';

/** A command that looks at a piece of evidence again, and what it prints. */
export interface CurlLine {
  command: string;
  expected: string;
}

/** One word of a POSIX shell, whatever is in it. */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Kinds that are read from the answer's headers. */
const inHeaders: ReadonlySet<Evidence['kind']> = new Set(['header', 'cookie', 'cookie-proof']);

/** How to look at a piece of evidence without Patchproof; null where it was not measured. */
export function writeCurl({ kind, url, status, excerpt, sha256, known }: Evidence): CurlLine | null {
  if (known !== 'measured') return null;
  const address = quoteShell(url);
  if (sha256 !== null) return { command: `curl -s ${address} | sha256sum`, expected: `${sha256}  -` };
  if (excerpt === null)
    return { command: `curl -s -o /dev/null -w '%{http_code}' ${address}`, expected: String(status) };
  const fetch = inHeaders.has(kind) ? `curl -s -o /dev/null -D - ${address}` : `curl -s ${address}`;
  return { command: `${fetch} | grep -i -o -m 1 -F -e ${quoteShell(excerpt)}`, expected: excerpt };
}
