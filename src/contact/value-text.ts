import type { Adr, Name, Tel } from './draft.ts';
import { isBlank } from './normalize.ts';
import type { ContactValue } from './values.ts';

/** A value as it is shown, on one line where it is one. Bounded: of notes all is shown, of other values 2000 units. */
export const valueText = ({ field, value }: ContactValue): string =>
  (texts[field] as (value: ContactValue['value']) => string)(value);

type ValueOf<F extends ContactValue['field']> = Extract<ContactValue, { field: F }>['value'];

const texts: { [F in ContactValue['field']]: (value: ValueOf<F>) => string } = {
  fn: bounded,
  n: nameText,
  phonetic: nameText,
  org: ({ name, units }) => bounded([name, ...units].filter(Boolean).join(' / ')),
  title: bounded,
  email: bounded,
  tel: telText,
  adr: (adr) => bounded(adrText(adr)),
  url: bounded,
  social: ({ url }) => bounded(url),
  tags: bounded,
  notes: (text) => text,
  owner: bounded,
};

function nameText({ family, given }: Name): string {
  return bounded([family, given].filter((part) => part !== undefined && part !== '').join(' '));
}

function telText({ text, ext, type }: Tel): string {
  return bounded(`${text}${ext ? ` x${ext}` : ''}${type ? ` (${type})` : ''}`);
}

/** The address as printed; where only its parts are known, these. */
export function adrText(adr: Adr): string {
  if (!isBlank(adr.label)) return adr.label;
  return [adr.street, adr.locality, adr.region, adr.code, adr.country].filter((part) => !isBlank(part)).join(', ');
}

/** At most 2000 UTF-16 units and no half character at the end. */
function bounded(text: string): string {
  return text.length <= 2000 ? text : `${text.slice(0, 1999).replace(/[\ud800-\udbff]$/, '')}…`;
}
