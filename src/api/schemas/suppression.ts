import { z } from '@hono/zod-openapi';
import { page } from './page.ts';
import { UndoOffer } from './undo-offer.ts';
import { emailAddress, id, instant, line } from './values.ts';

/**
 * Whom no suggestion is made of by itself. A person is kept as digests of their addresses, so `hint` (`a…@example.com`) is all
 * that tells who it is, and is absent where the person asked to be forgotten. Of `organisation`, only admins see and remove them.
 */
export const Suppression = z
  .object({
    id,
    kind: z.enum(['person', 'domain']),
    scope: z.enum(['mine', 'organisation']),
    hint: line(330).optional(),
    createdAt: instant,
    createdBy: line(320),
  })
  .openapi('Suppression');
export const SuppressionList = page(Suppression).openapi('SuppressionList');

/** For everybody in the organisation: one person by their addresses, or all of a domain. */
export const NewSuppression = z
  .union([
    z.object({ emails: z.array(emailAddress).min(1).max(20) }).strict(),
    z.object({ domain: line(253).regex(/^([a-zA-Z0-9-]{1,63}\.)+[a-zA-Z0-9-]{2,63}$/, 'is not a domain') }).strict(),
  ])
  .openapi('NewSuppression');
export const Suppressed = z.object({ suppression: Suppression, undo: UndoOffer }).openapi('Suppressed');
export const Unsuppressed = z.object({ undo: UndoOffer }).openapi('Unsuppressed');
