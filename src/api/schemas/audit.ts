import { z } from '@hono/zod-openapi';
import { cursor, limit, page } from './page.ts';
import { id, instant, line, text } from './values.ts';

/** What the audit log records: acts of admins and operators, and everything that changes a contact or takes it out. */
export const auditActs = [
  'contact.accept',
  'contact.edit',
  'contact.import',
  'contact.merge',
  'contact.unmerge',
  'contact.delete',
  'contact.undo',
  'contact.export',
  'suppression.add',
  'suppression.remove',
  'roster.change',
  'roster.replace',
  'roster.name',
  'settings.change',
  'webhook.create',
  'webhook.change',
  'webhook.delete',
  'webhook.replay',
  'google.key-set',
  'google.key-delete',
  'google.change',
  'linkage.start',
  'linkage.retry',
  'linkage.disable',
  'linkage.dry-run',
  'tenant.create',
  'tenant.change',
] as const;

/** Numbers, ids and names of fields; of people only the addresses of the organisation's own users. */
export const AuditDetails = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

export const AuditEntry = z
  .object({
    id,
    at: instant,
    act: z.string().openapi({ example: 'contact.edit' }),
    /** The address of the user who did it, or `operator` for the store's command line. */
    actor: line(320),
    /** What it was done to, where that is one thing. */
    subject: z.object({ kind: z.string().openapi({ example: 'contact' }), id: z.string() }).optional(),
    details: AuditDetails,
  })
  .openapi('AuditEntry');

export const AuditPage = page(AuditEntry).openapi('AuditPage');
export const AuditFilter = z.object({
  act: z.enum(auditActs).optional(),
  actor: line(320).optional(),
  /** The id of what it was done to. */
  subject: line(320).optional(),
  /** From this time on. */
  from: instant.optional(),
  /** Before this time. */
  to: instant.optional(),
  /** A text within actor, act, subject or details, in any case. */
  q: text.optional(),
  limit,
  cursor,
});
