import type { Line } from './body-lines.ts';
import { isAscii, wordsOf } from './fold.ts';
import { lexicons } from './lexicon/index.ts';
import { closings, closingsByLanguage, commonWords } from './lexicon/tables.ts';

/** ISO 639-1 of the mail's language: by its letters, else by the commonest words and the closing formula. */
export function languageOf(signature: Line[], body: Line[]): string {
  const text = [...body.slice(0, 60), ...signature].map((line) => line.text).join('\n');
  return languageOfLetters(text) ?? languageOfWords(wordsOf(text.slice(0, 20_000)), signature);
}

function languageOfLetters(text: string): string | undefined {
  if (isAscii(text)) return undefined;
  const letters = (script: RegExp) => text.match(script)?.length ?? 0;
  const kana = letters(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = letters(/\p{Script=Hangul}/gu);
  const han = letters(/\p{Script=Han}/gu);
  if (kana + hangul + han === 0) return undefined;
  const latin = letters(/\p{Script=Latin}/gu);
  if (hangul > han && hangul * 4 > latin) return 'ko';
  if (kana > 0 && (kana + han) * 4 > latin) return 'ja';
  return han * 4 > latin && han > 3 ? 'zh' : undefined;
}

/** The language most of whose words and closings are there; of equals the one that stands first in the list. */
function languageOfWords(words: readonly string[], signature: Line[]): string {
  const scores = new Map(lexicons().map(({ language }) => [language, 0]));
  const count = (languages: string[] = [], points: number) => {
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + points);
  };
  for (const word of words) count(commonWords().get(word), 1);
  for (const { text } of signature) {
    if (!closings().starts(text)) continue;
    const [only, ...others] = languagesClosing(text);
    if (only && only !== 'en' && others.length === 0) return only; // who writes English and closes in Swedish is a Swede
    count([only ?? '', ...others], 3);
  }
  let best = { language: 'en', score: 0 };
  for (const [language, score] of scores) if (score > best.score) best = { language, score };
  return best.language;
}

const languagesClosing = (text: string): string[] =>
  [...closingsByLanguage()].filter(([, closings]) => closings.starts(text)).map(([language]) => language);
