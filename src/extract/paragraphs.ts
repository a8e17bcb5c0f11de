import { isBlank, type Line, textOf } from './body-lines.ts';
import { isRule } from './line-kinds.ts';

/** The last run of lines between blank lines or rules before `end`; its rule above is not part of it. */
export function lastParagraph(lines: Line[], end: number): { start: number; end: number } | undefined {
  let last = end;
  while (last > 0 && isGap(lines[last - 1])) last--;
  if (last === 0) return undefined;
  let start = last;
  while (start > 0 && !isGap(lines[start - 1]) && last - start < 60) start--;
  return { start, end: last };
}

const isGap = (line: Line | undefined): boolean => isBlank(line) || isRule(textOf(line));

/** The rule or delimiter right above a footer goes with it, unless it ends a frame; so does one alone between blank lines. */
export function withoutRule(lines: Line[], start: number): number {
  const isAlone = isBlank(lines[start - 1]) && isBlank(lines[start - 3]);
  const at = isAlone ? start - 2 : start - 1;
  const above = textOf(lines[at]).trim();
  const isFrame = () =>
    above.length > 4 && lines.slice(Math.max(0, start - 30), at - 1).some(({ text }) => text.trim() === above);
  return isRule(above) && !isFrame() ? at : start;
}
