import { isAscii, startsPlain } from './fold.ts';
import { sentFromPhrases } from './lexicon/tables.ts';
import { hasAny, marks } from './line-marks.ts';
import { isContact } from './signature-lines.ts';

/** `Sent from my iPhone` and the like; in languages we have no table for, the device gives it away. */
export const isSentFrom = (text: string): boolean =>
  text.length < 120 &&
  (sentFromPhrases().afterStart(text) !== undefined ||
    (!isAscii(text) && /(から送信|에서 보냄)/u.test(text.slice(-20))) ||
    (text.length < 50 && /\b(iPhone|iPad|Android|Outlook)\b/.test(text) && !isContact(text) && !/[,.?]$/.test(text)));

/** A line of marks alone, with at most one blank between them; not `[...]`, which says that something is left out. */
export const isRule = (text: string): boolean =>
  text !== '' &&
  !startsPlain(text) &&
  !/^\s*[[(<]?\s?(?:\.{2,4}|…)\s?[\])>]?\s*$/.test(text) &&
  !hasAny(text, marks.digit | marks.upper | marks.lower) &&
  !(!isAscii(text) && /[\p{L}\p{N}]/u.test(text)) &&
  text.trim() !== '' &&
  !/\s{2}/.test(text.trim());
