import { z } from 'zod';

/** Languages of the published site, ISO 639-1: each has a file of its name in views/wording/. */
export const Language = z.enum(['en', 'de', 'fr', 'es', 'it', 'nl', 'pl']);
export type Language = z.infer<typeof Language>;
