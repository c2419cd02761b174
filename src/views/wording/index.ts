import type { Language } from '../../model/language.ts';
import { en } from './en.ts';

/** What every language must offer: all that English does. */
export type Wording = typeof en;

/** Every language there is. A language that lacks a phrase does not compile. */
export const wordings: Record<Language, Wording> = { en };
