import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { phoneNumberIn } from '../../src/contact/phone-number.ts';
import { extractContact } from '../../src/extract/extract-contact.ts';
import { htmlLines } from '../../src/extract/html-lines.ts';
import type { OpenMessage } from '../../src/extract/message.ts';
import { senderOf } from '../../src/extract/sender.ts';

/** A mail, and its text for the peers, which read plain text: where it has HTML only, that HTML's lines. */
export interface Prepared {
  message: OpenMessage;
  text: string;
  /** The telephone numbers in it, as they are written. */
  numbers: string[];
  from: { email: string; displayName: string };
}

/** One way to read a mail. */
export interface Contender {
  name: string;
  /** What it gives; no peer reads a contact. */
  returns: string;
  read?: (mail: Prepared) => unknown;
  /** Why it cannot be measured here; then there is no `read`. */
  absent?: string;
}

export function prepared(message: OpenMessage): Prepared {
  const { email, display } = senderOf(message.headers.from);
  const lines = () => [...htmlLines(message.html ?? '')].map((line) => line.text);
  const numbers = (extractContact(message).contact?.tel ?? []).map(({ value }) => value.text);
  return { message, text: message.text ?? lines().join('\n'), numbers, from: { email, displayName: display } };
}

export const ours: Contender = {
  name: 'extractContact',
  returns: 'contact with every field, signature block',
  read: ({ message }) => extractContact(message),
};

/**
 * What nothing is faster than that looks at every line, that has each telephone number of the mail checked once by the library we
 * trust for it, or each tag of its HTML told by the library for that.
 */
export const limits = (mails: OpenMessage[]): Contender[] => [
  {
    name: 'limit: lines, one expression',
    returns: 'nothing',
    read: ({ text }) => {
      let hits = 0;
      for (const line of text.split('\n')) if (oneExpression.test(line)) hits++;
      return hits;
    },
  },
  {
    name: 'limit: libphonenumber-js alone',
    returns: 'whether the numbers, found already, are valid',
    read: ({ numbers }) => numbers.map((number) => phoneNumberIn(number, 'US')?.isValid()),
  },
  ...(mails.every(({ html }) => html)
    ? [
        {
          name: 'limit: htmlparser2 alone',
          returns: 'nothing',
          read: ({ message }: Prepared) => new Parser({}).end(message.html ?? ''),
        },
      ]
    : []),
];

const oneExpression = /@|\d{4}/;

export const installCommand = 'npm ci --prefix tests/bench/peers';
const folder = join(import.meta.dirname, 'peers');
const load = createRequire(join(folder, 'package.json'));

/** The npm packages people take for this, each called as its own documentation says. */
export const peers = (): Contender[] => [
  peer('email-signature-detector', 'signature block', (name) => {
    const { getSignature } = load(name) as { getSignature: (text: string, from: Prepared['from']) => unknown };
    return ({ text, from }) => getSignature(text, from);
  }),
  peer('talon', 'signature block, text without it', (name) => {
    const { signature } = load(name) as { signature: { bruteforce: { extractSignature: (text: string) => unknown } } };
    const { extractSignature } = signature.bruteforce;
    return ({ text }) => extractSignature(text);
  }),
  peer('talonjs', 'reply only', (name) => {
    const { quotations } = load(name) as { quotations: { extractFromPlain: (text: string) => unknown } };
    return ({ text }) => quotations.extractFromPlain(text);
  }),
  peer('email-reply-parser', 'reply, signature and quotation apart', (name) => {
    const { default: Parser } = load(name) as { default: new () => { read: (text: string) => unknown } };
    return ({ text }) => new Parser().read(text);
  }),
  peer('planer', 'reply only', (name) => {
    const { extractFrom } = load(name) as { extractFrom: (text: string, contentType: string) => unknown };
    return ({ text }) => extractFrom(text, 'text/plain');
  }),
];

function peer(name: string, returns: string, loaded: (name: string) => NonNullable<Contender['read']>): Contender {
  const manifest = join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) return { name, returns, absent: `not installed: ${installCommand}` };
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  try {
    return { name: `${name} ${version}`, returns, read: loaded(name) };
  } catch (error) {
    return { name: `${name} ${version}`, returns, absent: `does not load: ${reasonOf(error)}` };
  }
}

export const reasonOf = (error: unknown): string => String(error instanceof Error ? error.message : error).slice(0, 80);
