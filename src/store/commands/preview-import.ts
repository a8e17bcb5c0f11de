import type { z } from 'zod';
import { ImportedContent, type ImportFile } from '../../api/schemas.ts';
import type { ImportPreview, ImportPreviewRow } from '../../api/types.ts';
import { type CsvColumn, readCsv } from '../../contact/import/read-csv.ts';
import { readVcards } from '../../contact/import/read-vcards.ts';
import type { ImportRow } from '../../contact/import/row.ts';
import { emailKeys, matchCard } from '../../contact/match.ts';
import { emptyCard, mergeCards } from '../../contact/merge.ts';
import { isBlank } from '../../contact/normalize.ts';
import { contactSummary } from '../answers.ts';
import type { Context } from '../context.ts';
import { decodeText } from '../decode-text.ts';
import { Problem } from '../problem.ts';
import { findContact } from '../sql/contacts.ts';
import { findOwners } from './find-owner.ts';

const maxRows = 2000;

/** What importing a file would mean. Throws `request-invalid` with what is wrong with the file. */
export async function previewImport(context: Context, file: z.output<typeof ImportFile>): Promise<ImportPreview> {
  const { columns, rows } = readFile(file);
  if (rows.length > maxRows) throw unreadable(`it holds ${rows.length} contacts, at most ${maxRows} are read at once`);
  const seen = new Map<string, number>();
  const answers: ImportPreviewRow[] = [];
  for (const [i, row] of rows.entries()) answers.push(await previewRow(context, i + 1, row, seen));
  const count = (outcome: ImportPreviewRow['outcome']) => answers.filter((row) => row.outcome === outcome).length;
  const counts = {
    new: count('new'),
    known: count('known'),
    changed: count('changed'),
    ambiguous: count('ambiguous'),
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

/** `seen`: which row of this file has which address. */
async function previewRow(
  context: Context,
  row: number,
  read: ImportRow,
  seen: Map<string, number>,
): Promise<ImportPreviewRow> {
  if ('problem' in read) return { row, outcome: 'invalid', reason: read.problem };
  const parsed = ImportedContent.safeParse({ ...read, card: mergeCards(emptyCard, read.card).card });
  if (!parsed.success) return { row, outcome: 'invalid', reason: reasonOf(parsed.error.issues) };
  const content = parsed.data;
  if (isBlank(content.card.fn)) return { row, outcome: 'invalid', reason: 'it has no name' };
  const earlier = emailKeys(content.card)
    .map((address) => seen.get(address))
    .find((found) => found !== undefined);
  for (const address of emailKeys(content.card)) if (!seen.has(address)) seen.set(address, row);
  if (earlier !== undefined) {
    return { row, outcome: 'ambiguous', reason: `row ${earlier} has one of its addresses`, content };
  }
  const [owner, ...others] = await findOwners(context, content.card);
  if (!owner) return { row, outcome: 'new', content };
  if (others.length > 0) {
    return { row, outcome: 'ambiguous', reason: `its addresses belong to ${others.length + 1} contacts`, content };
  }
  const [id, address] = owner;
  const contact = await findContact(context.db, context.tenant.id, id);
  if (!contact) return { row, outcome: 'new', content };
  const match = matchCard(contact, content.card);
  const reason = `known by ${address}`;
  const known = { row, reason, content, contact: contactSummary(contact) };
  return match.kind === 'known'
    ? { ...known, outcome: 'known' }
    : { ...known, outcome: 'changed', changes: match.changes };
}

const reasonOf = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.slice(1).join('.') || path.join('.')}: ${message}`)
    .join('; ')
    .slice(0, 500);
