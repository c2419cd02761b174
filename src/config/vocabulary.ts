import { z } from 'zod';
import { ProductId } from '../model/identification.ts';
import { Language } from '../model/language.ts';
import { AttestationKind, Disclosure, SiteId } from '../model/site.ts';
import { Day } from '../model/time.ts';

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const longestMs = 366 * unitMs.d;

/** `90m`, `24h`, `7d`, `2w`. */
const duration = /^([1-9][0-9]{0,5})([mhdw])$/;
/** What no name or note may hold: control characters, line and bidi controls, half characters. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;
/** `https://shop.example/`: printable, and with the slashes that URL parsers do without. */
const webAddress = /^https?:\/\/[^\s\p{Cc}\\]+$/iu;
/** `attested`, `my-shop.json`: part of a path that means the same on every system. */
const plainPart = /^[^\p{Cc}/\\:]+$/u;
/** Device names, which Windows opens instead of a file: `con`, `com1`. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Starts what is allowed where it is one of a few words, each behind a comma. */
export const choice = 'one of ';

/** A value that `schema` accepts; whatever else is found, `allowed` is what the reader is told. */
function leaf<T>(schema: z.ZodType<T>, allowed: string) {
  return z.custom<T>((value) => schema.safeParse(value).success, { error: allowed });
}

function oneOf<T extends string>(schema: z.ZodEnum<Record<T, T>>) {
  return leaf(schema, choice + schema.options.join(', '));
}

function text(most: number) {
  const schema = z
    .string()
    .max(most, { abort: true })
    .refine((value) => /\S/.test(value) && !unprintable.test(value.trim()));
  const allowed = `text of 1 to ${most} characters on one line, without control characters`;
  return leaf(schema, allowed).transform((value) => value.trim());
}

function group<T extends z.ZodRawShape>(shape: T) {
  const keys = Object.keys(shape).join(', ');
  const error = (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? choice + keys : `a group of the keys ${keys}`;
  return z.strictObject(shape, { error });
}

function list<T extends z.ZodType>(element: T, most: number, members: string) {
  const error = `a list of at most ${most} ${members}`;
  return z.array(element, { error }).max(most, { error }).default([]);
}

/** Everything in sites.yaml is published: a user name or password in a URL would be, too. */
function isPublicUrl(value: string): boolean {
  if (!webAddress.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

function toMs(value: string): number {
  const [, count, unit] = duration.exec(value) ?? [];
  return Number(count) * unitMs[unit as keyof typeof unitMs];
}

function span(fallback: string) {
  const schema = z
    .string()
    .regex(duration, { abort: true })
    .refine((value) => toMs(value) <= longestMs);
  return leaf(schema, 'a duration of up to 366 days, such as 90m, 24h or 7d').transform(toMs).default(toMs(fallback));
}

const webUrl = z.string().max(2_000, { abort: true }).refine(isPublicUrl);
const mail = z.string().max(200, { abort: true }).pipe(z.email());
const day = leaf(Day, 'a day such as 2026-08-31');
const flag = leaf(z.boolean(), 'true or false').default(false);
const months = leaf(z.int().min(1).max(120), 'a whole number of months from 1 to 120');
const url = leaf(webUrl, 'an http or https URL').transform((value) => new URL(value).href);
const id = leaf(
  SiteId.refine((value) => !deviceName.test(value)),
  'up to 64 of a-z, 0-9 and "-", no "-" at either end, no Windows device name such as con',
);

const documentFile = leaf(
  z
    .string()
    .max(300, { abort: true })
    .refine((value) => value.split('/').every((part) => plainPart.test(part) && part !== '..')),
  'a path below the folder of sites.yaml, such as attested/my-shop.json',
);
const documentUrl = leaf(webUrl.startsWith('https://'), 'an https URL');
const tokenName = leaf(
  z.string().regex(/^PATCHPROOF_(?!SIGNING_KEY$)[A-Z0-9_]{1,60}$/),
  'the name of an environment variable that begins with PATCHPROOF_ and is not the signing key',
);

const maintainer = group({ name: text(200), email: leaf(mail, 'a mail address').optional(), url: url.optional() });

const promise = group({ by: day, made: day.optional(), note: text(500).optional() });

const attestation = group({
  kind: oneOf(AttestationKind),
  covers: list(text(100), 100, 'advisory ids'),
  version: text(50).optional(),
  product: leaf(ProductId, 'a product id such as woocommerce').optional(),
  edition: oneOf(z.enum(['commerce'])).optional(),
  file: documentFile.optional(),
  url: documentUrl.optional(),
  tokenEnv: tokenName.optional(),
  allowPrivate: leaf(z.boolean(), 'true or false').optional(),
  author: text(200),
  made: day,
  expires: day,
  note: text(500).optional(),
});

const site = group({
  id,
  name: text(200).optional(),
  url,
  maintainer: maintainer.optional(),
  tags: list(text(50), 20, 'tags'),
  platform: leaf(ProductId, 'a product id such as woocommerce').optional(),
  formerly: list(id, 10, 'ids'),
  robots: oneOf(z.enum(['respect', 'owner-consents'])).default('respect'),
  allowPrivate: flag,
  disclosure: oneOf(Disclosure).optional(),
  promise: promise.optional(),
  attestations: list(attestation, 100, 'attestations'),
});

const policy = group({
  sourceMaxAge: span('7d'),
  unpublishedSupport: group({ newest: months.default(24), other: months.default(12) }).prefault({}),
  // A document is the maintainer's word with its proof: to accept the bare word and not the proof would be odd.
  accept: z
    .array(oneOf(AttestationKind), { error: 'a list of kinds of attestation' })
    .default([...AttestationKind.options]),
});

const atLeastOneSite = 'a list of at least one site, such as "- { id: my-shop, url: https://shop.example/ }"';

/** sites.yaml as people write it: durations as text, every default filled in but those that depend on another key. */
export const SitesFile = group({
  title: text(200),
  url: leaf(
    webUrl.refine((value) => !/[?#]/.test(value)),
    'an http or https URL without "?" and "#"',
  ).transform((value) => new URL(value).href.replace(/\/?$/, '/')),
  contact: leaf(
    z.union([mail, z.string().max(200, { abort: true }).startsWith('https://').refine(isPublicUrl)]),
    'a mail address or an https URL',
  ),
  every: span('24h'),
  maxAge: span('48h'),
  policy: policy.prefault({}),
  disclosure: oneOf(Disclosure).default('full'),
  languages: z
    .array(oneOf(Language), { error: 'a list of languages' })
    .min(1, { error: 'at least one language' })
    .refine((list) => new Set(list).size === list.length, { error: 'each language once' })
    .default(['en']),
  demo: flag,
  sites: z.array(site, { error: atLeastOneSite }).min(1, { error: atLeastOneSite }),
});
export type SitesFile = z.infer<typeof SitesFile>;
