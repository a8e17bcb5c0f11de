import { hasCjk, isAscii, wordsOf } from '../fold.ts';
import { type ValueLabel, valueLabels } from '../lexicon/tables.ts';
import { matchesOf } from '../matches.ts';
import { remembered } from '../remembered.ts';
import { trimmedEnd, trimmedStart } from '../trim.ts';

/** Where the label before a value begins (`E-mail: `), so that it is taken with the value; `start` when there is none. */
export function labelStart(text: string, start: number, field: ValueLabel): number {
  const before = text.slice(Math.max(0, start - 40), start);
  const said = trimmedEnd(before, /[\s.:=>\-–→)]/);
  const label = labelAtEnd(said);
  if (!label) return start;
  const words = wordsOf(label);
  const found = valueLabels().ending(words);
  if (found?.value !== field && !(field === 'url' && found?.value === 'email')) return start;
  const from = start - before.length + said.length - label.length;
  return from + beforeLastWords(label, found.length);
}

/** The words a text ends with, at most 31 characters from a letter on, or from a pictograph right before them. */
function labelAtEnd(text: string): string {
  const run = text.slice(trimmedEnd(text, /[\p{L}\s.'-]/u).length).slice(-31);
  const icon = /\p{Extended_Pictographic}\ufe0f?$/u.exec(text.slice(0, text.length - run.length));
  return icon ? icon[0] + run : trimmedStart(run, /\P{L}/u);
}

/** The field a cell is labelled with (`Company: ACME`), and its value. */
export const labelled = remembered((text): { field: ValueLabel; value: string; at: number } | undefined => {
  if (isAscii(text) && !/[:\]]/.test(text)) return undefined;
  const match =
    /^(?:\s*[-–・•*◆■●○□◇▶▷※☞★])?(?:\s*[[(【<])?\s*([\p{L}\p{Extended_Pictographic}〒][\p{L}\s./&'-]{0,24}?)(?:\s*[\])】>])?\s*(?::|(?<=[\])】])|(?<=\p{Extended_Pictographic}))\s*/u.exec(
      text,
    );
  if (!match?.[1]) return undefined;
  const words = closedUp(wordsOf(match[1]));
  const found = valueLabels().match(words, 0);
  if (!found || found.length !== words.length) return undefined;
  return { field: found.value, value: text.slice(match[0].length), at: match[0].length };
});

/** `Sprechzeiten: Di 10-12, Zimmer 7`, also in a cell of its own: when somebody is reached, and where within the house. */
export const isHours = (text: string): boolean =>
  /^(?:(?:sprech|büro|öffnungs)(?:stunde|zeit)|horaire|orari|hor[aá]rio|(?:office|opening|reception) hours|openingstijd|spreekuur|[úo](?:řední hodiny|rdinační hodiny|tevírací doba)|on leave|(?:営業|受付|診療|開館)(?:時間|日)|定休|(?:营业|營業|工作)[时時][间間]|(?:영업|운영)시간)/iu.test(
    text,
  );

/** `社　名` is one word. */
const closedUp = (words: readonly string[]): readonly string[] =>
  words.length > 1 && words.every((word) => word.length === 1 && hasCjk(word)) ? [words.join('')] : words;

/** Index in `label` where its last `count` words begin. */
function beforeLastWords(label: string, count: number): number {
  const starts = matchesOf(label, /[\p{L}\p{N}ー々']+|\p{Extended_Pictographic}/gu).map((match) => match.index);
  return starts[Math.max(0, starts.length - count)] ?? 0;
}
