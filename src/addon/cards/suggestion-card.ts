import type { Change, Match, SuggestionAnswer } from '../../api/types.ts';
import { isFreeMail } from '../../contact/data/free-mail.ts';
import { emailDomain } from '../../contact/normalize.ts';
import { type FieldKind, type FormField, fieldsLeftOut, formFields } from '../form-fields.ts';
import type { Messages } from '../messages/messages.ts';
import type { SourceMail } from '../source-mail.ts';
import { shown } from '../text.ts';
import { callAction } from './call-action.ts';
import { changeText } from './change-text.ts';
import { fieldInputs } from './field-inputs.ts';
import { quotaIsShort, quotaRow } from './quota-row.ts';
import { summaryText } from './summary-text.ts';
import { button, buttons, card, openMail, paragraph, row, section, selection, warning } from './widgets.ts';

type Widget = GoogleAppsScript.Card_Service.Widget;

/** Where Not now leads: `back` to the card below, `start` to the first card made anew. */
export type NotNow = 'back' | 'start';

/** A contact that may be the person, and why. */
export type Candidate = Extract<Match, { kind: 'ambiguous' }>['candidates'][number];

export interface SuggestionCardProps {
  t: Messages;
  answer: SuggestionAnswer;
  /** Whom else it may be; shown as a choice. */
  candidates?: Candidate[];
  /** Which of them was chosen: a contact's id, or `new`. */
  contact?: string;
  /** When the known contact was last confirmed, in the user's words. */
  lastSeen?: string;
  notNow: NotNow;
  /** Whole days until the suggestion leaves the list. */
  daysLeft: number;
  /** Tells one showing of this card from the next, so that Save pressed twice saves once. */
  attempt: string;
  /** What the user typed, after a save that was refused. */
  typed?: Record<string, string>;
  /** What was ticked then, by list. */
  ticked?: Record<string, string[]>;
  /** Why it was refused, one reason a line. */
  refused?: string;
  /** The mail that an automatic suggestion was made from. */
  mail?: SourceMail;
  /** Whether it may be saved in spite of that. */
  anyway?: boolean;
}

/** The list of changes to tick, of one contact: after another choice it starts anew. */
export const tickList = (contact = ''): string => `tick.${contact}`;

