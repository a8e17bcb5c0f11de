import { registrableDomain } from '../contact/registrable-domain.ts';
import { named } from './display-name.ts';
import { endsPlain, isAscii, startsPlain, visible } from './fold.ts';
import { trimmed } from './trim.ts';

/** Who the From header says wrote the mail. */
export interface Sender {
  /** The address in lower-case domain; '' when the header has none. */
  email: string;
  local: string;
  domain: string;
  /** The registrable domain, '' when there is none. */
  site: string;
  /** The display name as it stands, quotes and brackets undone. */
  display: string;
  /** The person's name, family name last; undefined when the display name names nobody. */
  name?: string;
  /** The same name in other letters: of `Haruka Aoki 青木遥` the Latin one. */
  also?: string;
  /** The company a display name adds: `James Bond (ACME)`; units and title where it has them. */
  org?: string;
  units?: string[];
  title?: string;
  /** The company is the whole display name, which the domain spells: it may be a person's with a domain of their own. */
  isHouse?: boolean;
}

export const longestFrom = 1_000;

export function senderOf(from: string): Sender {
  const { display, email } = mailbox(from.slice(0, longestFrom));
  const at = email.lastIndexOf('@');
  const local = at < 0 ? '' : email.slice(0, at);
  const domain = at < 0 ? '' : email.slice(at + 1).toLowerCase();
  const site = domain ? (registrableDomain(domain).domain ?? domain) : '';
  const sender: Sender = { email: local && domain && `${local}@${domain}`, local, domain, site, display };
  return { ...sender, ...named(display, sender) };
}

/** Display name and address of the first mailbox in a From header; each '' when missing. */
function mailbox(from: string): { display: string; email: string } {
  const open = from.lastIndexOf('<');
  const close = from.indexOf('>', open);
  if (open >= 0 && close > open) {
    return { display: unquoted(from.slice(0, open)), email: from.slice(open + 1, close).trim() };
  }
  const address = /^([^\s@<>"(),]+@[^\s@<>"(),]+)\s*(?:\((.*)\))?$/.exec(from.trim());
  if (address?.[1]) return { display: unquoted(address[2] ?? ''), email: address[1] };
  const [, own, host, named] =
    /^([a-z\d][\w.+-]{0,63}) (?:at|a|en|em|bei|à) (\S{3,99}\.[a-z]{2,12}) \((.{2,99})\)$/.exec(from.trim()) ?? [];
  if (named) return { display: unquoted(named), email: `${own}@${host}` };
  const written = writtenOut.exec(from.trim());
  if (written) return { display: unquoted(written[1] ?? ''), email: written[2] ?? `${written[3]}@${written[4]}` };
  return { display: unquoted(from), email: '' };
}

/** `Ana Ruiz [mailto:ana@kite.example]` of a quoted header, `Ana Ruiz ana at kite.example` as lists' archives show addresses. */
const writtenOut =
  /^(.{0,99}?)(?<!\svia\s?)\s?(?:\[mailto:([^\s@<>"[\]]+@[^\s@<>"[\]]+)\]|(?<![^\s<(])([a-z\d][\w.+-]{0,63}) (?:at|a|en|em|bei|à) ((?:[a-z\d][a-z\d-]{0,62}\.){1,4}[a-z]{2,12})[>)]?)$/;

function unquoted(text: string): string {
  const seen = visible(text);
  const folded = isAscii(seen) ? seen : seen.normalize('NFKC');
  const plain = folded.includes('\\') ? folded.replace(/\\(["\\])/g, '$1') : folded;
  const inner = startsPlain(plain) && endsPlain(plain) ? plain : trimmed(plain, /["'\s]/);
  return /\s\s|[^\S ]/.test(inner) ? inner.replace(/\s+/g, ' ') : inner;
}
