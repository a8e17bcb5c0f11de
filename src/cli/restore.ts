import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type BackupSize, restore } from '../store/backup.ts';
import { connectDatabase } from '../store/sql/database.ts';
import { databaseEnvironment, databaseHelp } from './environment.ts';
import { readLines } from './lines.ts';
import { oneFile } from './one-file.ts';

const help = `Usage: npm run --silent contact-inbox -- restore FILE

Reads what contact-inbox backup wrote, of this version or an older one, into an empty database and brings it up to date;
- reads standard input. A damaged or incomplete file leaves the database empty. Its environment:

${databaseHelp}
`;

/** `contact-inbox restore`: see its help. */
export async function run(args: string[]): Promise<void> {
  const file = oneFile(args, 'restore', help);
  if (file === undefined) return;
  const { db, close } = await connectDatabase(databaseEnvironment(process.env));
  let size: BackupSize | undefined;
  try {
    await pipeline(file === '-' ? process.stdin : createReadStream(file), createGunzip(), async (chunks) => {
      size = await restore(db, linesIn(chunks));
    });
  } catch (error) {
    throw new Error(`Cannot restore ${file}: ${told(error)}`, { cause: error });
  } finally {
    await close();
  }
  process.stdout.write(`Restored ${size?.rows} rows of ${size?.tables} tables\n`);
}

async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const line of readLines(chunks)) {
    if (line instanceof Error) throw line;
    yield line;
  }
}

/** What zlib says of a file that is cut or none of ours; the database's words could quote rows. */
function told(error: unknown): string {
  const { code, message, severity } = error as { code?: string; message?: string; severity?: string };
  if (code?.startsWith('Z_')) return 'it is cut off, damaged or no backup';
  return severity ? `the database refused it (${code})` : `${message}`;
}
