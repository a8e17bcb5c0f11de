import type { CountryCode } from 'libphonenumber-js/core';
import type { ContactDraft, Finding } from '../contact/draft.ts';
import type { Line } from './body-lines.ts';
import { languageOf } from './language.ts';
import { readFields } from './read-fields.ts';
import { type regionOf, spokenIn, statedRegion } from './region.ts';
import { type Sender, senderOf } from './sender.ts';

/** Keeps texts by text, as many as whoever made it wants. */
export interface TextMemory {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

/**
 * For `extractContact`, where many mails of the same people are read: what was made of a From header, and of the lines of a
 * signature, is remembered for the next mail that has exactly the same. It gives what would be found without: all that the
 * functions look at is in the key. The body above the signature is not.
 */
export function remembering(memory: TextMemory): {
  senderOf: typeof senderOf;
  readFields: typeof readFields;
  regionOf: typeof regionOf;
} {
  const remember = (key: string, work: () => string): string => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const made = work();
    memory.set(key, made);
    return made;
  };
  return {
    senderOf: (from) => JSON.parse(remember(`from ${from}`, () => JSON.stringify(senderOf(from)))) as Sender,
    regionOf: (signature, body, domain) => {
      const lines = JSON.stringify([domain, signature.map(({ text }) => text)]);
      const stated = remember(`region ${lines}`, () => statedRegion(signature, domain) ?? '');
      if (stated) return stated as CountryCode;
      const language = languageOf(signature, body);
      if (language === 'zh') return spokenIn(language, signature, body); // by the letters of the whole body
      return (remember(`${language} ${lines}`, () => spokenIn(language, signature, body) ?? '') || undefined) as
        | CountryCode
        | undefined;
    },
    readFields: (sheet) => {
      const { lines, sender, region, trace } = sheet;
      const first = lines[0]?.index ?? 0;
      if (trace) return readFields(sheet); // somebody wants to see it read
      const key = `lines ${JSON.stringify([sender, region, lines.map((line) => keyOf(line, first))])}`;
      const known = remember(key, () => JSON.stringify(moved(readFields(sheet), -first)));
      return moved(JSON.parse(known) as ContactDraft, first);
    },
  };
}

/** All that a line is, its place counted from the signature's first line. Most are written as they are read. */
const keyOf = ({ index, text, written, links, marked }: Line, first: number): unknown[] => [
  index - first,
  text,
  written === text ? 0 : written,
  links,
  marked,
];

/** The same draft, of lines that stand so much further down. */
function moved(draft: ContactDraft, by: number): ContactDraft {
  for (const part of Object.values(draft)) {
    for (const finding of [part].flat() as Finding<unknown>[]) if (finding.line !== undefined) finding.line += by;
  }
  return draft;
}
