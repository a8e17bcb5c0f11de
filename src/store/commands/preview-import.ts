import type { z } from 'zod';
import { ImportedContent, type ImportFile } from '../../api/schemas.ts';
import type { ImportPreview, ImportPreviewRow } from '../../api/types.ts';
import type { ContactCard } from '../../contact/card.ts';
import { type CsvColumn, readCsv } from '../../contact/import/read-csv.ts';
import { readVcards } from '../../contact/import/read-vcards.ts';
import type { ImportRow } from '../../contact/import/row.ts';
import { emailKeys, matchCards } from '../../contact/match.ts';
import { matchKeys } from '../../contact/match-keys.ts';
import { emptyCard, mergeCards } from '../../contact/merge.ts';
import { isBlank } from '../../contact/normalize.ts';
import type { Context } from '../context.ts';
import { decodeText } from '../decode-text.ts';
import { Problem } from '../problem.ts';
import { matchAnswer, matchContacts, rolesOf } from './match-contacts.ts';
import { isSuppressed } from './suppress.ts';

const maxRows = 2000;

/** What importing a file would mean. Throws `request-invalid` with what is wrong with the file. */
export async function previewImport(context: Context, file: z.output<typeof ImportFile>): Promise<ImportPreview> {
  const { columns, rows } = readFile(file);
  if (rows.length > maxRows) throw unreadable(`it holds ${rows.length} contacts, at most ${maxRows} are read at once`);
  const earlier = earlierRows(rolesOf(context.tenant));
  const answers: ImportPreviewRow[] = [];
  for (const [i, row] of rows.entries()) answers.push(await previewRow(context, i + 1, row, earlier));
  const count = (outcome: ImportPreviewRow['outcome']) => answers.filter((row) => row.outcome === outcome).length;
  const counts = {
    new: count('new'),
    known: count('known'),
    changed: count('changed'),
    ambiguous: count('ambiguous'),
    suppressed: count('suppressed'),
    invalid: count('invalid'),
  };
  return { ...(columns && { columns }), counts, rows: answers };
}

function readFile({ format, file, columns = {} }: z.output<typeof ImportFile>): {
  columns?: CsvColumn[];
  rows: ImportRow[];
} {
  const text = decodeText(Buffer.from(file, 'base64'));
  if (text === undefined) throw unreadable('it is no text in UTF-8, UTF-16 or Shift_JIS');
  if (format === 'vcard') return { rows: readVcards(text) };
  try {
    return readCsv(text, columns);
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : 'it is not CSV');
  }
}

const unreadable = (what: string): Problem =>
  new Problem('request-invalid', `The file cannot be imported: ${what}`, {
    errors: [{ path: 'body.file', message: what.slice(0, 200) }],
  });

async function previewRow(
  context: Context,
  row: number,
  read: ImportRow,
  earlier: EarlierRows,
): Promise<ImportPreviewRow> {
  if ('problem' in read) return { row, outcome: 'invalid', reason: read.problem };
  const parsed = ImportedContent.safeParse({ ...read, card: mergeCards(emptyCard, read.card).card });
  if (!parsed.success) return { row, outcome: 'invalid', reason: reasonOf(parsed.error.issues) };
  const content = parsed.data;
  if (isBlank(content.card.fn)) return { row, outcome: 'invalid', reason: 'it has no name' };
  const double = earlier.like(content.card);
  earlier.add(row, content.card);
  if (double) return { row, outcome: 'ambiguous', reason: `row ${double} may be the same person`, content };
  return { row, content, ...(await matchedRow(context, content.card)) };
}

async function matchedRow(context: Context, card: ContactCard): Promise<Omit<ImportPreviewRow, 'row' | 'content'>> {
  const match = await matchAnswer(context, await matchContacts(context, card));
  if (match.kind === 'changed') {
    const { contact, reasons, changes } = match;
    return { outcome: 'changed', contact, reasons, changes };
  }
  if (match.kind === 'known') return { outcome: 'known', contact: match.contact, reasons: match.reasons };
  if (await isSuppressed(context, card.email)) {
    return { outcome: 'suppressed', reason: 'the user or the organisation wants nothing of this person' };
  }
  if (match.kind === 'new') return { outcome: 'new' };
  return { outcome: 'ambiguous', reason: 'several contacts may be this person', candidates: match.candidates };
}

interface EarlierRows {
  add(row: number, card: ContactCard): void;
  /** The number of one that is, or may be, the same person. */
  like(card: ContactCard): number | undefined;
}

/** The rows of a file so far, found as contacts are: by address and by what else they have in common. */
function earlierRows(roles: ReadonlySet<string>): EarlierRows {
  const byKey = new Map<string, { row: number; card: ContactCard }[]>();
  const keysOf = (card: ContactCard): string[] => [...emailKeys(card), ...matchKeys(card)];
  return {
    add(row, card) {
      const one = { row, card };
      for (const key of keysOf(card)) {
        const rows = byKey.get(key);
        if (!rows) byKey.set(key, [one]);
        else if (rows.length < rowsPerKey) rows.push(one);
      }
    },
    like(card) {
      const found = new Set(keysOf(card).flatMap((key) => byKey.get(key) ?? []));
      const match = matchCards(card, [...found], roles);
      if (match.kind === 'new') return undefined;
      return match.kind === 'ambiguous' ? match.candidates[0]?.contact.row : match.contact.row;
    },
  };
}

const rowsPerKey = 20;

const reasonOf = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.slice(1).join('.') || path.join('.')}: ${message}`)
    .join('; ')
    .slice(0, 500);
