import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { splitMbox } from './mbox.ts';
import type { MailMessage } from './message.ts';
import { maxMailBytes, readEml } from './read.ts';

/** A mail and where it lies: the file's path, for a mail in an mbox `inbox.mbox#3`; `error` says why it gave no message. */
export type MailEntry = { name: string; message: MailMessage } | { name: string; error: Error };

/**
 * Reads an `.eml` file, an mbox, or every `.eml` and `.mbox` file of a folder and the folders in it, in the order of their
 * names. Never throws: what cannot be read comes as an entry with an error, and the rest follows.
 */
export async function* readMailPath(path: string): AsyncGenerator<MailEntry> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* readFolder(path);
    else if (await isMbox(path)) yield* readMbox(path, createReadStream(path));
    else yield await readEntry(path, buffer(createReadStream(path, { end: maxMailBytes - 1 })));
  } catch (error) {
    yield { name: path, error: error as Error };
  }
}

/** The mails of an mbox as they come; `name` stands before the `#` of each entry. */
export async function* readMbox(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<MailEntry> {
  let count = 0;
  for await (const mail of splitMbox(chunks)) yield await readEntry(`${name}#${++count}`, mail);
}

async function* readFolder(folder: string): AsyncGenerator<MailEntry> {
  const files = (await readdir(folder, { withFileTypes: true, recursive: true }))
    .filter((file) => file.isFile() && /\.eml$|(?:^|\.)mbox$/i.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort();
  if (files.length === 0) throw new Error('There is no .eml or .mbox file in this folder');
  for (const file of files) yield* readMailPath(file);
}

async function readEntry(name: string, bytes: Uint8Array | Promise<Uint8Array>): Promise<MailEntry> {
  try {
    return { name, message: await readEml(await bytes) };
  } catch (error) {
    return { name, error: error as Error };
  }
}

/** By its ending, or by the `From ` that an mbox without one (Thunderbird's `Inbox`) begins with. */
async function isMbox(path: string): Promise<boolean> {
  if (/\.mbox$/i.test(path)) return true;
  if (/\.eml$/i.test(path)) return false;
  const file = await open(path);
  try {
    const { buffer: start, bytesRead } = await file.read(Buffer.alloc(5), 0, 5, 0);
    return bytesRead === 5 && start.toString('latin1') === 'From ';
  } finally {
    await file.close();
  }
}
