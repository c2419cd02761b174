import { getDomain } from 'tldts';

/** The address that every fixture has. */
export const fixtureHost = 'shop.example';

/** How often something was replaced, by what it was. */
export type Tally = Map<string, number>;

export interface Scrubber {
  text(text: string): string;
  tally: Tally;
}

/** What is known of the visit. */
export interface Known {
  home: URL;
  /** Values of the cookies that were set. */
  secrets: readonly string[];
  /** Texts that rules look at. */
  spared: readonly string[];
}

function zeros(text: string): string {
  return text.replace(/[\p{L}\p{N}+]/gu, '0');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Names of fields, parameters and keys whose value belongs to one visitor or one shop. */
const secretName =
  '(?:[\\w.-]{0,40}(?:csrf|xsrf|nonce|token|form_?key|sess(?:ion)?_?id|api_?key|secret|signature|password|customer_?id|visitor_?id|client_?id|user_?id)[\\w.-]{0,20}|\\w{0,20}sess(?:id)?|\\w{0,12}(?:sid|csid))';

/** `name="form_key" ... value="..."` in either order, in tags that carry one value. */
const namedTag = new RegExp(
  `<(?:input|meta|button)\\b[^<>]{0,1000}?=(["'])${secretName}(?:\\[[^"']{0,40})?\\1[^<>]{0,2000}>`,
  'gi',
);
const carriedValue = /(\b(?:value|content)\s{0,3}=\s{0,3})(["'])([^"'<>]{4,2000})\2/gi;

/** `"csrfToken":"..."`, `form_key = '...'`, `nonce="..."`, with or without the backslashes of a string in a string. */
const keyed = new RegExp(`(\\b${secretName}\\\\?["']?\\s{0,3}[:=]\\s{0,3})(\\\\?["'])([^"'<>\\\\]{4,2000})`, 'gi');

/** `?sid=...`, `;jsessionid=...` */
const parameter = new RegExp(`([?&;](?:amp;)?${secretName}=)([^&"'<>\\s;#]{4,500})`, 'gi');

const email = /[\w.+-]{1,64}(?:@|%40|&#0?64;|&commat;|\\u0040)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gi;
const hiddenEmail = /(data-cfemail=["']|\/email-protection#)([0-9a-f]{6,400})/gi;
const phoneLink = /((?:tel|sms|callto|whatsapp|wa\.me)[:/](?:\/\/)?)([+\d(][\d\s().%/-]{4,30})/gi;
const phoneKey =
  /(["']?\b(?:tele)?(?:phone|fax|mobile|telefon)\w{0,12}\\?["']?\s{0,3}[:=]\s{0,3}\\?["'])([^"'<>\\]{5,40})/gi;
const phone =
  /(?<![\w.=/#+-])(?:\+|00)\d{1,3}[\s().\-/]{0,3}\d(?:[\s().\-/]{0,3}\d){5,13}(?![\w])|(?<![\w.=/#-])\(?0\d{1,5}\)?[\s\-/]{1,3}\d{2,}(?:[\s\-/]\d{2,}){0,4}(?![\w.-])|(?<![\w.=/#-])\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?![\w.-])/g;
const ipv4 = /(?<![\w.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\w.]*\d)/g;
const ipv6 = /(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,7}(?![\w:])/gi;

const uuid = /(?<!\w)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)/gi;
const jwt = /\beyJ[\w-]{6,2000}\.[\w-]{6,4000}(?:\.[\w-]{0,2000})?/g;
const hex = /(?<![\w])(?=[0-9a-f]{0,200}\d)(?=[0-9a-f]{0,200}[a-f])[0-9a-f]{16,512}(?![\w])/gi;
const word =
  /(?<![\w+])(?=[\w+]{0,300}\d)(?=[\w+]{0,300}[a-z])(?=[\w+]{0,300}[A-Z])[A-Za-z0-9_+]{20,1000}={0,2}(?![\w+])/g;
const quoted =
  /(?<=["'])(?=[\w+/]{0,300}\d)(?=[\w+/]{0,300}[a-z])(?=[\w+/]{0,300}[A-Z])[A-Za-z0-9+/]{20,4000}={0,2}(?=["'])/g;

/** Times such as 10:20:30 look like the start of an IPv6 address. */
function isAddress(text: string): boolean {
  return text.includes('::') || text.split(':').length >= 6;
}

function replaceHost(text: string, home: URL): string {
  const domain = getDomain(home.hostname);
  const names = [...new Set([home.host, home.hostname, domain ?? home.hostname])];
  return names.reduce(
    (seen, name) =>
      seen.replace(new RegExp(`(?<![\\w-])${escapePattern(name)}(?![\\w-]|\\.[\\w-]{2})`, 'gi'), fixtureHost),
    // the fixture's own address is https
    text
      .replaceAll(`http://${home.host}`, `https://${fixtureHost}`)
      .replaceAll(`http:\\/\\/${home.host}`, `https:\\/\\/${fixtureHost}`),
  );
}

/**
 * Makes what removes from a text all that belongs to one visitor, one shop or one person. What a rule of some platform looks
 * at is spared by the patterns for tokens and addresses; values under a telling name are replaced wherever they stand.
 */
export function openScrubber({ home, secrets, spared }: Known): Scrubber {
  const tally: Tally = new Map();
  const isSpared = (token: string) => spared.some((text) => text.includes(token));
  const count = (kind: string) => tally.set(kind, (tally.get(kind) ?? 0) + 1);
  const replaced = (kind: string, found: string, by: string) => {
    if (found === by || isSpared(found)) return found;
    count(kind);
    return by;
  };
  const always = (kind: string, value: string) => {
    if (zeros(value) !== value) count(kind);
    return zeros(value);
  };
  const values = [...new Set(secrets.flatMap((value) => [value, safeDecode(value)]))]
    .filter((value) => value.length >= 6)
    .sort((a, b) => b.length - a.length);
  const scrubValues = (text: string) =>
    values.reduce((seen, value) => seen.replaceAll(value, () => always('cookie value', value)), text);
  const scrubNamed = (text: string) =>
    text
      .replace(namedTag, (tag) =>
        tag.replace(
          carriedValue,
          (_all, key, quote, value) => `${key}${quote}${always('named secret', value)}${quote}`,
        ),
      )
      .replace(keyed, (_all, key, quote, value) => `${key}${quote}${always('named secret', value)}`)
      .replace(parameter, (_all, key, value) => `${key}${always('named secret', value)}`);
  const scrubPeople = (text: string) =>
    text
      .replace(hiddenEmail, (_all, key, value) => `${key}${always('e-mail address', value)}`)
      .replace(email, (found) => replaced('e-mail address', found, `someone@${fixtureHost}`))
      .replace(phoneLink, (_all, key, value) => `${key}${always('phone number', value)}`)
      .replace(phoneKey, (_all, key, value) => `${key}${always('phone number', value)}`)
      .replace(phone, (found) => replaced('phone number', found, zeros(found)))
      .replace(ipv4, (found) => replaced('IP address', found, '192.0.2.0'))
      .replace(ipv6, (found) => (isAddress(found) ? replaced('IP address', found, '2001:db8::') : found));
  const scrubTokens = (text: string) =>
    [jwt, uuid, hex, word, quoted].reduce(
      (seen, pattern) => seen.replace(pattern, (found) => replaced('token', found, zeros(found))),
      text,
    );
  return {
    tally,
    text: (text) => scrubTokens(scrubPeople(scrubNamed(replaceHost(scrubValues(text), home)))),
  };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
