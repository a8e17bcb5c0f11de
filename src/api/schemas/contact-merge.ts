import { z } from '@hono/zod-openapi';
import { Contact, ContactSummary } from './contact.ts';
import { contactRevision } from './contact-change.ts';
import { UndoOffer } from './undo-offer.ts';
import { id, instant, line } from './values.ts';

const side = z.enum(['this', 'other']).optional();

/**
 * Which contact is merged into this one. Of values of which a contact has one, `choose` says whose stands; where it does not,
 * a typed value stands before others, then the one that was confirmed last. Whatever does not stand stays in the history.
 */
export const ContactMerge = z
  .object({
    other: id,
    /** What the caller has seen of the two: where one has a newer revision nothing is done. */
    revision: contactRevision.optional(),
    otherRevision: contactRevision.optional(),
    choose: z
      .object({ fn: side, n: side, phonetic: side, org: side, title: side, adr: side, owner: side })
      .strict()
      .optional(),
  })
  .strict()
  .openapi('ContactMerge');
export const ContactMerged = z.object({ contact: Contact, undo: UndoOffer }).openapi('ContactMerged');

/** What was merged into a contact and can be separated again: who it was, who merged it and when. The last one first. */
export const ContactMerges = z
  .object({ items: z.array(z.object({ other: ContactSummary, mergedAt: instant, mergedBy: line(320) })) })
  .openapi('ContactMerges');

/** The contact merged into this one last. Of several the last one goes first (`merged-later`); left out, it is that one. */
export const ContactUnmerge = z.object({ other: id.optional() }).strict().openapi('ContactUnmerge');
export const ContactUnmerged = z
  .object({ contact: Contact, other: Contact, undo: UndoOffer })
  .openapi('ContactUnmerged');
