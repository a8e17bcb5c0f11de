import type { Contact } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { contactRows } from './contact-rows.ts';
import { summaryText } from './summary-text.ts';
import { card, section } from './widgets.ts';

/** A saved contact, to read, write to and call. `updated`: the day in the user's words. */
export function contactCard(t: Messages, contact: Contact, updated: string): GoogleAppsScript.Card_Service.Card {
  const { fn, title, org } = contact.card;
  const subtitle = summaryText({ title, org: org?.name });
  return card(fn, subtitle || undefined, [
    section(undefined, contactRows(t, contact.card)),
    section(undefined, [CardService.newTextParagraph().setText(t.contact.updated(updated))]),
  ]).build();
}
