import { isAddress } from '../contact/email-address.ts';
import { csvRecords } from '../contact/import/csv-records.ts';
import { fieldOf } from '../contact/import/headings.ts';
import { fullName } from '../contact/import/row.ts';
import { decodeText } from '../store/decode-text.ts';

export interface UsersFile {
  people: { email: string; name: string }[];
  /** Rows that name no address. */
  unreadable: { row: number; text: string }[];
}

/**
 * The users of a CSV file in UTF-8, UTF-16 or Shift_JIS: columns by their headings, as Google Admin and Excel write them, or
 * an address and a name in any order where no heading is known. Throws an Error when it is no such file.
 */
export function readUsersFile(bytes: Uint8Array): UsersFile {
  const text = decodeText(bytes);
  if (text === undefined) throw new Error('The file is no text in UTF-8, UTF-16 or Shift_JIS');
  const records = csvRecords(text.replace(/^\ufeff/, ''));
  const [head = []] = records;
  const columns = head.map((heading) => fieldOf(heading.replace(/\[.*/, '')));
  const headed = columns.includes('email') && !head.some(isAddress);
  const read = headed ? (cells: string[]) => byHeading(columns, cells) : inAnyOrder;
  const found: UsersFile = { people: [], unreadable: [] };
  for (const [i, cells] of records.entries()) {
    if (headed && i === 0) continue;
    const { email, name } = read(cells.map((cell) => cell.trim()));
    if (isAddress(email)) found.people.push({ email, name: name.slice(0, 500) });
    else found.unreadable.push({ row: i + 1, text: cells.join(', ') });
  }
  return found;
}

function byHeading(columns: (string | undefined)[], cells: string[]) {
  const of = (field: string) => cells[columns.indexOf(field)] ?? '';
  return { email: of('email'), name: fullName(of('fn'), { family: of('family'), given: of('given') }) };
}

function inAnyOrder(cells: string[]) {
  const email = cells.find(isAddress) ?? '';
  return { email, name: cells.find((cell) => cell !== '' && cell !== email) ?? '' };
}
