import { z } from '@hono/zod-openapi';
import { line, text } from './values.ts';

/** `allowed` is null where the tenant has no limit. `block`: nothing new is saved past it; `warn`: it is only shown. */
export const Quota = z
  .object({
    period: z.string().openapi({ example: '2026-11' }),
    used: z.number().int(),
    allowed: z.number().int().nullable(),
    policy: z.enum(['warn', 'block']),
  })
  .openapi('Quota');

export const roles = ['user', 'admin'] as const;
export const Viewer = z
  .object({
    email: line(320),
    role: z.enum(roles),
    /** On the roster. */
    enabled: z.boolean(),
    /** Pending suggestions of this user. */
    pending: z.number().int(),
    quota: Quota,
  })
  .openapi('Viewer');

export const Me = Viewer.extend({
  tenant: z.object({ domain: text, name: text }),
  /** Contact Inbox is part of the organisation's contract: the operator's choice. */
  feature: z.boolean(),
  /** An admin has switched it on. */
  switchedOn: z.boolean(),
  /** Whom a user asks: the admins' addresses (at most 5), and a contact that they or the operator set. */
  help: z.object({ admins: z.array(line(320)), contact: text.optional() }),
  /** The roster's revision as the store knows it. */
  rosterRevision: z.number().int(),
}).openapi('Me');
