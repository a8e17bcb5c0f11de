import { isAddress } from '../contact/email-address.ts';

interface Named {
  email: string;
  name: string;
}

/**
 * Users from a pasted text: `Name <a@b.example>`, or bare, separated by commas, semicolons, line breaks or spaces; or rows of an
 * address and a name in any order, as a spreadsheet or a CSV file has them, with headings or without. Addresses are in lower
 * case, each once; `names` are of those who are named.
 */
export function readAddresses(text: string): { addresses: string[]; names: Named[]; unreadable: string[] } {
  const users = new Map<string, string>();
  const unreadable: string[] = [];
  const rows = text.split(/[\n\r]+/).map(cellsOf);
  const columns = columnsOf(rows[0] ?? []);
  for (const cells of columns ? rows.slice(1) : rows) {
    const { found, rest } = columns ? inColumns(cells, columns) : inAnyOrder(cells);
    unreadable.push(...rest);
    for (const { email, name } of found) users.set(email, name.slice(0, 500) || users.get(email) || '');
  }
  const names = [...users].map(([email, name]) => ({ email, name })).filter(({ name }) => name);
  return { addresses: [...users.keys()], names, unreadable };
}

/** The cells of a line; within quotation marks nothing separates. */
function cellsOf(line: string): string[] {
  const cells = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && ',;\t、，；'.includes(character)) cells.push('');
    else cells[cells.length - 1] += character;
  }
  return cells;
}

/** Address, name, family and given name, as Google Admin and Excel head them. */
const headings = [
  /mail|メール/i,
  /^(?:full |display )?name|氏名|名前/i,
  /^(?:last|family)|^姓/i,
  /^(?:first|given)|^名/i,
];

/** Where what stands; undefined where no line of headings comes first. */
function columnsOf(cells: string[]): number[] | undefined {
  const columns = headings.map((heading) => cells.findIndex((cell) => heading.test(cell.trim())));
  return columns[0] === -1 || cells.some((cell) => cell.includes('@')) ? undefined : columns;
}

interface Row {
  found: Named[];
  /** What is neither address nor name. */
  rest: string[];
}

function inColumns(cells: string[], columns: number[]): Row {
  const [address = '', name, family = '', given = ''] = columns.map((column) => cells[column]?.trim());
  const [found] = usersIn(address);
  const parts = /[^\0-\u02ff]/.test(family + given) ? [family, given] : [given, family];
  if (found) return { found: [{ ...found, name: name || parts.join(' ').trim() }], rest: [] };
  return { found: [], rest: [cells.filter(Boolean).join(', ')].filter(Boolean) };
}

/** A blank after the separator is a person's, who may have mistyped an address: it is no row then. */
function inAnyOrder(cells: string[]): Row {
  const found = cells.flatMap(usersIn);
  const rest = cells.map((cell) => cell.trim()).filter((cell) => cell && !usersIn(cell).length);
  const [only] = found;
  const [name] = rest;
  const isRow = only && !only.name && name && found.length === 1 && rest.length === 1;
  return isRow && !/@|\.\S/.test(name) && cells.every((cell) => cell[0] !== ' ')
    ? { found: [{ ...only, name }], rest: [] }
    : { found, rest };
}

/** The users of one cell; none when any of it is no address. */
function usersIn(cell: string): Named[] {
  const open = cell.lastIndexOf('<');
  const close = cell.indexOf('>', open);
  const isNamed = open >= 0 && close > open;
  const words = isNamed ? [cell.slice(open + 1, close)] : cell.split(/\s+/);
  const emails = words.map((word) => word.trim().toLowerCase()).filter(Boolean);
  const name = isNamed ? cell.slice(0, open).trim() : '';
  return emails.every(isAddress) ? emails.map((email) => ({ email, name })) : [];
}
