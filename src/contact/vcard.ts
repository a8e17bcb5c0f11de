import type { ContactCard } from './card.ts';
import type { Adr, Name, Phonetic, SocialProfile, Tel, TelType } from './draft.ts';

/** What stands in a vCard beside the card's own values. */
export interface VcardOptions {
  version?: '4.0' | '3.0';
  /** A UUID. */
  uid?: string;
  /** When it was last changed, ISO 8601 in UTC. */
  rev?: string;
  tags?: string[];
  notes?: string;
}

/**
 * A card as vCard 4.0 (RFC 6350) or 3.0 (RFC 2426), lines ended by CRLF and folded at 75 octets. Written here and not by a
 * library: of those that write 4.0, ical.js 2.2 folds at 76 octets, escapes commas in URLs and leaves them bare in extended
 * properties, and vcard4 4.0 escapes colons and folds nothing.
 */
export function vcardFrom(card: ContactCard, options: VcardOptions = {}): string {
  const { version = '4.0', uid, rev, tags = [], notes } = options;
  const { fn, phonetic, org, title, email, tel, adr, url, social } = card;
  const written = version === '4.0' ? in4 : in3;
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    ...(uid ? [`UID:urn:uuid:${uid}`] : []),
    `FN:${text(fn || email[0] || org?.name || '')}`, // required, even of a card without a name
    ...written.name(card),
    ...(phonetic ? phoneticLines(phonetic) : []),
    ...(org ? [`ORG:${list([org.name, ...org.units])}`] : []),
    ...(title ? [`TITLE:${text(title)}`] : []),
    ...email.map((value) => `EMAIL${version === '3.0' ? ';TYPE=INTERNET' : ''}:${text(value)}`),
    ...tel.map(written.tel),
    ...(adr ? written.adr(adr) : []),
    ...url.map((value) => `URL:${uri(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`)}`),
    ...social.map(written.social),
    ...(tags.length > 0 ? [`CATEGORIES:${tags.map(text).join(',')}`] : []),
    ...(notes ? [`NOTE:${text(notes)}`] : []),
    ...(rev ? [`REV:${version === '4.0' ? rev.replace(/[-:]|\.\d+/g, '') : rev}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

interface Written {
  name: (card: ContactCard) => string[];
  tel: (tel: Tel) => string;
  adr: (adr: Adr) => string[];
  social: (profile: SocialProfile) => string;
}

const in4: Written = {
  name: ({ n, phonetic }) => (n ? [`N${sortAs(phonetic)}:${nameParts(n)}`] : []),
  tel: telLine,
  adr: (adr) => [adrLine(adr)],
  social: socialLine,
};

/** 3.0 requires N, knows no URIs for phones, and has the printed address and the reading as properties of their own. */
const in3: Written = {
  name: ({ n = {}, phonetic }) => [
    `N:${nameParts(n)}`,
    ...(phonetic?.family ? [`SORT-STRING:${text([phonetic.family, phonetic.given].filter(Boolean).join(' '))}`] : []),
  ],
  tel: ({ text: number, e164, type = 'other', ext }) =>
    `TEL;TYPE=${telTypes3[type]}:${text(e164 ?? number)}${ext ? text(` ext. ${ext}`) : ''}`,
  adr: (adr) => [`ADR;TYPE=WORK:${adrParts(adr)}`, `LABEL;TYPE=WORK:${text(adr.label)}`],
  social: ({ service, url }) => `X-SOCIALPROFILE;TYPE=${service.replace(/[^A-Za-z0-9-]/g, '') || 'other'}:${uri(url)}`,
};

const telTypes3: Record<TelType, string> = {
  work: 'WORK,VOICE',
  direct: 'WORK,VOICE',
  main: 'WORK,VOICE,PREF',
  cell: 'CELL',
  home: 'HOME,VOICE',
  fax: 'FAX',
  other: 'VOICE',
};

const nameParts = ({ family, given }: Name): string => list([family, given, '', '', '']);

/** RFC 6350, 5.9; the way that both the standard and address books know to say how a name is read. */
function sortAs(phonetic: Phonetic | undefined): string {
  if (!phonetic?.family) return '';
  return `;SORT-AS=${parameter([phonetic.family, phonetic.given ?? ''].join(','))}`;
}

/** Not in the standard; Apple's and Google's address books write and read them. */
function phoneticLines({ family, given }: Phonetic): string[] {
  return [
    ...(family ? [`X-PHONETIC-LAST-NAME:${text(family)}`] : []),
    ...(given ? [`X-PHONETIC-FIRST-NAME:${text(given)}`] : []),
  ];
}

/** `main-number` is RFC 7852's, the others are RFC 6350's. */
const telTypes: Record<TelType, string> = {
  work: 'work,voice',
  direct: 'work,voice',
  main: 'work,main-number',
  cell: 'cell',
  home: 'home,voice',
  fax: 'fax',
  other: 'voice',
};

function telLine({ text: written, e164, type = 'other', ext }: Tel): string {
  const start = `TEL;TYPE=${parameter(telTypes[type])}`;
  if (!e164) return `${start}:${text(written)}`;
  return `${start};VALUE=uri:tel:${uri(e164)}${ext ? `;ext=${uri(ext)}` : ''}`;
}

/** Post office box and extended address stay empty, as RFC 6350, 6.3.1 asks; CC is RFC 8605's. */
function adrLine(adr: Adr): string {
  const country = adr.country ? `;CC=${parameter(adr.country)}` : '';
  return `ADR${country};LABEL=${parameter(adr.label)}:${adrParts(adr)}`;
}

const adrParts = ({ street, locality, region, code, country }: Adr): string =>
  list(['', '', street, locality, region, code, country && countryName(country)]);

function countryName(country: string): string | undefined {
  try {
    return new Intl.DisplayNames('en', { type: 'region' }).of(country);
  } catch {
    return country; // not a code
  }
}

/** RFC 9554, 3.5. */
function socialLine({ service, url }: SocialProfile): string {
  return `SOCIALPROFILE;SERVICE-TYPE=${parameter(service)}:${uri(url)}`;
}

function list(values: (string | undefined)[]): string {
  return values.map((value) => text(value ?? '')).join(';');
}

/** RFC 6350, 3.4. */
function text(value: string): string {
  return oneKindOfBreak(value)
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A URI has no escapes of vCard; what may not stand in one is percent-encoded, so that no line begins inside it. */
function uri(value: string): string {
  return value.trim().replace(/[\s\p{Cc}]/gu, (char) => encodeURIComponent(char));
}

/** A parameter's value, quoted (RFC 6350, 5) with the escapes of RFC 6868. */
function parameter(value: string): string {
  const escaped = oneKindOfBreak(value).replaceAll('^', '^^').replaceAll('"', "^'").replaceAll('\n', '^n');
  return /^[A-Za-z0-9-]+$/.test(escaped) ? escaped : `"${escaped}"`;
}

/** Line breaks as line feeds; no other control character may stand in a vCard. */
function oneKindOfBreak(value: string): string {
  return value.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}

/** RFC 6350, 3.2: at most 75 octets a line, the blank of a continuation counted; no character is cut. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = utf8Size(char);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
}

function utf8Size(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
