import type { ContactCard } from '../contact/card.ts';
import type { Adr, ContactDraft, Name, Org, Phonetic, Tel } from '../contact/draft.ts';
import { isAddress } from '../contact/email-address.ts';
import {
  type FieldKind,
  type FormField,
  formFields,
  joinUnits,
  readTelType,
  room,
  telTypeField,
} from './form-fields.ts';
import type { Messages } from './messages/messages.ts';
import { countryOf, telFromText } from './tel-from-text.ts';
import { clean, shown } from './text.ts';

/** What stands in the inputs, by name; an emptied input may be absent. */
export type Form = Record<string, string>;

/**
 * The card as the user left it, `t` being the language the form was shown in. An emptied field is not saved. What was derived from a text (a phone's E.164, the parts of
 * an address) holds only as long as that text was not edited; a phone's is derived again.
 */
export function cardFromForm(draft: ContactDraft, form: Form, t: Messages): ContactCard {
  const fields = formFields(draft, t);
  const text = (kind: FieldKind): string => {
    const field = fields.find((candidate) => candidate.kind === kind);
    return field ? typed(form, field) : '';
  };
  const texts = (kind: FieldKind): string[] =>
    unique(fields.filter((field) => field.kind === kind).map((field) => typed(form, field)));
  return {
    fn: text('fn'),
    n: nameOf(text('family'), text('given')),
    phonetic: phoneticOf(draft, nameOf(text('phoneticFamily'), text('phoneticGiven'))),
    org: orgOf(draft, text('company'), text('department')),
    title: text('title') || undefined,
    email: texts('email'),
    tel: fields.filter(({ kind }) => kind === 'tel').flatMap((field) => telOf(draft, form, field)),
    adr: adrOf(draft, text('adr')),
    url: texts('url'),
    social: fields
      .filter(({ kind }) => kind === 'social')
      .map((field) => ({ service: field.service ?? '', url: typed(form, field) }))
      .filter(({ url }) => url),
  };
}

export type Fault = { kind: 'name' } | { kind: 'email'; value: string } | { kind: 'tooLong'; field: FieldKind };

/** Why the store would refuse this card, in the order of the form; empty when it would not. */
export function faultsIn(card: ContactCard): Fault[] {
  const longest: [FieldKind, number, (string | undefined)[]][] = [
    ['fn', 300, [card.fn]],
    ['family', 300, [card.n?.family]],
    ['given', 300, [card.n?.given]],
    ['phoneticFamily', 300, [card.phonetic?.family]],
    ['phoneticGiven', 300, [card.phonetic?.given]],
    ['company', 300, [card.org?.name]],
    ['department', 300, card.org?.units ?? []],
    ['title', 300, [card.title]],
    ['tel', 100, card.tel.map((tel) => tel.text)],
    ['adr', 1000, [card.adr?.label]],
    ['url', 2000, card.url],
    ['social', 2000, card.social.map((profile) => profile.url)],
  ];
  return [
    ...(card.fn ? [] : [{ kind: 'name' } as const]),
    ...card.email.filter((value) => !isAddress(value)).map((value) => ({ kind: 'email', value }) as const),
    ...longest
      .filter(([, max, values]) => values.some((value) => (value ?? '').length > max))
      .map(([field]) => ({ kind: 'tooLong', field }) as const),
  ];
}

/** A fault in the user's words. */
export function faultText(t: Messages, fault: Fault): string {
  if (fault.kind === 'name') return t.invalid.name;
  return fault.kind === 'email' ? t.invalid.email(shown(fault.value, 80)) : t.invalid.tooLong(t.fields[fault.field]);
}

/** With what a list holds past the inputs there is room for. */
export const withWhatHadNoRoom = (card: ContactCard, { email, tel, url, social }: ContactCard): ContactCard => ({
  ...card,
  email: [...card.email, ...email.slice(room.email)],
  tel: [...card.tel, ...tel.slice(room.tel)],
  url: [...card.url, ...url.slice(room.url)],
  social: [...card.social, ...social.slice(room.social)],
});

const typed = (form: Form, field: FormField): string => clean(form[field.name] ?? '').trim();

function nameOf(family: string, given: string): Name | undefined {
  return family || given ? { ...(family && { family }), ...(given && { given }) } : undefined;
}

function phoneticOf(draft: ContactDraft, name: Name | undefined): Phonetic | undefined {
  return name && { ...name, script: draft.phonetic?.value.script ?? 'latin' };
}

function orgOf(draft: ContactDraft, name: string, department: string): Org | undefined {
  const proposed = draft.org?.value.units ?? [];
  const same = department === clean(joinUnits(proposed)).trim();
  const units = same
    ? proposed
    : department
        .split(' / ')
        .map((unit) => unit.trim())
        .filter(Boolean);
  return name || units.length ? { name, units: units.map(clean).slice(0, 10) } : undefined;
}

function telOf(draft: ContactDraft, form: Form, field: FormField): Tel[] {
  const text = typed(form, field);
  if (!text) return [];
  const proposed = draft.tel[field.index]?.value;
  const chosen = form[telTypeField(field)];
  const type = chosen === undefined ? proposed?.type : readTelType(chosen);
  const { type: _, ...number } =
    proposed && text === field.value.trim()
      ? { ...proposed, text: clean(proposed.text).trim() }
      : telFromText(text, countryOf(draft, proposed));
  return [{ ...number, ...(type && { type }) }];
}

function adrOf(draft: ContactDraft, label: string): Adr | undefined {
  if (!label) return undefined;
  const proposed = draft.adr?.value;
  return proposed && label === clean(proposed.label).trim() ? { ...proposed, label } : { label };
}

const unique = (values: string[]): string[] => [...new Set(values)].filter(Boolean);
