/** The headers that extraction looks at, decoded (RFC 2047); names as in the extract command's JSONL. */
export interface MessageHeaders {
  /** `Ana Ruiz <ana@example.com>` */
  from: string;
  to?: string;
  cc?: string;
  subject?: string;
  replyTo?: string;
  messageId?: string;
  listId?: string;
  listUnsubscribe?: string;
  autoSubmitted?: string;
  precedence?: string;
  returnPath?: string;
  contentType?: string;
  autoResponseSuppress?: string;
  feedbackId?: string;
}

/** The open message: headers, plain text and HTML body; a body that the mail does not have is null. */
export interface OpenMessage {
  headers: MessageHeaders;
  text: string | null;
  html: string | null;
}
