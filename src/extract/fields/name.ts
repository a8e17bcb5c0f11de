import type { Finding, Name, Phonetic } from '../../contact/draft.ts';
import type { Line } from '../body-lines.ts';
import { isPersonalAddress, isRole } from '../desk-address.ts';
import { firstLabel } from '../domain-label.ts';
import { hasCjk, squash, wordsOf } from '../fold.ts';
import { orgForms, titleWords, unitWords } from '../lexicon/tables.ts';
import { namesSender } from '../names-sender.ts';
import { bareName, isOccupationWord, looksLikeName, splitName } from '../person.ts';
import type { Sender } from '../sender.ts';
import { type Cell, cellsOf, type Reading, type Sheet, type Span, without } from '../sheet.ts';
import { bare } from '../signature-lines.ts';
import { trimmedEnd } from '../trim.ts';
import { cjkNameIn, fullName, signedPart } from './header-name.ts';
import { labelled } from './label.ts';
import { beginsFirm, type Place, spaced } from './name-place.ts';
import { partsIn } from './parts-in.ts';
import { phoneticBeside } from './phonetic.ts';
import { phrasesOf } from './phrase.ts';
import { cjkUnknown, isNoName, unknownName } from './unknown-name.ts';

/** The sender's name as the signature has it, completed from the From header where only a part is signed. */
export function readName({ lines, sender, found: { email = [] } }: Sheet): Reading {
  const cells = cellsOf(lines);
  const found =
    labelledName(cells, sender) ??
    (isFirm(cells, sender) ? unknownName(cells, { ...sender, name: undefined }) : undefined) ??
    fullName(cells, sender) ??
    unknownName(cells, sender) ??
    signedPart(cells, sender);
  const place = found && (kanjiBefore(lines, found) ?? kanjiBeside(cells, found) ?? found);
  if (!place || isSomebodyToAsk(place, email, sender)) return { found: fromHeader(sender), rest: lines };
  const completed = place.rule === 'name-completed' || shortensGiven(place.text, sender.name);
  const fn: Finding<string> = {
    value: completed ? withAccents(sender.name ?? place.text, place.text) : place.text,
    basis: completed ? 'inferred' : 'stated',
    line: place.cell.line,
    rule: completed ? 'name-completed' : place.rule,
  };
  const beside = phoneticBeside(lines, place.cell.row, place.text, sender.local);
  const header =
    sender.name && hasCjk(fn.value) && (sender.also || !hasCjk(sender.name)) ? latinPhonetic(sender) : undefined;
  const phonetic: Finding<Phonetic> | undefined = beside
    ? { value: beside.value, basis: 'stated', line: beside.line, rule: `phonetic-${beside.value.script}` }
    : header && { value: header, basis: 'stated', rule: 'phonetic-header' };
  return { found: { fn, n: nameParts(fn, sender), phonetic }, rest: blanked(lines, place, beside) };
}

/**
 * A display name that the signature writes with a legal form: `Elektro Kranich` of `Elektro Kranich e.K.`; also with more between
 * for a desk at a site of that name, or below somebody else's: `Casa da Garza - Artesanato, Lda`. Of such a desk somebody
 * else may sign first: `Ana Ruiz`, and below her `Modiste - Atelier Garza`.
 */
function isFirm(cells: Cell[], sender: Sender): boolean {
  const { name = '', display, local, domain } = sender;
  const words = wordsOf(display);
  const isOwnSite = isRole(local) && squash(domain).startsWith(squash(display));
  return (
    name !== '' &&
    ((isOwnSite && isSignedByAnother(cells, sender)) ||
      cells.some(({ text }, i) => {
        if (isCjkFirm(text, display)) return true;
        const rest = text.startsWith(display) ? wordsOf(text).slice(words.length) : [];
        const form = orgForms().ending(rest);
        const isBelowName = looksLikeName(cells[i - 1]?.text ?? '') && !namesSender(cells[i - 1]?.text ?? '', sender);
        return form !== undefined && (isOwnSite || isBelowName || form.length === rest.length);
      }))
  );
}

/** Whether another name stands first, and the display name but behind what somebody is. */
function isSignedByAnother([first, ...others]: Cell[], sender: Sender): boolean {
  const name = bareName(first?.text ?? '');
  const isBehind = ({ text }: Cell) =>
    text.endsWith(sender.display) && /\p{L}\s?[-–—,|]\s?$/u.test(text.slice(0, -sender.display.length));
  const isAlone = ({ text }: Cell) => bareName(text) === sender.display;
  return looksLikeName(name) && !namesSender(name, sender) && others.some(isBehind) && !others.some(isAlone);
}

