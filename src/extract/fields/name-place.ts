import { hasCjk } from '../fold.ts';
import type { Cell } from '../sheet.ts';
import { kindOf } from './phrase.ts';

/** Where a name was found, and by which rule. */
export interface Place {
  cell: Cell;
  /** Where the name stands in its line. */
  start: number;
  text: string;
  rule: string;
  /** A title stands right before it. */
  isTitled?: boolean;
}

/** `青木遥設計事務所`, `Ana Ruiz Software`: the name goes on as that of a company. */
export function beginsFirm(text: string, start: number, name: string): boolean {
  const rest = text.slice(start + name.length);
  return (hasCjk(name) ? /^\p{L}/u : /^ \p{L}/u).test(rest) && kindOf(text.slice(start).trimEnd()).kind === 'org';
}

/** `青木 遥`, whatever blanks part it. */
export const spaced = (name: string): string => name.trim().replace(/\s+/g, ' ');
