import type { Exchange, Problem } from '../model/snapshot.ts';
import { type BlockKind, type ChallengeRule, challengeRules } from './challenge-rules.ts';
import { readHeader } from './headers.ts';

/** Who stands in front of the shop. */
interface Block {
  kind: BlockKind;
  by: string;
}

/** Statuses with which a server turns a visitor away; for a home page they never mean "no such page". */
const refusals: ReadonlySet<number> = new Set([401, 403, 405, 406, 418, 429, 451, 503]);

/** Challenges come early and are small: what follows is not searched. */
const mostSearched = 60_000;

const remedies: Record<BlockKind, string> = {
  firewall: 'Allow the User-Agent that starts with Patchproof in the firewall.',
  maintenance: 'The next scan tries again when maintenance is over.',
  login: 'Name a page in sites.yaml that can be read without logging in.',
  consent: 'Let pages be read by visitors who store no consent.',
};

/** Whether a home page is somebody else's answer in the shop's place; null: it is not. */
export function looksBlocked(exchange: Exchange): Block | null {
  return findChallenge(exchange) ?? refusalOf(exchange);
}

/** The first rule that an answer fits, whatever its status: what no evidence may be taken from. */
export function findChallenge(exchange: Exchange): Block | null {
  const head = exchange.body.slice(0, mostSearched);
  const title = head.match(/<title[^>]{0,200}>([^<]{0,300})/i)?.[1]?.trim() ?? ''; // <title>Just a moment...</title>
  return challengeRules.find((rule) => fits(rule, exchange, { head, title })) ?? null;
}

/** The problem that a block is reported as. */
export function describeBlock({ kind, by }: Block, { url, status }: Exchange): Problem {
  const what = {
    firewall: `was answered by a firewall or bot check (${by})`,
    maintenance: `says that the shop is down for maintenance (${by})`,
    login: 'asks visitors to log in',
    consent: 'asks visitors for consent before it shows the shop',
  };
  const message = `The home page ${what[kind]}, status ${status}. ${remedies[kind]}`;
  return { code: 'challenge', message, url };
}

function fits(rule: ChallengeRule, exchange: Exchange, page: { head: string; title: string }): boolean {
  if (exchange.body.length > (rule.mostChars ?? Number.POSITIVE_INFINITY)) return false;
  if (rule.header !== undefined && !rule.header[1].test(readHeader(exchange.headers, rule.header[0]))) return false;
  if (rule.title !== undefined && !rule.title.test(page.title)) return false;
  return rule.body === undefined || rule.body.test(page.head);
}

function refusalOf({ status, headers, body }: Exchange): Block | null {
  if (!refusals.has(status)) return null;
  const by = `${status}`;
  const announced = readHeader(headers, 'retry-after') !== '' || /maintenance/i.test(body.slice(0, mostSearched));
  return { kind: status === 503 && announced ? 'maintenance' : 'firewall', by };
}