/** The draft as a form: every value editable, beside the line of the signature it came from. */
export function suggestionCard(props: SuggestionCardProps): GoogleAppsScript.Card_Service.Card {
  const { t, answer, notNow, refused, daysLeft } = props;
  const { suggestion, match } = answer;
  const ids = idsOf(props);
  const fields = formFields(suggestion.draft, t);
  const inputs = (...kinds: FieldKind[]) =>
    fields
      .filter((field) => kinds.includes(field.kind))
      .flatMap((field) =>
        fieldInputs(t, field, {
          typed: props.typed,
          hint: standsUnderName(field, props) ? undefined : hintOf(field, props),
        }),
      );
  const leftOut = fieldsLeftOut(suggestion.draft);
  const place = [...inputs('adr', 'url', 'social'), ...(leftOut ? [paragraph(t.suggestion.more(leftOut))] : [])];
  return card(t.suggestion.title, t.suggestion[match.kind], [
    refused && section(undefined, [warning(t.invalid.title, refused), ...anywayButton(props)]),
    ...mailSection(props),
    ...matchSection(props),
    section(t.suggestion.nameSection, inputs('fn', 'family', 'given', 'phoneticFamily', 'phoneticGiven')),
    section(t.suggestion.workSection, inputs('company', 'department', 'title')),
    section(t.suggestion.reachSection, inputs('email', 'tel')),
    place.length && section(t.suggestion.placeSection, place),
    section(undefined, [
      row({ text: t.suggestion.clearToSkip, below: t.suggestion.stays(t.daysLeft(daysLeft)) }),
      dismissButtons(props),
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

function mailSection({ t, mail }: SuggestionCardProps) {
  if (!mail) return [];
  const line = row({ text: mail.text });
  return [section(undefined, [mail.url ? line.setButton(openMail(t, mail.url)) : line])];
}

/** This once, never this person, nobody of the domain; a mail provider's domain is everybody's. */
function dismissButtons(props: SuggestionCardProps) {
  const { t } = props;
  const domain = emailDomain(props.answer.suggestion.draft.email[0]?.value ?? '');
  const dismiss = (text: string, as: string) =>
    button(text, 'dismissSuggestion', { ...idsOf(props), as }, 'borderless');
  return buttons(
    dismiss(t.suggestion.dismiss, 'once'),
    dismiss(t.suggestion.neverPerson, 'person'),
    domain && !isFreeMail(domain) ? dismiss(t.suggestion.blockDomain(shown(domain, 60)), 'domain') : undefined,
  );
}

/** What the buttons say of this card: which suggestion, into which contact, which changes are to be ticked. */
function idsOf({ answer: { suggestion, match }, attempt, notNow, contact }: SuggestionCardProps) {
  const target = contact ?? ('contact' in match ? match.contact.id : undefined);
  const offered = match.kind === 'changed' ? [...new Set(match.changes.map(({ field }) => field))].join(' ') : '';
  return {
    suggestion: suggestion.id,
    attempt,
    notNow,
    ...(target && { contact: target }),
    ...(offered && { offered }),
  };
}

const anywayButton = (props: SuggestionCardProps): Widget[] =>
  props.anyway
    ? [buttons(button(props.t.suggestion.saveAnyway, 'acceptSuggestion', { ...idsOf(props), override: 'yes' }))]
    : [];

function matchSection(props: SuggestionCardProps) {
  const { t, answer, lastSeen } = props;
  const { match, quota } = answer;
  const widgets: (Widget | undefined)[] = [
    quotaIsShort(quota) && match.kind === 'new' ? quotaRow(t, quota) : undefined,
    whoChoice(props),
  ];
  if ('contact' in match) {
    const { contact, reasons } = match;
    const sure = reasons.length === 0 || reasons.includes('address');
    const below = [summaryText(contact), !sure && reasonsText(t, match)].filter(Boolean).join(' · ');
    widgets.push(
      row({ label: t.suggestion.known, text: contact.fn, below, max: 200 }).setButton(
        button(t.sender.openContact, 'openContact', { contact: contact.id }, 'borderless'),
      ),
    );
  }
  if (match.kind === 'known') {
    widgets.push(paragraph(t.suggestion.knownText + (lastSeen ? `\n${t.contact.lastSeen(lastSeen)}` : '')));
  }
  if (match.kind === 'changed') widgets.push(ticks(props, match.contact.id, match.changes));
  if ('contact' in match && !props.candidates) {
    widgets.push(
      buttons(button(t.suggestion.someoneElse, 'chooseContact', { ...idsOf(props), who: 'new' }, 'borderless')),
    );
  }
  const present = widgets.filter((widget) => widget !== undefined);
  return present.length ? [section(undefined, present)] : [];
}

/** Who this is, where that is not clear: one of the contacts, or somebody new. */
function whoChoice(props: SuggestionCardProps): Widget | undefined {
  const { t, answer, contact } = props;
  const candidates = answer.match.kind === 'ambiguous' ? answer.match.candidates : props.candidates;
  if (!candidates?.length) return undefined;
  const choice = selection('RADIO_BUTTON', 'who', t.suggestion.who).setOnChangeAction(
    callAction('chooseContact', idsOf(props)),
  );
  for (const candidate of candidates) {
    const { id, fn } = candidate.contact;
    const name = [fn, summaryText(candidate.contact), reasonsText(t, candidate)].filter(Boolean).join(' · ');
    choice.addItem(shown(name, 200), id, contact === id);
  }
  return choice.addItem(t.suggestion.new, 'new', contact === 'new');
}

const reasonsText = (t: Messages, { reasons }: Pick<Candidate, 'reasons'>): string =>
  reasons.map((reason) => t.matchReasons[reason]).join(', ');

/** A tick per field that would change; what a person typed is not replaced unasked. */
function ticks({ t, ticked }: SuggestionCardProps, contact: string, changes: Change[]): Widget {
  const name = tickList(contact);
  const list = selection('CHECK_BOX', name, t.suggestion.changes);
  for (const field of new Set(changes.map((change) => change.field))) {
    const own = changes.filter((change) => change.field === field);
    const typed = own.some((change) => change.typed);
    const text = own.map((change) => changeText(t, change)).join('; ');
    list.addItem(
      shown(typed ? t.suggestion.typed(text) : text, 400),
      field,
      ticked ? Boolean(ticked[name]?.includes(field)) : !typed,
    );
  }
  return list;
}

/** The parts of a name and its reading mostly stand on one line; it is shown once, below the name. */
function standsUnderName({ kind, finding }: FormField, { answer }: SuggestionCardProps): boolean {
  const { fn } = answer.suggestion.draft;
  return isNamePart(kind) && !!finding && finding.line === fn?.line && finding.basis === fn?.basis;
}

const isNamePart = (kind: FieldKind): boolean => ['family', 'given', 'phoneticFamily', 'phoneticGiven'].includes(kind);

/** The evidence: the signature's line, or that there is none. */
function hintOf({ finding, kind }: FormField, { t, answer }: SuggestionCardProps): string {
  if (!finding) return t.suggestion.emptyField;
  const { draft, signature } = answer.suggestion;
  const [unit] = kind === 'department' ? (draft.org?.value.units ?? []) : [];
  const line =
    (unit && signature.find(({ text }) => text.includes(unit))) ||
    signature.find((candidate) => candidate.line === finding.line);
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
