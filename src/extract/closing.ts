import { fold, hasCjk, wordsOf } from './fold.ts';
import { closings, greetingNouns, originWords, wishBeginnings, wishSentences, wishTimes } from './lexicon/tables.ts';
import { matchesOf } from './matches.ts';
import { isOccupationWord } from './person.ts';
import { remembered } from './remembered.ts';

/**
 * What stands after the formulas that close a letter, where a text begins with one; '' when it is nothing else. Known
 * formulas, and those put together like them: `Sonnige Grüße von der Küste`, `Warm regards from Cork`, `Belle soirée`.
 */
export const afterFormula = remembered((text: string): string | undefined => {
  let rest = /^\p{L}(?: \p{L}){5,14},?$/u.test(text.trim()) ? text.replace(/ /g, '') : text; // `A t e n t a m e n t e`
  for (let i = 0; i < 6; i++) {
    const after = afterOne(rest);
    if (after === undefined) return i === 0 ? undefined : rest;
    rest = after
      .replace(/^[\s,;.…!/&+、。。~:)(-]+/u, '')
      .replace(/^(und|and|et|y|e|en|og|och|i|a|\/)\s+(?=\p{L})/iu, '');
  }
  return rest;
});

function afterOne(text: string): string | undefined {
  const known = closings().afterStart(text);
  const after = [
    known === undefined ? undefined : afterPlace(known),
    afterGreeting(text),
    afterWish(text),
    afterSentence(text),
  ];
  return after.reduce((best, rest) =>
    rest !== undefined && (best === undefined || rest.length < best.length) ? rest : best,
  );
}

/** `viele liebe Grüße aus dem Harz`, `un abrazo fraterno`: few words, what is sent, and what it is like or from where. */
function afterGreeting(text: string): string | undefined {
  if (!greetingNouns().find(wordsOf(text))) return undefined;
  const words = firstWords(text);
  const at = words.findIndex(({ word }) => greetingNouns().match([word], 0));
  if (at < 0 || at > 5 || words.slice(1, at + 1).some(({ apart }) => apart)) return undefined;
  if (at > 0 && isOccupationWord(text.slice(0, words[at]?.start))) return undefined;
  return restAfter(text, words, at + 1, true);
}

/** `Bonne fin de journée`, `Ein schönes Wochenende`. */
function afterWish(text: string): string | undefined {
  const rest = wishBeginnings().afterStart(text);
  if (rest === undefined) return undefined;
  const words = firstWords(rest);
  const at = words.findIndex(({ word }) => wishTimes().match([word], 0));
  if (at < 0 || at > 3 || words.slice(1, at + 1).some(({ apart }) => apart)) return undefined;
  return restAfter(rest, words, at + 1, false);
}

/** `Veuillez agréer … mes salutations distinguées`; Chinese `祝…`, which takes the whole of a short line. */
function afterSentence(text: string): string | undefined {
  const rest = wishSentences().afterStart(text);
  if (rest === undefined) return undefined;
  if (hasCjk(text)) return text.length <= 14 && !/。/u.test(text.slice(0, -1)) ? '' : undefined;
  const isSaid = (word: string) => greetingNouns().match([word], 0) ?? wishTimes().match([word], 0);
  return allWords(rest).some(({ word }) => isSaid(word)) ? '' : undefined;
}

/** The text after a known formula without the place it comes from: `Cheers from Cork`. */
function afterPlace(rest: string): string {
  const words = firstWords(rest);
  if (words[0]?.apart !== false || !originWords().match([words[0].word], 0)) return rest;
  const end = clauseEnd(words, 0);
  return end <= 4 && words.slice(1, end + 1).some(({ capital }) => capital) ? rest.slice(words[end]?.end) : rest;
}

/** What is left when the words that belong to a greeting are taken: adjectives after it, and a place. */
function restAfter(text: string, words: Word[], next: number, mayBeFrom: boolean): string {
  const taken = (last: number) => text.slice(words[last]?.end);
  const first = words[next];
  if (!first || first.apart) return taken(next - 1);
  const end = clauseEnd(words, next);
  if (mayBeFrom && end - next <= 5) {
    const from = words.findIndex(({ word }, i) => i >= next && i <= next + 2 && originWords().match([word], 0));
    if (from >= next && from < end && words.slice(next, from).every(({ capital }) => !capital)) return taken(end);
  }
  return end - next < 3 && words.slice(next, end + 1).every(({ capital }) => !capital) ? taken(end) : taken(next - 1);
}

/** Index of the last word before a mark or the end. */
function clauseEnd(words: Word[], from: number): number {
  const next = words.findIndex(({ apart }, i) => i > from && apart);
  return next < 0 ? words.length - 1 : next - 1;
}

interface Word {
  word: string;
  start: number;
  end: number;
  capital: boolean;
  /** More than a blank or a hyphen stands before it. */
  apart: boolean;
}

const firstWords = (text: string): Word[] => allWords(text.slice(0, 90));

function allWords(text: string): Word[] {
  let before = 0;
  return matchesOf(text, /[\p{L}\p{N}'’]+/gu).map((found) => {
    const start = found.index;
    const end = start + found[0].length;
    const apart = !/^(\s?|-)$/.test(text.slice(before, start));
    before = end;
    return { word: fold(found[0]).replace(/['’]/g, ''), start, end, capital: /^\p{Lu}/u.test(found[0]), apart };
  });
}
