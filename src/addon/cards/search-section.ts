import type { Messages } from '../messages/messages.ts';
import { button, buttons, section, textBox } from './widgets.ts';

/** Search the organisation's contacts. The words arrive as form input `q`; `from` says whether this is the list itself. */
export function searchSection(
  t: Messages,
  q: string,
  from: 'home' | 'list',
): GoogleAppsScript.Card_Service.CardSection {
  return section(undefined, [
    textBox('q', t.lists.searchContacts, q).setHint(t.lists.searchHint),
    buttons(button(t.common.search, 'searchContacts', { from })),
  ]);
}
