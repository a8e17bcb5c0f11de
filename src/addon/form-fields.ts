import type { ContactCard } from '../contact/card.ts';
import { type ContactDraft, type Finding, type TelType, telTypes } from '../contact/draft.ts';
import type { Messages } from './messages/messages.ts';
import { telText } from './tel-text.ts';
import { clean } from './text.ts';

/** What a field holds; several fields of a card can be of one kind (two phones). */
export type FieldKind =
  | 'fn'
  | 'family'
  | 'given'
  | 'phoneticFamily'
  | 'phoneticGiven'
  | 'company'
  | 'department'
  | 'title'
  | 'email'
  | 'tel'
  | 'adr'
  | 'url'
  | 'social';

/** One input of the suggestion card. */
export interface FormField {
  /** The input's name, unique on the card. */
  name: string;
  kind: FieldKind;
  /** Position within the draft's list, for kinds of which there are several. */
  index: number;
  /** What the draft proposes; '' for a field that only invites typing. */
  value: string;
  finding?: Pick<Finding<unknown>, 'basis' | 'line'>;
  /** What kind of phone, as the draft has it. */
  telType?: TelType;
  /** For `social`: the service. */
  service?: string;
}

/**
 * The inputs a draft is edited in. What the signature does not say but people look for (company, title, phone) is there,
 * empty, to be typed. Gmail drops what is past 100 widgets, so lists are cut (`fieldsLeftOut`).
 */
export function formFields(draft: ContactDraft, t: Messages): FormField[] {
  const { fn, n, phonetic, org, title, adr } = draft;
  return [
    field('fn', fn?.value, fn),
    ...(n ? [field('family', n.value.family, n), field('given', n.value.given, n)] : []),
    ...(phonetic
      ? [
          field('phoneticFamily', phonetic.value.family, phonetic),
          field('phoneticGiven', phonetic.value.given, phonetic),
        ]
      : []),
    field('company', org?.value.name, org),
    ...(org?.value.units.length ? [field('department', joinUnits(org.value.units), org)] : []),
    field('title', title?.value, title),
    ...listed('email', draft.email, (value) => value),
    ...listed('tel', draft.tel, (value) => telText(t, value)).map((tel, i) => ({
      ...tel,
      telType: draft.tel[i]?.value.type,
    })),
    ...(draft.tel.length === 0 ? [field('tel', '', undefined)] : []),
    ...(adr ? [field('adr', adr.value.label, adr)] : []),
    ...listed('url', draft.url, (value) => value),
    ...listed('social', draft.social, (value) => value.url).map((social, i) => ({
      ...social,
      service: draft.social[i]?.value.service,
    })),
  ];
}

/** The inputs a contact is edited in: its own values, and room for one more address and number. */
export const contactFields = (card: ContactCard, t: Messages): FormField[] => formFields(draftOf(card), t);

/** A contact as a draft that states everything. */
export function draftOf(card: ContactCard): ContactDraft {
  const stated = <T>(value: T): Finding<T> => ({ value, basis: 'stated', rule: '' });
  const one = <T>(value: T | undefined): Finding<T> | undefined => (value === undefined ? undefined : stated(value));
  return {
    fn: one(card.fn),
    n: stated(card.n ?? {}),
    phonetic: one(card.phonetic),
    org: stated({ name: card.org?.name ?? '', units: card.org?.units.length ? card.org.units : [''] }),
    title: one(card.title),
    email: [...card.email, ''].map(stated),
    tel: [...card.tel, { text: '' }].map(stated),
    adr: stated(card.adr ?? { label: '' }),
    url: [...card.url, ''].map(stated),
    social: card.social.map(stated),
  };
}

/** How many values of a draft the card has no room for. */
export function fieldsLeftOut(draft: ContactDraft): number {
  const lists = ['email', 'tel', 'url', 'social'] as const;
  return lists.reduce((sum, kind) => sum + Math.max(0, draft[kind].length - room[kind]), 0);
}

/** Inputs of a kind at most; a phone is two widgets. Together with the rest of the card below 100. */
export const room = { email: 10, tel: 10, url: 6, social: 6 };

export const telTypeField = (tel: FormField): string => `${tel.name}.type`;

export const readTelType = (text: string | undefined): TelType | undefined => telTypes.find((type) => type === text);

/** Units on one line, from large to small. */
export const joinUnits = (units: string[]): string => units.join(' / ');

function listed<T>(kind: keyof typeof room, findings: Finding<T>[], text: (value: T) => string): FormField[] {
  return findings.slice(0, room[kind]).map((finding, index) => field(kind, text(finding.value), finding, index));
}

function field(kind: FieldKind, value: string | undefined, finding: FormField['finding'], index = 0): FormField {
  const name = kind in room ? `${kind}.${index}` : kind;
  return { name, kind, index, value: clean(value ?? ''), finding: value ? finding : undefined };
}
