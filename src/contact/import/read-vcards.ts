import ICAL from 'ical.js';
import type { Tel, TelType } from '../draft.ts';
import { emptyCard } from '../merge.ts';
import { fullName, type ImportRow, isKana } from './row.ts';

/** The contacts of a file of vCards, 4.0 or 3.0; what is no vCard is a row with its problem. */
export function readVcards(text: string): ImportRow[] {
  return cardsIn(text).map((card) => {
    try {
      const [name, properties] = ICAL.parse(card) as [string, Property[]];
      return name === 'vcard' ? rowFrom(properties) : { problem: 'not a vCard' };
    } catch {
      return { problem: 'not a vCard that can be read' }; // the parser's own message quotes the card
    }
  });
}

/** jCard (RFC 7095). */
type Property = [name: string, parameters: Record<string, string | string[]>, type: string, ...values: unknown[]];

/** Each from its BEGIN to its END, with line breaks of one kind. */
function cardsIn(text: string): string[] {
  const starts = text.replace(/\r\n?/g, '\n').split(/^(?=BEGIN:VCARD[ \t]*$)/im);
  return starts
    .map((card) => card.trim())
    .filter(Boolean)
    .map((card) => `${card.replaceAll('\n', '\r\n')}\r\n`);
}

function rowFrom(properties: Property[]): ImportRow {
  const all = (name: string) => properties.filter((property) => property[0] === name);
  const texts = (name: string) =>
    all(name)
      .map(([, , , value]) => textOf(value))
      .filter(Boolean);
  const [n] = all('n').map(([, , , value]) => parts(value));
  const [org] = all('org').map(([, , , value]) => parts(value));
  const [family, given] = [n?.[0], n?.[1]];
  const [phoneticFamily] = texts('x-phonetic-last-name');
  const [phoneticGiven] = texts('x-phonetic-first-name');
  const reading = { ...(phoneticFamily && { family: phoneticFamily }), ...(phoneticGiven && { given: phoneticGiven }) };
  const [adr] = all('adr').map((property) => adrFrom(property, texts('label')[0]));
  const title = texts('title')[0];
  const notes = texts('note').join('\n');
  return {
    card: {
      ...emptyCard,
      fn: fullName(texts('fn')[0], { family, given }),
      ...((family || given) && { n: { ...(family && { family }), ...(given && { given }) } }),
      ...((phoneticFamily || phoneticGiven) && {
        phonetic: { ...reading, script: isKana(Object.values(reading).join('')) ? 'kana' : 'latin' },
      }),
      ...(org?.some(Boolean) && { org: { name: org[0] ?? '', units: org.slice(1).filter(Boolean) } }),
      ...(title && { title }),
      email: texts('email').map((address) => address.replace(/^mailto:/i, '')),
      tel: all('tel')
        .map(telFrom)
        .filter(({ text }) => text),
      ...(adr && { adr }),
      url: texts('url'),
      social: [...all('socialprofile'), ...all('x-socialprofile')].flatMap(([, parameters, , value]) => {
        const service = listOf(parameters['service-type'] ?? parameters.type)[0] ?? 'other';
        return textOf(value) ? [{ service, url: textOf(value) }] : [];
      }),
    },
    tags: all('categories').flatMap(([, , , ...values]) => values.map(textOf).filter(Boolean)),
    ...(notes && { notes }),
  };
}

function telFrom([, parameters, , value]: Property): Tel {
  const kinds = listOf(parameters.type).map((kind) => kind.toLowerCase());
  const type = telTypes.find(([kind]) => kinds.includes(kind))?.[1] ?? 'other';
  const [, number = '', rest = ''] = /^(?:tel:)?([^;]*?)((?:;|\s*ext\b).*)?$/is.exec(textOf(value)) ?? [];
  const ext = /ext[.=\s]*(\d+)/i.exec(rest)?.[1];
  const e164 = `+${number.replace(/\D/g, '')}`;
  const isE164 = number.trim().startsWith('+') && /^\+[1-9]\d{6,14}$/.test(e164);
  return { text: number.trim(), type, ...(isE164 && { e164 }), ...(ext && { ext }) };
}

const telTypes: [kind: string, type: TelType][] = [
  ['fax', 'fax'],
  ['cell', 'cell'],
  ['main-number', 'main'],
  ['home', 'home'],
  ['work', 'work'],
];

function adrFrom([, parameters, , value]: Property, labelled: string | undefined) {
  const [, , street, locality, region, code, name] = parts(value);
  const label =
    textOf(parameters.label) || labelled || [street, locality, region, code, name].filter(Boolean).join(', ');
  const country = textOf(parameters.cc).toUpperCase();
  if (!label) return undefined;
  return {
    label,
    ...(street && { street }),
    ...(locality && { locality }),
    ...(region && { region }),
    ...(code && { code }),
    ...(/^[A-Z]{2}$/.test(country) && { country }),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const parts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map((part) =>
    Array.isArray(part) ? part.map(textOf).join(' ') : textOf(part),
  );
const listOf = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());
