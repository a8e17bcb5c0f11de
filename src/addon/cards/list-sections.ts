import type { ContactSummary, Suggestion } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import type { SourceMail } from '../source-mail.ts';
import { callAction } from './call-action.ts';
import { summaryText } from './summary-text.ts';
import { openMail, row } from './widgets.ts';

const lastDays = 7;

/** Whom a suggestion is of. */
export const nameOf = (t: Messages, { draft: { fn, email } }: Suggestion): string =>
  fn?.value || email[0]?.value || t.lists.unnamed;

/** `Sales Manager · Example Ltd` */
export const whatOf = ({ draft: { title, org } }: Suggestion): string =>
  summaryText({ title: title?.value, org: org?.value.name });

/** What a card is told of its suggestions. */
export interface OfSuggestions {
  daysLeft: (suggestion: Suggestion) => number;
  /** Undefined where the user asked for it beside the open mail. */
  mail: (suggestion: Suggestion) => SourceMail | undefined;
}

/**
 * One line per suggestion; pressing it opens the form. Says how long it stays from `within` days on, and which mail an automatic
 * one was made from.
 */
export function suggestionRows(
  t: Messages,
  suggestions: Suggestion[],
  { daysLeft, mail }: OfSuggestions,
  within = lastDays,
) {
  return suggestions.map((suggestion) => {
    const { email } = suggestion.draft;
    const days = daysLeft(suggestion);
    const what = whatOf(suggestion);
    const source = mail(suggestion);
    const line = row({
      label: [source?.text, days <= within && t.daysLeft(days)].filter(Boolean).join(' · '),
      text: nameOf(t, suggestion),
      below: what || email[0]?.value,
      icon: CardService.Icon.BOOKMARK,
      max: 100,
    }).setOnClickAction(callAction('openSuggestion', { suggestion: suggestion.id }));
    return source?.url ? line.setButton(openMail(t, source.url)) : line;
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
