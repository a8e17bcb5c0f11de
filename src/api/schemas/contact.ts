import { z } from '@hono/zod-openapi';
import { Card } from './card.ts';
import { cursor, limit, page } from './page.ts';
import { host, id, instant, line, longText, text } from './values.ts';

export const tag = line(50).min(1);

/** A saved contact. `revision` grows by one with every change. */
export const Contact = z
  .object({
    id,
    card: Card,
    /** What the organisation sorts its contacts by. */
    tags: z.array(tag),
    notes: longText.optional(),
    /** The colleague who looks after this contact. */
    owner: line(320).optional(),
    revision: z.number().int().min(1),
    createdAt: instant,
    updatedAt: instant,
    createdBy: line(320),
  })
  .openapi('Contact');

/** A colleague who has had mail from the contact: when first and last, and how many messages. Nothing of what they say. */
export const Acquaintance = z
  .object({
    user: line(320),
    firstContact: instant,
    lastContact: instant,
    messages: z.number().int().min(1),
  })
  .openapi('Acquaintance');
/** Strongest first, at most a hundred. */
export const Acquaintances = z.object({ items: z.array(Acquaintance) }).openapi('Acquaintances');

/** One line of a list: enough to recognise the person. */
export const ContactSummary = z
  .object({
    id,
    fn: text,
    org: text.optional(),
    title: text.optional(),
    email: line(320).optional(),
    updatedAt: instant,
  })
  .openapi('ContactSummary');

/**
 * Every word of `q` must occur in name, reading, company, title, an address, the host of a page or the digits of a phone;
 * one or two letters where a word begins. `company`: that company, whatever legal form is written; `domain`: the company of
 * that domain. Sorted by newest
 * `changed` unless another order is asked for; a cursor belongs to its order.
 */
export const ContactList = page(ContactSummary).openapi('ContactList');
const filters = {
  q: text.optional(),
  tag: tag.optional(),
  owner: line(320).optional(),
  company: text.min(1).optional(),
  domain: host.optional(),
  changedSince: instant.optional(),
};
export const ContactFilter = z.object({
  ...filters,
  sort: z.enum(['changed', 'name', 'company']).default('changed'),
  limit,
  cursor,
});

/** Comma-separated values that Excel opens as they are, vCard 4.0 (RFC 6350) or 3.0 (RFC 2426). In no order. */
export const ContactExport = z.object({ ...filters, format: z.enum(['csv', 'vcard', 'vcard3']).default('csv') });
