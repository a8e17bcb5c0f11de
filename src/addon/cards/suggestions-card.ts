import type { Suggestion } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { suggestionRows } from './list-sections.ts';
import { button, buttons, card, paragraph, section } from './widgets.ts';

export interface SuggestionsCardProps {
  t: Messages;
  items: Suggestion[];
  nextCursor?: string;
  daysLeft: (suggestion: Suggestion) => number;
}

/** A page of the user's pending suggestions; the next page comes on top, so Gmail's back arrow leads here again. */
export function suggestionsCard({
  t,
  items,
  nextCursor,
  daysLeft,
}: SuggestionsCardProps): GoogleAppsScript.Card_Service.Card {
  return card(t.lists.suggestions, undefined, [
    section(undefined, [
      ...(items.length ? suggestionRows(t, items, daysLeft) : [paragraph(t.lists.noSuggestions)]),
      ...(nextCursor ? [buttons(button(t.common.nextPage, 'listSuggestions', { cursor: nextCursor }))] : []),
    ]),
  ]).build();
}
