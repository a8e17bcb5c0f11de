import type { Reason } from '../../extract/extraction.ts';
import type { Messages } from '../messages/messages.ts';
import { button, buttons, card, paragraph, section } from './widgets.ts';

/** The mail gave no contact: why, and how to go on. `final` when it was asked for in spite of the reason. */
export function nothingFoundCard(t: Messages, reason: Reason, final: boolean): GoogleAppsScript.Card_Service.Card {
  return card(t.nothingFound.title, undefined, [
    section(undefined, [
      paragraph(t.reasons[reason]),
      paragraph(final ? t.nothingFound.whatNowAfterAll : t.nothingFound.whatNow),
      buttons(
        final ? undefined : button(t.sender.suggestAnyway, 'suggestContact', { anyway: 'yes', again: 'yes' }),
        button(t.common.done, 'start'),
      ),
    ]),
  ]).build();
}
