import { createHash } from 'node:crypto';
import type { Exchange, Snapshot } from '../../src/model/snapshot.ts';
import { findChallenge, looksBlocked } from '../../src/probe/challenge.ts';
import { toExchange, withholdBody } from '../../src/probe/exchange.ts';
import { type Answer, exchange } from '../identify/shop.ts';
import { mutateBytes, mutateText, noise } from './mutate.ts';
import type { Random } from './random.ts';

/** When all answers of the fuzz run came. */
export const at = '2026-08-22T10:00:00.000Z';

/** One answer on its way: text that a server writes in some encoding, or the hash of bytes that the fixture leaves out. */
export interface Sent {
  path: string;
  url: string;
  status: number;
  headers: [string, string][];
  bytes: Buffer;
  whole: boolean;
  /** Stands for bytes that the fixture does not hold. */
  sha256?: string | null;
}

export function send(answer: Answer): Sent {
  const { path, url, status, headers, body } = exchange(answer);
  const hidden = answer.sha256 === undefined ? {} : { sha256: answer.sha256 };
  return { path, url, status, headers, bytes: Buffer.from(body), whole: true, ...hidden };
}

/** As the probe makes it. */
function receive({ path, url, sha256, ...answer }: Sent): Exchange {
  const seen = toExchange(path, { url: new URL(url), answer, stopped: null }, at);
  return sha256 === undefined ? seen : { ...seen, sha256, sha256Lf: sha256 };
}

/** As src/probe/ puts a visit together: what looks like a firewall's page is no evidence. */
export function arrive([home, ...others]: readonly Sent[]): Snapshot {
  const first = home === undefined ? null : receive(home);
  const isSeen = first !== null && looksBlocked(first) === null && first.status >= 200 && first.status < 300;
  const exchanges = others.map(receive).map((each) => (findChallenge(each) === null ? each : withholdBody(each)));
  const outcome = isSeen ? 'seen' : first === null ? 'unreachable' : 'blocked';
  const all = isSeen ? [first, ...exchanges] : first === null ? [] : [withholdBody(first)];
  return { outcome, exchanges: all, withheld: [], problems: [], requests: all.length };
}

/** Words that hold a digit: whatever shows a version, a hash or a day is one of them. */
export function digitWords(sent: readonly Sent[]): Set<string> {
  const words = sent.flatMap(({ headers, bytes, url }) => {
    const text = `${url}\n${headers.flat().join('\n')}\n${bytes.toString('latin1')}`;
    return text.match(/[\w.+-]*\d[\w.+-]*/g) ?? [];
  });
  return new Set(words);
}

type Change = (sent: Sent, random: Random) => Sent;

const encodings: readonly [string, (text: string) => Buffer][] = [
  ['utf-16le', (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ['windows-1252', (text) => Buffer.from(text, 'latin1')],
  ['utf-8', (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
  ['utf-7', (text) => Buffer.from(text)],
  ['x'.repeat(50), (text) => Buffer.from(text, 'latin1')],
];

function setHeader(headers: readonly [string, string][], name: string, value: string): [string, string][] {
  return [...headers.filter(([key]) => key !== name), [name, value]];
}

/** Hidden bytes that change are bytes that nobody knows. */
export function withBytes(sent: Sent, bytes: Buffer): Sent {
  if (sent.sha256 === undefined) return { ...sent, bytes };
  return { ...sent, bytes, sha256: createHash('sha256').update('changed').update(bytes).digest('hex') };
}

export const changes: Record<string, Change> = {
  text: (sent, random) => withBytes(sent, Buffer.from(mutateText(sent.bytes.toString(), random))),
  bytes: (sent, random) => withBytes(sent, mutateBytes(sent.bytes, random)),
  encoding: (sent, random) => {
    const [label, encode] = random.pick(encodings);
    const type = random.chance(0.7) ? `text/html; charset=${label}` : 'text/html';
    return withBytes(
      { ...sent, headers: setHeader(sent.headers, 'content-type', type) },
      encode(sent.bytes.toString()),
    );
  },
  'header text': (sent, random) => {
    const index = random.below(sent.headers.length);
    const headers = sent.headers.map(([name, value], i): [string, string] => [
      name,
      i === index ? mutateText(value, random) : value,
    ]);
    return { ...sent, headers };
  },
  'header less': (sent, random) => {
    const index = random.below(sent.headers.length);
    return { ...sent, headers: sent.headers.filter((_header, i) => i !== index) };
  },
  'header more': (sent, random) => ({
    ...sent,
    headers: [
      ...sent.headers,
      [random.pick(['set-cookie', 'link', 'x-powered-by', 'content-type']), random.pick(noise)],
    ],
  }),
  status: (sent, random) => ({ ...sent, status: random.pick([200, 204, 206, 301, 403, 404, 429, 500, 503]) }),
  cut: (sent, random) => ({
    ...withBytes(sent, sent.bytes.subarray(0, random.below(sent.bytes.length + 1))),
    whole: false,
  }),
  url: (sent, random) => ({
    ...sent,
    url: `https://shop.example/${random.pick(['', 'shop/', '//', 'a?b=c', '%2e%2e/'])}`,
  }),
};
