import type { Component } from '../model/identification.ts';
import type { Report } from '../model/report.ts';
import { dayOf } from '../model/time.ts';
import type { Finding } from '../model/verdict.ts';
import type { Statement, Vex } from '../model/vex.ts';
import type { Explanation } from './answer.ts';
import { explainReport } from './answer.ts';
import { linkable } from './clean.ts';
import type { PublicSite } from './disclose.ts';
import { tellFix } from './findings.ts';
import { packageUrl } from './package-url.ts';
import type { Published } from './published.ts';
import { sharedAddressOf, siteFolder } from './published.ts';
import type { Wording } from './wording/index.ts';

/**
 * The report that a VEX document is made of. Null where findings are withheld, where there is none, and where nobody
 * checked lately: a flaw that was fixed long ago may be back. Such a site has no vex.json at all.
 */
function reportFor({ report, reason }: PublicSite): Report | null {
  const isValid = report !== null && report.verdict.reason === reason && report.verdict.findings.length > 0;
  return isValid ? report : null;
}

/** Whether a site has a vex.json. */
export function hasVex(site: PublicSite): boolean {
  return reportFor(site) !== null;
}

/** A site's report, in words. */
interface Answered {
  site: PublicSite;
  report: Report;
  explanation: Explanation;
  /** Address of the shop, or of its page where the shop's is none. */
  shop: string;
}

function nameProducts(shop: string, component: Component | undefined): Statement['products'] {
  const packages = component?.versions.map((version) => ({ '@id': packageUrl(component, version) })) ?? [];
  return [{ '@id': shop, ...(packages.length > 0 && { subcomponents: packages }) }];
}

/** What somebody does about a flaw. Nothing in it counts days: the document changes with the report alone. */
function tellAction(finding: Finding, answered: Answered, words: Wording): string {
  const { site, report, explanation } = answered;
  const step = finding.product === report.verdict.product ? [explanation.nextStep] : [];
  const promise =
    site.promise === null ? words.page.noPromise : words.events.promiseMade(words.writeDay(site.promise.by));
  return [tellFix(finding, words), ...step, promise].join(' ');
}

function writeStatement(finding: Finding, answered: Answered, words: Wording): Statement {
  const { shop, report } = answered;
  const { id, aliases, product, status, because, exploitedSince } = finding;
  const component = report.identification.components.find((one) => one.product === product);
  const href = linkable(finding.url);
  const notes = [words.vex.because[because], ...(exploitedSince === null ? [] : [words.flaws.exploited])];
  return {
    vulnerability: { ...(href !== null && { '@id': href }), name: id, aliases: [...new Set(aliases)] },
    products: nameProducts(shop, component),
    status,
    status_notes: notes.join(' '),
    ...(status === 'not_affected' && { justification: 'vulnerable_code_not_present' }),
    ...(status === 'affected' && { action_statement: tellAction(finding, answered, words) }),
  };
}

/** A site's findings as OpenVEX; null where there is nothing that may be said. */
export function viewVex(published: Published, site: PublicSite, words: Wording): Vex | null {
  const report = reportFor(site);
  if (report === null) return null;
  const today = dayOf(report.asOf);
  const explanation = explainReport(report, { events: site.events, today, words });
  const folder = siteFolder(site.id);
  const shop = linkable(site.url) ?? sharedAddressOf(published, folder);
  const answered = { site, report, explanation, shop };
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': sharedAddressOf(published, `${folder}vex.json`),
    author: published.contact,
    role: words.vex.role,
    timestamp: report.asOf,
    version: Math.floor(Date.parse(report.asOf) / 1000),
    tooling: 'Patchproof',
    statements: report.verdict.findings.map((finding) => writeStatement(finding, answered, words)),
  };
}
