import type { ContactCard } from '../../contact/card.ts';
import type { Tel } from '../../contact/draft.ts';
import type { Messages } from '../messages/messages.ts';
import { telText } from '../tel-text.ts';
import { linked, mailTo, row } from './widgets.ts';

type DecoratedText = GoogleAppsScript.Card_Service.DecoratedText;

/** A contact's values to read; addresses write a mail, phones dial. Web addresses are text: the add-on may open no other site. */
export function contactRows(t: Messages, contact: ContactCard): DecoratedText[] {
  const { Icon } = CardService;
  const { fields } = t;
  const parts = [contact.n?.family, contact.n?.given].filter(Boolean);
  const plain = parts.every((part) => part && contact.fn.includes(part));
  const reading = [contact.phonetic?.family, contact.phonetic?.given].filter(Boolean).join(' ');
  const company = contact.org?.name;
  const units = contact.org?.units.join(' / ');
  return [
    row({ label: fields.fn, text: contact.fn, below: reading, icon: Icon.PERSON }),
    ...(plain ? [] : [row({ label: fields.n, text: parts.join(' / '), icon: Icon.PERSON })]),
    ...(company ? [row({ label: fields.company, text: company, below: units, icon: Icon.STORE })] : []),
    ...(units && !company ? [row({ label: fields.department, text: units, icon: Icon.STORE })] : []),
    ...(contact.title ? [row({ label: fields.title, text: contact.title, icon: Icon.MEMBERSHIP })] : []),
    ...contact.email.map((email) => linked(row({ label: fields.email, text: email, icon: Icon.EMAIL }), mailTo(email))),
    ...contact.tel.map((tel) => {
      const line = row({ label: telLabel(t, tel), text: telText(t, tel), icon: Icon.PHONE });
      const number = dialled(tel);
      return number ? linked(line, `tel:${number}`) : line;
    }),
    ...(contact.adr ? [row({ label: fields.adr, text: contact.adr.label, icon: Icon.MAP_PIN, max: 400 })] : []),
    ...contact.url.map((url) => row({ label: fields.url, text: url, icon: Icon.BOOKMARK })),
    ...contact.social.map(({ service, url }) => row({ label: service, text: url, icon: Icon.BOOKMARK })),
  ].slice(0, 60);
}

const telLabel = (t: Messages, { type }: Tel): string =>
  type ? `${t.fields.tel} (${t.telTypes[type]})` : t.fields.tel;

/** What a phone dials: E.164, or the digits as written where they can only be one number. */
function dialled({ text, e164, ext }: Tel): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const digits = plain.replace(/\D/g, '');
  if (e164 || ext || digits.length < 3 || digits.length > 15) return e164;
  return plain.startsWith('+') ? `+${digits}` : digits;
}
