import type { Span } from '../sheet.ts';

/**
 * Where the parts of a name stand in a text one after another, in whatever case, with only blanks between them: any
 * number, or `atLeast` 1. The first place of several.
 */
export function partsIn(text: string, parts: readonly string[], atLeast: 0 | 1): Span | undefined {
  const [own, ...wanted] = [text, ...parts].map(lowered) as [string, ...string[]];
  const [first = '', ...others] = wanted;
  if (!first) return undefined;
  for (let start = own.indexOf(first); start >= 0; start = own.indexOf(first, start + 1)) {
    const end = endAfter(own, start + first.length, others, atLeast);
    if (end !== undefined) return { start, end };
  }
  return undefined;
}

function endAfter(text: string, from: number, parts: readonly string[], atLeast: number): number | undefined {
  let end = from;
  for (const part of parts) {
    let next = end;
    while (isBlank(text[next])) next++;
    if (next - end < atLeast || !text.startsWith(part, next)) return undefined;
    end = next + part.length;
  }
  return end;
}

const isBlank = (letter: string | undefined): boolean =>
  letter === ' ' || letter === '\t' || letter === '\u3000' || (letter !== undefined && letter.trim() === '');

/** In lower case, letter for letter: `İ` alone would become two. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
