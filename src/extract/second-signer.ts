import type { Line } from './body-lines.ts';
import { kindOf } from './fields/phrase.ts';
import { wordsOf } from './fold.ts';
import { namesSender } from './names-sender.ts';
import { looksLikeName } from './person.ts';
import type { Sender } from './sender.ts';
import { type Cell, cellsOf, without } from './sheet.ts';
import { bare } from './signature-lines.ts';

/**
 * Two people may sign beside each other; the second one's column is blanked, down to the next blank line. A name beside
 * the sender's is a person's, and not a company's, when a title or that person's address stands below it.
 */
export function withoutSecondSigner(lines: Line[], sender: Sender): Line[] {
  for (let row = 0; row < lines.length - 1; row++) {
    const cells = cellsIn(lines[row]);
    if (cells.length < 2) continue;
    const own = cells.find((cell) => namesSender(cell.text, sender) === 'whole');
    const other = cells.find((cell) => cell !== own && isOtherName(cell.text, sender));
    if (own && other && isPersonBelow(lines.slice(row + 1, row + 4), cells.indexOf(other), other, cells.length)) {
      return blankedFrom(lines, row, { own, other, at: cells.indexOf(other) });
    }
  }
  return lines;
}

const cellsIn = (line: Line | undefined): Cell[] => (line ? cellsOf([line]) : []);

const isOtherName = (text: string, sender: Sender): boolean =>
  looksLikeName(bare(text)) && namesSender(text, sender) === undefined;

function isPersonBelow(below: Line[], at: number, name: Cell, columns: number): boolean {
  const words = wordsOf(name.text).filter((word) => word.length > 2);
  return below.some((line) => {
    const cells = cellsIn(line);
    const cell = cells.length === columns ? cells[at] : undefined;
    if (!cell) return false;
    const local = wordsOf(/^([^\s@]+)@\S+$/.exec(cell.text)?.[1] ?? '').join('');
    return kindOf(bare(cell.text)).kind === 'title' || words.some((word) => local.includes(word));
  });
}

/** Where their column begins in a line whose own cell is so long that but one blank parts them. */
function columnEdge(text: string, column: number): number | undefined {
  const edge = [column, column - 1, column + 1].find((at) => /^\S \S$/.test(text.slice(at - 2, at + 1)));
  return text.includes('\t') ? undefined : edge;
}

function blankedFrom(lines: Line[], row: number, { own, other, at }: { own: Cell; other: Cell; at: number }): Line[] {
  const end = lines.findIndex((line, i) => i > row && line.index - (lines[i - 1]?.index ?? 0) > 1);
  return lines.map((line, i) => {
    if (i < row || (end >= 0 && i >= end)) return line;
    const cells = cellsIn(line);
    const isTheirs = (cell: Cell, index: number) =>
      line.text.includes('\t')
        ? index === at
        : other.column > own.column
          ? cell.column >= other.column - 2
          : cell.column < own.column - 2;
    const spans = cells.filter(isTheirs).map(({ column, text }) => ({ start: column, end: column + text.length }));
    const edge = spans.length === 0 && other.column > own.column ? columnEdge(line.text, other.column) : undefined;
    if (edge) spans.push({ start: edge, end: line.text.length });
    return spans.length > 0 ? { ...line, text: without(line.text, spans) } : line;
  });
}
