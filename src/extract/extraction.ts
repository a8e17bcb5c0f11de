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

/** What of a message was not looked at, since mail that people write has no more: so that no work is without bounds. */
export const skips = [
  'from-beyond-1000', // letters
  'recipients-beyond-50000', // letters of To and Cc
  'text-beyond-1000000', // letters
  'html-beyond-1000000',
  'html-beyond-depth-400', // elements in elements; the page is read up to there
  'lines-beyond-20000',
  'line-beyond-1000', // letters: of at least one line the rest
] as const;
export type Skip = (typeof skips)[number];

/** Is told what is not looked at. */
export type OnSkip = (what: Skip) => void;

/** The answer of extraction for one message. `contact` is null when the mail is not from a person who signs. */
export interface Extraction {
  contact: ContactDraft | null;
  /** First and last line of the signature block, both included; null when nobody signs. */
  signature: { first: number; last: number } | null;
  /** The block's lines that are not blank, the evidence shown beside each field. */
  lines: SignatureLine[];
  reason: Reason;
  /** What a bound left out, each once; absent when everything was looked at. */
  skipped?: Skip[];
}
