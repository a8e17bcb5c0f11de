import { afterClosing } from './after-closing.ts';
import { type Line, textOf } from './body-lines.ts';
import { phrasesOf } from './fields/phrase.ts';
import { squash, wordsOf } from './fold.ts';
import { honorifics } from './lexicon/tables.ts';
import { namesSender } from './names-sender.ts';
import { inOrder, isOccupationWord, looksLikeName } from './person.ts';
import type { Sender } from './sender.ts';

/**
 * The person of `Maxine Reiher <studio@maxinereiher.example>`, whose own domain is as a firm's would be: they sign with `Maxine` or
 * `Cheers, M.`, with a title beside the name or below it, or with one before it.
 */
export function withOwnDomain(sender: Sender, lines: Line[]): Sender {
  if (!sender.isHouse || !looksLikeName(sender.display) || isOccupationWord(sender.display)) return sender;
  const person = { ...sender, name: inOrder(sender.display, sender.local), org: undefined, isHouse: false };
  return lines.some((line, i) => isSignedBy(person, line.text, textOf(lines[i + 1]))) ? person : sender;
}

function isSignedBy(person: Sender, text: string, below: string): boolean {
  if (text.length > 120) return false;
  const own = afterClosing(text, person) || text;
  const named = namesSender(own, person);
  if (named === 'part') return wordsOf(own).length === 1 && squash(own) !== wordsOf(person.display).slice(-1)[0];
  if (named === undefined) return false;
  const before = wordsOf(text.slice(0, Math.max(0, text.indexOf(person.display))));
  const rest = text.slice(text.indexOf(person.display) + person.display.length);
  return (
    honorifics().match(before, 0) !== undefined ||
    [rest.replace(/^[\s,|–—-]{1,5}/u, ''), below].some((piece) => phrasesOf(piece).some(({ kind }) => kind === 'title'))
  );
}
