import type { Contact, ContactChanged, ContactDeleted } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { changeText } from './change-text.ts';
import { contactRows } from './contact-rows.ts';
import { button, buttons, card, paragraph, row, section } from './widgets.ts';

type Card = GoogleAppsScript.Card_Service.Card;

/** What an edit changed, and the way back. */
export function editedCard(t: Messages, { contact, changes, undo }: ContactChanged): Card {
  const changed = changes.slice(0, 20).map((change) => changeText(t, change));
  return card(changed.length ? t.saved.updated : t.saved.unchanged, contact.card.fn, [
    section(undefined, [
      ...(changed.length ? [row({ label: t.saved.changes, text: changed.join('\n'), max: 2500 })] : []),
      wayBack(t, undo),
    ]),
    section(undefined, contactRows(t, contact.card)),
  ]).build();
}

export function askDeleteCard(t: Messages, { id, revision, card: { fn } }: Contact): Card {
  const ids = { contact: id, revision: String(revision) };
  return card(t.contact.askDelete, fn, [
    section(undefined, [
      paragraph(t.contact.askDeleteText),
      buttons(button(t.contact.delete, 'deleteContact', ids, 'filled'), button(t.common.cancel, 'cancel')),
    ]),
  ]).build();
}

export const deletedCard = (t: Messages, { undo }: ContactDeleted): Card =>
  card(t.contact.deleted, undefined, [section(undefined, [wayBack(t, undo)])]).build();

const wayBack = (t: Messages, undo: { id: string } | undefined) =>
  buttons(undo && button(t.saved.undo, 'undo', { undo: undo.id }), button(t.common.done, 'start', {}, 'filled'));
