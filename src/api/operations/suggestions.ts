import { z } from '@hono/zod-openapi';
import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** The user's queue of drafts. */
export const suggestions = {
  createSuggestion: {
    summary:
      'Put a draft in my queue and compare it with the contacts; the same message again gives the same suggestion',
    access: 'enabled',
    write: true,
    body: s.NewSuggestion,
    response: s.SuggestionAnswer,
    problems: ['suppressed'],
  },
  listSuggestions: {
    summary: 'My suggestions, newest first: automatic ones by the time of their mail',
    access: 'enabled',
    write: false,
    query: s.SuggestionFilter,
    response: s.SuggestionList,
  },
  getSuggestion: {
    summary: 'One of my suggestions, compared with the contacts',
    access: 'enabled',
    write: false,
    params: z.object({ suggestionId: z.uuid() }),
    query: s.Comparison,
    response: s.SuggestionAnswer,
    problems: ['suggestion-not-found', 'contact-not-found'],
  },
  acceptSuggestion: {
    summary: 'Save the checked card: into the contact of this person, or as a new one',
    access: 'enabled',
    write: true,
    params: z.object({ suggestionId: z.uuid() }),
    body: s.Acceptance,
    response: s.Accepted,
    problems: [
      'suggestion-not-found',
      'suggestion-closed',
      'contact-not-found',
      'contact-incomplete',
      'quota-exceeded',
    ],
  },
  dismissSuggestion: {
    summary: 'Remove a suggestion from my queue: this once, or never this person or domain again',
    access: 'enabled',
    write: true,
    params: z.object({ suggestionId: z.uuid() }),
    query: s.Dismissal,
    response: s.Dismissed,
    problems: ['suggestion-not-found', 'suggestion-closed', 'domain-shared'],
  },
  acceptSuggestions: {
    summary: 'Save many suggestions as they were read, each for itself; what needs a look is left',
    access: 'enabled',
    write: true,
    body: s.BulkAcceptance,
    response: s.BulkAccepted,
  },
  dismissSuggestions: {
    summary: 'Remove many suggestions from my queue, each for itself',
    access: 'enabled',
    write: true,
    body: s.BulkDismissal,
    response: s.BulkDismissed,
  },
} as const satisfies Record<string, Operation>;
