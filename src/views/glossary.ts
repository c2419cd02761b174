import type { Wording } from './wording/index.ts';

type Term = keyof Wording['page']['glossary']['terms'];

/** Words explained at the end of a part of the page. */
export interface GlossaryView {
  title: string;
  entries: { term: string; text: string }[];
}

/** Where each word is used: it is explained in the first part that uses it, and again where somebody may begin to read. */
const termsOf = {
  means: ['platform', 'version', 'line', 'flaw', 'record', 'cyberEssentials', 'pciDss'],
  evidence: ['platform', 'version', 'hash', 'status', 'statement', 'robots'],
  conduct: ['robots'],
  history: ['hash'],
  subscribe: ['feed', 'badge'],
} as const satisfies Record<string, readonly Term[]>;

/** The words of one part of a site's page, explained. */
export function viewGlossary(part: keyof typeof termsOf, { page }: Wording): GlossaryView {
  const { title, terms } = page.glossary;
  return { title, entries: termsOf[part].map((term) => terms[term]) };
}
