import type { Finding } from '../../contact/draft.ts';
import type { Line } from '../body-lines.ts';
import { wordsOf } from '../fold.ts';
import { valueLabels } from '../lexicon/tables.ts';
import type { Reading, Sheet } from '../sheet.ts';
import { without } from '../sheet.ts';
import { labelStart } from './label.ts';

/** The addresses in the signature, and the `mailto:` links that its text does not spell out. */
export function readEmails({ lines, sender }: Sheet): Reading {
  const found: Finding<string>[] = [];
  const add = (value: string, line: number, rule: string) => {
    if (!found.some((other) => other.value.toLowerCase() === value.toLowerCase())) {
      found.push({ value, basis: 'stated', line, rule });
    }
  };
  const rest = lines.map((line): Line => {
    const spans = [];
    const addresses = line.text.includes('@') ? line.text.matchAll(address()) : [];
    for (const match of addresses) {
      const start = match.index ?? 0;
      add(match[0], line.index, 'email');
      spans.push({ start: labelStart(line.text, start, 'email'), end: start + match[0].length });
    }
    const spelled = spelledOut(line.text, sender.domain);
    if (spelled) {
      add(spelled.value, line.index, 'email-spelled-out');
      spans.push({ start: labelStart(line.text, spelled.start, 'email'), end: spelled.end });
    }
    for (const link of line.links) {
      const linked = /^mailto:([^?\s]+)/i.exec(link)?.[1];
      if (linked && address().test(linked) && !line.text.includes(linked)) add(linked, line.index, 'email-link');
    }
    return spans.length > 0
      ? {
          ...line,
          text: without(line.text, spans).replace(/< ?\t *>|mailto: ?/gi, (gone) => ' '.repeat(gone.length)),
        }
      : line;
  });
  return { found: { email: found }, rest };
}

export const addressesIn = (text: string): string[] => text.match(address()) ?? [];

/** RFC 5322's plain form; Latin letters only, since in Japanese a word may touch it. */
const address = (): RegExp =>
  /(?<![\w.%+'-])[\p{Script=Latin}\d][\p{Script=Latin}\d._%+'-]{0,63}@[\p{Script=Latin}\d-]{1,63}(?:\.[\p{Script=Latin}\d-]{1,63}){1,8}/gu;

/** `ana (at) example.com`, where the line is labelled as an address or the domain is the sender's. */
function spelledOut(text: string, domain: string): { value: string; start: number; end: number } | undefined {
  if (!/\bat\b|\bAT\b/.test(text)) return undefined;
  const match = /([\w.+-]{1,64})\s*(?:\s|\(|\[)(?:at|AT)(?:\s|\)|\])\s*([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  const labelled = valueLabels().ending(wordsOf(text.slice(0, match.index)))?.value === 'email';
  if (!labelled && match[2].toLowerCase() !== domain) return undefined;
  return { value: `${match[1]}@${match[2]}`, start: match.index, end: match.index + match[0].length };
}
