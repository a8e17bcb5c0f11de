import type { ContactSummary, SuggestionAnswer } from '../../api/types.ts';
import { telTypes } from '../../contact/draft.ts';
import { type FieldKind, type FormField, fieldsLeftOut, formFields, telTypeField } from '../form-fields.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';
import { changeText } from './change-text.ts';
import { quotaIsShort, quotaRow } from './quota-row.ts';
import { summaryText } from './summary-text.ts';
import { button, buttons, card, paragraph, row, section, warning } from './widgets.ts';

type Widget = GoogleAppsScript.Card_Service.Widget;

/** Where Not now leads: `back` to the card below, `start` to the first card made anew. */
export type NotNow = 'back' | 'start';

export interface SuggestionCardProps {
  t: Messages;
  answer: SuggestionAnswer;
  notNow: NotNow;
  /** Whole days until the suggestion leaves the list. */
  daysLeft: number;
  /** Tells one showing of this card from the next, so that Save pressed twice saves once. */
  attempt: string;
  /** What the user typed, after a save that was refused. */
  typed?: Record<string, string>;
  /** Why it was refused, one reason a line. */
  refused?: string;
}

/** The draft as a form: every value editable, beside the line of the signature it came from. */
export function suggestionCard(props: SuggestionCardProps): GoogleAppsScript.Card_Service.Card {
  const { t, answer, notNow, refused, attempt, daysLeft } = props;
  const { suggestion, match } = answer;
  const ids = { suggestion: suggestion.id, attempt, notNow };
  const fields = formFields(suggestion.draft, t);
  const inputs = (...kinds: FieldKind[]) =>
    fields.filter((field) => kinds.includes(field.kind)).flatMap((field) => inputsFor(field, props));
  const leftOut = fieldsLeftOut(suggestion.draft);
  const place = [...inputs('adr', 'url', 'social'), ...(leftOut ? [paragraph(t.suggestion.more(leftOut))] : [])];
  return card(t.suggestion.title, t.suggestion[match.kind], [
    ...(refused ? [section(undefined, [warning(t.invalid.title, refused)])] : []),
    ...matchSection(props),
    section(t.suggestion.nameSection, inputs('fn', 'family', 'given', 'phoneticFamily', 'phoneticGiven')),
    section(t.suggestion.workSection, inputs('company', 'department', 'title')),
    section(t.suggestion.reachSection, inputs('email', 'tel')),
    ...(place.length ? [section(t.suggestion.placeSection, place)] : []),
    section(undefined, [
      row({ text: t.suggestion.clearToSkip, below: t.suggestion.stays(t.daysLeft(daysLeft)) }),
      buttons(button(t.suggestion.dismiss, 'dismissSuggestion', ids, 'borderless')),
    ]),
    ...sentSection(props),
  ])
    .setName('suggestion')
    .setFixedFooter(
      CardService.newFixedFooter()
        .setPrimaryButton(button(t.suggestion.save, 'acceptSuggestion', ids, 'filled'))
        .setSecondaryButton(button(t.suggestion.notNow, 'keepSuggestion', { notNow })),
    )
    .build();
}

function matchSection({ t, answer: { match, quota } }: SuggestionCardProps) {
  const widgets: (Widget | undefined)[] = [
    quotaIsShort(quota) && match.kind === 'new' ? quotaRow(t, quota) : undefined,
  ];
  const label = match.kind === 'ambiguous' ? t.suggestion.ambiguous : t.suggestion.known;
  for (const contact of contactsIn(match)) {
    widgets.push(
      row({ label, text: contact.fn, below: summaryText(contact), max: 100 }).setButton(
        button(t.sender.openContact, 'openContact', { contact: contact.id }, 'borderless'),
      ),
    );
  }
  if (match.kind === 'known') widgets.push(paragraph(t.suggestion.knownText));
  if (match.kind === 'changed') {
    const changes = match.changes.slice(0, 12).map((change) => changeText(t, change));
    widgets.push(row({ label: t.suggestion.changes, text: changes.join('\n'), max: 2000 }));
  }
  const present = widgets.filter((widget) => widget !== undefined);
  return present.length ? [section(undefined, present)] : [];
}

function contactsIn(match: SuggestionAnswer['match']): ContactSummary[] {
  if (match.kind === 'new') return [];
  return match.kind === 'ambiguous' ? match.candidates.map(({ contact }) => contact) : [match.contact];
}

function inputsFor(field: FormField, props: SuggestionCardProps): Widget[] {
  const { t, typed } = props;
  const input = CardService.newTextInput()
    .setFieldName(field.name)
    .setTitle(titleOf(field, t))
    .setValue(typed ? (typed[field.name] ?? '') : field.value)
    .setMultiline(field.kind === 'adr');
  if (!standsUnderName(field, props)) input.setHint(hintOf(field, props));
  if (field.kind !== 'tel') return [input];
  const chosen = typed?.[telTypeField(field)] ?? field.telType ?? '';
  const kinds = CardService.newSelectionInput()
    .setFieldName(telTypeField(field))
    .setTitle(numbered(t.fields.telType, field.index))
    .setType(CardService.SelectionInputType.DROPDOWN)
    .addItem(t.noTelType, '', chosen === '');
  for (const type of telTypes) kinds.addItem(t.telTypes[type], type, chosen === type);
  return [input, kinds];
}

function titleOf(field: FormField, t: Messages): string {
  const label = field.kind === 'social' ? shown(field.service ?? '', 40) || t.fields.social : t.fields[field.kind];
  const one = field.kind === 'social' ? label : numbered(label, field.index);
  return field.finding?.basis === 'inferred' ? t.suggestion.check(one) : one;
}

/** `Phone`, `Phone 2`, `Phone 3`: for those who hear the labels. */
const numbered = (label: string, index: number): string => (index ? `${label} ${index + 1}` : label);

/** The parts of a name and its reading mostly stand on one line; it is shown once, below the name. */
function standsUnderName({ kind, finding }: FormField, { answer }: SuggestionCardProps): boolean {
  const { fn } = answer.suggestion.draft;
  return isNamePart(kind) && !!finding && finding.line === fn?.line && finding.basis === fn?.basis;
}

const isNamePart = (kind: FieldKind): boolean => ['family', 'given', 'phoneticFamily', 'phoneticGiven'].includes(kind);

/** The evidence: the signature's line, or that there is none. */
function hintOf({ finding }: FormField, { t, answer }: SuggestionCardProps): string {
  if (!finding) return t.suggestion.emptyField;
  const line = answer.suggestion.signature.find((candidate) => candidate.line === finding.line);
  const quoted = line && t.suggestion.from(shown(line.text, 90));
  if (finding.basis === 'stated') return quoted ?? t.suggestion.header;
  return quoted ? t.suggestion.guessedFrom(quoted) : t.suggestion.guessed;
}

/** What left the mailbox, to be seen by who sent it. */
function sentSection({ t, answer: { suggestion } }: SuggestionCardProps) {
  const lines = suggestion.signature;
  if (lines.length === 0) return [];
  const text = lines.slice(0, 40).map((line) => shown(line.text, 120));
  return [section(t.suggestion.sent(lines.length), [paragraph(text.join('\n'))]).setCollapsible(true)];
}
