import { z } from '@hono/zod-openapi';
import { Acquaintance, Contact } from './contact.ts';
import { HistoryValue } from './contact-history.ts';
import { Suggestion } from './suggestion.ts';
import { id, instant } from './values.ts';

/**
 * Everything that is kept about one person, for an answer to that person. `merged`: contacts that were merged into this one.
 * `suggestions`: of every user of the organisation, those that became this contact or are about one of its addresses.
 * `audit`: entries of the audit log about the contact; they hold nothing of the person.
 */
export const SubjectExport = z
  .object({
    exportedAt: instant,
    contact: Contact,
    history: z.array(HistoryValue),
    merged: z.array(z.object({ contact: Contact, history: z.array(HistoryValue) })),
    keptApartFrom: z.array(id),
    acquaintances: z.array(Acquaintance),
    suggestions: z.array(Suggestion),
    audit: z.array(id),
  })
  .openapi('SubjectExport');