/** `株式会社ほしぞら` of a display name `ほしぞら`, too long for a family name. */
const isCjkFirm = (text: string, display: string): boolean =>
  hasCjk(display) &&
  display.length > 3 &&
  !/\s/.test(display) &&
  text.includes(display) &&
  phrasesOf(text).some((phrase) => phrase.form && phrase.text.includes(display) && phrase.text !== display);

/** `Contact: Jay Finch` above `jayf@kite.example`, in a mail of ana@: whom to ask, and not who writes. */
function isSomebodyToAsk({ cell, text, rule }: Place, emails: Finding<string>[], { name, local }: Sender): boolean {
  if (rule !== 'name-label' || name || !isPersonalAddress(local)) return false;
  const isOf = (address: string) => wordsOf(text).some((word) => word.length > 2 && squash(address).includes(word));
  const isBelow = (line = -1) => line >= cell.line && line < cell.line + 3;
  return !isOf(local) && emails.some(({ value, line }) => isBelow(line) && isOf(value.slice(0, value.indexOf('@'))));
}

/** Of `篠崎 遥 / Haruka Shinozaki` the kanji, which the Latin name only spells. */
function kanjiBefore(lines: Line[], { cell, start, text }: Place): Place | undefined {
  if (hasCjk(text)) return undefined;
  const left = (lines[cell.row]?.text.slice(0, start) ?? '').trimEnd();
  if (!/[/|(]$/u.test(left)) return undefined;
  const before = /(?<![^\s/|(])[^\s/|(]{1,12}(?:\s[^\s/|(]{1,12})?$/u.exec(left.slice(0, -1).trimEnd());
  const [name] = before ?? [];
  if (!before || !name || !hasCjk(name) || !looksLikeName(name) || !splitName(name)) return undefined;
  return { cell, start: before.index, text: spaced(name), rule: 'name-kanji' };
}

/** The name in a cell of its own in the sender's letters, above its Latin spelling or the next line below. */
function kanjiBeside(cells: Cell[], { cell, text }: Place): Place | undefined {
  if (hasCjk(text)) return undefined;
  const above = cells.filter(({ row }) => row <= cell.row + 1 && row >= cell.row - 8);
  for (const candidate of above) {
    const found =
      hasCjk(candidate.text) && !/\p{Script=Latin}/u.test(candidate.text) ? cjkUnknown(candidate) : undefined;
    if (found && splitName(found.text)) return { ...found, rule: 'name-kanji' };
  }
  return undefined;
}

/** The name that the From header, or failing it the address (`ana.ruiz@`), states. */
export function fromHeader(sender: Sender): { fn?: Finding<string>; n?: Finding<Name> } {
  const spelled = /^([a-z]{3,})[._-]([a-z]{3,})\d{0,4}$/i.exec(sender.local);
  const fn: Finding<string> | undefined = sender.name
    ? { value: sender.name, basis: 'stated', rule: 'name-header' }
    : spelled &&
        isPersonalAddress(sender.local) &&
        !wordsOf(sender.local).includes(firstLabel(sender.site)) &&
        !(
          sender.display.includes(' ') &&
          spelled.slice(1).every((word) => wordsOf(sender.display).includes(word.toLowerCase()))
        ) && // `Kite shipping and export`
        !(isOccupationWord(sender.display) && squash(sender.display).endsWith(squash(sender.local))) &&
        !titleWords().find(wordsOf(sender.local)) &&
        !unitWords().find(wordsOf(sender.local)) &&
        !((sender.local.includes('-') || hasCjk(sender.org ?? '')) && isOccupationWord(sender.local)) // `buergeramt-sued@`, `カフェ ほしぞら <cafe.hoshi@…>`
      ? { value: `${capital(spelled[1])} ${capital(spelled[2])}`, basis: 'inferred', rule: 'name-address' }
      : undefined;
  return fn ? { fn, n: nameParts(fn, sender) } : {};
}

const capital = (word = ''): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** `Name: Ana Ruiz`, `担当:青木`. */
function labelledName(cells: Cell[], sender: Sender): Place | undefined {
  for (const cell of cells) {
    const label = sender.name ? labelled(cell.text) : labelIn(cell.text);
    if (label?.field !== 'fn' || isNoName.test(label.value)) continue;
    if (!sender.name && cells.some((other) => other !== cell && isSameLabel(other.text, cell.text))) return undefined;
    const isName = (value: string) => looksLikeName(value) || namesSender(value, sender) !== undefined;
    const whole = bareName(label.value);
    const value = { ...cell, column: cell.column + label.at, text: label.value };
    const own = hasCjk(whole) && !looksLikeName(whole) && (cjkNameIn(value, sender) ?? cjkUnknown(value)); // `担当者：管理責任者 青柳 美咲`
    if (own) return { ...own, rule: 'name-label' };
    const isFamily = !sender.name && /^(?:Frau|Fr\.|Herrn?|Hr\.) \p{Lu}\p{L}+$/u.test(label.value.trim()); // `Bearbeiterin: Fr. Reiher`
    const text =
      isName(whole) && !titleWords().ending(wordsOf(whole))
        ? whole
        : bareName(label.value.split(/[,(]|\s[-–—|/]\s/)[0] ?? '');
    if (isFamily || isName(text)) {
      return { cell, start: cell.column + label.at + Math.max(0, label.value.indexOf(text)), text, rule: 'name-label' };
    }
  }
  return undefined;
}

/** The label a cell begins with; in Japanese also behind a unit: `総務課　担当：青柳`, `つばめ堂（担当：青柳）`. */
function labelIn(text: string): ReturnType<typeof labelled> {
  const start = hasCjk(text) && !labelled(text) ? text.search(/(?<=[\s(])[^\s():]{2,6}:/) : 0;
  const label = labelled(text.slice(Math.max(0, start)));
  return label && { ...label, at: label.at + start };
}

/** `Contact: Ana Ruiz` and `Contact: Jay Finch`: whom to ask about two things. */
const isSameLabel = (one: string, other: string): boolean =>
  labelled(one)?.field === 'fn' && one.split(/:/, 1)[0] === other.split(/:/, 1)[0];

/** `I. Sommer` where the header has `Ida Sommer`. */
function shortensGiven(signed: string, name = ''): boolean {
  const [given = ''] = wordsOf(signed);
  const [full = ''] = wordsOf(name);
  return (
    given.length === 1 && full.length > 1 && full.startsWith(given) && wordsOf(signed).length <= wordsOf(name).length
  );
}

/** The header's name, with a word as it is signed where only accents differ: `Sean Brennan`, signed `Seán`. */
function withAccents(name: string, signed: string): string {
  const words = bareName(bare(signed))
    .split(/\s+/)
    .map((word) => trimmedEnd(word, /[.,]/));
  return name
    .split(' ')
    .map((word) => words.find((own) => own !== word && squash(own) === squash(word) && /\p{Ll}/u.test(own)) ?? word)
    .join(' ');
}

export function nameParts(fn: Finding<string>, sender: Sender): Finding<Name> | undefined {
  const { name = '' } = sender;
  const parts = name && fn.value.startsWith(`${name} `) ? splitName(name, sender.local) : undefined;
  const second = parts && { ...parts, family: parts.family + fn.value.slice(name.length) };
  const value =
    second ??
    splitName(fn.value, sender.local) ??
    (squash(fn.value) === squash(sender.name ?? '') ? splitName(sender.name ?? '') : undefined);
  return value && { ...fn, value };
}

function latinPhonetic(sender: Sender): Phonetic | undefined {
  const name = sender.also ?? sender.name;
  if (!name || hasCjk(name)) return undefined;
  const parts = splitName(name, sender.local);
  return parts && { ...parts, script: 'latin' };
}

/** The lines without the name and its reading. Two words or more go wherever they are repeated; one may mean something else. */
function blanked(lines: Line[], place: Place, phonetic?: { line: number; text: string }): Line[] {
  const parts = place.text.split(/\s+/);
  return lines.map((line, row) => {
    const spans: Span[] = [];
    if (row === place.cell.row) spans.push({ start: place.start, end: place.start + lengthIn(line.text, place) });
    const again = parts.length > 1 ? partsIn(line.text, parts, hasCjk(place.text) ? 0 : 1) : undefined;
    if (again && !beginsFirm(line.text, again.start, line.text.slice(again.start, again.end))) spans.push(again);
    const start = phonetic?.line === line.index ? line.text.indexOf(phonetic.text) : -1;
    if (phonetic && start >= 0) spans.push({ start, end: start + phonetic.text.length });
    return spans.length > 0 ? { ...line, text: without(line.text, spans) } : line;
  });
}

/** How much of the line the name takes, whose blanks may be wider there. */
function lengthIn(text: string, { start, text: name }: Place): number {
  let at = start;
  let left = squash(name).length;
  while (at < text.length && left > 0) {
    left -= squash(text[at] ?? '').length;
    at++;
  }
  return at - start;
}
