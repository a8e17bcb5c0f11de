import { isAscii, wordsOf } from '../fold.ts';
import { type ValueLabel, valueLabels } from '../lexicon/tables.ts';
import { remembered } from '../remembered.ts';

/** Where the label before a value begins (`E-mail: `), so that it is taken with the value; `start` when there is none. */
export function labelStart(text: string, start: number, field: ValueLabel): number {
  const before = text.slice(Math.max(0, start - 40), start);
  const match = /((?:\p{L}|\p{Extended_Pictographic}\ufe0f?)[\p{L}\s.'-]{0,30}?)?[\s.:：=>\-–→)]*$/u.exec(before);
  const label = match?.[1];
  if (!label) return start;
  const words = wordsOf(label);
  const found = valueLabels().ending(words);
  if (found?.value !== field && !(field === 'url' && found?.value === 'email')) return start;
  const from = start - before.length + (match.index ?? 0);
  return from + beforeLastWords(label, found.length);
}

/** The field a cell is labelled with (`Company: ACME`), and its value. */
export const labelled = remembered((text): { field: ValueLabel; value: string; at: number } | undefined => {
  if (isAscii(text) && !/[:\]]/.test(text)) return undefined;
  const match =
    /^\s*[[(【<]?\s*([\p{L}\p{Extended_Pictographic}〒][\p{L}\s./&'-]{0,24}?)\s*[\])】>]?\s*(?:[:：]|(?<=[\])】])|(?<=\p{Extended_Pictographic}))\s*/u.exec(
      text,
    );
  if (!match?.[1]) return undefined;
  const words = wordsOf(match[1]);
  const found = valueLabels().match(words, 0);
  if (!found || found.length !== words.length) return undefined;
  return { field: found.value, value: text.slice(match[0].length), at: match[0].length };
});

/** Index in `label` where its last `count` words begin. */
function beforeLastWords(label: string, count: number): number {
  const starts = [...label.matchAll(/[\p{L}\p{N}ー々']+|\p{Extended_Pictographic}/gu)].map((match) => match.index ?? 0);
  return starts[Math.max(0, starts.length - count)] ?? 0;
}
