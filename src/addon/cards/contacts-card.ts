import type { ContactSummary } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';
import { contactRowsOf } from './list-sections.ts';
import { searchSection } from './search-section.ts';
import { card, nextPage, paragraph, section } from './widgets.ts';

export interface ContactsCardProps {
  t: Messages;
  /** The words that were searched for; '' for all contacts. */
  q: string;
  items: ContactSummary[];
  nextCursor?: string;
}

/** A page of the organisation's contacts, the last changed first; the next page comes on top. */
export function contactsCard({ t, q, items, nextCursor }: ContactsCardProps): GoogleAppsScript.Card_Service.Card {
  const none = q ? t.lists.noHits(shown(q, 60)) : t.lists.noContacts;
  return card(t.lists.contacts, undefined, [
    searchSection(t, q, 'list'),
    section(undefined, [
      ...(items.length ? contactRowsOf(items) : [paragraph(none)]),
      nextPage(t, 'listContacts', nextCursor, { q }),
    ]),
  ]).build();
}
