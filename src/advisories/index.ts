import { createCve } from './cve.ts';
import { createKev } from './kev.ts';
import { createOsv } from './osv.ts';
import type { AdvisorySource } from './source.ts';

/** Every advisory source. */
export const advisorySources: readonly AdvisorySource[] = [createOsv(), createKev(), createCve()];
