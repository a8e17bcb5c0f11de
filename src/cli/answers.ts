import { cardFrom } from '../contact/card.ts';
import { csvHead, csvRow } from '../contact/csv.ts';
import type { ContactDraft } from '../contact/draft.ts';
import { vcardFrom } from '../contact/vcard.ts';
import type { Extraction } from '../extract/extraction.ts';

/** What is said of one message: what extraction found, or why it could not be read. */
export type Answer = { id: unknown } & (
  | Pick<Extraction, 'contact' | 'signature' | 'reason' | 'skipped'>
  | { error: string }
);

type Output = (answers: AsyncIterable<Answer>) => AsyncGenerator<string>;

/** The ways to print answers, by their name on the command line. */
export const outputs = { jsonl, json, csv, vcard } satisfies Record<string, Output>;

async function* jsonl(answers: AsyncIterable<Answer>): AsyncGenerator<string> {
  for await (const answer of answers) yield `${JSON.stringify(answer)}\n`;
}

async function* json(answers: AsyncIterable<Answer>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const answer of answers) {
    yield before + JSON.stringify(answer, null, 2);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function* csv(answers: AsyncIterable<Answer>): AsyncGenerator<string> {
  yield csvHead();
  for await (const contact of contacts(answers)) yield csvRow(cardFrom(contact));
}

async function* vcard(answers: AsyncIterable<Answer>): AsyncGenerator<string> {
  for await (const contact of contacts(answers)) yield vcardFrom(cardFrom(contact));
}

async function* contacts(answers: AsyncIterable<Answer>): AsyncGenerator<ContactDraft> {
  for await (const answer of answers) if ('contact' in answer && answer.contact) yield answer.contact;
}
