import { z } from 'zod';
import type { Proof } from '../model/attested.ts';
import { schemes } from '../versions/index.ts';
import { DocumentError, parseDocument } from './document.ts';

/** PHP writes an empty map as an empty list. */
function map<T extends z.ZodType>(value: T) {
  return z.union([z.record(z.string().max(100), value), z.array(z.never()).max(0)]);
}

const Patches = z.array(z.string().max(200)).max(2_000);

/** Output of `vendor/bin/patch-status`, Adobe's Commerce Version Tool 1.0. */
const PatchStatus = z.object({
  /** From composer.lock; `unknown` where there is none, without any warning. */
  base_version: z.string().max(50),
  /** `CE`, `EE`, `B2B` ... -> version */
  installed_components: map(z.string().max(50).nullable()).default({}),
  applied_patches: Patches,
  missing_patches: Patches,
  unknown_patches: Patches,
  /** `PROTECTED`, `VULNERABLE`, `UNKNOWN`, `NOT_APPLICABLE` by CVE. */
  vulnerability_status: map(z.object({ status: z.string().max(50) })),
  /** `remote` or `cache`; `stale_cache` is one of unknown age. */
  registry_source: z.string().max(50),
  /** What makes the report less reliable or complete. */
  warnings: z.array(z.string().max(5_000)).max(2_000),
});
type PatchStatus = z.infer<typeof PatchStatus>;

const again = 'correct that, then run "php vendor/bin/patch-status --no-cache" at the root of the shop again';
const good = new Set(['PROTECTED', 'NOT_APPLICABLE']);

/** Why the report proves nothing; null where it does. Each of these ends with exit code 0. */
function findFault(report: PatchStatus, ce: string | null): string | null {
  const { base_version: base, applied_patches, missing_patches, unknown_patches, registry_source, warnings } = report;
  if (!/^\d/.test(base) || !schemes.composer.isVersion(base)) return 'it does not know the installed version';
  if (ce !== null && ce !== base) return 'it names two versions of Magento';
  if (registry_source !== 'remote' && registry_source !== 'cache') return 'it was made from an old list of patches';
  if (applied_patches.length + missing_patches.length + unknown_patches.length === 0)
    return 'it knows no patch for the installed version';
  return warnings.length > 0 ? `it carries ${warnings.length} of the tool's warnings` : null;
}

/** What a report of `patch-status` proves: the installed version, and the flaws that are closed or do not apply. */
export function readPatchStatus(document: unknown): Proof[] {
  const report = parseDocument(PatchStatus, document, 'patch-status');
  const components = new Map(Object.entries(report.installed_components));
  const fault = findFault(report, components.get('CE') ?? null);
  if (fault !== null) throw new DocumentError(fault, again);
  const states = Object.entries(report.vulnerability_status).filter(([id]) => /^CVE-\d{4}-\d{4,9}$/.test(id));
  const covers = states.filter(([, { status }]) => good.has(status)).map(([id]) => id);
  const missesNone = report.missing_patches.length + report.unknown_patches.length === 0;
  const edition = (components.get('EE') ?? null) === null ? {} : { edition: 'commerce' as const };
  const complete = missesNone && covers.length === states.length;
  return [{ covers: covers.slice(0, 2_000), version: report.base_version, product: 'magento', complete, ...edition }];
}
