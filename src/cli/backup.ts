import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type BackupSize, backUp } from '../store/backup.ts';
import { connectDatabase, type DatabaseLocation } from '../store/sql/database.ts';
import { databaseEnvironment, databaseHelp } from './environment.ts';
import { oneFile } from './one-file.ts';

const help = `Usage: npm run --silent contact-inbox -- backup FILE

Writes all that the store's database holds, of one moment, into a new file that only this user may read; - writes to
standard output. The store may go on working on PostgreSQL; a folder is of one process at a time, so stop the store first.
contact-inbox restore reads it back, into PostgreSQL or a folder, whichever it came from. It is gzipped, and holds people's
data: keep it as safe as the database. Its environment:

${databaseHelp}
`;

/** `contact-inbox backup`: see its help. */
export async function run(args: string[]): Promise<void> {
  const file = oneFile(args, 'backup', help);
  if (file === undefined) return;
  const location = databaseEnvironment(process.env);
  const { tables, rows } = file === '-' ? await backUpTo(process.stdout, location) : await backUpFile(file, location);
  process.stderr.write(`Backed up ${rows} rows of ${tables} tables\n`);
}

/** The file appears under its name when it is whole. */
async function backUpFile(file: string, location: DatabaseLocation): Promise<BackupSize> {
  if (existsSync(file)) throw new Error(`${file} exists already: name a new file`);
  const partial = `${file}.partial`;
  try {
    const size = await backUpTo(createWriteStream(partial, { mode: 0o600, flush: true }), location);
    await rename(partial, file);
    return size;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function backUpTo(out: Writable, location: DatabaseLocation): Promise<BackupSize> {
  const gzip = createGzip();
  const written = pipeline(gzip, out, { end: out !== process.stdout });
  written.catch(() => {}); // told below
  const write = async (line: string) => {
    if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, 'drain'), written]);
  };
  const { db, close } = await connectDatabase(location);
  try {
    const size = await backUp(db, new Date(), write);
    gzip.end();
    await written;
    return size;
  } finally {
    gzip.destroy();
    await written.catch(() => {});
    await close();
  }
}
