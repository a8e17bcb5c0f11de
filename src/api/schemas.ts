import { z } from '@hono/zod-openapi';
import type { ContactCard } from '../contact/card.ts';
import { type ContactDraft, telTypes } from '../contact/draft.ts';

/** A line of text as a person would type or a signature would hold; no control characters. */
const line = (max: number) =>
  z
    .string()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'holds control characters');
const text = line(300);
const emailAddress = line(320).regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'is not an email address');
const id = z.uuid();
/** Counts changes of a roster; what a 32-bit integer holds. */
const revision = z.number().int().min(0).max(2_147_483_647);
const instant = z.iso.datetime().openapi({ example: '2026-11-22T09:30:00.000Z' });

export const Name = z.object({ family: text.optional(), given: text.optional() }).strict();
export const Phonetic = Name.extend({ script: z.enum(['kana', 'latin']) }).strict();
export const Org = z.object({ name: text, units: z.array(text).max(10) }).strict();
export const Tel = z
  .object({
    text: line(100),
    e164: z
      .string()
      .regex(/^\+[1-9]\d{1,14}$/)
      .optional(),
    type: z.enum(telTypes).optional(),
    ext: line(20).optional(),
  })
  .strict();
export const Adr = z
  .object({
    label: line(1000),
    street: text.optional(),
    locality: text.optional(),
    region: text.optional(),
    code: line(30).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  })
  .strict();
const url = line(2000);
export const SocialProfile = z.object({ service: line(50), url }).strict();

const finding = <T extends z.ZodType>(value: T) =>
  z
    .object({
      value,
      basis: z.enum(['stated', 'inferred']),
      line: z.number().int().min(0).max(1_000_000).optional(),
      rule: line(80),
    })
    .strict();

const Draft = z
  .object({
    fn: finding(text).optional(),
    n: finding(Name).optional(),
    phonetic: finding(Phonetic).optional(),
    org: finding(Org).optional(),
    title: finding(text).optional(),
    email: z.array(finding(emailAddress)).max(20),
    tel: z.array(finding(Tel)).max(20),
    adr: finding(Adr).optional(),
    url: z.array(finding(url)).max(20),
    social: z.array(finding(SocialProfile)).max(20),
  })
  .strict()
  .openapi('ContactDraft') satisfies z.ZodType<ContactDraft>;

export const Card = z
  .object({
    fn: text,
    n: Name.optional(),
    phonetic: Phonetic.optional(),
    org: Org.optional(),
    title: text.optional(),
    email: z.array(emailAddress).max(20),
    tel: z.array(Tel).max(20),
    adr: Adr.optional(),
    url: z.array(url).max(20),
    social: z.array(SocialProfile).max(20),
  })
  .strict()
  .openapi('ContactCard') satisfies z.ZodType<ContactCard>;

/** A saved contact. `revision` grows by one with every change. */
export const Contact = z
  .object({
    id,
    card: Card,
    revision: z.number().int().min(1),
    createdAt: instant,
    updatedAt: instant,
    createdBy: line(320),
  })
  .openapi('Contact');

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

export const SignatureLine = z.object({ line: z.number().int().min(0).max(1_000_000), text: line(1000) }).strict();

/** Which mail a draft came from. `messageId` is the Message-ID header without angle brackets, the same for every reader. */
export const Source = z
  .object({
    messageId: line(998).min(1),
    gmailMessageId: line(100).optional(),
    gmailThreadId: line(100).optional(),
    date: instant.optional(),
    way: z.enum(['on-demand']),
  })
  .strict();

const suggestionStatuses = ['pending', 'accepted', 'dismissed', 'expired'] as const;
export const Suggestion = z
  .object({
    id,
    status: z.enum(suggestionStatuses),
    draft: Draft,
    signature: z.array(SignatureLine),
    source: Source,
    createdAt: instant,
    /** When a pending suggestion leaves the queue. */
    expiresAt: instant,
    /** The contact it became, once accepted. */
    contactId: id.optional(),
  })
  .openapi('Suggestion');

/** What saving would change on a known contact; `old` is null where nothing stood. Values as they are shown. */
export const Change = z
  .object({
    field: z.enum(['fn', 'n', 'phonetic', 'org', 'title', 'email', 'tel', 'adr', 'url', 'social']),
    old: line(2000).nullable(),
    new: line(2000),
  })
  .openapi('Change');

