import { z } from '@hono/zod-openapi';
import { Adr, Card, Name, Org, Phonetic } from './card.ts';
import { Contact, tag } from './contact.ts';
import { valueFields } from './contact-history.ts';
import { UndoOffer } from './undo-offer.ts';
import { emailAddress, line, longText, text } from './values.ts';

export const contactRevision = z.number().int().min(1).max(2_147_483_647);

/**
 * What to change; what is left out stays. A list replaces the whole list, null takes a value out. `revision`: the one that
 * the caller has seen; where the contact has a newer one nothing is changed (`contact-outdated`).
 */
export const ContactChange = z
  .object({
    revision: contactRevision,
    card: Card.partial()
      .extend({
        n: Name.nullable().optional(),
        phonetic: Phonetic.nullable().optional(),
        org: Org.nullable().optional(),
        title: text.nullable().optional(),
        adr: Adr.nullable().optional(),
      })
      .strict()
      .optional(),
    tags: z.array(tag).max(50).optional(),
    notes: longText.nullable().optional(),
    /** An enabled user of the organisation, or one of its admins. */
    owner: emailAddress.nullable().optional(),
  })
  .strict()
  .openapi('ContactChange');

/** One value that came, went, or took another's place; values as they are shown. */
export const ValueChange = z
  .object({ field: z.enum(valueFields), old: line(10_000).nullable(), new: line(10_000).nullable() })
  .openapi('ValueChange');

/** `changes` is empty, and nothing to undo, when the contact was like that already. */
export const ContactChanged = z
  .object({ contact: Contact, changes: z.array(ValueChange), undo: UndoOffer.optional() })
  .openapi('ContactChanged');

/**
 * `revision`: the one the caller has seen. `block`: the person never comes back by mail: for the caller (`mine`), or for the
 * whole organisation, which is for admins. Kept for that is a digest of the contact's addresses, and nothing else.
 */
export const Deletion = z.object({
  revision: z.coerce.number().pipe(contactRevision).optional(),
  block: z.enum(['mine', 'organisation']).optional(),
});
/** The contact is gone from every list at once, and with everything kept about it for good when undo has expired. */
export const ContactDeleted = z.object({ undo: UndoOffer }).openapi('ContactDeleted');
