import type { Messages } from '../messages/messages.ts';
import { button, buttons, section } from './widgets.ts';

/** Search the organisation's contacts. The words arrive as form input `q`; `from` says whether this is the list itself. */
export function searchSection(
  t: Messages,
  q: string,
  from: 'home' | 'list',
): GoogleAppsScript.Card_Service.CardSection {
  return section(undefined, [
    CardService.newTextInput()
      .setFieldName('q')
      .setTitle(t.lists.searchContacts)
      .setHint(t.lists.searchHint)
      .setValue(q),
    buttons(button(t.common.search, 'searchContacts', { from })),
  ]);
}
