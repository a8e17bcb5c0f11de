import { z } from '@hono/zod-openapi';
import { ContactSummary } from './contact.ts';
import { emailAddress, id, line, text } from './values.ts';
import { Viewer } from './viewer.ts';

export const SenderQuery = z
  .object({ email: emailAddress, name: text.optional(), messageId: line(998).optional() })
  .strict()
  .openapi('SenderQuery');

/**
 * `internal`: an address of the organisation itself. `suggested`: this message is already in the user's queue.
 * `suppressed`: a new person of whom the user or the organisation wants no suggestion; asked for, one is made.
 */
export const Sender = z
  .object({
    status: z.enum(['new', 'known', 'internal', 'suggested', 'suppressed']),
    contact: ContactSummary.optional(),
    suggestionId: id.optional(),
    viewer: Viewer,
  })
  .openapi('Sender');
