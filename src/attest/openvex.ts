import { z } from 'zod';
import type { Proof } from '../model/attested.ts';
import { plainVersion, productOf } from './composer.ts';
import { DocumentError, parseDocument } from './document.ts';

const Text = z.string().max(2_000);
const Id = z.string().min(1).max(100);
const Time = z
  .string()
  .max(60)
  .refine((text) => !Number.isNaN(Date.parse(text)), { error: 'no point in time' });

const Statement = z.object({
  vulnerability: z.object({ name: Id, aliases: z.array(Id).max(100).default([]) }),
  /** By IRI: the shop's own address, or the package URL of its platform. */
  products: z
    .array(z.object({ '@id': Text.optional(), identifiers: z.record(Text, Text).default({}) }))
    .max(5_000)
    .default([]),
  status: z.enum(['not_affected', 'affected', 'fixed', 'under_investigation']),
  /** `not_affected` needs one of these two. */
  justification: Text.optional(),
  impact_statement: Text.optional(),
  /** Falls back on the document's. */
  timestamp: Time.optional(),
});
type Statement = z.infer<typeof Statement>;

/** OpenVEX 0.2.0: https://github.com/openvex/spec */
const Vex = z.object({
  '@context': z.string().regex(/^https:\/\/openvex\.dev\/ns\/v0\.2\.\d$/),
  '@id': Text,
  author: Text,
  timestamp: Time,
  version: z.union([z.number(), z.string().max(20)]),
  statements: z.array(Statement).min(1).max(5_000),
});

/** What a statement speaks of, as far as it is ours. */
interface Subject {
  product?: string;
  version?: string;
}

/** `pkg:composer/shopware/core@6.6.10.3` */
function readPackageUrl(text: string): Subject | null {
  const [, name = '', written] =
    /^pkg:composer\/([\w.-]{1,100}\/[\w.-]{1,100})(?:@([\w.+-]{1,50}))?(?:[?#]|$)/.exec(text) ?? [];
  const product = productOf(name);
  if (product === undefined) return null;
  const version = written === undefined ? null : plainVersion(written);
  return { product, ...(version === null ? {} : { version }) };
}

/** What of a statement's products is this shop or its platform. */
function subjectsOf({ products }: Statement, host: string): Subject[] {
  const named = products.flatMap((each) => [each['@id'] ?? '', ...Object.values(each.identifiers)]);
  return named.flatMap((text) => {
    if (URL.parse(text)?.host === host) return [{}];
    return readPackageUrl(text) ?? [];
  });
}

interface Said {
  ids: readonly string[];
  at: number;
  isGood: boolean;
  subjects: readonly Subject[];
}

function isGood({ status, justification, impact_statement }: Statement): boolean {
  return status === 'fixed' || (status === 'not_affected' && (justification ?? impact_statement ?? '') !== '');
}

/** Statements that share an id, directly or by way of others: they speak of one flaw. */
function groupByFlaw(said: readonly Said[]): Said[][] {
  const groupOf = new Map<string, Said[]>();
  for (const statement of said) {
    const joined = new Set(statement.ids.flatMap((id) => [groupOf.get(id) ?? []]));
    const group = [...[...joined].flat(), statement];
    for (const id of group.flatMap(({ ids }) => ids)) groupOf.set(id, group);
  }
  return [...new Set(groupOf.values())];
}

/** The last statements on a flaw, where all of them say that it is closed or none; a later one takes back what was said before. */
function lastGood(group: readonly Said[]): Said[] {
  const last = Math.max(...group.map(({ at }) => at));
  const latest = group.filter(({ at }) => at === last);
  return latest.every((statement) => statement.isGood) ? latest : [];
}

/** The flaws that an OpenVEX document calls fixed, or not affecting this shop or its platform. */
export function readOpenvex(document: unknown, siteUrl: string): Proof[] {
  const vex = parseDocument(Vex, document, 'OpenVEX 0.2.0');
  const { host } = new URL(siteUrl);
  const said = vex.statements.map((statement): Said => {
    const { vulnerability, timestamp = vex.timestamp } = statement;
    const subjects = subjectsOf(statement, host);
    const ids = [vulnerability.name, ...vulnerability.aliases];
    return { ids, at: Date.parse(timestamp), isGood: isGood(statement), subjects };
  });
  // Bad news without a product is for all; good news without one is for nobody.
  const isOurs = ({ subjects }: Said, i: number) => subjects.length > 0 || vex.statements[i]?.products.length === 0;
  const good = groupByFlaw(said.filter(isOurs))
    .flatMap(lastGood)
    .filter(({ subjects }) => subjects.length > 0);
  if (good.length === 0) {
    const remedy = `name https://${host}/ or the package URL of its platform as the product`;
    throw new DocumentError('it calls no flaw fixed or not affecting this shop', remedy);
  }
  const subjects = good.flatMap((statement) => statement.subjects);
  const versions = new Map(subjects.flatMap(({ product = '', version }) => (version ? [[version, product]] : [])));
  if (versions.size > 1)
    throw new DocumentError('it speaks of several versions', 'keep the statements on the installed version only');
  const [[version, product] = []] = versions;
  const covers = [...new Set(good.flatMap(({ ids }) => ids))].slice(0, 2_000);
  return [{ covers, ...(version === undefined || product === undefined ? {} : { version, product }) }];
}
