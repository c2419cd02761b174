import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Answer } from '../identify/shop.ts';

/** What one shop answers and what must be found in it; `none-*` fixtures have no platform and no components. */
export const Fixture = z.strictObject({
  /** Product id of the owner; null: nobody may match. */
  platform: z.string().nullable(),
  exchanges: z.array(Answer),
  expect: z.strictObject({
    components: z.array(
      z.strictObject({
        product: z.string(),
        versions: z.array(z.string()),
        corroborated: z.boolean().optional(),
        edition: z.enum(['commerce']).nullable().optional(),
      }),
    ),
  }),
});
export type Fixture = z.infer<typeof Fixture>;

const folder = new URL('../fixtures/platforms/', import.meta.url);

/** Every fixture by its file name. */
export const fixtures: readonly [name: string, fixture: Fixture][] = readdirSync(folder)
  .sort()
  .map((name) => [name.replace('.json', ''), Fixture.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))]);
