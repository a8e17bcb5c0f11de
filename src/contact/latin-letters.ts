import { fold, isAscii } from './normalize.ts';

/** `müller`: `muller` and `mueller`; `jørgensen`: `jorgensen` and `joergensen`. The plain one first, each once. */
export function latinSpellings(word: string): string[] {
  if (isAscii(word)) return [fold(word)];
  const lower = word.normalize('NFC').toLowerCase();
  const plain = fold(plainLetters(lower));
  const long = fold(lower.replace(/[äöüøæœåß]/g, (letter) => letters[letter]?.[1] ?? letter));
  return plain === long ? [plain] : [plain, long];
}

/** Letters that are no other letter with an accent, in the lower case, as the Latin ones they are read as. */
export const plainLetters = (text: string): string =>
  isAscii(text)
    ? text.toLowerCase()
    : text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[øłđðþæœåıß]/g, (letter) => letters[letter]?.[0] ?? letter);

const letters: Record<string, [plain: string, long: string]> = {
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ü: ['u', 'ue'],
  ø: ['o', 'oe'],
  å: ['a', 'aa'],
  æ: ['ae', 'ae'],
  œ: ['oe', 'oe'],
  ß: ['ss', 'ss'],
  ł: ['l', 'l'],
  đ: ['d', 'd'],
  ð: ['d', 'd'],
  þ: ['th', 'th'],
  ı: ['i', 'i'],
};
