import { z } from '@hono/zod-openapi';
import { cursor, page } from './page.ts';
import { emailAddress, id, instant, line, revision, text } from './values.ts';

/** What reads mailboxes: Contact Inbox makes suggestions, Activity notes who wrote with whom and when, from headers only. */
const functionNames = ['contactInbox', 'activity'] as const;

export const linkageStatuses = [
  'not-started',
  'starting',
  'active',
  'authentication-error',
  'unauthorized',
  'linkage-error',
  'disabled',
] as const;
const linkageStatus = z.enum(linkageStatuses);

/** Why a mailbox cannot be read. */
export const linkageCauses = [
  'key-invalid',
  'key-deleted',
  'no-such-user',
  'not-delegated',
  'gmail-off',
  'access-denied',
  'rate-limited',
  'google-unavailable',
  'api-off',
  'clock',
  'timeout',
  'other',
] as const;
const linkageCause = z.enum(linkageCauses);

/** In the language that was asked for. */
const explained = z.object({ cause: z.string(), fix: z.string() });
const lang = z.enum(['en', 'ja']).default('en');
/** Why mails suggested nobody, in the language that was asked for; the most frequent reason first. */
const leftOut = z.array(z.object({ reason: z.string(), text: z.string(), count: z.number().int() }));
const counts = z.record(z.string(), z.number().int());

const scanSettings = {
  /** How far back the first reading of a mailbox goes. */
  backfillDays: z.number().int().min(0).max(365),
  /** Mails that the user sent are read too. */
  sentMail: z.boolean(),
  /** Only mails with one of these Gmail labels; empty: the inbox. */
  labels: z.array(line(225).min(1)).max(20),
  /** Only mails since then. */
  after: instant.nullable(),
  /** Mails that Gmail files under promotions are left out. */
  skipPromotions: z.boolean(),
};
export const ScanSettings = z.object(scanSettings).openapi('ScanSettings');

const switchState = z.object({ on: z.boolean(), changedAt: instant.optional(), changedBy: line(320).optional() });

export const Google = z
  .object({
    /** Counts the changes. */
    revision,
    /** What may be shown of the key; `attached`: a service account without a key file. */
    key: z
      .object({
        kind: z.enum(['key', 'attached']),
        account: z.string(),
        project: z.string().optional(),
        keyId: z.string().optional(),
        /** What an admin of Google Workspace enters for domain-wide delegation, beside `scopeLine`. */
        clientId: z.string().optional(),
        fingerprint: z.string().optional(),
        registeredAt: instant,
        registeredBy: line(320),
        /** Why it could not be used, the last time it was: when it was registered or tried, or a mailbox was read. Absent when it works. */
        cause: linkageCause.optional(),
        explained: z.object({ en: explained, ja: explained }).optional(),
        usedBy: z.array(z.enum(functionNames)),
      })
      .nullable(),
    scopeLine: z.string(),
    functions: z.object({ contactInbox: switchState, activity: switchState }),
    settings: ScanSettings,
    linkages: z.record(linkageStatus, z.number().int()),
    mailboxesFailing: z.number().int(),
    /** `outbox`: no mail server is set, so mails to admins only lie in the list of mails. */
    mail: z.enum(['smtp', 'outbox']),
  })
  .openapi('Google');

/** The JSON file of a service account's key, or the address of a service account that needs none. */
export const ServiceAccount = z
  .object({ keyFile: line(20_000).min(1).optional(), attached: emailAddress.optional() })
  .strict()
  .refine(({ keyFile, attached }) => (keyFile === undefined) !== (attached === undefined), 'is not one of both')
  .openapi('ServiceAccount');

/** Refused as `settings-outdated` when `revision` is not the present one. What is left out stays as it is. */
export const GoogleChange = z
  .object({
    revision,
    functions: z.object({ contactInbox: z.boolean(), activity: z.boolean() }).partial().strict().optional(),
    settings: z.object(scanSettings).partial().strict().optional(),
    /** The admin was told what is read, kept and counted, and accepts it. Nothing is switched on without it; it stands in the audit log. */
    noticeAccepted: z.literal(true).optional(),
  })
  .strict()
  .openapi('GoogleChange');

/** How it stands with one user's mailbox. */
export const Linkage = z
  .object({
    email: z.string(),
    name: z.string().optional(),
    status: linkageStatus,
    cause: linkageCause.optional(),
    explained: explained.optional(),
    /** Names a linkage error in the log of who runs the store. */
    reference: z.string().optional(),
    startedAt: instant.optional(),
    lastSuccessAt: instant.optional(),
    nextTryAt: instant.optional(),
    /** Mails read, what they suggested, and why the rest was left out. */
    read: z.number().int(),
    suggested: z.number().int(),
    skipped: counts,
    leftOut,
  })
  .openapi('Linkage');

export const LinkageFilter = z.object({
  q: text.optional(),
  status: linkageStatus.optional(),
  lang,
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor,
});
export const LinkageLanguage = z.object({ lang });
/** `total` counts what the filter finds; `counts` what `q` finds, by status. */
export const LinkagePage = page(Linkage)
  .extend({ total: z.number().int(), counts: z.record(linkageStatus, z.number().int()) })
  .openapi('LinkagePage');

/** Users by address, or all that a filter finds. */
export const LinkageChoice = z
  .union([
    z.object({ emails: z.array(emailAddress).min(1).max(500) }).strict(),
    z.object({ all: z.object({ q: text.optional(), status: linkageStatus.optional() }).strict() }).strict(),
  ])
  .openapi('LinkageChoice');
const linkageOutcomes = ['started', 'already', 'not-enabled', 'not-linked', 'disabled', 'retried'] as const;
/** By address; `counts` is of all, `results` are at most the first 1,000. */
export const LinkageResults = z
  .object({ results: z.array(z.object({ email: z.string(), outcome: z.enum(linkageOutcomes) })), counts })
  .openapi('LinkageResults');

export const DryRun = z.object({ days: z.number().int().min(1).max(30).default(7), lang }).strict();
/** What linking this user would have suggested; `failure` when the mailbox cannot be read. Nothing is kept. */
export const DryRunResult = z
  .object({
    read: z.number().int(),
    suggestions: z.array(
      z.object({
        fn: z.string().optional(),
        email: z.string().optional(),
        org: z.string().optional(),
        title: z.string().optional(),
      }),
    ),
    skipped: counts,
    leftOut,
    failure: z.object({ status: linkageStatus, cause: linkageCause, explained }).optional(),
  })
  .openapi('DryRunResult');

export const DirectoryFilter = z.object({
  q: text.optional(),
  /** The address of a group. */
  group: emailAddress.optional(),
  /** The path of an organisational unit. */
  orgUnit: text.optional(),
  cursor: line(2000).optional(),
});
export const DirectoryPage = page(z.object({ email: z.string(), name: z.string(), enabled: z.boolean() })).openapi(
  'DirectoryPage',
);
export const DirectoryGroups = z
  .object({
    groups: z.array(z.object({ email: z.string(), name: z.string() })),
    /** There are more than the 5,000 that are listed. */
    moreGroups: z.boolean(),
    orgUnits: z.array(z.object({ path: z.string(), name: z.string() })),
  })
  .openapi('DirectoryGroups');

/** Mails to the organisation's admins, newest first, at most 100. */
export const MailList = z
  .object({
    items: z.array(
      z.object({
        id,
        to: z.string(),
        subject: z.string(),
        text: z.string(),
        createdAt: instant,
        sentAt: instant.optional(),
        /** Why it was not sent at the last try. */
        failure: z.string().optional(),
      }),
    ),
  })
  .openapi('MailList');
