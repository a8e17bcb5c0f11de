import type { Acquaintance, Contact, ContactMerges, HistoryValue } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { valueLine } from './change-text.ts';
import { contactRows } from './contact-rows.ts';
import { summaryText } from './summary-text.ts';
import { button, buttons, card, nextPage, paragraph, row, section } from './widgets.ts';

export interface ContactCardProps {
  t: Messages;
  contact: Contact;
  /** What stands in it now, with who set it. */
  history: HistoryValue[];
  knownBy: Acquaintance[];
  /** What was merged into it, the last one first. */
  merges: ContactMerges['items'];
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
      buttons(
        button(t.contact.edit, 'editContact', ids),
        button(t.merge.merge, 'openMerge', ids, 'borderless'),
        button(t.contact.delete, 'askDelete', ids, 'borderless'),
      ),
      paragraph(times.filter(Boolean).join('\n')),
    ]),
    ...historySections(props),
    ...knownBySections(props),
    ...mergeSections(props),
  ]).build();
}

function notesRows({ t, contact: { tags, notes, owner } }: ContactCardProps) {
  const { fields } = t;
  return [
    tags.length && row({ label: fields.tags, text: tags.join(', '), max: 300 }),
    notes && row({ label: fields.notes, text: notes, max: 1000 }),
    owner && row({ label: fields.owner, text: owner }),
  ];
}

/** Of each value who set it, by which mail, and when it was last confirmed. */
function historySections({ t, contact, history, day }: ContactCardProps) {
  if (history.length === 0) return [];
  const rows = history.map((value) => historyRow(t, value, day, t.contact.lastSeen(day(value.lastSeen))));
  const earlier = button(t.contact.earlier, 'openEarlier', { contact: contact.id }, 'borderless');
  return [section(t.contact.history, [...rows, buttons(earlier)]).setCollapsible(true)];
}

/** `below`: what is said of it besides who set it. */
function historyRow(t: Messages, value: HistoryValue, day: ContactCardProps['day'], below: string) {
  const { field, text, how, setBy, setAt, source } = value;
  const set = t.contact[how](setBy, day((how === 'read' && source?.date) || setAt));
  return row({ label: t.fields[field], text: valueLine(t, field, text), below: `${set} · ${below}` });
}

export interface EarlierCardProps {
  t: Messages;
  /** Of which contact. */
  contact: string;
  items: HistoryValue[];
  nextCursor?: string;
  day: ContactCardProps['day'];
}

/** What stood in a contact and no longer does: who set it, and who put another value there. */
export function earlierCard({
  t,
  contact,
  items,
  nextCursor,
  day,
}: EarlierCardProps): GoogleAppsScript.Card_Service.Card {
  return card(t.contact.earlier, undefined, [
    section(undefined, [
      !items.length && paragraph(t.contact.noEarlier),
      ...items.map((value) =>
        historyRow(t, value, day, value.ended ? t.contact.until(value.ended.by, day(value.ended.at)) : ''),
      ),
      nextPage(t, 'openEarlier', nextCursor, { contact }),
    ]),
  ]).build();
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

/** What it was merged from; the last one can be separated, then the one before. */
function mergeSections({ t, contact, merges, day }: ContactCardProps) {
  if (merges.length === 0) return [];
  const rows = merges.slice(0, 20).map(({ other, mergedAt, mergedBy }, i) => {
    const below = [other.email, t.merge.by(mergedBy, day(mergedAt))].filter(Boolean).join(' · ');
    const line = row({ text: other.fn, below, icon: CardService.Icon.PERSON, max: 300 });
    return i === 0
      ? line.setButton(button(t.merge.separate, 'askSeparate', { contact: contact.id, other: other.id }, 'borderless'))
      : line;
  });
  return [section(t.merge.from, rows)];
}
