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
/** What an admin calls enabled users; of an address that comes twice the last name holds. */
export const UserNames = z
  .object({
    names: z
      .array(z.object({ email: emailAddress, name: line(500).min(1) }).strict())
      .min(1)
      .max(20_000),
  })
  .strict()
  .openapi('UserNames');
/** How many of them are enabled, and so have the name now. */
export const UsersNamed = z.object({ named: z.number().int() }).openapi('UsersNamed');
export const RosterState = z.object({ revision: z.number().int(), count: z.number().int() }).openapi('RosterState');
