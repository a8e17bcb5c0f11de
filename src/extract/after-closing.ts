import { afterFormula } from './closing.ts';
import { hasCjk, wordsOf } from './fold.ts';
import { greetingNouns, thanksWords } from './lexicon/tables.ts';
import { namesSender } from './names-sender.ts';
import type { Sender } from './sender.ts';
import { bare } from './signature-lines.ts';
import { trimmedEnd, trimmedStart } from './trim.ts';

/** What a closing line says after its formula, '' for the formula alone; undefined when it closes nothing. */
export function afterClosing(text: string, sender: Sender): string | undefined {
  const line = bare(text);
  if (line.length > 160) return undefined;
  const after = afterFormula(line);
  if (after === undefined) return hasCjk(line) ? signedAtEnd(line) : undefined;
  const rest = trimmedEnd(trimmedStart(after, /[^\p{L}\p{N}]/u), /[^\p{L}\p{N}.)]/u);
  const words = wordsOf(rest);
  if (words.length === 0) return '';
  if (thanksForSomething(line)) return '';
  if (line.length > 90) return undefined;
  if (namesSender(rest, sender)) return rest;
  if (hasCjk(rest)) return rest.length <= 4 && hasCjk(sender.display) ? rest : undefined;
  const isCapital = rest.split(/\s+/).every((word) => /^\p{Lu}/u.test(word));
  const isApart = /,|\n|\s{2}|-/.test(text.slice(0, text.length - rest.length));
  if (isCapital) return words.length <= 3 && isApart ? rest : undefined;
  return words.length <= 2 && rest.length <= 12 && wordsOf(line).length <= 4 ? '' : undefined;
}

/** `Thank you for your patience,`: a few words in small letters and a comma. */
const thanksForSomething = (line: string): boolean =>
  line.endsWith(',') &&
  wordsOf(line.replace(/ very much| so much/i, '')).length <= 6 &&
  isThanks(line) &&
  !/\s\p{Lu}/u.test(line);

/** `김하늘 드림`, `青木 拝`: the name before a word that closes. */
const signedAtEnd = (text: string): string | undefined =>
  /^(\S{2,5})\s?(드림|올림|배상|拝|敬上|谨上|謹上|敬啟|敬启|謹啟|谨启)$/u.exec(text)?.[1];

/** Whether a closing line says thanks, and nothing but: it may as well be the end of the text above it. */
export const isThanks = (text: string): boolean =>
  thanksWords().find(wordsOf(text)) !== undefined &&
  text.split(/[,;.!]\s/, 4).every((part) => afterFormula(part) === undefined || thanksWords().find(wordsOf(part))) &&
  !wordsOf(text).some((word) => greetingNouns().match([word], 0) && !thanksWords().match([word], 0));
