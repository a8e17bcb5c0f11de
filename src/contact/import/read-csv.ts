import type { Tel, TelType } from '../draft.ts';
import { emptyCard } from '../merge.ts';
import { csvRecords } from './csv-records.ts';
import { fieldOf, type ImportField } from './headings.ts';
import { fullName, type ImportRow, isKana } from './row.ts';

export interface CsvColumn {
  heading: string;
  /** Null: the column is left out. */
  field: ImportField | null;
}

/**
 * The contacts of a CSV file whose first line names its columns; separated by comma, semicolon or tab. `chosen` decides
 * about columns by their heading, guessing about the others. Throws an Error that says what is wrong with the file.
 */
export function readCsv(
  text: string,
  chosen: Record<string, ImportField | null> = {},
): { columns: CsvColumn[]; rows: ImportRow[] } {
  const [head = [], ...records] = csvRecords(text);
  const columns = head.map((heading) => {
    const field = Object.hasOwn(chosen, heading) ? chosen[heading] : fieldOf(heading);
    return { heading, field: field ?? null };
  });
  if (!columns.some(({ field }) => field !== null)) throw new Error('no heading in its first line is known');
  return { columns, rows: records.map((cells) => rowFrom(columns, cells)) };
}

const telTypes: Partial<Record<ImportField, TelType>> = {
  telWork: 'work',
  telDirect: 'direct',
  telMain: 'main',
  telCell: 'cell',
  telHome: 'home',
  telFax: 'fax',
  telOther: 'other',
};

function rowFrom(columns: CsvColumn[], cells: string[]): ImportRow {
  const all = (field: ImportField) =>
    columns.flatMap((column, i) => (column.field === field ? [unquoted(cells[i] ?? '')] : [])).filter(Boolean);
  const one = (field: ImportField) => all(field)[0];
  const many = (field: ImportField) =>
    all(field)
      .flatMap((cell) => cell.split(/\s*(?::::|[;\n])\s*/))
      .filter(Boolean);
  const n = withoutEmpty({ family: one('family'), given: one('given') });
  const reading = withoutEmpty(readingOf(one('phonetic'), one('phoneticFamily'), one('phoneticGiven')));
  const [org, units] = [one('org'), all('unit')];
  const adr = { street: one('street'), locality: one('locality'), region: one('region'), code: one('code') };
  const country = one('country');
  const label = one('adr') ?? [...Object.values(adr), country].filter(Boolean).join(', ');
  const notes = one('notes');
  return {
    card: {
      ...emptyCard,
      fn: fullName(one('fn'), n ?? {}),
      ...(n && { n }),
      ...(reading && { phonetic: { ...reading, script: isKana(Object.values(reading).join('')) ? 'kana' : 'latin' } }),
      ...((org || units.length > 0) && { org: { name: org ?? '', units } }),
      title: one('title'),
      email: many('email'),
      tel: Object.entries(telTypes).flatMap(([field, type]) =>
        many(field as ImportField).map((tel) => telFrom(tel, type)),
      ),
      ...(label && { adr: { label, ...withoutEmpty(adr), ...(/^[A-Z]{2}$/.test(country ?? '') && { country }) } }),
      url: all('url').flatMap((cell) => cell.split(/[\s;]+/)),
    },
    tags: many('tags').filter((tag) => !tag.startsWith('* ')), // Google's own groups: `* myContacts`
    ...(notes !== undefined && { notes }),
  };
}

/** Without the apostrophe that keeps a cell from becoming a formula. */
const unquoted = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '');

function readingOf(whole: string | undefined, family: string | undefined, given: string | undefined) {
  if (family || given || !whole) return { family, given };
  const [first, ...rest] = whole.split(/\s+/);
  return { family: first, given: rest.join(' ') };
}

function telFrom(cell: string, type: TelType): Tel {
  const [, number = cell, ext] = /^(.*?)\s*(?:ext\.?|内線)\s*(\d{1,10})$/i.exec(cell) ?? [];
  const e164 = number.startsWith('+') ? `+${number.replace(/\(0\)/, '').replace(/\D/g, '')}` : '';
  return { text: number, type, ...(/^\+[1-9]\d{6,14}$/.test(e164) && { e164 }), ...(ext && { ext }) };
}

function withoutEmpty<T extends object>(value: T): { [K in keyof T]?: string } | undefined {
  const entries = Object.entries(value).filter(([, part]) => part);
  return entries.length > 0 ? (Object.fromEntries(entries) as { [K in keyof T]?: string }) : undefined;
}
