import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { headersFrom } from '../extract/headers.ts';
import type { OpenMessage } from '../extract/message.ts';
import type { MailMessage } from '../mail/message.ts';
import { type MailEntry, readMailPath, readMbox } from '../mail/open.ts';
import { readEml } from '../mail/read.ts';
import { readLines } from './lines.ts';

export const formats = ['jsonl', 'eml', 'mbox'] as const;
export type Format = (typeof formats)[number];

/** A message of the input, not looked at yet: `read` throws an Error that says what is wrong with it. */
export interface Input {
  /** The id a line gives, whatever it is; null when it gives none; of a mail in a file the file's name. */
  id: unknown;
  /** Where it stands, for a person: `messages.jsonl, line 3`. */
  where: string;
  read: () => OpenMessage;
}

/** The messages of the files, or of standard input when there is none; without `format`, a file's ending tells it. */
export async function* readInput(paths: string[], format?: Format): AsyncGenerator<Input> {
  if (paths.length === 0) yield* readStream('standard input', process.stdin, format ?? 'jsonl');
  for (const path of paths) {
    if (format && !(await isFolder(path))) yield* readStream(path, createReadStream(path), format);
    else if (/\.(?:jsonl|ndjson)$/i.test(path)) yield* readStream(path, createReadStream(path), 'jsonl');
    else yield* fromMail(readMailPath(path));
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function* readStream(name: string, bytes: AsyncIterable<Uint8Array>, format: Format): AsyncGenerator<Input> {
  try {
    if (format === 'jsonl') yield* fromLines(name, readLines(bytes));
    else if (format === 'mbox') yield* fromMail(readMbox(name, bytes));
    else yield* fromMail([{ name, message: await readEml(await buffer(bytes as NodeJS.ReadableStream)) }]);
  } catch (error) {
    yield failed(name, name, error);
  }
}

async function* fromMail(entries: AsyncIterable<MailEntry> | MailEntry[]): AsyncGenerator<Input> {
  for await (const entry of entries) {
    const { name } = entry;
    if ('error' in entry) yield failed(name, name, entry.error);
    else yield { id: name, where: name, read: () => messageOf(entry.message) };
  }
}

function messageOf({ headers, text, html }: MailMessage): OpenMessage {
  const get = (name: string) => headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
  return { headers: headersFrom(get), text, html };
}

/** Blank lines are no messages. */
async function* fromLines(name: string, lines: AsyncIterable<string | Error>): AsyncGenerator<Input> {
  let number = 0;
  for await (const line of lines) {
    const where = `${name}, line ${++number}`;
    if (line instanceof Error) yield failed(null, where, line);
    else if (line.trim() !== '') yield fromLine(line, where);
  }
}

function fromLine(line: string, where: string): Input {
  try {
    const value: unknown = JSON.parse(line);
    if (!isRecord(value)) return failed(null, where, new Error('This line is not a JSON object'));
    const { id = null } = value;
    return { id, where: id === null ? where : `${where} (id ${JSON.stringify(id)})`, read: () => messageIn(value) };
  } catch {
    return failed(null, where, new Error('This line is not JSON')); // the parser's own message quotes the mail
  }
}

function messageIn({ headers = {}, text, html }: Record<string, unknown>): OpenMessage {
  if (!isRecord(headers)) throw new Error('"headers" is not an object');
  const values = new Map(Object.entries(headers).map(([name, value]) => [headerKey(name), value]));
  const get = (name: string) => {
    const value = values.get(headerKey(name));
    return typeof value === 'string' ? value : undefined;
  };
  return { headers: headersFrom(get), text: body('text', text), html: body('html', html) };
}

/** `listUnsubscribe`, `list_unsubscribe` and `List-Unsubscribe` are one; so is a name with and without `X-`. */
const headerKey = (name: string): string => name.replace(/^X-/i, '').replace(/[-_]/g, '').toLowerCase();

function body(name: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new Error(`"${name}" is neither a string nor null`);
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function failed(id: unknown, where: string, error: unknown): Input {
  return {
    id,
    where,
    read: () => {
      throw error;
    },
  };
}
