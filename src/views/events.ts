import { nameProduct } from '../model/products.ts';
import type { PublicEvent, PublicEventData } from './disclose.ts';
import type { Wording } from './wording/en/index.ts';

function tellInstalled({ installed }: Extract<PublicEventData, { kind: 'version-changed' }>, words: Wording): string {
  if (installed.length === 0) return words.events.nothingInstalled;
  const names = installed.map(({ product, versions }) =>
    versions.length === 0
      ? words.events.versionHidden(nameProduct(product))
      : words.nameVersions(nameProduct(product), versions),
  );
  return words.events.installed(words.joinAll(names));
}

/** What an event says, in a sentence. */
export function tellEvent({ data }: Pick<PublicEvent, 'data'>, words: Wording): string {
  const { events, writeDay } = words;
  switch (data.kind) {
    case 'monitoring-started':
      return events.monitoringStarted;
    case 'monitoring-ended':
      return events.monitoringEnded;
    case 'answer-changed':
      return events.answer(words.answers[data.answer], data.reason === null ? null : words.shortReasons[data.reason]);
    case 'version-changed':
      return tellInstalled(data, words);
    case 'advisory-affects':
      return events.affects(nameProduct(data.product), writeDay(data.published), data.advisory);
    case 'advisory-fixed':
      return events.fixed(nameProduct(data.product), data.advisory);
    case 'advisory-exploited':
      return events.exploited(nameProduct(data.product), data.advisory);
    case 'promise-made':
      return events.promiseMade(writeDay(data.by));
    case 'promise-moved':
      return events.promiseMoved(writeDay(data.from), writeDay(data.by));
    case 'promise-withdrawn':
      return events.promiseWithdrawn(writeDay(data.by));
    case 'promise-kept':
      return events.promiseKept(writeDay(data.by));
    case 'promise-overdue':
      return events.promiseOverdue(writeDay(data.by));
    case 'withheld':
      return events.withheld;
  }
}
