import type { Language } from '../../model/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';

/** What every language must offer: all that English does. */
export type Wording = typeof en;

/** Every language there is. A language that lacks a phrase does not compile. */
export const wordings: Record<Language, Wording> = { en, de, fr, es, it, nl, pl };
