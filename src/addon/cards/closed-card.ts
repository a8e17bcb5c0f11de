import type { Suggestion } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { button, buttons, card, paragraph, section } from './widgets.ts';

/** A suggestion that no longer waits: what became of it. */
export function closedCard(t: Messages, suggestion: Suggestion): GoogleAppsScript.Card_Service.Card {
  const { status, contactId } = suggestion;
  const title =
    status === 'accepted' ? t.suggestion.saved : status === 'dismissed' ? t.suggestion.dismissed : t.suggestion.expired;
  const contact = status === 'accepted' && contactId;
  return card(title, undefined, [
    section(undefined, [
      paragraph(contact ? t.suggestion.savedText : t.suggestion.closedText),
      buttons(
        contact ? button(t.sender.openContact, 'openContact', { contact }, 'filled') : undefined,
        button(t.common.done, 'start'),
      ),
    ]),
  ]).build();
}
