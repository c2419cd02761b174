import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { hasCode, ScanError, UnreachableError } from '../lib/errors.ts';
import type { Answer, Http, Validators } from '../lib/http.ts';
import type { AttestedCopy } from '../model/attested.ts';
import type { Attestation, ListedAttestation } from '../model/site.ts';
import type { Instant } from '../model/time.ts';

/** An attestation that can be judged, with the words that messages name it by. */
export interface Labelled {
  label: string;
  attestation: Attestation;
}

/** A document that is no evidence: what is wrong with it, and what to do. */
export class DocumentError extends Error {
  override name = 'DocumentError';
  readonly remedy: string;
  /** True: nothing was read, which may pass. False: what was read, or that nothing is there, is the answer. */
  readonly passes: boolean;

  constructor(what: string, remedy: string, options: { cause?: unknown; passes?: boolean } = {}) {
    super(what, options);
    this.remedy = remedy;
    this.passes = options.passes ?? false;
  }
}

/** Where documents are read. */
export interface Place {
  /** Folder of sites.yaml. */
  folder: string;
  /** Null: this run asks nobody. */
  http: Http | null;
  /** Environment variables, for tokens. */
  env: Readonly<Record<string, string | undefined>>;
  /** What documents behind addresses proved before, as `data/attested/` has it. */
  copies: Readonly<Record<string, AttestedCopy>>;
  now: Instant;
  /** Age up to which a copy stands in. */
  maxAgeMs: number;
}

/** A composer.lock of a large shop has 2 MB. */
const mostBytes = 5_000_000;
const limit = `${mostBytes / 1_000_000} MB`;

const remedies: Record<string, string> = {
  ENOENT: 'create it, or correct the path, which starts at the folder of sites.yaml',
  ENOTDIR: 'correct the path, which starts at the folder of sites.yaml',
  EACCES: 'give the user who runs Patchproof the right to read it',
};

function explain(cause: unknown): DocumentError {
  const code = String((cause as NodeJS.ErrnoException).code);
  return new DocumentError(`it cannot be read (${code})`, remedies[code] ?? 'check the path and the disk', { cause });
}

async function readJsonFile(path: string): Promise<unknown> {
  const found = await stat(path).catch((cause: unknown) => Promise.reject(explain(cause)));
  // A pipe or a device would keep the scan waiting for ever.
  if (!found.isFile()) throw new DocumentError('it is no file', 'name a JSON file');
  if (found.size > mostBytes)
    throw new DocumentError(`it is larger than ${limit}`, 'name the file that the tool wrote');
  const bytes = await readFile(path).catch((cause: unknown) => Promise.reject(explain(cause)));
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const remedy = 'write the output of the tool to it again, as JSON in UTF-8';
    throw new DocumentError('it is not JSON in UTF-8', remedy, { cause });
  }
}

/** Headers with the token; none where no variable is named. */
function authorize(tokenEnv: string | undefined, { env }: Place): Record<string, string> {
  if (tokenEnv === undefined) return {};
  const token = env[tokenEnv] ?? '';
  if (/^[\x21-\x7e]{1,4000}$/.test(token)) return { authorization: `Bearer ${token}` };
  const what = `the environment variable ${tokenEnv} ${token === '' ? 'is empty' : 'holds no token'}`;
  throw new DocumentError(what, 'set it where the scan runs', { passes: true });
}

/** An address without what may be a secret. */
function showUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

/** Statuses that say: there is no such document. */
const gone: ReadonlySet<number | null> = new Set([404, 410]);

/** The document of an attestation at an address as parsed JSON, hostile until a schema has accepted it. Throws DocumentError. */
export async function fetchDocument(
  { url = '', tokenEnv }: ListedAttestation,
  place: Place,
  validators: Validators | undefined,
): Promise<Answer<unknown>> {
  if (place.http === null) {
    throw new DocumentError('this run fetches nothing', 'run the scan without --offline', { passes: true });
  }
  const ask = { source: 'attestation', schema: z.unknown(), headers: authorize(tokenEnv, place), gapMs: 100 };
  try {
    return await place.http.getJson(url, { ...ask, validators });
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    const [, what = 'it cannot be fetched'] =
      /(answered .{1,80}?|did not answer in time|could not be reached|leads to a .{1,80}? address)(?:[:.]| and leads| \()/s.exec(
        error.message.replaceAll(url, ''),
      ) ?? [];
    const remedy = hasCode(error.cause, 'ERR_ADDRESS_REFUSED')
      ? 'set allowPrivate: true beside the address if it is in your own network, or name a file instead'
      : 'check the address and the token, or name a file instead';
    const isGone = error instanceof UnreachableError && gone.has(error.status);
    throw new DocumentError(what, remedy, { cause: error, passes: !isGone });
  }
}

/** How messages name a document: its path, or its address without query and password. */
export function nameDocument({ file, url }: ListedAttestation): string {
  return file ?? (url === undefined ? '' : showUrl(url));
}

/** The same of a file. */
export async function readDocument({ file }: ListedAttestation, { folder }: Place): Promise<unknown> {
  if (file !== undefined) return readJsonFile(resolve(folder, file));
  throw new DocumentError('it names no document', 'give it a "file" or a "url"');
}

/** A value that the schema accepts. `tool` is what writes such documents. */
export function parseDocument<T>(schema: z.ZodType<T>, value: unknown, tool: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === undefined ? '' : z.core.toDotPath(issue.path).slice(0, 80);
  const what = `its shape is not that of ${tool}${place === '' ? '' : ` (at ${place})`}`;
  throw new DocumentError(what, `write the output of ${tool} to it, as it is`, { cause: parsed.error });
}
