import type { Signal } from './platform.ts';

/**
 * What a signal is worth, for every platform. The weights of a platform's distinct signals add up to its confidence,
 * capped at 1; a platform is named from 0.5 on. So one `strong` signal names it, and of the weaker ones it takes several.
 */
export const weights = {
  /** Nothing else prints it: a hash in a cookie's name, the answer of the product's own version address. */
  certain: 1,
  /** The product's own name where the server or the template puts it: generator, header, cookie with a unique name. */
  strong: 0.6,
  /** Typical, but copied, linked or cached elsewhere as well: asset paths, script globals, body classes. */
  half: 0.3,
  /** Common or easily inherited: shared folder names, links to the vendor. */
  hint: 0.15,
} as const;

type Strength = keyof typeof weights;

/** A response header whose value matches; `header` in lower case. */
export function header(strength: Strength, name: string, pattern: RegExp, rule: string): Signal {
  return { kind: 'header', header: name, pattern, rule, weight: weights[strength] };
}

/** A cookie whose name matches. */
export function cookie(strength: Strength, pattern: RegExp, rule: string): Signal {
  return { kind: 'cookie', pattern, rule, weight: weights[strength] };
}

/** A `<meta name="generator">` whose content matches. */
export function generator(strength: Strength, pattern: RegExp, rule: string): Signal {
  return { kind: 'generator', pattern, rule, weight: weights[strength] };
}

/** A script, style or image of the shop's own site whose path and query match; what comes before the match is the shop's root. */
export function asset(strength: Strength, pattern: RegExp, rule: string): Signal {
  return { kind: 'asset', pattern, rule, weight: weights[strength] };
}

/** The same on one foreign host: the vendor's own content network. */
export function assetOn(host: string, strength: Strength, pattern: RegExp, rule: string): Signal {
  return { kind: 'asset', host, pattern, rule, weight: weights[strength] };
}

/** An opening tag or a comment that matches. */
export function markup(strength: Strength, pattern: RegExp, rule: string): Signal {
  return { kind: 'markup', pattern, rule, weight: weights[strength] };
}

/** An inline script whose text matches. */
export function script(strength: Strength, pattern: RegExp, rule: string): Signal {
  return { kind: 'script', pattern, rule, weight: weights[strength] };
}

/** A text file whose content matches; asked only where there is reason to. */
export function textFile(strength: Strength, path: string, pattern: RegExp, rule: string): Signal {
  return { kind: 'text-file', path, pattern, rule, weight: weights[strength] };
}

/** An address that answers with product and version; asked only where there is reason to. */
export function versionEndpoint(strength: Strength, path: string, pattern: RegExp, rule: string): Signal {
  return { kind: 'version-endpoint', path, pattern, rule, weight: weights[strength] };
}
