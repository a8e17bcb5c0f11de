import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { byOperator } from '../store/by-operator.ts';
import { exportContacts } from '../store/commands/export-contacts.ts';
import { importContacts } from '../store/commands/import-contacts.ts';
import { previewImport } from '../store/commands/preview-import.ts';
import type { Step } from '../store/routes/handlers.ts';
import { openDatabase } from '../store/sql/database.ts';
import { databaseEnvironment, databaseHelp } from './environment.ts';
import { oneOf } from './one-of.ts';

const help = `Usage: npm run --silent contact-inbox -- contacts export --domain DOMAIN [OPTIONS] > FILE
       npm run contact-inbox -- contacts import --domain DOMAIN --as ADDRESS [OPTIONS] FILE

Writes the contacts of an organisation to standard output, or saves those of a file of at most 2,000: new ones, and what is
new of known ones. Rows that are ambiguous, invalid, or of people whom nobody wants, are named and left out. History and audit log
tell who did it.

  --domain DOMAIN     the organisation's primary Workspace domain
  --format FORMAT     csv, vcard (4.0) or vcard3 (default: csv; import goes by the file's name)
  --search WORDS      export only those that a search finds
  --as ADDRESS        on whose behalf (export: operator, when absent)
  --preview           import: only say what would happen

Its environment:

${databaseHelp}
`;

/** `contact-inbox contacts`: see its help. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [command, file, ...rest] = positionals;
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const isExport = command === 'export' && file === undefined;
  const isImport = command === 'import' && file !== undefined && rest.length === 0;
  if (!isExport && !isImport) throw new Error('Say contacts export or contacts import FILE; contacts --help says more');
  if (!values.domain) throw new Error('--domain is missing: whose contacts?');
  if (isImport && !values.as) throw new Error('--as is missing: on whose behalf are they imported?');
  const { db, close } = await openDatabase(databaseEnvironment(process.env));
  try {
    const step = byOperator(db, values.domain.toLowerCase(), values.as?.toLowerCase() ?? 'operator');
    if (isExport) await write(step, values);
    else if (file !== undefined) await read(step, file, values);
  } finally {
    await close();
  }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      domain: { type: 'string' },
      format: { type: 'string' },
      search: { type: 'string' },
      as: { type: 'string' },
      preview: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
type Values = ReturnType<typeof parse>['values'];

async function write(step: Step, { format = 'csv', search }: Values): Promise<void> {
  const chosen = oneOf(['csv', 'vcard', 'vcard3'], format, '--format');
  const { pieces } = exportContacts(step, chosen, search === undefined ? {} : { q: search });
  await pipeline(Readable.from(pieces), process.stdout, { end: false });
}

async function read(step: Step, path: string, { format, preview }: Values): Promise<void> {
  const byName = /^\.(vcf|vcard)$/i.test(extname(path)) ? 'vcard' : 'csv';
  const chosen = oneOf(['csv', 'vcard'], format ?? byName, '--format');
  const file = (await readFile(path)).toString('base64');
  const { rows, counts } = await step((context) => previewImport(context, { format: chosen, file }));
  const left = rows.filter(({ outcome }) => leftOut.has(outcome));
  for (const { row, outcome, reason } of left) process.stdout.write(`row ${row}: ${outcome}, ${reason}\n`);
  const told = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  process.stdout.write(`${told.join(', ')}\n`);
  if (preview) return;
  const contents = rows.flatMap(({ outcome, content }) => (content && !leftOut.has(outcome) ? [content] : []));
  for (let i = 0; i < contents.length; i += atOnce) {
    await step((context) => importContacts(context, contents.slice(i, i + atOnce)));
  }
  process.stdout.write(`Imported ${contents.length}\n`);
}

const leftOut: ReadonlySet<string> = new Set(['ambiguous', 'suppressed', 'invalid']);
const atOnce = 200;
