import { z } from 'zod';

/** `sites/<id>/badge.json`, as https://shields.io/badges/endpoint-badge reads it. It refuses any other field. */
export const Shield = z.strictObject({
  schemaVersion: z.literal(1),
  label: z.string(),
  message: z.string().min(1),
  /** Hex, without `#`. */
  color: z.string().regex(/^[0-9a-f]{6}$/),
  isError: z.boolean().describe('True keeps whoever embeds the badge from painting a no green.'),
  cacheSeconds: z.number().int().min(0),
});
export type Shield = z.infer<typeof Shield>;
