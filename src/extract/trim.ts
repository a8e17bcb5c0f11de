/**
 * The text without what `mark`, a pattern of one character, matches at its end. A loop, since `[…]+$` takes the square of
 * the time on a long run of marks that something follows.
 */
export function trimmedEnd(text: string, mark: RegExp): string {
  let end = text.length;
  while (end > 0) {
    const start = isPair(text, end) ? end - 2 : end - 1;
    if (!mark.test(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
}

/** The same at the start. */
export function trimmedStart(text: string, mark: RegExp): string {
  let start = 0;
  while (start < text.length) {
    const end = isPair(text, start + 2) ? start + 2 : start + 1;
    if (!mark.test(text.slice(start, end))) break;
    start = end;
  }
  return text.slice(start);
}

/** The same at both ends. */
export const trimmed = (text: string, mark: RegExp): string => trimmedStart(trimmedEnd(text, mark), mark);

/** Whether the two units before `end` are one character. */
const isPair = (text: string, end: number): boolean =>
  end >= 2 && end <= text.length && (text.codePointAt(end - 2) ?? 0) > 0xffff;
