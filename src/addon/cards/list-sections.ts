import type { ContactSummary, Suggestion } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { callAction } from './call-action.ts';
import { summaryText } from './summary-text.ts';
import { row } from './widgets.ts';

/** From then on a line says how long its suggestion stays. */
const lastDays = 7;

/** One line per suggestion; pressing it opens the form. */
export function suggestionRows(t: Messages, suggestions: Suggestion[], daysLeft: (suggestion: Suggestion) => number) {
  return suggestions.map((suggestion) => {
    const { fn, org, title, email } = suggestion.draft;
    const days = daysLeft(suggestion);
    const what = summaryText({ title: title?.value, org: org?.value.name });
    return row({
      label: days <= lastDays ? t.daysLeft(days) : undefined,
      text: fn?.value || email[0]?.value || t.lists.unnamed,
      below: what || email[0]?.value,
      icon: CardService.Icon.BOOKMARK,
      max: 100,
    }).setOnClickAction(callAction('openSuggestion', { suggestion: suggestion.id }));
  });
}

/** One line per contact; pressing it opens the contact. */
export function contactRowsOf(contacts: ContactSummary[]) {
  return contacts.map((contact) =>
    row({
      text: contact.fn,
      below: summaryText(contact) || contact.email,
      icon: CardService.Icon.PERSON,
      max: 100,
    }).setOnClickAction(callAction('openContact', { contact: contact.id })),
  );
}
