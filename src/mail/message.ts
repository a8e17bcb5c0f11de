export interface MailHeader {
  /** As written, e.g. `List-Unsubscribe`. */
  name: string;
  /** Unfolded and decoded (RFC 2047). */
  value: string;
}

/** A mail read from an `.eml` or `.mbox` file. */
export interface MailMessage {
  headers: MailHeader[];
  /** The Message-ID header without its angle brackets; undefined when the mail has none. */
  messageId?: string;
  /** Undefined when the Date header is missing or unreadable. */
  date?: Date;
  text: string | null;
  html: string | null;
}
