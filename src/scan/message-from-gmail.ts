import type { gmail_v1 } from '@googleapis/gmail';
import { headersFrom } from '../extract/headers.ts';
import type { OpenMessage } from '../extract/message.ts';
import { decodeHeader } from '../mail/read.ts';

export interface GmailMessage extends OpenMessage {
  id: string;
  threadId: string;
  /** The Message-ID of the mail that it answers. */
  inReplyTo?: string;
  labelIds: string[];
  /** When Gmail got it. */
  date: Date;
}

type Part = gmail_v1.Schema$MessagePart;

/** A message of the Gmail API (`format=full`) as extraction takes it. Attachments and mails within the mail are left out. */
export function messageFromGmail({
  id,
  threadId,
  labelIds,
  internalDate,
  payload,
}: gmail_v1.Schema$Message): GmailMessage {
  const values = new Map<string, string>();
  for (const { name, value } of payload?.headers ?? []) {
    const key = (name ?? '').toLowerCase();
    if (value && !values.has(key)) values.set(key, decodeHeader(key, value));
  }
  const bodies = payload ? bodiesIn(payload) : [];
  const joined = (mimeType: string): string | null => {
    const texts = bodies.filter((body) => body.mimeType === mimeType).map(({ text }) => text);
    return texts.length > 0 ? texts.join('\n') : null;
  };
  return {
    id: id ?? '',
    threadId: threadId ?? '',
    ...(values.has('in-reply-to') && { inReplyTo: values.get('in-reply-to') }),
    labelIds: labelIds ?? [],
    date: new Date(Number(internalDate)),
    headers: headersFrom((name) => values.get(name.toLowerCase())),
    text: joined('text/plain'),
    html: joined('text/html'),
  };
}

/** Texts in their order, decoded: Gmail gives them as UTF-8, whatever charset the mail has. */
function bodiesIn(payload: Part): { mimeType: string; text: string }[] {
  const bodies: { mimeType: string; text: string }[] = [];
  const left = [payload]; // a list, for parts may be nested deeper than calls
  for (let part = left.pop(); part; part = left.pop()) {
    const mimeType = part.mimeType ?? '';
    if (part.filename || /^message\//i.test(mimeType) || isAttachment(part.headers ?? [])) continue;
    if (part.body?.data) bodies.push({ mimeType, text: Buffer.from(part.body.data, 'base64url').toString('utf8') });
    for (const inner of (part.parts ?? []).toReversed()) left.push(inner);
  }
  return bodies;
}

const isAttachment = (headers: gmail_v1.Schema$MessagePartHeader[]): boolean =>
  headers.some(({ name, value }) => /^content-disposition$/i.test(name ?? '') && /^\s*attachment\b/i.test(value ?? ''));
