import type { Contact, ValueChange } from '../../api/types.ts';
import { contactFields } from '../form-fields.ts';
import type { Messages } from '../messages/messages.ts';
import { changeText } from './change-text.ts';
import { fieldInputs } from './field-inputs.ts';
import { button, card, refusedSection, section, textBox } from './widgets.ts';

export interface EditCardProps {
  t: Messages;
  contact: Contact;
  /** Tells one showing of this card from the next, so that Save pressed twice saves once. */
  attempt: string;
  /** What the user typed, after a save that was refused. */
  typed?: Record<string, string>;
  refused?: string;
  /** What others changed since the user opened the form. */
  changes?: ValueChange[];
}

/** A contact as a form; an emptied field is taken out. */
export function editCard({
  t,
  contact,
  attempt,
  typed,
  refused,
  changes,
}: EditCardProps): GoogleAppsScript.Card_Service.Card {
  const ids = { contact: contact.id, revision: String(contact.revision), attempt };
  const outdated = changes && [t.contact.outdated, ...changes.slice(0, 12).map((one) => changeText(t, one))].join('\n');
  const problem = refused ?? outdated;
  return card(t.contact.edit, contact.card.fn, [
    refusedSection(t, problem),
    section(
      undefined,
      contactFields(contact.card, t).flatMap((field) => fieldInputs(t, field, { typed })),
    ),
    section(undefined, [
      textBox('tags', t.fields.tags, typed?.tags ?? contact.tags.join(', ')).setHint(t.contact.tagsHint),
      textBox('notes', t.fields.notes, typed?.notes ?? contact.notes ?? '').setMultiline(true),
      textBox('owner', t.fields.owner, typed?.owner ?? contact.owner ?? ''),
    ]),
  ])
    .setFixedFooter(
      CardService.newFixedFooter()
        .setPrimaryButton(button(t.suggestion.save, 'saveContact', ids, 'filled'))
        .setSecondaryButton(button(t.common.cancel, 'cancel')),
    )
    .build();
}
