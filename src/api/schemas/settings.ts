import { z } from '@hono/zod-openapi';
import { line, revision, text } from './values.ts';
import { Quota } from './viewer.ts';

// No flag: the API document would quote it as part of the pattern.
const domain = z
  .string()
  .max(253)
  .regex(/^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z0-9-]{2,63}$/, 'is not a domain');

const roleName = line(64).regex(/^[^\s@<>"+]+$/, 'is not what stands before the @ of an address');

/** What admins set. */
const settings = {
  /** Contact Inbox is switched on by an admin. Without it nobody but an admin gets in, and what is stored stays. */
  enabled: z.boolean(),
  /** Whom users ask, beside the admins: an address, a page, a phone. Null leaves it to the operator's choice. */
  helpContact: text.min(1).nullable(),
  /** Domains whose senders are colleagues, beside the organisation's own and those the operator named. */
  internalDomains: z.array(domain).max(200),
  /**
   * Names before the `@` that are a desk's and no person's, beside those known to the store (`info`, `sales`): such an address never makes
   * two people one, and by itself no suggestion.
   */
  roleNames: z.array(roleName).max(200),
  /** Days that a suggestion waits in its user's queue. */
  suggestionDays: z.number().int().min(1).max(365),
  /** Hours in which a write can be undone. */
  undoHours: z.number().int().min(1).max(168),
  /** Days that a dismissed or expired suggestion is kept. */
  closedSuggestionDays: z.number().int().min(1).max(3650),
  /** Days that the audit log keeps an entry. */
  auditDays: z.number().int().min(90).max(3650),
};

export const Settings = z
  .object({
    /** Counts the changes. */
    revision,
    ...settings,
    /** The operator's part, which an admin sees and cannot change. */
    contract: z.object({
      helpContact: text.nullable(),
      internalDomains: z.array(z.string()),
      quota: Quota.pick({ allowed: true, policy: true }),
    }),
  })
  .openapi('Settings');

/** Refused as `settings-outdated` when `revision` is not the present one. What is left out stays as it is. */
export const SettingsChange = z
  .object({ revision, ...z.object(settings).partial().shape })
  .strict()
  .openapi('SettingsChange');

export const QuotaHistory = z
  .object({
    ...Quota.pick({ allowed: true, policy: true }).shape,
    /** Newest first, at most five years; a month in which nothing was added may be missing. */
    periods: z.array(Quota.pick({ period: true, used: true })),
  })
  .openapi('QuotaHistory');
