import type { ContactSummary, Suggestion } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { callAction } from './call-action.ts';
import { summaryText } from './summary-text.ts';
import { row } from './widgets.ts';

const lastDays = 7;

/** Whom a suggestion is of. */
export const nameOf = (t: Messages, { draft: { fn, email } }: Suggestion): string =>
  fn?.value || email[0]?.value || t.lists.unnamed;

/** `Sales Manager · Example Ltd` */
export const whatOf = ({ draft: { title, org } }: Suggestion): string =>
  summaryText({ title: title?.value, org: org?.value.name });

/** One line per suggestion; pressing it opens the form. Says how long it stays from `within` days on. */
export function suggestionRows(
  t: Messages,
  suggestions: Suggestion[],
  daysLeft: (suggestion: Suggestion) => number,
  within = lastDays,
) {
  return suggestions.map((suggestion) => {
    const { email } = suggestion.draft;
    const days = daysLeft(suggestion);
    const what = whatOf(suggestion);
    return row({
      label: days <= within ? t.daysLeft(days) : undefined,
      text: nameOf(t, suggestion),
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
