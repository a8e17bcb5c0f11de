import { z } from '@hono/zod-openapi';
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

export const SuggestionList = page(Suggestion).openapi('SuggestionList');
export const SuggestionFilter = z.object({ status: z.enum(suggestionStatuses).default('pending'), limit, cursor });
