import { describe, expect, test } from 'vitest';
import type { AdvisorySource } from '../../src/advisories/source.ts';
import type { Http } from '../../src/lib/http.ts';
import { Pull, type PullRequest } from '../../src/model/pull.ts';
import type { ReleaseSource } from '../../src/releases/source.ts';
import { faultsIn } from './faults.ts';
import { type Handler, quickHttp, type Served, serve } from './serve.ts';

/** A field that a source cannot do without, of one kind of its documents. */
export interface Needed {
  /** Of the requests that this kind of document answers. */
  path: RegExp;
  /** Where the field stands in the document; of XML, or where no single field is needed, how the text loses it. */
  field: readonly (string | number)[] | ((text: string) => string);
  /** What is said of it: the place in the document. */
  says: RegExp;
}

/** A source as these tests drive it. */
export interface Subject {
  create: (base: string) => AdvisorySource | ReleaseSource;
  ask: (previous: Pull | null, at?: string) => PullRequest;
  /** Serves the happy documents, and 304 to whoever has them. */
  answer: Handler;
  format: 'json' | 'xml';
  /** At least one for every kind of document that it reads. */
  needed: Needed[];
  /** False: its documents are not asked for conditionally. */
  conditional?: false;
  /** Of documents that are one map whose keys nobody knows before: another key there is no unknown field. */
  isMap?: (path: string) => boolean;
}

/** The same server with another text of each document. */
function changing(answer: Handler, change: (path: string, text: string) => string): Handler {
  return (hit, response, n) => {
    const end = response.end.bind(response);
    const path = decodeURIComponent(hit.path);
    Object.assign(response, { end: (text?: string) => end(text === undefined ? '' : change(path, text)) });
    answer(hit, response, n);
  };
}

/** What is not there in one of many documents of a kind stays as it is: then another one has to be refused. */
function drop(value: unknown, [key, ...rest]: readonly (string | number)[]): void {
  if (typeof value !== 'object' || value === null || key === undefined) return;
  if (rest.length > 0) drop(Reflect.get(value, key), rest);
  else Reflect.deleteProperty(value, key);
}

function without(text: string, { field }: Needed): string {
  if (typeof field === 'function') return field(text);
  const document: unknown = JSON.parse(text);
  drop(document, field);
  return JSON.stringify(document);
}

const tomorrow = { tomorrow: { new: ['field'] } };

/** Every item of every list, and the document itself, with a field that nobody knows yet. */
function withUnknown(value: unknown, isMap: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withUnknown(item, false));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, each]) => [key, withUnknown(each, true)]);
  return { ...Object.fromEntries(inner), ...(isMap ? {} : tomorrow) };
}

function addUnknown(text: string, format: Subject['format'], isMap: boolean): string {
  if (format === 'json') return JSON.stringify(withUnknown(JSON.parse(text), isMap));
  return text.replace(/<\/[\w:]+>\s*$/, (end) => `<tomorrow new="1"><field>new</field></tomorrow>${end}`);
}

/** What every source owes whatever its API does. */
export function testSourceFaults(subject: Subject): void {
  const { create, ask, answer, format, needed, isMap = () => false } = subject;
  const pullFrom = ({ base }: Served, request = ask(null), http: Http = quickHttp().http) =>
    create(base).pull(request, http);
  const expected = async () => (await pullFrom(await serve(answer))).records;

  describe('whatever its API does', () => {
    test.each(faultsIn(format))('$name fails the pull', async ({ answer: fault, error }) => {
      const served = await serve((_, response) => fault(response));
      const { http } = quickHttp({ deadlineMs: 200 });
      await expect(pullFrom(served, ask(null), http)).rejects.toThrow(error);
    });

    test.each([
      ['an error that passes', 500, {}],
      ['a wish to come back in three seconds', 429, { 'retry-after': '3' }],
    ])('%s is waited out', async (_, status, headers) => {
      const served = await serve((hit, response, n) =>
        n === 0 ? response.writeHead(status, headers).end() : answer(hit, response, n - 1),
      );
      const { http, waits } = quickHttp();
      expect((await pullFrom(served, ask(null), http)).records).toEqual(await expected());
      expect(waits.includes(3_000)).toBe(status === 429);
    });

    test('documents that are unchanged confirm what is known', async () => {
      const served = await serve(answer);
      const first = await pullFrom(served);
      const at = '2026-12-31T06:17:00.000Z';
      expect(await pullFrom(served, ask(first, at))).toEqual({ ...first, fetchedAt: at });
      const isConditional = served.hits.some(
        ({ headers }) => (headers['if-none-match'] ?? headers['if-modified-since']) !== undefined,
      );
      expect(isConditional).toBe(subject.conditional ?? true);
    });

    test('a field that nobody knows yet changes nothing', async () => {
      const served = await serve(changing(answer, (path, text) => addUnknown(text, format, isMap(path))));
      expect((await pullFrom(served)).records).toEqual(await expected());
    });

    test('what is kept is a pull, without a word of prose', async () => {
      const kept = await pullFrom(await serve(answer));
      expect(Pull.parse(kept)).toEqual(kept);
      expect(JSON.stringify(kept)).not.toMatch(/canary|sentence/i);
    });

    test.each(needed)('a document $path without what is needed is refused with its place: $says', async (each) => {
      const broken = changing(answer, (path, text) => (each.path.test(path) ? without(text, each) : text));
      const said = await pullFrom(await serve(broken)).then(
        ({ problems }) => problems.map(({ message }) => message).join('\n'),
        (error: unknown) => String(error),
      );
      expect(said).toMatch(each.says);
    });

    test('no product asked for, no request, but for one list of all', async () => {
      const served = await serve(answer);
      await pullFrom(served, { ...ask(null), products: [] });
      expect(served.hits.length > 0).toBe(create(served.base).oneList === true);
    });

    const kinds = [...new Map(needed.map(({ path }) => [path.source, path])).values()];
    test.each(kinds.length > 1 ? kinds : [])('what fails of %s alone is never passed over', async (path) => {
      for (const { answer: fault, name } of faultsIn(format)) {
        const served = await serve((hit, response, n) =>
          path.test(decodeURIComponent(hit.path)) ? fault(response) : answer(hit, response, n),
        );
        const { http } = quickHttp({ deadlineMs: 200 });
        const said = await pullFrom(served, ask(null), http).then(
          ({ problems }) => problems.map(({ message }) => message),
          (error: unknown) => [String(error)],
        );
        expect(said.length, name).toBeGreaterThan(0);
      }
    });

    test('every kind of document that it reads is among these', async () => {
      const served = await serve(answer);
      await pullFrom(served);
      const paths = served.hits.map(({ path }) => decodeURIComponent(path));
      expect(paths.filter((path) => !needed.some((each) => each.path.test(path)))).toEqual([]);
    });
  });
}
