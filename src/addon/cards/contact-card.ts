import type { Acquaintance, Contact, HistoryValue } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { valueLine } from './change-text.ts';
import { contactRows } from './contact-rows.ts';
import { summaryText } from './summary-text.ts';
import { button, buttons, card, paragraph, row, section } from './widgets.ts';

export interface ContactCardProps {
  t: Messages;
  contact: Contact;
  /** What stands in it now, with who set it. */
  history: HistoryValue[];
  knownBy: Acquaintance[];
  /** The day of an instant in the user's words. */
  day: (instant: string) => string;
}

/** A saved contact, to read, write to and call; who set what stands in it, and who of the organisation knows the person. */
export function contactCard(props: ContactCardProps): GoogleAppsScript.Card_Service.Card {
  const { t, contact, history, day } = props;
  const { fn, title, org } = contact.card;
  const ids = { contact: contact.id };
  const lastSeen = history
    .map((value) => value.lastSeen)
    .sort()
    .pop();
  const times = [t.contact.updated(day(contact.updatedAt)), lastSeen && t.contact.lastSeen(day(lastSeen))];
  return card(fn, summaryText({ title, org: org?.name }) || undefined, [
    section(undefined, [
      ...contactRows(t, contact.card),
      ...notesRows(props),
      buttons(button(t.contact.edit, 'editContact', ids), button(t.contact.delete, 'askDelete', ids, 'borderless')),
      paragraph(times.filter(Boolean).join('\n')),
    ]),
    ...historySections(props),
    ...knownBySections(props),
  ]).build();
}

function notesRows({ t, contact: { tags, notes, owner } }: ContactCardProps) {
  const { fields } = t;
  return [
    ...(tags.length ? [row({ label: fields.tags, text: tags.join(', '), max: 300 })] : []),
    ...(notes ? [row({ label: fields.notes, text: notes, max: 1000 })] : []),
    ...(owner ? [row({ label: fields.owner, text: owner })] : []),
  ];
}

/** Of each value who set it, by which mail, and when it was last confirmed. */
function historySections({ t, history, day }: ContactCardProps) {
  if (history.length === 0) return [];
  const rows = history.map(({ field, text, how, setBy, setAt, source, lastSeen }) => {
    const set = t.contact[how](setBy, day((how === 'read' && source?.date) || setAt));
    return row({
      label: t.fields[field],
      text: valueLine(t, field, text),
      below: `${set} · ${t.contact.lastSeen(day(lastSeen))}`,
    });
  });
  return [section(t.contact.history, rows).setCollapsible(true)];
}

function knownBySections({ t, knownBy, day }: ContactCardProps) {
  if (knownBy.length === 0) return [];
  const rows = knownBy
    .slice(0, 5)
    .map(({ user, messages, firstContact, lastContact }) =>
      row({ text: user, below: t.contact.met(messages, day(firstContact), day(lastContact)) }),
    );
  return [section(t.contact.knownBy, rows)];
}
