import { z } from 'zod';
import type { Http } from '../lib/http.ts';
import { type Pull, type PullRequest, startPull } from '../model/pull.ts';
import { readUndated, sayUnreadable } from '../model/undated.ts';
import type { ReleaseSource } from './source.ts';

const Text = z.string().max(100);

/** /core/list.xml: the release that each installed line is offered. */
const List = z.object({
  extensionset: z
    .array(
      z.object({
        extension: z
          .array(
            z.object({
              /** `joomla` for the platform itself */
              '@element': Text,
              '@version': Text,
            }),
          )
          .max(1_000)
          .refine((entries) => entries.some((entry) => entry['@element'] === 'joomla'), 'no release of Joomla'),
      }),
    )
    .length(1),
});

const product = 'joomla';

/** 5.4.100 to 5.4.112 and 6.0.100 to 6.0.112 are tests of the updater, never releases; no line has come to its 50th. */
function isUpdateTest(version: string): boolean {
  return /^\d{1,3}\.\d{1,3}\.\d{3,}/.test(version);
}

async function pull(request: PullRequest, http: Http, base: string): Promise<Pull> {
  const fresh = startPull('joomla', request);
  if (!request.products.includes(product)) return fresh;
  const { previous } = request;
  const before = previous?.records.releases[product];
  const url = `${base}/core/list.xml`;
  const validators = before === undefined ? undefined : previous?.validators[url];
  const answer = await http.getXml(url, { source: 'joomla', schema: List, validators });
  if (answer.status === 'unchanged') {
    fresh.validators[url] = validators ?? {};
    fresh.records.releases[product] = before ?? [];
    fresh.problems = previous?.problems ?? [];
    return fresh;
  }
  const listed = answer.data.extensionset
    .flatMap(({ extension }) => extension)
    .filter((entry) => entry['@element'] === 'joomla')
    .map((entry) => entry['@version'])
    .filter((version) => !isUpdateTest(version));
  const { releases, unreadable } = readUndated(listed, product, request);
  fresh.validators[url] = answer.validators;
  if (releases.length > 0) fresh.records.releases[product] = releases;
  fresh.problems = sayUnreadable(product, unreadable);
  return fresh;
}

/** Joomla's update server: the release that each line is offered, without dates and without a word on security. */
export function createJoomla({ base = 'https://update.joomla.org' } = {}): ReleaseSource {
  return {
    id: 'joomla',
    name: 'Joomla update server',
    licence: 'GPL-2.0-or-later',
    url: 'https://update.joomla.org/core/list.xml',
    covers: (id) => id === product,
    // Since 5.1 Joomla asks another server (TUF), so nothing holds this list to be up to date for newer lines.
    partial: () => true,
    pull: (request, http) => pull(request, http, base),
  };
}
