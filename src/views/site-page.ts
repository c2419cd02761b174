import { dayOf } from '../model/time.ts';
import type { Explanation } from './answer.ts';
import { explainSite } from './answer.ts';
import { linkable, shorten } from './clean.ts';
import type { ConductView } from './conduct.ts';
import { viewConduct } from './conduct.ts';
import type { DatedText } from './dated.ts';
import { dateCheck, dateDay, dateInstant } from './dated.ts';
import type { PublicSite } from './disclose.ts';
import type { EvidenceView } from './evidence.ts';
import { viewEvidence } from './evidence.ts';
import type { GlossaryView, Usage } from './glossary.ts';
import { viewGlossaries } from './glossary.ts';
import type { HistoryView } from './history.ts';
import { viewHistory } from './history.ts';
import type { MailView } from './mail.ts';
import { viewMail } from './mail.ts';
import type { MeaningView } from './meaning.ts';
import { viewMeaning } from './meaning.ts';
import type { PromiseView } from './promise.ts';
import { viewPromise } from './promise.ts';
import type { Published } from './published.ts';
import type { SubscribeView } from './subscribe.ts';
import { viewSubscribe } from './subscribe.ts';
import type { TimelineView } from './timeline.ts';
import { viewTimeline } from './timeline.ts';
import type { Wording } from './wording/index.ts';

/** Everything that a site's page shows, in words. */
export interface SitePage {
  name: string;
  /** Of the document. */
  title: string;
  description: string;
  /** Says that the shop is made up. */
  demo: string | null;
  shop: { href: string; label: string } | null;
  /** Small lines under the name: when it was checked, and until when that counts. */
  notes: DatedText[];
  explanation: Explanation;
  /** Heading of the next step. */
  stepTitle: string;
  /** What a yes covers; null for a no. */
  covers: string | null;
  /** Says that details are withheld. */
  withheld: string | null;
  promise: PromiseView;
  mail: MailView | null;
  /** Null where withheld. */
  meaning: MeaningView | null;
  evidence: EvidenceView | null;
  conduct: ConductView;
  /** Null where nothing is known of the past. */
  timeline: TimelineView | null;
  history: HistoryView;
  subscribe: SubscribeView;
  /** Words explained at the end of each part. */
  glossaries: Record<keyof Usage, GlossaryView | null>;
}

function viewNotes(published: Published, site: PublicSite, words: Wording): DatedText[] {
  const { page } = words;
  const { checkedAt, seenAt } = site;
  const ended = site.endedOn === null ? [] : [dateDay(page.endedOn, site.endedOn, words)];
  if (checkedAt === null) return ended;
  const seen = seenAt !== null && seenAt < checkedAt ? [dateInstant(page.seen, seenAt, words)] : [];
  return [...ended, ...dateCheck(published, checkedAt, words), ...seen];
}

function tellWithheld({ withheld, answer, reason }: PublicSite, { page }: Wording): string | null {
  if (!withheld) return null;
  return reason === null || answer === 'yes' ? page.withheldAlways : page.withheld;
}

/** The words that need explaining on this page, part by part. */
function listTerms({ report }: PublicSite, meaning: MeaningView | null, evidence: EvidenceView | null): Usage {
  const hasStatement = (report?.verdict.stated.length ?? 0) > 0;
  return {
    means:
      meaning === null
        ? []
        : [
            'platform',
            'version',
            'line',
            'flaw',
            ...(meaning.flaws.length > 0 ? (['record'] as const) : []),
            ...meaning.rules,
          ],
    evidence:
      evidence === null
        ? []
        : [
            ...(evidence.components.length === 0 ? [] : (['status'] as const)),
            ...(evidence.hashHint === null ? [] : (['hash'] as const)),
            ...(hasStatement ? (['statement'] as const) : []),
            ...(evidence.withheld === null ? [] : (['robots'] as const)),
          ],
    conduct: ['robots'],
    history: ['hash'],
    subscribe: ['feed', 'badge'],
  };
}

/** A site's page. */
export function viewSite(published: Published, site: PublicSite, words: Wording): SitePage {
  const today = dayOf(published.asOf);
  const explanation = explainSite(site, today, words);
  const shopUrl = linkable(site.url);
  const isOpen = site.answer === 'no' && site.endedOn === null;
  const { report, events } = site;
  const name = shorten(site.name, 120);
  const hasAdvisories = site.sources.some(({ kind, silent }) => kind === 'advisories' && silent !== true);
  const meaning = report === null ? null : viewMeaning(report, hasAdvisories, { events, today, words });
  const evidence = report === null ? null : viewEvidence(report, words);
  return {
    name,
    title: words.label(name, explanation.word),
    demo: published.demo ? words.page.demo(words.writeDay(today)) : null,
    description: `${words.question} ${explanation.word}. ${explanation.reason ?? ''}`.trim(),
    shop: shopUrl === null ? null : { href: shopUrl, label: shorten(new URL(shopUrl).host, 60) },
    notes: viewNotes(published, site, words),
    explanation,
    stepTitle: site.answer === 'yes' ? words.page.toStayYes : words.page.toYes,
    covers: site.answer === 'yes' ? words.covers : null,
    withheld: tellWithheld(site, words),
    promise: viewPromise(site, today, words),
    mail: isOpen ? viewMail(published, { site, explanation }, words) : null,
    meaning,
    evidence,
    conduct: viewConduct(published, site, words),
    timeline: viewTimeline(published, site, words),
    history: viewHistory(events, words),
    subscribe: viewSubscribe(published, site, words),
    glossaries: viewGlossaries(listTerms(site, meaning, evidence), words),
  };
}
