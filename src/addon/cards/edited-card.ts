import type { Contact, ContactChanged, ContactDeleted } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { askCard } from './ask-card.ts';
import { changeText } from './change-text.ts';
import { contactRows } from './contact-rows.ts';
import { button, buttons, card, paragraph, row, section, selection } from './widgets.ts';

type Card = GoogleAppsScript.Card_Service.Card;

/** What an edit changed, and the way back. */
export function editedCard(t: Messages, { contact, changes, undo }: ContactChanged): Card {
  const changed = changes.slice(0, 20).map((change) => changeText(t, change));
  return card(changed.length ? t.saved.updated : t.saved.unchanged, contact.card.fn, [
    section(undefined, [
      changed.length && row({ label: t.saved.changes, text: changed.join('\n'), max: 2500 }),
      wayBack(t, undo),
    ]),
    section(undefined, contactRows(t, contact.card)),
  ]).build();
}

/** Says what goes, and offers to keep the person out: for oneself, and as an admin for everybody. */
export function askDeleteCard(t: Messages, { id, revision, card: { fn, email } }: Contact, isAdmin: boolean): Card {
  const go = button(t.contact.delete, 'deleteContact', { contact: id, revision: String(revision) }, 'filled');
  const question = { title: t.contact.askDelete, text: t.contact.askDeleteText, subject: fn, go };
  if (email.length === 0) return askCard(t, question); // nothing else tells the person again
  const block = selection('CHECK_BOX', 'block', t.contact.fromNowOn).addItem(t.contact.block, 'mine', false);
  if (isAdmin) block.addItem(t.contact.blockForAll, 'organisation', false);
  return askCard(t, question, [block, paragraph(t.contact.blockText)]);
}

export const deletedCard = (t: Messages, { undo }: ContactDeleted, block?: 'mine' | 'organisation'): Card =>
  card(t.contact.deleted, undefined, [
    section(undefined, [
      block && paragraph(block === 'mine' ? t.suppressed.added.person : t.contact.blockedForAll),
      wayBack(t, undo),
    ]),
  ]).build();

/** Undo, where there is something to undo, and on. */
export const wayBack = (t: Messages, undo: { id: string } | undefined) =>
  buttons(undo && button(t.saved.undo, 'undo', { undo: undo.id }), button(t.common.done, 'start', {}, 'filled'));
