import type { ContactSummary, Suggestion, Viewer } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { contactRowsOf, type OfSuggestions, suggestionRows } from './list-sections.ts';
import { decidedSection, navigationSection } from './navigation-section.ts';
import { searchSection } from './search-section.ts';
import { button, buttons, card, paragraph, section } from './widgets.ts';

export interface HomeCardProps extends OfSuggestions {
  t: Messages;
  viewer: Viewer;
  organisation: string;
  suggestions: { items: Suggestion[]; more: boolean };
  contacts: { items: ContactSummary[]; more: boolean };
}

/** What waits and what was saved last. */
export function homeCard(props: HomeCardProps): GoogleAppsScript.Card_Service.Card {
  const { t, viewer, organisation, suggestions, contacts } = props;
  return card('Contact Inbox', organisation, [
    section(t.common.suggestions(viewer.pending), [
      ...(suggestions.items.length ? suggestionRows(t, suggestions.items, props) : [paragraph(t.lists.noSuggestions)]),
      suggestions.more && buttons(button(t.lists.allSuggestions, 'listSuggestions', {}, 'borderless')),
    ]),
    section(t.lists.recent, [
      ...(contacts.items.length ? contactRowsOf(contacts.items) : [paragraph(t.lists.noContacts)]),
      contacts.more && buttons(button(t.lists.allContacts, 'listContacts', {}, 'borderless')),
    ]),
    searchSection(t, '', 'home'),
    navigationSection(t, viewer),
    decidedSection(t),
  ]).build();
}
