import { z } from '@hono/zod-openapi';
import type { ContactCard } from '../../contact/card.ts';
import { matchReasons } from '../../contact/match-reasons.ts';
import { Card, Draft } from './card.ts';
import { Contact, ContactSummary } from './contact.ts';
import { cursor, limit, page } from './page.ts';
import { UndoOffer } from './undo-offer.ts';
import { id, instant, line } from './values.ts';
import { Quota } from './viewer.ts';

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

export const cardFields = [
  'fn',
  'n',
  'phonetic',
  'org',
  'title',
  'email',
  'tel',
  'adr',
  'url',
  'social',
] as const satisfies (keyof ContactCard)[];

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
const reasons = z.array(z.enum(matchReasons));

/**
 * `known`: nothing to add. `changed`: what saving would change. `ambiguous`: contacts that may be this person, the likeliest
 * first; a person has to say which, or that it is somebody new.
 */
export const Match = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('new') }),
    z.object({ kind: z.literal('known'), contact: ContactSummary, reasons }),
    z.object({ kind: z.literal('changed'), contact: ContactSummary, reasons, changes: z.array(Change) }),
    z.object({
      kind: z.literal('ambiguous'),
      candidates: z.array(z.object({ contact: ContactSummary, reasons })).max(5),
    }),
  ])
  .openapi('Match');

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
export const Dismissed = z.object({ suggestion: Suggestion, undo: UndoOffer }).openapi('Dismissed');

export const SuggestionList = page(Suggestion).openapi('SuggestionList');
export const SuggestionFilter = z.object({ status: z.enum(suggestionStatuses).default('pending'), limit, cursor });
