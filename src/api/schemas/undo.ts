import { z } from '@hono/zod-openapi';
import { Contact } from './contact.ts';
import { Suggestion } from './suggestion.ts';
import { Quota } from './viewer.ts';

export const undoKinds = ['accept', 'dismiss', 'bulk', 'edit', 'delete', 'merge', 'unmerge', 'import'] as const;

/** What is as it was before. `suggestion` and `contact`: how the one it was about stands now, where it was one. */
export const Undone = z
  .object({ kind: z.enum(undoKinds), suggestion: Suggestion.optional(), contact: Contact.optional(), quota: Quota })
  .openapi('Undone');
