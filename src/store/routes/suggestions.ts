import { suggestionAnswer } from '../answers.ts';
import { acceptSuggestion } from '../commands/accept-suggestion.ts';
import { acceptSuggestions, dismissSuggestions } from '../commands/bulk-suggestions.ts';
import { compareSuggestion } from '../commands/compare-suggestion.ts';
import { createSuggestion } from '../commands/create-suggestion.ts';
import { dismissSuggestion } from '../commands/dismiss-suggestion.ts';
import { ownerIn } from '../context.ts';
import { readTimeCursor, timeCursorAt } from '../cursor.ts';
import { pageOf } from '../page.ts';
import { Problem } from '../problem.ts';
import { findSuggestion, listSuggestions, queuedAt } from '../sql/suggestions.ts';
import type { Handlers } from './handlers.ts';

export const suggestions: Handlers<
  | 'createSuggestion'
  | 'listSuggestions'
  | 'getSuggestion'
  | 'acceptSuggestion'
  | 'dismissSuggestion'
  | 'acceptSuggestions'
  | 'dismissSuggestions'
> = {
  createSuggestion: (context, { body }) => createSuggestion(context, body),

  async listSuggestions(context, { query: { since, limit, cursor, ...query } }) {
    const filter = { ...query, ...(since !== undefined && { since: new Date(since) }) };
    const after = readTimeCursor(cursor);
    const owner = ownerIn(context);
    const found = await listSuggestions(context.db, owner, { ...filter, after, limit: limit + 1 }, context.now);
    const { page, ...next } = pageOf(found, limit, (last) => timeCursorAt(queuedAt(last), last.id));
    return { items: page.map((suggestion) => suggestionAnswer(suggestion, context.now)), ...next };
  },

  async getSuggestion(context, { params: { suggestionId }, query: { contactId } }) {
    const suggestion = await findSuggestion(context.db, ownerIn(context), suggestionId, context.now);
    if (!suggestion) throw new Problem('suggestion-not-found', `You have no suggestion ${suggestionId}`);
    return await compareSuggestion(context, suggestion, contactId);
  },

  acceptSuggestion: (context, { params, body }) => acceptSuggestion(context, params.suggestionId, body),

  dismissSuggestion: (context, { params, query }) => dismissSuggestion(context, params.suggestionId, query.as),

  acceptSuggestions: (context, { body }) => acceptSuggestions(context, body),

  dismissSuggestions: (context, { body }) => dismissSuggestions(context, body),
};
