import type { Accepted, Dismissed } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { changeText } from './change-text.ts';
import { contactRows } from './contact-rows.ts';
import { quotaRow } from './quota-row.ts';
import { button, buttons, card, paragraph, row, section } from './widgets.ts';

/** What was saved, and the way back. */
export function savedCard(
  t: Messages,
  { outcome, contact, changes, undo, quota }: Accepted,
): GoogleAppsScript.Card_Service.Card {
  const left = quotaRow(t, quota);
  const changed = changes.slice(0, 20).map((change) => changeText(t, change));
  return card(t.saved[outcome], contact.card.fn, [
    section(undefined, [
      outcome === 'unchanged' && paragraph(t.saved.unchangedText),
      changed.length && row({ label: t.saved.changes, text: changed.join('\n'), max: 2500 }),
      buttons(
        outcome === 'unchanged' ? undefined : button(t.saved.undo, 'undo', { undo: undo.id }),
        button(t.common.done, 'start', {}, 'filled'),
      ),
      left,
    ]),
    section(undefined, contactRows(t, contact.card)),
  ]).build();
}

export function dismissedCard(t: Messages, { undo, suppression }: Dismissed): GoogleAppsScript.Card_Service.Card {
  return card(t.saved.dismissed, suppression?.hint, [
    section(undefined, [
      paragraph(suppression ? t.suppressed.added[suppression.kind] : t.saved.dismissedText),
      buttons(
        button(t.saved.undo, 'undo', { undo: undo.id }),
        suppression && button(t.suppressed.title, 'listSuppressions'),
        button(t.common.done, 'start', {}, 'filled'),
      ),
    ]),
  ]).build();
}
