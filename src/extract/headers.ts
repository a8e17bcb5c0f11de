import type { MessageHeaders } from './message.ts';

/** The header of each part of MessageHeaders, as RFC 5322 and its companions write it. */
const names: Record<keyof MessageHeaders, string> = {
  from: 'From',
  to: 'To',
  cc: 'Cc',
  subject: 'Subject',
  replyTo: 'Reply-To',
  messageId: 'Message-ID',
  listId: 'List-Id',
  listUnsubscribe: 'List-Unsubscribe',
  autoSubmitted: 'Auto-Submitted',
  precedence: 'Precedence',
  returnPath: 'Return-Path',
  contentType: 'Content-Type',
  autoResponseSuppress: 'X-Auto-Response-Suppress',
  feedbackId: 'Feedback-ID',
};

/** The headers extraction looks at; `get` is asked once for each, by its usual spelling (`List-Unsubscribe`). */
export function headersFrom(get: (name: string) => string | undefined): MessageHeaders {
  const headers: MessageHeaders = { from: get(names.from) ?? '' };
  for (const key of Object.keys(names) as (keyof MessageHeaders)[]) {
    const value = key === 'from' ? undefined : get(names[key]);
    if (value) headers[key] = value;
  }
  return headers;
}
