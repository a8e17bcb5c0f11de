import { z } from '@hono/zod-openapi';
import { Contact } from './contact.ts';
import { ValueChange } from './contact-change.ts';

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** For `contact-outdated`: the contact as it stands, and what has changed since the revision that was sent. */
    contact: Contact.optional(),
    changes: z.array(ValueChange).optional(),
    /** For `directory-unavailable`: what is to be delegated beside the scope of mail, by commas. */
    scopeLine: z.string().optional(),
    /** For `key-refused`: why, and what mends it. */
    explained: z.object({ en: z.string(), ja: z.string() }).optional(),
  })
  .openapi('Problem');
