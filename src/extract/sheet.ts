import type { CountryCode } from 'libphonenumber-js/core';
import type { ContactDraft } from '../contact/draft.ts';
import type { Line } from './body-lines.ts';
import { matchesOf } from './matches.ts';
import { remembered } from './remembered.ts';
import type { Sender } from './sender.ts';
import type { Trace } from './trace.ts';

/** What is left to read of a signature, and what is known about it. */
export interface Sheet {
  /** The signature's lines; what a reader took is blanked, so that the next one does not read it again. */
  lines: Line[];
  sender: Sender;
  /** Where numbers and addresses without a country belong; undefined when nothing tells. */
  region?: CountryCode;
  /** What the readers before have found. */
  found: Partial<ContactDraft>;
  trace?: Trace;
}

/** What one reader found, and the lines without it. */
export interface Reading {
  found: Partial<ContactDraft>;
  rest: Line[];
}

/** Reads the values of one kind off the sheet. */
export type Reader = (sheet: Sheet) => Reading;

/** A stretch of one line: `start` and `end` as for `slice`. */
export interface Span {
  start: number;
  end: number;
}

/** The text with the spans blanked: a tab and blanks, so that columns stay where they are and cells come apart. */
export function without(text: string, spans: Span[]): string {
  let left = text;
  for (const { start, end } of spans) {
    if (end > start) left = `${left.slice(0, start)}\t${' '.repeat(end - start - 1)}${left.slice(end)}`;
  }
  return left;
}

/** A part of a line that stands apart: a column, a table cell, what is between `|`. */
export interface Cell {
  /** Position of its line in the sheet, not the mail. */
  row: number;
  /** Index of its line in the mail. */
  line: number;
  /** Where its text begins in the line. */
  column: number;
  text: string;
}

/** The cells of all lines, in reading order; blank ones are left out. */
export function cellsOf(lines: Line[]): Cell[] {
  const cells: Cell[] = [];
  for (let row = 0; row < lines.length; row++) {
    const { text, index } = lines[row] as Line;
    if (text === '') continue;
    for (const stretch of stretchesOf(text)) {
      cells.push({ row, line: index, column: stretch.column, text: stretch.text });
    }
  }
  return cells;
}

/** Two blanks part cells, but not those that typists put between a town and its postal code. */
const stretchesOf = remembered((written): Pick<Cell, 'column' | 'text'>[] => {
  const cells: Pick<Cell, 'column' | 'text'>[] = [];
  const push = (start: number, end: number) => {
    const raw = written.slice(start, end).replace(/^\s*\*+(?=\s)/, (edge) => ' '.repeat(edge.length)); // the edge of a column
    const trimmed = raw.trim();
    if (trimmed) cells.push({ column: start + raw.length - raw.trimStart().length, text: trimmed });
  };
  const text = withBars(written);
  let start = 0;
  if (/[\t|¦•●]|\.{4}|[a-z.]-{3,}[A-Z]|\s(?:[\s·▪■◆▶›»*#~]|\.\s|\/\/|::|-\S-)/.test(text)) {
    const breaks =
      /\t+|(?<=[a-z.])-{3,}(?=[A-Z])|[|¦•●]+|\.{4,}(?![\s.]{0,9}:)|(?<!\d · \d{5})\s[·▪■◆▶›»]\s|\s\.\s(?=\p{Lu})|\s\*+\s|\s#\s(?!\d)| {4,}|(?<!&) {2,3}(?! |\d{4,6}\b|[A-Z]\d[A-Z]|(?<=(?<!\d)(?:\d{4,6}|\d{3} \d\d|\d{4} [A-Z]{2}) {2,3})\p{Lu})|\u3000{2,}|\s(?:\/\/|::|~|-[-x=*+~]-)\s/gu;
    for (const found of matchesOf(text, breaks)) {
      push(start, found.index);
      start = found.index + found[0].length;
    }
  }
  push(start, text.length);
  return withLabels(cells, text);
});

/** A whole card in a line: `Ana Ruiz / Buyer / Kite Ltd / 312-555-0142 / kite.example`. */
const withBars = (text: string): string =>
  text.split(/\s\/\s/, 5).length > 4 ? text.replace(/(?<=\s)\/(?=\s(?!\d))/g, '|') : text;

/** `Name:      Ana Ruiz` and `Name      : Ana Ruiz` are one cell, unless the value is taken. */
function withLabels(cells: Pick<Cell, 'column' | 'text'>[], text: string): Pick<Cell, 'column' | 'text'>[] {
  const isLabel = (cell: string) => cell.length <= 24 && /:$/.test(cell);
  if (cells.length < 2 || !cells.some((cell) => isLabel(cell.text) || /^:/.test(cell.text))) return cells;
  const joined: Pick<Cell, 'column' | 'text'>[] = [];
  for (const cell of cells) {
    const label = joined[joined.length - 1];
    const gap = label && text.slice(label.column + label.text.length, cell.column);
    const isBroken = /^:\s*[^\s:]/.test(cell.text) && (label?.text.length ?? 99) <= 24;
    if (label && gap && /^(?: +|\t|\u3000+)$/.test(gap) && (isBroken || (isLabel(label.text) && !isLabel(cell.text)))) {
      joined[joined.length - 1] = { ...label, text: text.slice(label.column, cell.column + cell.text.length) };
    } else joined.push(cell);
  }
  return joined;
}
