import { createHash } from 'node:crypto';
import { canonicalForm } from '../model/canonical.ts';
import { type EventData, HistoryEvent } from '../model/history.ts';
import type { Instant } from '../model/time.ts';

/** What the first event names as the one before it. */
const beginning = '0'.repeat(64);

function hashOf(link: object): string {
  return createHash('sha256').update(canonicalForm(link)).digest('hex');
}

/** The hash that stands for a whole history: that of its last event. */
export function headOf(events: readonly HistoryEvent[]): string {
  return events.at(-1)?.hash ?? beginning;
}

/** A change that is not yet in the chain. `salt`: 128 random bits, hex. */
export interface NewEvent {
  site: string;
  at: Instant;
  data: EventData;
  salt: string;
}

/** The next link after `events`. */
export function chainEvent(events: readonly HistoryEvent[], { site, at, data, salt }: NewEvent): HistoryEvent {
  const link = { site, sequence: events.length, at, data, salt, previous: headOf(events) };
  return { ...link, hash: hashOf(link) };
}

/** What happened to a line that is no JSON. */
function explainUnreadable(line: string): string {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line))
    return 'is left of a merge: two copies of this history went on separately';
  if (line.includes('\0')) return 'holds zero bytes: the computer stopped while the file was written';
  if (line.trim() === '') return 'is empty';
  return line.startsWith('{') && !line.endsWith('}') ? 'is cut off' : 'is not JSON';
}

/** The event of one line, or what is wrong with it. */
function readLine(line: string, sequence: number, previous: string): HistoryEvent | string {
  let document: unknown;
  try {
    document = JSON.parse(line);
  } catch {
    return explainUnreadable(line);
  }
  const event = HistoryEvent.safeParse(document);
  if (!event.success) return 'not an event: fields are missing or malformed';
  if (canonicalForm(document) !== line) return 'not in canonical form (jq -cS .)';
  if (event.data.sequence === sequence - 1 && event.data.hash !== previous) {
    return `is another event ${sequence - 1} than the line before: two runs wrote this history at the same time`;
  }
  if (event.data.sequence !== sequence) {
    return `sequence is ${event.data.sequence}, expected ${sequence}: a line is missing, doubled or moved`;
  }
  if (event.data.previous !== previous)
    return 'does not follow the line before: its "previous" is not the hash of that line';
  // The document itself is hashed, not what the schema keeps of it: a field too many changes the hash.
  const { hash, ...link } = { ...(document as Record<string, unknown>) };
  return hashOf(link) === hash ? event.data : 'was changed: its hash does not fit its content';
}

/** A bad line of a history, 1 = the first, and what is wrong with it. */
export interface ChainFault {
  line: number;
  fault: string;
}

/** The events of a history up to its first bad line; null for an intact chain. */
export function readChain(lines: readonly string[]): { events: HistoryEvent[]; fault: ChainFault | null } {
  const events: HistoryEvent[] = [];
  for (const [i, line] of lines.entries()) {
    const event = readLine(line, i, headOf(events));
    if (typeof event === 'string') return { events, fault: { line: i + 1, fault: event } };
    events.push(event);
  }
  return { events, fault: null };
}

/** The first bad line of a history; null for an intact chain. */
export function findFault(lines: readonly string[]): ChainFault | null {
  return readChain(lines).fault;
}
