import { isSurname } from '../contact/data/surnames.ts';
import { afterFormula } from './closing.ts';
import { hasCjk, wordsOf } from './fold.ts';
import { bareName, isOccupationWord, looksLikeName, splitName } from './person.ts';
import type { Sender } from './sender.ts';

/** A name in Chinese, Japanese or Korean letters above that of a sender whose header has but the Latin one. */
export const isNameInLetters = (text: string, { name = '' }: Sender): boolean =>
  hasCjk(text) &&
  name !== '' &&
  !hasCjk(name) &&
  looksLikeName(bareName(text)) &&
  splitName(bareName(text)) !== undefined;

/** `青柳`, `あおやぎ`, or `蓑田`, which ends like family names of Japan, for somebody whose header has but Latin letters. */
export function isLoneFamilyName(word: string, name: string): boolean {
  if (!hasCjk(word) || afterFormula(word) !== undefined || isOccupationWord(word)) return false;
  if (/^\p{Script=Hiragana}{2,5}$/u.test(word)) {
    const row = kanaInitials.split(' ').find((kana) => kana.includes(word.charAt(0))) ?? '';
    return wordsOf(name).some((spelled) => row.includes(spelled.charAt(0)));
  }
  return (
    (word.length > 1 && isSurname(word)) ||
    (!wordsOf(name).some((spelled) => notRomaji.test(spelled)) &&
      /^\p{Script=Han}[田川村野原山木藤島崎嶋沢澤谷橋尾岡坂森池石浦松瀬倉井]$/u.test(word))
  );
}

/** What Japanese in Latin letters has not: `wong`, `lee`. */
const notRomaji = /[lqvx]|c(?!h)|[bdfgjmrwz](?![aiueoy])|[^aiueonh]$/;

/** Rows of kana, each with the letters that their Latin spellings begin with. */
const kanaInitials =
  'あa いi うu えe おo かきくけこk がぎぐげごg さしすせそs ざじずぜぞzj たちつてとtc だぢづでどdzj なにぬねのn はひふへほhf ばびぶべぼb まみむめもm ' +
  'やゆよy らりるれろr わw';
