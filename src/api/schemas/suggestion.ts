import { z } from '@hono/zod-openapi';
import { cardFields } from '../../contact/card.ts';
import { matchReasons } from '../../contact/match-reasons.ts';
import { Card, Draft } from './card.ts';
import { Contact, ContactSummary } from './contact.ts';
import { cursor, limit, page } from './page.ts';
import { Suppression } from './suppression.ts';
import { UndoOffer } from './undo-offer.ts';
import { emailAddress, id, instant, line, text } from './values.ts';
import { Quota } from './viewer.ts';

export const SignatureLine = z.object({ line: z.number().int().min(0).max(1_000_000), text: line(1000) }).strict();

const ways = ['on-demand', 'background'] as const;

/** Which mail a draft came from. `messageId` is the Message-ID header without angle brackets, the same for every reader. */
export const Source = z
  .object({
    messageId: line(998).min(1),
    gmailMessageId: line(100).optional(),
    gmailThreadId: line(100).optional(),
    date: instant.optional(),
    /** `on-demand`: asked for beside the open mail. `background`: read from a linked mailbox. */
    way: z.enum(ways),
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
    /** When a pending suggestion leaves the queue, and how many days that is; the last one counts whole. */
    expiresAt: instant,
    daysLeft: z.number().int().min(0).optional(),
    /** How many mails of this person it has taken in while it waited; `draft` and `source` are of the newest. */
    mails: z.number().int().min(1),
    /** The contact it became, once accepted. */
    contactId: id.optional(),
  })
  .openapi('Suggestion');

/**
 * What saving would change on a known contact; `old` is null where nothing stood. Values as they are shown. `typed`: a person
 * typed what stands there.
 */
export const Change = z
  .object({
    field: z.enum(cardFields),
    old: line(2000).nullable(),
    new: line(2000),
    typed: z.literal(true).optional(),
  })
  .openapi('Change');

/** Why a contact is, or may be, the person of a card: what speaks for it first, then what against. */
export const reasons = z.array(z.enum(matchReasons));
export const candidates = z.array(z.object({ contact: ContactSummary, reasons })).max(5);

/**
 * `known`: nothing to add; `lastSeen`: when a mail or a person last said what stands there. `changed`: what saving would change. `ambiguous`: contacts that may be this person, the likeliest
 * first; a person has to say which, or that it is somebody new.
 */
export const Match = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('new') }),
    z.object({ kind: z.literal('known'), contact: ContactSummary, reasons, lastSeen: instant.optional() }),
    z.object({ kind: z.literal('changed'), contact: ContactSummary, reasons, changes: z.array(Change) }),
    z.object({
      kind: z.literal('ambiguous'),
      candidates,
    }),
  ])
  .openapi('Match');

/** `contactId`: compared with this contact, whatever the comparison finds. */
export const Comparison = z.object({ contactId: id.optional() });

export const NewSuggestion = z
  .object({ draft: Draft, signature: z.array(SignatureLine).max(200), source: Source })
  .strict()
  .openapi('NewSuggestion');
export const SuggestionAnswer = z
  .object({ suggestion: Suggestion, match: Match, quota: Quota })
  .openapi('SuggestionAnswer');

/**
 * The card as the user has left it. `fields`: only these are saved, all others stay as they are. `contactId`: into this
 * contact, whatever the comparison says; `as: 'new'`: as a new one. Without either, into the contact the comparison finds; of
 * an ambiguous one into the contact that has the first of the card's addresses, else as a new one. Name, company and an
 * address must then stand in the contact, unless the user has confirmed with `override`; a name must always.
 */
export const Acceptance = z
  .object({
    card: Card,
    fields: z.array(z.enum(cardFields)).min(1).max(cardFields.length).optional(),
    contactId: id.optional(),
    as: z.literal('new').optional(),
    override: z.boolean().optional(),
  })
  .strict()
  .refine(({ contactId, as }) => contactId === undefined || as === undefined, 'names a contact and asks for a new one')
  .openapi('Acceptance');
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
/** `once`: this suggestion. `person`: never this person again. `domain`: nobody of the address's domain. */
export const Dismissal = z.object({ as: z.enum(['once', 'person', 'domain']).default('once') });
/** `suppression`: what was put on the user's list, with `person` and `domain`. */
export const Dismissed = z
  .object({ suggestion: Suggestion, suppression: Suppression.optional(), undo: UndoOffer })
  .openapi('Dismissed');

const ids = z.array(id).min(1).max(100);
export const BulkAcceptance = z.object({ ids, override: z.boolean().optional() }).strict().openapi('BulkAcceptance');
/** Whom a result is about, as the suggestion was read; absent when there is no such suggestion. */
const about = { name: text.optional(), email: emailAddress.optional() };

/**
 * One result for each id, in their order. `needs-review`: a person has to look, since it is not clear who this is, or what
 * somebody typed would be overwritten; nothing was saved. `refused`: `problem` says why.
 */
export const BulkAccepted = z
  .object({
    results: z.array(
      z.object({
        id,
        ...about,
        outcome: z.enum(['created', 'updated', 'unchanged', 'needs-review', 'refused']),
        contactId: id.optional(),
        problem: z.string().optional(),
        /** What the contact lacks, with `contact-incomplete`. */
        missing: z.array(z.string()).optional(),
      }),
    ),
    /** For all of it at once; absent when nothing was saved. */
    undo: UndoOffer.optional(),
    quota: Quota,
  })
  .openapi('BulkAccepted');
export const BulkDismissal = z.object({ ids, as: Dismissal.shape.as }).strict().openapi('BulkDismissal');
export const BulkDismissed = z
  .object({
    results: z.array(
      z.object({ id, ...about, outcome: z.enum(['dismissed', 'refused']), problem: z.string().optional() }),
    ),
    undo: UndoOffer.optional(),
  })
  .openapi('BulkDismissed');

export const SuggestionList = page(Suggestion).openapi('SuggestionList');
/** `q`: every word must occur in name, company, title or an address. `since`: waiting since then or later. */
export const SuggestionFilter = z.object({
  status: z.enum(suggestionStatuses).default('pending'),
  q: text.optional(),
  since: instant.optional(),
  way: z.enum(ways).optional(),
  limit,
  cursor,
});
