import { createAdobe } from './adobe.ts';
import { createEndoflife } from './endoflife.ts';
import type { ReleaseSource } from './source.ts';

/** Every source of releases and support windows. */
export const releaseSources: readonly ReleaseSource[] = [createEndoflife(), createAdobe()];
