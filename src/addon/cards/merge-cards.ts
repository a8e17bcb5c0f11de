import type { Contact, ContactMerged, ContactSummary, ContactUnmerged, HistoryValue } from '../../api/types.ts';
import { cardFields } from '../../contact/card.ts';
import { joinedFields, winner } from '../../contact/join.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';
import { askCard } from './ask-card.ts';
import { callAction } from './call-action.ts';
import { valueLine } from './change-text.ts';
import { contactRows } from './contact-rows.ts';
import { wayBack } from './edited-card.ts';
import { summaryText } from './summary-text.ts';
import { button, buttons, card, nextPage, paragraph, row, section, selection, textBox, warning } from './widgets.ts';

type Card = GoogleAppsScript.Card_Service.Card;
type Widget = GoogleAppsScript.Card_Service.Widget;

export interface PickCardProps {
  t: Messages;
  contact: Contact;
  /** The words that were searched for; '' for those who may be the same person. */
  q: string;
  others: ContactSummary[];
  nextCursor?: string;
}

/** The other contact is chosen here; pressing one shows what the two would be as one. */
export function pickCard({ t, contact, q, others, nextCursor }: PickCardProps): Card {
  const ids = { contact: contact.id };
  const none = q ? t.lists.noHits(shown(q, 60)) : t.merge.noneLikely;
  return card(t.merge.pick, contact.card.fn, [
    section(undefined, [
      textBox('q', t.lists.searchContacts, q).setHint(t.lists.searchHint),
      buttons(button(t.common.search, 'openMerge', { ...ids, turn: 'yes' })),
    ]),
    section(q ? undefined : t.merge.likely, [
      ...(others.length
        ? others.map((other) =>
            personRow(other).setOnClickAction(callAction('compareMerge', { ...ids, other: other.id })),
          )
        : [paragraph(none)]),
      nextPage(t, 'openMerge', nextCursor, { ...ids, q }),
    ]),
  ]).build();
}

export interface MergeCardProps {
  t: Messages;
  contact: Contact;
  other: Contact;
  /** What stands in each. */
  ownValues: HistoryValue[];
  otherValues: HistoryValue[];
  /** Somebody changed one of the two since they were shown. */
  outdated: boolean;
  /** Tells one showing of this card from the next, so that Merge pressed twice merges once. */
  attempt: string;
  day: (instant: string) => string;
}

/** What the two would be as one: a choice where both have a value of which there is one, and what each brings besides. */
export function mergeCard({ t, contact, other, ownValues, otherValues, outdated, attempt, day }: MergeCardProps): Card {
  const ids = { contact: contact.id, other: other.id, attempt };
  const revisions = { revision: String(contact.revision), otherRevision: String(other.revision) };
  const choices: Widget[] = [];
  const settled: string[] = [];
  for (const field of joinedFields) {
    const [own, theirs] = [ownValues, otherValues].map((values) => values.find((value) => value.field === field));
    if (!own || !theirs) continue;
    settled.push(field);
    if (own.text === theirs.text) continue;
    const wins = winner(standing(own), standing(theirs));
    const text = (whose: string, { text, lastSeen }: HistoryValue) =>
      `${whose}: ${shown(text, 120)} · ${t.contact.lastSeen(day(lastSeen))}`;
    choices.push(
      selection('RADIO_BUTTON', field, t.fields[field])
        .addItem(text(t.merge.this, own), 'this', wins === 'survivor')
        .addItem(text(t.merge.other, theirs), 'other', wins === 'other'),
    );
  }
  const known = new Set(ownValues.map(keyOf));
  const isChosen = ({ field, text }: HistoryValue) =>
    settled.includes(field) && otherValues.some((theirs) => theirs.field === field && theirs.text !== text);
  const brings = (values: HistoryValue[]) =>
    [...values]
      .sort((a, b) => placeOf(a) - placeOf(b))
      .slice(0, 40)
      .map(({ field, text }) => `${t.fields[field]}: ${shown(valueLine(t, field, text), 120)}`)
      .join('\n');
  const added = otherValues.filter((value) => !settled.includes(value.field) && !known.has(keyOf(value)));
  return card(t.merge.title, contact.card.fn, [
    outdated && section(undefined, [warning(t.problems['contact-outdated'].title, t.merge.outdated)]),
    section(undefined, [personRow(summaryOf(contact), t.merge.this), personRow(summaryOf(other), t.merge.other)]),
    choices.length && section(t.merge.choose, choices),
    section(undefined, [
      row({ label: t.merge.stays, text: brings(ownValues.filter((value) => !isChosen(value))), max: 2500 }),
      row({ label: t.merge.joins, text: added.length ? brings(added) : t.merge.nothing, max: 2500 }),
      paragraph(t.merge.text),
    ]),
  ])
    .setFixedFooter(
      CardService.newFixedFooter()
        .setPrimaryButton(button(t.merge.merge, 'mergeContacts', { ...ids, ...revisions }, 'filled'))
        .setSecondaryButton(button(t.common.cancel, 'cancel')),
    )
    .build();
}

export const mergedCard = (t: Messages, { contact, undo }: ContactMerged): Card =>
  card(t.merge.done, contact.card.fn, [
    section(undefined, [wayBack(t, undo)]),
    section(undefined, contactRows(t, contact.card)),
  ]).build();

export const askSeparateCard = (t: Messages, contact: string, other: ContactSummary, attempt: string): Card =>
  askCard(
    t,
    {
      title: t.merge.askSeparate,
      text: t.merge.separateText,
      go: button(t.merge.separate, 'separateContacts', { contact, other: other.id, attempt }, 'filled'),
    },
    [personRow(other, t.merge.other)],
  );

export const separatedCard = (t: Messages, { contact, other, undo }: ContactUnmerged): Card =>
  card(t.merge.separated, undefined, [
    section(undefined, [
      ...[contact, other].map((one) =>
        personRow(summaryOf(one)).setOnClickAction(callAction('openContact', { contact: one.id })),
      ),
      wayBack(t, undo),
    ]),
  ]).build();

/** A contact as one is told from another of the same name. */
function personRow({ email, ...person }: ContactSummary, label?: string) {
  const below = [summaryText(person), email].filter(Boolean).join(' · ');
  return row({ label, text: person.fn, below, icon: CardService.Icon.PERSON, max: 100 });
}

const summaryOf = ({ id, card: { fn, org, title, email }, updatedAt }: Contact): ContactSummary => ({
  id,
  fn,
  org: org?.name,
  title,
  email: email[0],
  updatedAt,
});

const order: string[] = [...cardFields, 'tags', 'notes', 'owner'];
const placeOf = ({ field }: HistoryValue): number => order.indexOf(field);

const standing = ({ lastSeen, ...value }: HistoryValue) => ({ ...value, lastSeen: new Date(lastSeen) });

/** Tells whether two contacts have the same value; a phone is the same however it is written. */
const keyOf = ({ field, text, value }: HistoryValue): string =>
  `${field} ${(typeof value === 'object' && 'e164' in value && value.e164) || text.toLowerCase()}`;
