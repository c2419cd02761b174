import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ScanError } from '../lib/errors.ts';
import type { Http } from '../lib/http.ts';
import type { Attestation, ListedAttestation } from '../model/site.ts';

/** What one document comes to: an attestation without the words of its author. */
export type Proof = Pick<Attestation, 'covers' | 'version' | 'product' | 'edition' | 'complete'>;

/** An attestation that can be judged, with the words that messages name it by. */
export interface Labelled {
  label: string;
  attestation: Attestation;
}

/** A document that is no evidence: what is wrong with it, and what to do. */
export class DocumentError extends Error {
  override name = 'DocumentError';
  readonly remedy: string;

  constructor(what: string, remedy: string, options: { cause?: unknown } = {}) {
    super(what, options);
    this.remedy = remedy;
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
  throw new DocumentError(what, 'set it where the scan runs');
}

/** An address without what may be a secret. */
function showUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

async function readJsonUrl(url: string, tokenEnv: string | undefined, place: Place): Promise<unknown> {
  if (place.http === null) throw new DocumentError('this run fetches nothing', 'run the scan without --offline');
  const headers = authorize(tokenEnv, place);
  try {
    const answer = await place.http.getJson(url, { source: 'attestation', schema: z.unknown(), headers, gapMs: 100 });
    return answer.status === 'fresh' ? answer.data : null;
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    const [, what = 'it cannot be fetched'] =
      /(answered .{1,80}?|did not answer in time|could not be reached)(?:[:.]| and leads)/s.exec(
        error.message.replaceAll(url, ''),
      ) ?? [];
    const remedy = 'check the address and the token, or name a file instead';
    throw new DocumentError(what, remedy, { cause: error });
  }
}

/** How messages name a document: its path, or its address without query and password. */
export function nameDocument({ file, url }: ListedAttestation): string {
  return file ?? (url === undefined ? '' : showUrl(url));
}

/** The document of an attestation as parsed JSON, hostile until a schema has accepted it. Throws DocumentError. */
export async function readDocument({ file, url, tokenEnv }: ListedAttestation, place: Place): Promise<unknown> {
  if (file !== undefined) return readJsonFile(resolve(place.folder, file));
  if (url !== undefined) return readJsonUrl(url, tokenEnv, place);
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
