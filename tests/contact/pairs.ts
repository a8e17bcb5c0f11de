import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ContactCard } from '../../src/contact/card.ts';
import type { TelType } from '../../src/contact/draft.ts';
import { emptyCard } from '../../src/contact/merge.ts';

export interface Pair {
  /** The heading it stands under. */
  kind: string;
  truth: 'same' | 'different' | 'ask';
  a: ContactCard;
  b: ContactCard;
  /** As it is written. */
  line: string;
}

/** The labelled pairs of tests/contact/pairs: who is one person and who is not. */
export function readPairs(): Pair[] {
  const folder = path.resolve('tests/contact/pairs'); // npm and jest start in the root
  const pairs: Pair[] = [];
  for (const file of readdirSync(folder).sort()) {
    let kind = '';
    for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
      if (line.startsWith('## ')) kind = line.slice(3);
      const [, truth, a, b] = /^(same|different|ask): (.*?) \/\/ (.*)$/.exec(line) ?? [];
      if (truth) pairs.push({ kind, truth: truth as Pair['truth'], a: cardOf(a ?? ''), b: cardOf(b ?? ''), line });
      else if (/^\w+:/.test(line)) throw new Error(`${file}: not a pair: ${line}`);
    }
  }
  return pairs;
}

/** `Ana Ruiz; ana@kite.example; co=Kite; cell=+442079460901 x7`. */
function cardOf(text: string): ContactCard {
  const [fn = '', ...values] = text.split(';').map((value) => value.trim());
  const card: ContactCard = { ...emptyCard, fn, email: [], tel: [], social: [] };
  for (const value of values) {
    const [, key = value.includes('@') ? 'email' : 'tel', said = value] = /^(\w+)=(.*)$/.exec(value) ?? [];
    set(card, key, said);
  }
  return card;
}

function set(card: ContactCard, key: string, value: string): void {
  const [, e164, ext] = /^(\+\d+)(?: x(\d+))?$/.exec(value) ?? [];
  if (e164) card.tel.push({ text: e164, e164, ...(key !== 'tel' && { type: telTypeOf(key) }), ...(ext && { ext }) });
  else if (key === 'email') card.email.push(value);
  else if (key === 'co') card.org = { name: value, units: [] };
  else if (key === 'unit') card.org = { name: card.org?.name ?? '', units: [value] };
  else if (key === 'title') card.title = value;
  else if (key === 'in') card.social.push({ service: 'LinkedIn', url: `https://${value}` });
  else if (key === 'n') card.n = parts(value, ',');
  else if (key === 'kana') card.phonetic = { ...parts(value, ' '), script: 'kana' };
  else if (key === 'romaji') card.phonetic = { ...turned(parts(value, ' ')), script: 'latin' };
  else throw new Error(`No such value: ${key}=${value}`);
}

const telTypeOf = (key: string): TelType => key as TelType;

function parts(text: string, separator: string): { family: string; given: string } {
  const [family = '', given = ''] = text.split(separator);
  return { family, given };
}

const turned = ({ family, given }: { family: string; given: string }) => ({ family: given, given: family });
