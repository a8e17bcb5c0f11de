import type { Phonetic } from '../../contact/draft.ts';
import type { Line } from '../body-lines.ts';
import { hasCjk, wordsOf } from '../fold.ts';
import { isOccupationWord, looksLikeName } from '../person.ts';

/** How a kanji name is read, beside it or on the next line: `（やまだ たろう）`, `ヤマダ タロウ`, `/ Taro Yamada`. */
export function phoneticBeside(
  lines: Line[],
  row: number,
  name: string,
  local: string,
): { value: Phonetic; line: number; text: string } | undefined {
  if (!hasCjk(name) || /[\p{Script=Hangul}]/u.test(name)) return undefined;
  for (const [at, alone] of [
    [row, false],
    [row + 1, true],
  ] as const) {
    const line = lines[at];
    if (!line || Math.abs(line.index - (lines[row]?.index ?? 0)) > 1) continue;
    const kana = kanaIn(line.text, alone);
    if (kana) return { value: { ...parts(kana, true), script: 'kana' }, line: line.index, text: kana };
    const latin = latinIn(line.text, alone);
    if (latin)
      return {
        value: { ...parts(latin, isFamilyFirst(latin, local)), script: 'latin' },
        line: line.index,
        text: latin,
      };
  }
  return undefined;
}

/** Kana in brackets or, `alone`, a line of nothing else; each word of a reading has two letters or more, and none is a title. */
function kanaIn(text: string, alone: boolean): string | undefined {
  const found = (alone ? kanaAlone : kanaInBrackets).exec(text)?.[1];
  return found && (!alone || /\s/.test(found)) && !isOccupationWord(found) ? found : undefined;
}

const kanaAlone =
  /^[\s(]*([\p{Script=Hiragana}\p{Script=Katakana}ー]{1,12}(?:\s+[\p{Script=Hiragana}\p{Script=Katakana}ー]{1,12})?)[\s)]*$/u;
const kanaInBrackets =
  /[(/]\s*([\p{Script=Hiragana}\p{Script=Katakana}ー]{1,12}(?:\s+[\p{Script=Hiragana}\p{Script=Katakana}ー]{1,12})?)\s*(?:\)|$)/u;

function latinIn(text: string, alone: boolean): string | undefined {
  const found = (alone ? latinAlone : latinInBrackets).exec(text)?.[1];
  return found && looksLikeName(found) ? found : undefined;
}

const latinAlone = /^[\s(]*([A-Z][A-Za-z'-]{0,20} [A-Z][A-Za-z'-]{0,20})[\s)]*$/;
const latinInBrackets = /(?<=\s\s|[(/|\u3000]\s?)([A-Z][A-Za-z'-]{0,20} [A-Z][A-Za-z'-]{0,20})\s*(?:\)|$)/;

/** `Aoyagi Misaki` for aoyagi@, `Aoyagi Taro` for aoyagi.taro@, where the given name does not come first; not `Daisuke Aoyagi` for daisuke.aoyagi@. */
function isFamilyFirst(reading: string, local: string): boolean {
  const [first = '', second = ''] = wordsOf(reading);
  const words = wordsOf(local);
  return words[0] === first && (!words[1] || (words[1] === second && endsGiven.test(second) && !endsGiven.test(first)));
}

/** How many given names of Japan end, and few family names. */
const endsGiven = /(?:ko|ro|mi|suke|ichi|hiko|nori|yuki)$/;

/** Kana readings have the family name first; Latin ones last, unless capitals say otherwise (`YAMADA Taro`). */
function parts(reading: string, familyFirst: boolean): { family?: string; given?: string } {
  const [first, second] = reading.split(/\s+/);
  if (!second) return { family: first };
  const turned = familyFirst || (/^[A-Z]{2,}$/.test(first ?? '') && /[a-z]/.test(second));
  return turned ? { family: first, given: second } : { family: second, given: first };
}
