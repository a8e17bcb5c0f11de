import { surnameLength } from '../../contact/data/surnames.ts';
import type { Line } from '../body-lines.ts';
import { isRole } from '../desk-address.ts';
import { hasCjk, wordsOf } from '../fold.ts';
import { namesSender } from '../names-sender.ts';
import { looksLikeName } from '../person.ts';
import type { Sender } from '../sender.ts';
import { cellsOf } from '../sheet.ts';

/** Where the column of a second person begins who signs beside the sender. */
export function othersColumn(lines: Line[], sender: Sender): number | undefined {
  for (const line of lines) {
    const cells = line.text.includes('   ') ? cellsOf([line]) : [];
    const [first, second] = cells;
    if (cells.length !== 2 || !first || !second || !looksLikeName(first.text) || !looksLikeName(second.text)) continue;
    if (namesSender(first.text, sender) && !namesSender(second.text, sender)) return second.column;
  }
  return undefined;
}

/** Whether a value that begins at `start` stands in that column, beside one of the sender's. */
export const isInColumn = (text: string, start: number, column: number | undefined): boolean =>
  column !== undefined && Math.abs(start - column) <= 12 && /\S {3}/.test(text.slice(0, start));

/** `副担当 森 花子 mori@…`, `Assistant: Petra Winkel, winkel@…`: the line names the one whose address it is. */
export function isOfNameInLine(text: string, local: string, start: number, sender: Sender): boolean {
  const before = text.slice(0, start).replace(/\([^()]{1,8}\)/g, ' ');
  if (namesSender(before, sender)) return false;
  const own = wordsOf(sender.name ?? '');
  if (hasCjk(before)) {
    const name = /^\s{0,3}(\p{Script=Han}{1,3} ?\p{Script=Han}{1,3})(?=\s)/u.exec(before)?.[1];
    if (!name || own.length === 0 || own.some((word) => before.includes(word))) return false;
    const isName = surnameLength(name.replace(/\s/g, '')) !== undefined || (/\s/.test(name) && !isRole(local));
    return hasCjk(own.join('')) && looksLikeName(name) && isName;
  }
  const address = local.toLowerCase();
  if (own.some((word) => word.length > 2 && address.includes(word))) return false;
  const name = /(?<!\p{L})(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)[\s,:;(<–-]{1,4}$/u.exec(before)?.[1];
  const words = wordsOf(name ?? '');
  return name !== undefined && looksLikeName(name) && words.some((word) => word.length > 2 && address.includes(word));
}
