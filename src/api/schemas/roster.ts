import { z } from '@hono/zod-openapi';
import { cursor } from './page.ts';
import { emailAddress, line, revision, text } from './values.ts';

export const RosterPage = z
  .object({
    revision: z.number().int(),
    count: z.number().int(),
    users: z.array(line(320)),
    nextCursor: z.string().optional(),
  })
  .openapi('RosterPage');
export const RosterFilter = z.object({
  q: text.optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(100),
  cursor,
});
/** One change: `revision` follows `baseRevision`. The store answers `roster-behind` when it has not seen `baseRevision`. */
export const RosterChange = z
  .object({
    baseRevision: revision,
    revision: revision.min(1),
    enable: z.array(emailAddress).max(20_000),
    disable: z.array(emailAddress).max(20_000),
  })
  .strict()
  .openapi('RosterChange');
/** The whole list; refused as `roster-outdated` when the store has this revision or a newer one with another list. */
export const RosterReplacement = z
  .object({ revision, users: z.array(emailAddress).max(50_000) })
  .strict()
  .openapi('RosterReplacement');
export const RosterState = z.object({ revision: z.number().int(), count: z.number().int() }).openapi('RosterState');
