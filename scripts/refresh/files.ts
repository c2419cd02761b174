import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../../src/lib/errors.ts';
import type { Branch, ProductFacts, Release } from '../../src/model/facts.ts';
import { AdvisoryFile, ExploitedFile, ReleaseFile, SupportFile } from '../../src/model/shipped.ts';

/** What ships of one product, as its three files say it. */
export interface ProductFiles {
  releases: ReleaseFile;
  support: SupportFile;
  advisories: AdvisoryFile;
}

/** A snapshot folder. */
export interface SnapshotFiles {
  products: Map<string, ProductFiles>;
  exploited: ExploitedFile;
}

function readFile<T>(schema: z.ZodType<T>, file: string): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    const remedy = `Remedy: restore it from version control (git checkout -- ${file}).`;
    throw new ConfigError(file, `${file} cannot be read: ${why}\n${remedy}`, { cause });
  }
}

function productsIn(dir: string): string[] {
  try {
    const names = readdirSync(join(dir, 'releases')).filter((name) => name.endsWith('.json'));
    return names.map((name) => name.slice(0, -'.json'.length)).sort();
  } catch (cause) {
    const message = `${dir} has no releases/: it is no folder of embedded facts. Remedy: name one with --snapshot.`;
    throw new ConfigError(dir, message, { cause });
  }
}

/** Throws ConfigError for what is missing or damaged. */
export function readSnapshot(dir: string): SnapshotFiles {
  const products = productsIn(dir).map((product) => {
    const at = (kind: string) => join(dir, kind, `${product}.json`);
    const files: ProductFiles = {
      releases: readFile(ReleaseFile, at('releases')),
      support: readFile(SupportFile, at('support')),
      advisories: readFile(AdvisoryFile, at('advisories')),
    };
    return [product, files] as const;
  });
  return { products: new Map(products), exploited: readFile(ExploitedFile, join(dir, 'exploited.json')) };
}

/** The facts of a product as its files say them, without what only a hash index knows. */
export function factsOf(product: string, { releases, support, advisories }: ProductFiles): ProductFacts {
  const { policyPublished, newestBranchOnly, branches } = support;
  return {
    product,
    scheme: releases.scheme,
    dataOn: releases.dataOn,
    releases: releases.releases,
    patches: releases.patches,
    support: { policyPublished, newestBranchOnly, branches },
    advisories: advisories.advisories,
    exploited: [],
    vendorSecure: [],
    vendorInsecure: [],
    sources: [],
  };
}

/** One record a line: a change of one fact is a change of one line. */
function print(members: Record<string, unknown>, recordsOf: readonly string[]): string {
  const lines = Object.entries(members).map(([name, value]) => {
    const isList = recordsOf.includes(name) && Array.isArray(value) && value.length > 0;
    const text = isList
      ? `[\n${value.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function releaseRecord({ version, date, countsFrom, security, openSource, prerelease }: Release) {
  return {
    version,
    date,
    ...(date !== null || countsFrom === undefined ? {} : { countsFrom }),
    security,
    ...(openSource ? {} : { openSource }),
    ...(prerelease ? { prerelease } : {}),
  };
}

function branchRecord({ branch, securitySupportEnds, eol, commerceSupportEnds }: Branch) {
  return { branch, securitySupportEnds, eol, ...(commerceSupportEnds === null ? {} : { commerceSupportEnds }) };
}

function printProduct({ releases: file, support, advisories }: ProductFiles): Record<keyof ProductFiles, string> {
  const { product, scheme, dataOn, undatedOn, sources, releases, patches } = file;
  const { policyPublished, newestBranchOnly, branches } = support;
  const head = { product, scheme, dataOn, ...(undatedOn === undefined ? {} : { undatedOn }), sources };
  const rules = { product: support.product, policyPublished, newestBranchOnly, sources: support.sources };
  return {
    releases: print({ ...head, releases: releases.map(releaseRecord), patches }, ['releases', 'patches']),
    support: print({ ...rules, branches: branches.map(branchRecord) }, ['branches']),
    advisories: print(advisories, ['advisories']),
  };
}

/** Every file of a snapshot folder by its path in there. */
export function printSnapshot({ products, exploited }: SnapshotFiles): Map<string, string> {
  const texts = [...products].flatMap(([product, files]) =>
    Object.entries(printProduct(files)).map(([kind, text]): [string, string] => [`${kind}/${product}.json`, text]),
  );
  return new Map([...texts, ['exploited.json', print(exploited, ['entries'])]]);
}
