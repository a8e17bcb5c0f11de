import { plainText } from '../../mailbox/plain-text.ts';
import type { Mail, MessageRef } from '../mailboxes/mailbox.ts';

export type MessageFormat = 'minimal' | 'metadata' | 'full' | 'raw';

/** A Message of the Gmail API in the format that was asked for; `metadataHeaders` narrows the headers of `metadata`. */
export function messageResource(
  ref: MessageRef,
  mail: Mail,
  format: MessageFormat,
  metadataHeaders?: readonly string[],
): object {
  return {
    id: ref.id,
    threadId: ref.threadId,
    labelIds: ref.labelIds,
    snippet: snippet(mail),
    ...content[format](mail, metadataHeaders),
    sizeEstimate: sizeEstimate(mail),
    historyId: `${ref.historyId}`,
    internalDate: `${ref.internalDate}`,
  };
}

const content: Record<MessageFormat, (mail: Mail, metadataHeaders?: readonly string[]) => object> = {
  minimal: () => ({}),
  metadata: (mail, names) => ({
    payload: { mimeType: payload(mail).mimeType, headers: onlyNamed(mail.headers, names) },
  }),
  full: (mail) => ({ payload: { ...payload(mail), headers: mail.headers } }),
  raw: (mail) => ({ raw: Buffer.from(rawMail(mail), 'utf8').toString('base64url') }),
};

type Headers = Mail['headers'];

function onlyNamed(headers: Headers, names?: readonly string[]): Headers {
  if (!names || names.length === 0) return headers;
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return headers.filter(({ name }) => wanted.has(name.toLowerCase()));
}

interface Part {
  partId: string;
  mimeType: string;
  filename: string;
  headers: Headers;
  body: { size: number; data?: string; attachmentId?: string };
  parts?: Part[];
}

/**
 * The tree of parts as a mail program builds it: both bodies in multipart/alternative, attachments around them in
 * multipart/mixed. Text is UTF-8, whatever charset its header names, as Gmail's API gives it.
 */
function payload(mail: Mail): Part {
  const attachments = mail.attachments ?? [];
  if (attachments.length === 0) return bodyPart(mail, '');
  const inner = bodyPart(mail, '0');
  const files = attachments.map((file, at) => attachmentPart(file, `${at + 1}`));
  return multipart('multipart/mixed', '', [inner, ...files]);
}

function bodyPart({ text, html }: Mail, partId: string): Part {
  const inner = (index: number) => (partId === '' ? `${index}` : `${partId}.${index}`);
  if (text !== null && html !== null) {
    const parts = [textPart('text/plain', text, inner(0)), textPart('text/html', html, inner(1))];
    return multipart('multipart/alternative', partId, parts);
  }
  return html === null ? textPart('text/plain', text ?? '', partId) : textPart('text/html', html, partId);
}

const multipart = (mimeType: string, partId: string, parts: Part[]): Part => ({
  partId,
  mimeType,
  filename: '',
  headers: [{ name: 'Content-Type', value: `${mimeType}; boundary="${boundary(partId)}"` }],
  body: { size: 0 },
  parts,
});

function textPart(mimeType: string, text: string, partId: string): Part {
  const bytes = Buffer.from(text, 'utf8');
  return {
    partId,
    mimeType,
    filename: '',
    headers: [{ name: 'Content-Type', value: `${mimeType}; charset="UTF-8"` }],
    body: { size: bytes.length, ...(bytes.length > 0 && { data: bytes.toString('base64url') }) },
  };
}

const attachmentPart = (file: NonNullable<Mail['attachments']>[number], partId: string): Part => ({
  partId,
  mimeType: file.mimeType,
  filename: file.filename,
  headers: [
    { name: 'Content-Type', value: `${file.mimeType}; name="${file.filename}"` },
    { name: 'Content-Disposition', value: `attachment; filename="${file.filename}"` },
  ],
  body: { size: file.sizeBytes, attachmentId: `ANGjdJ-${Buffer.from(file.filename).toString('base64url')}` },
});

/** Attachments are left out of it: the emulated Gmail does not have their bytes. */
function rawMail(mail: Mail): string {
  const { headers, ...tree } = bodyPart(mail, '');
  const own = mail.headers.filter(({ name }) => !/^(?:content-|mime-version$)/i.test(name));
  return [...own.map(headerLine), 'MIME-Version: 1.0', ...headers.map(headerLine), ...rawBody(tree)].join('\r\n');
}

function rawBody({ body, parts = [], partId }: Omit<Part, 'headers'>): string[] {
  if (parts.length === 0) return ['Content-Transfer-Encoding: base64', '', base64Lines(body.data ?? '')];
  const inner = parts.flatMap((part) => [`--${boundary(partId)}`, ...part.headers.map(headerLine), ...rawBody(part)]);
  return ['', ...inner, `--${boundary(partId)}--`, ''];
}

const boundary = (partId: string) => `0000000000_${partId}`;

/** Anything but ASCII as encoded words (RFC 2047); in an address header that is the name alone. */
const headerLine = ({ name, value }: { name: string; value: string }) =>
  `${name}: ${value.replace(/[^<>,;"\s]*[^\0-\u007f][^<>,;"]*[^<>,;"\s]|[^\0-\u007f]/g, encodedWord)}`;

const encodedWord = (words: string) => `=?UTF-8?B?${Buffer.from(words, 'utf8').toString('base64')}?=`;

const base64Lines = (data: string) => Buffer.from(data, 'base64url').toString('base64').replace(/.{76}/g, '$&\r\n');

/** HTML-escaped, as Gmail's is. */
const snippet = (mail: Mail) =>
  plainText(mail)
    .slice(0, 200)
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

function sizeEstimate({ headers, text, html, attachments = [] }: Mail): number {
  const headerSize = headers.reduce((sum, { name, value }) => sum + name.length + value.length + 4, 0);
  const fileSize = attachments.reduce((sum, { sizeBytes }) => sum + Math.ceil((sizeBytes * 4) / 3), 0);
  return headerSize + (text?.length ?? 0) + (html?.length ?? 0) + fileSize;
}
