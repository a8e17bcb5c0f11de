import { z } from '@hono/zod-openapi';
import { Contact } from './contact.ts';
import { cursor, limit, page } from './page.ts';
import { Suggestion } from './suggestion.ts';
import { id, instant, text } from './values.ts';
import { Quota } from './viewer.ts';

export const undoKinds = [
  'accept',
  'dismiss',
  'bulk',
  'edit',
  'delete',
  'merge',
  'unmerge',
  'import',
  'suppress',
  'unsuppress',
] as const;

/** What is as it was before. `suggestion` and `contact`: how the one it was about stands now, where it was one. */
export const Undone = z
  .object({ kind: z.enum(undoKinds), suggestion: Suggestion.optional(), contact: Contact.optional(), quota: Quota })
  .openapi('Undone');

/** What I can take back. `count`: of how many contacts or suggestions; `contactId` and `name` are of the contact it was about. */
export const UndoItem = z
  .object({
    id,
    kind: z.enum(undoKinds),
    createdAt: instant,
    expiresAt: instant,
    count: z.number().int(),
    contactId: id.optional(),
    name: text.optional(),
  })
  .openapi('UndoItem');
export const UndoList = page(UndoItem).openapi('UndoList');
export const UndoFilter = z.object({ limit, cursor });