export const Match = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('new') }),
    z.object({ kind: z.literal('known'), contact: ContactSummary }),
    z.object({ kind: z.literal('changed'), contact: ContactSummary, changes: z.array(Change) }),
  ])
  .openapi('Match');

/** `allowed` is null where the tenant has no limit. `block`: nothing new is saved past it; `warn`: it is only shown. */
export const Quota = z
  .object({
    period: z.string().openapi({ example: '2026-11' }),
    used: z.number().int(),
    allowed: z.number().int().nullable(),
    policy: z.enum(['warn', 'block']),
  })
  .openapi('Quota');

/** Undo is offered until `expiresAt`. */
export const UndoOffer = z.object({ id, expiresAt: instant }).openapi('UndoOffer');

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
  /** The function is switched on for the organisation. */
  feature: z.boolean(),
  /** Whom a user asks: the admins' addresses (at most 5), and a contact the operator set. */
  help: z.object({ admins: z.array(line(320)), contact: text.optional() }),
  /** The roster's revision as the store knows it. */
  rosterRevision: z.number().int(),
}).openapi('Me');

export const SenderQuery = z
  .object({ email: emailAddress, name: text.optional(), messageId: line(998).optional() })
  .strict()
  .openapi('SenderQuery');

/** `internal`: an address of the organisation itself. `suggested`: this message is already in the user's queue. */
export const Sender = z
  .object({
    status: z.enum(['new', 'known', 'internal', 'suggested']),
    contact: ContactSummary.optional(),
    suggestionId: id.optional(),
    viewer: Viewer,
  })
  .openapi('Sender');

export const NewSuggestion = z
  .object({ draft: Draft, signature: z.array(SignatureLine).max(200), source: Source })
  .strict()
  .openapi('NewSuggestion');
export const SuggestionAnswer = z
  .object({ suggestion: Suggestion, match: Match, quota: Quota })
  .openapi('SuggestionAnswer');

export const Acceptance = z.object({ card: Card }).strict().openapi('Acceptance');
/** `unchanged`: the contact was known and nothing was new. `changes` is empty for a created contact. */
export const Accepted = z
  .object({
    outcome: z.enum(['created', 'updated', 'unchanged']),
    contact: Contact,
    changes: z.array(Change),
    undo: UndoOffer,
    quota: Quota,
  })
  .openapi('Accepted');
export const Dismissed = z.object({ suggestion: Suggestion, undo: UndoOffer }).openapi('Dismissed');
/** What is as it was before. `suggestion` stands as it stands after the undo. */
export const Undone = z
  .object({ kind: z.enum(['accept', 'dismiss']), suggestion: Suggestion, quota: Quota })
  .openapi('Undone');

const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().optional() });
const limit = z.coerce.number().int().min(1).max(100).default(20);
const cursor = line(500).optional();

export const SuggestionList = page(Suggestion).openapi('SuggestionList');
export const SuggestionFilter = z.object({ status: z.enum(suggestionStatuses).default('pending'), limit, cursor });
/** Newest change first; with `q`, every word must occur in name, company, title, an address or the digits of a phone. */
export const ContactList = page(ContactSummary).openapi('ContactList');
export const ContactFilter = z.object({ q: text.optional(), limit, cursor });

export const RosterPage = z
  .object({
    revision: z.number().int(),
    count: z.number().int(),
    users: z.array(line(320)),
    nextCursor: z.string().optional(),
  })
  .openapi('RosterPage');
export const RosterFilter = z.object({
  q: text.optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(100),
  cursor,
});
/** One change: `revision` follows `baseRevision`. The store answers `roster-behind` when it has not seen `baseRevision`. */
export const RosterChange = z
  .object({
    baseRevision: revision,
    revision: revision.min(1),
    enable: z.array(emailAddress).max(20_000),
    disable: z.array(emailAddress).max(20_000),
  })
  .strict()
  .openapi('RosterChange');
/** The whole list; refused as `roster-outdated` when the store has this revision or a newer one with another list. */
export const RosterReplacement = z
  .object({ revision, users: z.array(emailAddress).max(50_000) })
  .strict()
  .openapi('RosterReplacement');
export const RosterState = z.object({ revision: z.number().int(), count: z.number().int() }).openapi('RosterState');

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
