import type { Wording } from './wording/index.ts';

type Terms = Wording['page']['glossary']['terms'];

/** Parts of a site's page. */
type Part = 'means' | 'evidence' | 'conduct' | 'history' | 'subscribe';

/** Words explained at the end of a part of the page. */
export interface GlossaryView {
  title: string;
  entries: Terms[keyof Terms][];
}

/** Which of the words that need explaining each part uses; a part that is not shown uses none. */
export type Usage = Record<Part, readonly (keyof Terms)[]>;

/** The words of each part that no part before it has explained; null where there are none. */
export function viewGlossaries(usage: Usage, { page }: Wording): Record<Part, GlossaryView | null> {
  const { title, terms } = page.glossary;
  const explained = new Set<keyof Terms>();
  const view = (part: Part): GlossaryView | null => {
    const fresh = usage[part].filter((term) => !explained.has(term));
    for (const term of fresh) explained.add(term);
    return fresh.length === 0 ? null : { title, entries: fresh.map((term) => terms[term]) };
  };
  // in the order in which they are read
  return {
    means: view('means'),
    evidence: view('evidence'),
    conduct: view('conduct'),
    history: view('history'),
    subscribe: view('subscribe'),
  };
}
