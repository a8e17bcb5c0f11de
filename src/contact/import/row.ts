import type { ContactCard } from '../card.ts';
import { isBlank } from '../normalize.ts';

/** One entry of a file that is imported, as it could be saved; `problem` when it cannot be read. */
export type ImportRow = { card: ContactCard; tags: string[]; notes?: string } | { problem: string };

/** A name to show, made of its parts where it is not given: family name first where it is written in Han or kana. */
export function fullName(fn: string | undefined, { family = '', given = '' }: { family?: string; given?: string }) {
  if (!isBlank(fn)) return fn?.trim() ?? '';
  const isEastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(family + given);
  return (isEastern ? [family, given] : [given, family]).filter(Boolean).join(' ').trim();
}

export const isKana = (text: string): boolean =>
  /^[\p{Script=Hiragana}\p{Script=Katakana}ー\s・]+$/u.test(text.normalize('NFKC'));
