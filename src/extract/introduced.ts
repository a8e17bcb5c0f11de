import { latinGivenNames } from '../contact/data/given-names.ts';
import { isJapaneseSurname } from '../contact/data/surnames.ts';
import type { Finding, Name } from '../contact/draft.ts';
import { afterClosing } from './after-closing.ts';
import type { Line } from './body-lines.ts';
import { nameParts } from './fields/name.ts';
import { squash } from './fold.ts';
import { isOccupationWord, looksLikeName } from './person.ts';
import type { Sender } from './sender.ts';

/**
 * Who signs a desk's mail with its firm alone and has said above who they are: `ほしぞら商店の営業部の青柳です。`, `(주)푸른길 서하늘입니다.`
 * with nothing but greetings, firm and units before; `My name is Ana Ruiz.`, `Chiedete di me, Ada Airone.` as a sentence. `inferred`,
 * as it stands outside the signature; nothing is read below a quotation or what announces one.
 */
export function introduced(body: Line[], sender: Sender): { fn?: Finding<string>; n?: Finding<Name> } {
  for (const { text, index } of body) {
    const [, units = '', own = '', spelled] =
      /^(?:(?:[^は様「]{0,30}[、。,.!]\s?)?\n[\sの](?:([^は様]{2,16}?)[\sの])?([^\sの]{2,5}?)(?:です|と申します|입니다)(?=[。.、]|$)|(?:(?:[^"“„«:]{0,160}[.!?] )?M(?:y name is|ein Name ist|i chiamo)|[^"“„«:]{0,160}[Cc]hied\p{Ll}+ di me,) (\p{Lu}\p{L}+ \p{Lu}\p{L}+)(?=[,.!]|$))/u.exec(
        text.replace(sender.display || '\n', '\n'),
      ) ?? [];
    const value = spelled ?? (isPerson(own, units) ? own : '');
    if (looksLikeName(value)) {
      const fn: Finding<string> = { value, basis: 'inferred', line: index, rule: 'name-introduced' };
      return { fn, n: nameParts(fn, sender) };
    }
    if (/["“„«]|\s\p{Ll}+:$/u.test(text)) break;
  }
  return {};
}

/** `Anna` below `Liebe Grüße` of `Werkstatt Reiher <hallo@…>`: who signs a desk's mail with nothing but a first name. */
export function firstNameOnly(lines: Line[], sender: Sender): { fn?: Finding<string>; n?: Finding<Name> } {
  const at = lines.findIndex(({ text }) => text.length < 60 && afterClosing(text, sender) === '');
  const next = lines.slice(at + 1).find(({ text }) => text.trim());
  const value = /^-{0,2}\s?(\p{Lu}\p{Ll}{1,14})[.!]?$/u.exec(next?.text.trim() ?? '')?.[1] ?? '';
  const own = squash(sender.display) + squash(sender.domain);
  if (at < 0 || !next || !latinGivenNames().has(squash(value)) || own.includes(squash(value))) return {};
  const fn: Finding<string> = { value, basis: 'stated', line: next.index, rule: 'name-first' };
  return { fn, n: nameParts(fn, sender) };
}

/** A Japanese surname, or a Korean name of three letters whose last ends hardly any word: not `금요일`, `서비스`. */
const isPerson = (name: string, units: string): boolean =>
  (!units || isOccupationWord(units) || /事務|受付/.test(units)) &&
  (isJapaneseSurname(name) || /^..[영희숙민현준은혜늘]$/.test(name));
