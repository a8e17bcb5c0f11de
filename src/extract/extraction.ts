import type { ContactDraft } from '../contact/draft.ts';

/** Why a message gave a draft, or why it gave none. */
export const reasons = [
  'signature', // a draft from the sender's signature
  'header-only', // a person wrote it, but only the From header names them
  'newsletter',
  'mailing-list-notice',
  'no-reply',
  'auto-reply',
  'bounce',
  'notification',
  'calendar',
  'nobody-named',
  'empty',
] as const;
export type Reason = (typeof reasons)[number];

export interface SignatureLine {
  /** Index in the mail's text lines. */
  line: number;
  text: string;
}

/** The answer of extraction for one message. `contact` is null when the mail is not from a person who signs. */
export interface Extraction {
  contact: ContactDraft | null;
  /** First and last line of the signature block, both included; null when nobody signs. */
  signature: { first: number; last: number } | null;
  /** The block's lines that are not blank, the evidence shown beside each field. */
  lines: SignatureLine[];
  reason: Reason;
}
