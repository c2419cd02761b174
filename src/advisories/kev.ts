import { z } from 'zod';
import { InvalidResponseError, ScanError, UnreachableError } from '../lib/errors.ts';
import type { Answer, Http } from '../lib/http.ts';
import type { Exploited } from '../model/facts.ts';
import { type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { Day } from '../model/time.ts';
import type { AdvisorySource } from './source.ts';

const Text = z.string().max(300);

const Entry = z.object({
  cveID: z.string().regex(/^CVE-\d{4}-\d{4,9}$/),
  vendorProject: Text,
  product: Text,
  dateAdded: Day,
  /** Missing in copies of entries that did not come from CISA itself. */
  dueDate: Day.nullable().default(null),
});
type Entry = z.infer<typeof Entry>;

/** known_exploited_vulnerabilities.json, without its prose. */
const Catalogue = z.object({ vulnerabilities: z.array(Entry).min(1).max(20_000) });
type Catalogue = z.infer<typeof Catalogue>;

/** How CISA names the flaws of our platforms themselves; those of their extensions and libraries stand under other names. */
const platforms: readonly { product: string; vendor: RegExp; name: RegExp }[] = [
  /** Commerce and Magento Open Source */
  { product: 'magento', vendor: /^adobe$/i, name: /\b(?:commerce|magento)\b/i },
  /** Core, Drupal core */
  { product: 'drupal', vendor: /^drupal$/i, name: /\bcore\b/i },
  { product: 'joomla', vendor: /^joomla!?$/i, name: /^joomla!?$/i },
  { product: 'prestashop', vendor: /^prestashop$/i, name: /^prestashop$/i },
  { product: 'sap-commerce', vendor: /^sap$/i, name: /^commerce cloud$/i },
  { product: 'wordpress', vendor: /^wordpress$/i, name: /^(?:wordpress )?core$/i },
];

/** `Commerce and\u202fMagento`: spaces are whatever somebody's editor made of them. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function toExploited({ cveID, vendorProject, product: name, dateAdded, dueDate }: Entry): Exploited {
  const named = platforms.find((it) => it.vendor.test(plain(vendorProject)) && it.name.test(plain(name)));
  return { cve: cveID, addedOn: dateAdded, dueOn: dueDate, ...(named === undefined ? {} : { product: named.product }) };
}

interface Place {
  http: Http;
  base: string;
  mirror: string;
}

interface Read {
  url: string;
  answer: Answer<Catalogue>;
  /** Why CISA's own copy was not used; null where it was. */
  instead: ScanError | null;
}

async function ask(url: string, request: PullRequest, http: Http): Promise<Answer<Catalogue>> {
  const validators = request.previous?.validators[url];
  return http.getJson(url, { source: 'kev', schema: Catalogue, validators });
}

/** Throws one error that carries both reasons. */
function giveUp(own: ScanError, mirror: ScanError): never {
  const ErrorKind = mirror instanceof InvalidResponseError ? InvalidResponseError : UnreachableError;
  const options = own.url === null ? { cause: own } : { url: own.url, cause: own };
  throw new ErrorKind('kev', `${own.message} Its mirror failed as well: ${mirror.message}`, options);
}

async function read(request: PullRequest, { http, base, mirror }: Place): Promise<Read> {
  const url = `${base}/sites/default/files/feeds/known_exploited_vulnerabilities.json`;
  const copy = `${mirror}/cisagov/kev-data/develop/known_exploited_vulnerabilities.json`;
  try {
    return { url, answer: await ask(url, request, http), instead: null };
  } catch (own) {
    if (!(own instanceof ScanError)) throw own;
    try {
      return { url: copy, answer: await ask(copy, request, http), instead: own };
    } catch (error) {
      return error instanceof ScanError ? giveUp(own, error) : Promise.reject(error);
    }
  }
}

/** A mirror may lag behind what is known already: nothing that was listed is forgotten for it. */
function keepListed(listed: Exploited[], previous: Pull | null): Exploited[] {
  const known = new Set(listed.map(({ cve }) => cve));
  return [...listed, ...(previous?.records.exploited ?? []).filter(({ cve }) => !known.has(cve))];
}

async function pull(request: PullRequest, place: Place): Promise<Pull> {
  const { previous, products } = request;
  const { url, answer, instead } = await read(request, place);
  const fresh = startPull('kev', request);
  if (answer.status === 'unchanged') {
    fresh.validators[url] = previous?.validators[url] ?? {};
    fresh.records.exploited = previous?.records.exploited ?? [];
  } else {
    const listed = answer.data.vulnerabilities.map(toExploited);
    fresh.validators[url] = answer.validators;
    fresh.records.exploited = instead === null ? listed : keepListed(listed, previous);
  }
  const message = `A mirror of CISA's list was read instead. ${instead?.message}`;
  if (instead !== null) fresh.problems = products.map((product) => ({ product, message }));
  return fresh;
}

/**
 * CISA's list of known exploited vulnerabilities. Every entry is kept, three facts each: what is marked as exploited is a
 * flaw of ours by its CVE, so that a vendor that CISA spells in a new way hides nothing.
 */
export function createKev({
  base = 'https://www.cisa.gov',
  mirror = 'https://raw.githubusercontent.com',
} = {}): AdvisorySource {
  return {
    id: 'kev',
    name: 'CISA Known Exploited Vulnerabilities',
    licence: 'CC0-1.0',
    url: 'https://www.cisa.gov/known-exploited-vulnerabilities-catalog',
    covers: () => true,
    partial: () => true,
    oneList: true,
    pull: (request, http) => pull(request, { http, base, mirror }),
  };
}
