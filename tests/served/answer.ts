import type { ServerResponse } from 'node:http';
import type { Day } from '../../src/model/time.ts';
import { sendJson } from '../lib/serve.ts';

/** What a stand-in answers; undefined: the address is not its own. */
export type Answer = { json: unknown } | { xml: string } | { list: readonly unknown[]; perPage: number } | undefined;

/** One request to a stand-in, as of a day. */
export interface Asked {
  /** Without its query, percent signs decoded. */
  path: string;
  query: URLSearchParams;
  body: string;
  day: Day;
}

/** The part of a list that a page holds, and GitHub's way to name the next one. */
function sendPage(response: ServerResponse, list: readonly unknown[], page: { at: string; perPage: number }): void {
  const url = new URL(page.at);
  const number = Number(url.searchParams.get('page') ?? '1');
  const end = number * page.perPage;
  url.searchParams.set('page', String(number + 1));
  const link = end < list.length ? { link: `<${url.href}>; rel="next"` } : {};
  sendJson(response, list.slice(end - page.perPage, end), link);
}

/** Sends it; `at` is the whole address of the request. */
export function sendAnswer(response: ServerResponse, answer: Answer, at: string): void {
  if (answer === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
  else if ('json' in answer) sendJson(response, answer.json);
  else if ('list' in answer) sendPage(response, answer.list, { at, perPage: answer.perPage });
  else response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(answer.xml);
}
