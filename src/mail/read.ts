import PostalMime, { type Address, addressParser, decodeWords } from 'postal-mime';
import type { MailHeader, MailMessage } from './message.ts';

/** What is read of one mail; text stands before attachments, so a longer mail still gives its body. */
export const maxMailBytes = 64 * 1024 * 1024;
/** postal-mime keeps an object for each line and needs some 10 microseconds for it. */
const maxMailLines = 250_000;
/** In bytes. Its time for an address header grows with the square of the groups in it; at this size that is a second. */
const maxHeadersSize = 256 * 1024;

/**
 * Reads the bytes of an `.eml` file: headers in their order, decoded and unfolded, and the bodies in whatever charset and
 * transfer encoding they came. Attachments are dropped, attached mails too. A damaged mail gives its best reading; what
 * has no header at all, or is nested or headed beyond all reason, is refused with an Error.
 */
export async function readEml(bytes: Uint8Array): Promise<MailMessage> {
  const mail = await PostalMime.parse(beginning(bytes.subarray(startOfHeaders(bytes))), {
    forceRfc822Attachments: true,
    maxHeadersSize,
  });
  const headers = mail.headers
    .filter((header) => headerName.test(header.originalKey) && header.value !== '')
    .map((header) => ({ name: header.originalKey, value: decodeHeader(header.key, header.value) }));
  if (headers.length === 0) throw new Error('This is not an email: it does not begin with header lines');
  return {
    headers,
    messageId: findHeader(headers, 'message-id')?.replace(/^<|>$/g, ''),
    date: readDate(findHeader(headers, 'date')),
    text: mail.text === undefined ? null : withoutEscapes(mail.text),
    html: mail.html === undefined ? null : withoutEscapes(mail.html),
  };
}

/** RFC 5322, 2.2: printable ASCII without the colon. */
const headerName = /^[!-9;-~]+$/;

/** Skips what programs leave above the headers: a byte order mark, blank lines, the `From ` line of an mbox. */
function startOfHeaders(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at++;
  const isFromLine = [0x46, 0x72, 0x6f, 0x6d, 0x20].every((byte, i) => bytes[at + i] === byte);
  if (!isFromLine) return at;
  const end = bytes.indexOf(0x0a, at);
  return end === -1 ? bytes.length : end + 1;
}

function beginning(bytes: Uint8Array): Uint8Array {
  let end = -1;
  for (let lines = 0; lines < maxMailLines; lines++) {
    end = bytes.indexOf(0x0a, end + 1);
    if (end === -1) return bytes.subarray(0, maxMailBytes);
  }
  return bytes.subarray(0, Math.min(end + 1, maxMailBytes));
}

const addressHeaders = new Set(['from', 'to', 'cc', 'bcc', 'reply-to', 'sender']);

/** `key` in lower case: of an address header, the names alone are decoded. */
export function decodeHeader(key: string, value: string): string {
  if (!value.includes('=?')) return onOneLine(withoutEscapes(value));
  const addresses = addressHeaders.has(key) ? addressParser(value) : [];
  return onOneLine(addresses.length > 0 ? addresses.map(formatAddress).join(', ') : decodeWords(value));
}

/** An encoded word may hide a line break, which would read as a header of its own. */
function onOneLine(value: string): string {
  return value.replace(/\p{Cc}+/gu, ' ').trim();
}

/** Quotes a decoded name where it needs it: `=?UTF-8?Q?Ito=2C_Ken?=` is one name, not two addresses. */
function formatAddress({ name, address, group }: Address): string {
  const phrase = /[()<>[\]:;@\\,."]/.test(name) ? `"${name.replace(/[\\"]/g, '\\$&')}"` : name;
  if (group) return `${phrase}: ${group.map(formatAddress).join(', ')};`;
  if (!phrase) return address;
  return address ? `${phrase} <${address}>` : phrase;
}

/** Japanese in 7-bit ISO-2022-JP that no header or charset announced, as older programs write it. */
function withoutEscapes(text: string): string {
  if (!text.includes('\u001b$') || /[^\0-\u007f]/.test(text)) return text;
  return new TextDecoder('iso-2022-jp').decode(new TextEncoder().encode(text));
}

function findHeader(headers: MailHeader[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

function readDate(value: string | undefined): Date | undefined {
  const date = new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
