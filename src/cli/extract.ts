import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { explain } from '../extract/explain.ts';
import { extractContact } from '../extract/extract-contact.ts';
import type { OpenMessage } from '../extract/message.ts';
import { type Answer, outputs } from './answers.ts';
import { explained } from './explained.ts';
import { masked } from './masked.ts';
import { formats, readInput } from './messages.ts';
import { oneOf } from './one-of.ts';

const help = `Usage: npm run --silent extract -- [OPTIONS] [PATH …]

Reads the contact out of each mail's signature, one answer for each mail, in the same order.

PATH is an .eml, .mbox or .jsonl file, or a folder of .eml and .mbox files; without one, standard input is read.

  --format FORMAT   how the input is written: ${formats.join(', ')}
                    (default: by the ending of its name; jsonl for standard input)
  --output FORMAT   what is printed: ${Object.keys(outputs).join(', ')} (default: jsonl)
  --explain         prints for each mail every line with its kind, the rule that claimed it, what was read from it,
                    and what was refused and why
  --mask            prints each mail as a line of jsonl without its words: names, numbers and text are replaced, the layout and
                    the words that extraction knows stay. Send that, not the mail, to report a misreading
  --help            prints this

A line of jsonl input is {"id", "headers": {"from", "to", "subject", …}, "text": string|null, "html": string|null}.
An answer is {"id", "contact", "signature": {"first", "last"}, "reason"}; contact is null when no person signs the mail,
and reason says which kind of mail it is. Of a mail larger than people write, "skipped" names the bounds beyond which it
was not read, as "lines-beyond-20000". The id of a mail in a file is the file's name. csv and vcard hold the contacts
alone. Input that cannot be read gives {"id", "error"} and a line on standard error; the rest is still read, and the exit
code is 1.
`;

/** `contact-inbox extract`: see its help. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      output: { type: 'string', default: 'jsonl' },
      explain: { type: 'boolean', default: false },
      mask: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  if (positionals.length === 0 && process.stdin.isTTY) throw new Error('Nothing to read: name a file, or see --help');
  const format = values.format === undefined ? undefined : oneOf(formats, values.format, '--format');
  const output = outputs[oneOf(Object.keys(outputs) as (keyof typeof outputs)[], values.output, '--output')];

  if (values.mask || values.explain) {
    const shown = (id: unknown, message: OpenMessage) =>
      values.mask ? `${JSON.stringify({ id: null, ...masked(message) })}\n` : explained(id, explain(message));
    await print(each(positionals, format, shown));
    return;
  }
  const count = { contacts: 0, messages: 0, errors: 0 };
  await print(output(counted(answers(positionals, format), count)));
  if (output === outputs.csv || output === outputs.vcard) {
    process.stderr.write(`Messages: ${count.messages}, with a contact: ${count.contacts}\n`);
  }
  if (count.errors > 0) process.exitCode = 1;
}

async function* answers(paths: string[], format: (typeof formats)[number] | undefined): AsyncGenerator<Answer> {
  for await (const { id, where, read } of readInput(paths, format)) {
    try {
      const { contact, signature, reason, skipped } = extractContact(read());
      yield { id, contact, signature, reason, ...(skipped && { skipped }) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${where}: ${message}\n`);
      yield { id, error: message };
    }
  }
}

async function* each(
  paths: string[],
  format: (typeof formats)[number] | undefined,
  shown: (id: unknown, message: OpenMessage) => string,
): AsyncGenerator<string> {
  for await (const { id, where, read } of readInput(paths, format)) {
    try {
      yield shown(id, read());
    } catch (error) {
      process.stderr.write(`${where}: ${error instanceof Error ? error.message : error}\n`);
      process.exitCode = 1;
    }
  }
}

async function* counted(
  answers: AsyncIterable<Answer>,
  count: { contacts: number; messages: number; errors: number },
): AsyncGenerator<Answer> {
  for await (const answer of answers) {
    count.messages++;
    if ('error' in answer) count.errors++;
    else if (answer.contact) count.contacts++;
    yield answer;
  }
}

/** Waits for a slow reader; one that has gone away, as `head` does, ends the work quietly. */
async function print(text: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(text), process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
