import { hiraganaLength, isGivenAlone } from '../../contact/data/given-names.ts';
import { roleNames } from '../../contact/data/role-names.ts';
import { isJapaneseSurname, isSurname } from '../../contact/data/surnames.ts';
import type { Finding, Name, Phonetic } from '../../contact/draft.ts';
import { type Line, textOf } from '../body-lines.ts';
import { isPersonalAddress, isRole } from '../desk-address.ts';
import { firstLabel, isHouse } from '../display-firm.ts';
import { hasCjk, squash, wordsOf } from '../fold.ts';
import { closings, fieldWords, orgForms, titleWords, unitWords } from '../lexicon/tables.ts';
import { matchesOf } from '../matches.ts';
import { bareName, isOccupationWord, isOnlyHonorific, looksLikeName, splitName } from '../person.ts';
import { remembered } from '../remembered.ts';
import type { Sender } from '../sender.ts';
import { type Cell, cellsOf, type Reading, type Sheet, type Span, without } from '../sheet.ts';
import { bare, namesSender } from '../signature-lines.ts';
import { trimmedEnd } from '../trim.ts';
import { labelled } from './label.ts';
import { isPreposition } from './latin-kind.ts';
import { partsIn } from './parts-in.ts';
import { phoneticBeside } from './phonetic.ts';
import { kindOf, phrasesOf } from './phrase.ts';

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

interface Place {
  cell: Cell;
  /** Where the name stands in its line. */
  start: number;
  text: string;
  rule: string;
  /** A title stands right before it. */
  isTitled?: boolean;
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
    const label = labelIn(cell.text);
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

/** The fullest cell, or part of one, that has the header's name; of equals the last, which the details follow, unless it is a company's. */
function fullName(cells: Cell[], sender: Sender): Place | undefined {
  let best: Place | undefined;
  for (const cell of cells) {
    const found = hasCjk(sender.name ?? '') ? cjkNameIn(cell, sender) : latinNameIn(cell, sender);
    const more = squash(textOf(found)).length - squash(textOf(best)).length;
    if (found && best && isAsInHeader(best, sender) && isTurnedOther(found, sender)) continue;
    if (found && more >= 0 && !(best && more === 0 && beginsFirm(cell.text, found.start - cell.column, found.text)))
      best = found;
  }
  return best;
}

/** Whether all words of the header's name are in it. */
const isAsInHeader = ({ text }: Place, { name = '' }: Pick<Sender, 'name'>): boolean =>
  wordsOf(name).every((word) => wordsOf(text).includes(word));

/** `Ruiz Anlagen` for `Ana Ruiz`: the family name first, and no given name but a word that begins like it. */
const isTurnedOther = (place: Place, { name = '' }: Pick<Sender, 'name'>): boolean =>
  wordsOf(place.text)[0] === lastWord(name) && !isAsInHeader(place, { name });

/** `青木遥設計事務所`, `Ana Ruiz Software`: the name goes on as that of a company. */
function beginsFirm(text: string, start: number, name: string): boolean {
  const rest = text.slice(start + name.length);
  return (hasCjk(name) ? /^\p{L}/u : /^ \p{L}/u).test(rest) && kindOf(text.slice(start).trimEnd()).kind === 'org';
}

/** A run of up to six words that begins like the given name and ends with the family name, in either order. */
function latinNameIn(cell: Cell, sender: Sender): Place | undefined {
  const name = wordsOf(sender.name ?? '').filter((word) => word.length > 1);
  if (name.length < 2) return undefined;
  const givens = [name[0] ?? '', wordsOf(sender.name ?? '')[0] ?? '']; // also `M.` of `M. Oyelaran`
  const isGiven = (word: string) => givens.some((given) => alike(word, given));
  const family = name[name.length - 1] ?? '';
  const familyFlat = lastWord(sender.name ?? '');
  const flat = squash(cell.text);
  if (!flat.includes(family) && !flat.includes(familyFlat)) return undefined;
  const onBehalf = /^i\.\s?[AV]\.\s/i.exec(cell.text)?.[0].length ?? 0; // `i. A. A. Ruiz`
  const tokens = matchesOf(cell.text, /\p{L}[\p{L}'’.-]*/gu)
    .slice(0, 14)
    .filter(({ index }) => index >= onBehalf);
  const folded = tokens.map((token) => wordsOf(token[0]).join(''));
  for (let i = 0; i < tokens.length; i++) {
    for (let j = Math.min(tokens.length - 1, i + 5); j > i; j--) {
      const [first = '', last = ''] = [folded[i], folded[j]];
      const straight = (last === family || last === familyFlat) && isGiven(first);
      const turned = (first === family || first === familyFlat) && isGiven(last) && j === i + 1;
      if (!straight && !turned) continue;
      if (!givens.includes(first) && folded.slice(i + 1, j).includes(givens[0] ?? '')) continue; // `Anwaltskanzlei Ana Ruiz`
      const head = turned ? withParticles(folded, i, name) : i;
      const start = beforeNickname(cell.text, tokens[head]?.index ?? 0);
      const end = (tokens[j]?.index ?? 0) + (tokens[j]?.[0].length ?? 0);
      const text = cell.text.slice(start, end).replace(/\.$/, '');
      if (!/[,/|;:()]/.test(text)) {
        return { cell, start: cell.column + start, text: withSecondSurname(text, cell.text), rule: 'name-sender' };
      }
    }
  }
  return undefined;
}

/** Where `Dal Lago Gino` begins, whose header is `Gino Dal Lago`. */
function withParticles(words: readonly string[], family: number, name: readonly string[]): number {
  let at = family;
  for (let i = name.length - 2; i > 0 && at > 0 && words[at - 1] === name[i]; i--) at--;
  return at;
}

/** Where `Theodora "Teddi" Ruiz` begins, of which the header has the nickname. */
function beforeNickname(text: string, start: number): number {
  const given = /(?<!\p{L})\p{Lu}\p{L}{1,20}\s["“”(]$/u.exec(text.slice(0, start));
  return given ? given.index : start;
}

const lastWord = remembered((name): string => wordsOf(name.split(/\s+/).pop() ?? '').join(''));

/** `Marc Vallcorba Serra` alone in its cell, where the header has `Marc Vallcorba`; also `Rui Costa da Silva`. */
function withSecondSurname(found: string, cell: string): string {
  const name = found.replace(/\s+/g, ' ');
  const whole = bareName(bare(cell.split(/\s[-–—]\s|,/)[0] ?? ''));
  const isLonger = whole.startsWith(`${name} `) && wordsOf(whole).length <= wordsOf(name).length + 3;
  const isDegree = /\p{L}\.\p{L}|^(?: \p{Lu}{3,})+$/u.test(whole.slice(name.length)) && /\p{Ll}/u.test(name);
  return isLonger && !isDegree && looksLikeName(whole) ? whole : name;
}

const alike = (word: string, given: string): boolean =>
  word === given ||
  (word.length === 1 && word === given[0]) ||
  (word.length > 1 && (word.slice(0, 2) === given.slice(0, 2) || (given.length === 1 && word[0] === given)));

function cjkNameIn(cell: Cell, sender: Sender): Place | undefined {
  const parts = (sender.name ?? '').split(/\s+/);
  const letters = [...parts.join('')];
  const span = letters.length > 1 ? partsIn(cell.text, letters, 0) : undefined;
  if (!span) return parts.length === 2 ? familyNameIn(cell, parts) : undefined;
  const found = cell.text.slice(span.start, span.end);
  const rest =
    parts.length === 1 && letters.length <= 4
      ? /^\s+([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,3})(?!\p{L})/u.exec(cell.text.slice(span.end))
      : null;
  const isMore =
    rest?.[1] &&
    !isOccupationWord(rest[1]) &&
    !isOnlyHonorific(rest[1]) &&
    closings().afterStart(rest[1]) === undefined; // `敬上`
  const fuller = isMore ? found + rest[0] : withGivenAfter(found, cell.text, parts);
  return { cell, start: cell.column + span.start, text: spaced(fuller), rule: 'name-sender' };
}

/** `青柳しおり` alone in its cell or behind a unit, where the header has `青柳`; not `青柳まで`, `青柳宛`. */
function withGivenAfter(found: string, cell: string, parts: string[]): string {
  const [name = '', unit] = cell.split(/\s/).reverse();
  const isWhole = unit ? isOccupationWord(unit) && name.startsWith(found) : splitName(name)?.family === found;
  const given = name.slice(found.length);
  const isGiven =
    /^(?![宛行])[\p{Script=Han}\p{Script=Katakana}ー]{1,3}$/u.test(given) || hiraganaLength(name) === given.length;
  return parts.length === 1 && isWhole && isGiven && looksLikeName(name) ? bareName(name) : found;
}

/** Of a header's `星空クラブ 青柳` the family name, where the cell has the given name after it. */
function familyNameIn(cell: Cell, parts: string[]): Place | undefined {
  const [family, other] =
    (parts[1] ?? '').length <= 3 ? [parts[1] ?? '', parts[0] ?? ''] : [parts[0] ?? '', parts[1] ?? ''];
  if (family.length < 2 || other.length < 4) return undefined;
  const found = cjkUnknown(cell);
  return found?.text.startsWith(`${family} `) ? { ...found, rule: 'name-sender' } : undefined;
}

const spaced = (name: string): string => name.trim().replace(/\s+/g, ' ');

/**
 * A name that the header does not have: the first cell that reads as one, where the header names nobody, has but
 * one word, or is in other letters.
 */
function unknownName(cells: Cell[], sender: Sender): Place | undefined {
  const words = wordsOf(sender.name ?? '');
  const isCjk = hasCjk(sender.name ?? '');
  if (words.length > 1 && isCjk) return undefined;
  const given = (isCjk && splitName(sender.name ?? '')?.given) || '';
  if (given && !isRole(sender.local)) return undefined; // a desk's may be a shop's, `高橋屋`
  const flat = squash(sender.local);
  let first: Place | undefined;
  for (const cell of cells) {
    if (/^["“'‘«].*["”'’»]$/.test(cell.text)) continue;
    if (/:$/.test(cell.text)) continue;
    const place = hasCjk(cell.text.replace(/(?<=\p{Ll}) \(\p{Script=Han}{2,3}\)$/u, ''))
      ? cjkUnknown(cell, sender.name || !begins(cell.text, sender.display) ? '' : sender.display)
      : (latinUnknown(cell) ?? familyAlone(cell, sender));
    if (!place || (words.length > 1 && !hasCjk(place.text))) continue;
    if (isCjk && namesSender(cell.text, sender) === 'part') continue;
    if (sender.org && squash(place.text).startsWith(squash(sender.org))) continue;
    if (isPieceOf(place.text, sender) || (isRole(sender.local) && isHouse(place.text, sender))) continue;
    if (squash(place.text) === squash(sender.display) && words.length === 0 && !place.isTitled) continue;
    if (given.length > 1 && place.text.startsWith(given)) continue;
    const matches = wordsOf(place.text).some((word) => word.length > 2 && flat.includes(word));
    if (matches) return place;
    first ??= place;
  }
  const isHigh = first && cells.length > 0 && first.cell.row <= (cells[0]?.row ?? 0) + 4;
  return isHigh || (first && isBelowFirm(first.cell, cells))
    ? first
    : isCjk
      ? undefined
      : (familyAfterUnit(cells) ?? besideHouse(cells, sender) ?? behindTitle(cells, words.length));
}

/** Whether a cell begins with the firm or has it in brackets: `つばめ堂 青柳`, `青柳（つばめ堂）`. */
const begins = (text: string, firm: string): boolean => text.startsWith(firm) || /^\S{2,9}\(/.test(text);

/** `Wren Mill` of the firm `Wren Mill Podiatry` whose domain is wrenmill.example; not `Ana Ruiz` of `Ana Ruiz Consulting`. */
const isPieceOf = (text: string, { org = '', isHouse }: Sender): boolean =>
  isHouse === true && /\s/.test(text) && !hasCjk(text) && squash(org).includes(squash(text));

/** Below a block in Latin letters another may begin with the firm, and the name is in its second line. */
const isBelowFirm = ({ row, text }: Cell, cells: Cell[]): boolean =>
  hasCjk(text) && cells.some((cell) => cell.row === row - 1 && phrasesOf(cell.text).some(({ form }) => form));

/**
 * `星空株式会社 営業部 谷`, `福祉課 主事 沼尻`, `主事 谷（たに）`: the family name alone behind a unit or a title, where those of a desk
 * may as well sign `一同`.
 */
function familyAfterUnit(cells: Cell[]): Place | undefined {
  for (const cell of cells) {
    const phrases = hasCjk(cell.text) ? phrasesOf(cell.text) : [];
    const { text: written = '', kind } = phrases[phrases.length - 1] ?? {};
    const text = written.replace(reading, '');
    const [before, above] = [phrases[phrases.length - 2]?.kind, phrases[phrases.length - 3]?.kind];
    const isFirst = phrases.length === 3 && phrases[0]?.form && before === 'unit';
    const isFamily = isSurname(text) || /^(?![様宛印])\p{Script=Han}$/u.test(text);
    const isKnown = isSurname(text) || written !== text || (above === 'unit' && !isNoName.test(text));
    const isTitled = before === 'title' && isKnown && /^(?:\p{Script=Han}{1,3}|\p{Script=Hangul}{2,4})$/u.test(text);
    const isOfUnit =
      before === 'unit' && isJapaneseSurname(text) && !/[店所場]$/.test(phrases[phrases.length - 2]?.text ?? '');
    if (!kind && ((isFirst && isFamily) || isTitled || isOfUnit))
      return { cell, start: cell.column + cell.text.lastIndexOf(text), text, rule: 'name-after-unit' };
  }
  return undefined;
}

/** `青柳` in a cell of its own above or below the desk's display name, `つばめ堂`, or a given name above it. */
function besideHouse(cells: Cell[], { name, display }: Sender): Place | undefined {
  const at = cells.findIndex(({ text }) => hasCjk(text) && text === display);
  if (name || at < 0) return undefined;
  const [above, below] = [cells[at - 1], cells[at + 1]];
  const isSigned = (cell?: Cell) => cell && isJapaneseSurname(cell.text);
  const cell = isSigned(above) || isGivenAlone(textOf(above)) ? above : isSigned(below) ? below : undefined;
  return cell && { cell, start: cell.column, text: cell.text, rule: 'name-position' };
}

/** `Presidente Ana Ruiz Soto` in the block of a desk, where nothing else names a person. */
function behindTitle(cells: Cell[], known: number): Place | undefined {
  for (const cell of known ? [] : cells) {
    const [, title = '', text = ''] = /^(\p{Lu}\p{L}+ )((?:\p{Lu}\p{Ll}+ ?){2,3})$/u.exec(cell.text) ?? [];
    if (titleWords().phrase(wordsOf(title)) && looksLikeName(text))
      return { cell, start: cell.column + title.length, text, rule: 'name-position' };
  }
  return undefined;
}

/** How a family name is read: `（あおやぎ）`. */
const reading = /\([ぁ-ん]{2,7}\)$/;
/** What else stands behind a title or a label. */
const isNoName = /^(?:一同|[敬謹].|他|記|外来|公印|携帯|直通|代表|不在|未定)$|拝$|なし$/;

function latinUnknown(cell: Cell): Place | undefined {
  if (!/[([]/.test(cell.text) && phrasesOf(cell.text)[0]?.form) return undefined; // `Kite Servicios de España, S.L.`
  if (roleNames().has(squash(/^(?:La|Il|El|Die|Der|Das|The|Het|De) (\p{L}+)$/u.exec(cell.text)?.[1] ?? '')))
    return undefined; // `La Biglietteria`
  const inBrackets = /^\(([^()]{3,60})\)$/.exec(cell.text)?.[1]; // `ana@example.com (Ana Ruiz)`, whose address is taken
  const part =
    (inBrackets ?? afterTitle(cell.text).replace(/\.\s?\(\p{Lu}{2,3}\)/u, '.')).split(/[,;(/]|\s[-–—]\s/)[0] ?? '';
  const text = bareName(bare(part).replace(/^i\.\s?[AV]\.\s/i, '')).replace(/(?<=\p{Ll}{3})\.$/u, '');
  const isClerk = /^i\.\s?[AV]\.\s\p{Lu}\p{Ll}+$/iu.test(cell.text); // `i. A. Ruiz`
  if ((isOnlyHonorific(text) || isFieldOf(text) || !looksLikeName(text)) && !isClerk) return undefined; // `Im Auftrag`
  return { cell, start: cell.column + Math.max(0, cell.text.indexOf(text)), text, rule: 'name-position' };
}

/** `Dr. Ruiz` alone in its cell, of ruiz@. */
function familyAlone(cell: Cell, { local }: Sender): Place | undefined {
  const text = /^(?:Dr|Prof|Frau|Herr|Mrs?|Ms|Mme|Dott|Ing|Avv)\.? (\p{Lu}\p{Ll}+)$/u.exec(cell.text)?.[1];
  if (!text || !wordsOf(local).includes(squash(text))) return undefined;
  return { cell, start: cell.column + cell.text.indexOf(text), text, rule: 'name-position' };
}

/** `Gestão de Crédito`; not `Ward Finch`, `Albrecht Reiher`, whose words are fields of work or end like one. */
function isFieldOf(text: string): boolean {
  const [first = '', second] = wordsOf(text);
  return isPreposition(second) && fieldWords().phrase([first]) !== undefined;
}

/** `Ana Ruiz` of `Legal Representative: Ana Ruiz`, who writes for a firm; whom other titles name it may only have to name. */
const afterTitle = (text: string): string =>
  /^[^:]{0,20}(?:legale?|légale?|gesetzliche[rn]?)[^:]{0,20}:\s+(\p{Lu}[^:]*)$/iu.exec(text)?.[1] ?? text;

/**
 * Of `経理部 青木 しおり` what no table knows, when two short parts or a name of known surname are left; of `つばめ堂 店主 青木 しおり`
 * they stand behind the title.
 * `house` is the desk's display name, beside which a known family name says enough: `つばめ堂 青木`, `青木（つばめ堂）`.
 */
function cjkUnknown(cell: Cell, house = ''): Place | undefined {
  const firm = /^\([^:]*$/.test(cell.text) ? phrasesOf(cell.text).find(({ form }) => form) : undefined; // `(주)한울방재`
  const plain = cell.text
    .replace(firm?.text ?? house, (gone) => ' '.repeat(gone.length))
    .replace(/\([^()]*\)/gu, (gone) => ' '.repeat(gone.length));
  const words = [...plain.matchAll(/[^\s\-–—/:]+/gu)];
  const unknown = words.filter((part) => !isOccupationWord(part[0]) && hasCjk(part[0]));
  const title = words.map((word) => kindOf(word[0]).kind).lastIndexOf('title');
  const isBeside = house.length > 2 && cell.text.includes(house);
  const isImprint = title >= 0 && /:/.test(plain); // `(주)한울 대표 : 서하늘`
  if (isBeside && isImprint) return undefined;
  const behind = isImprint ? [] : unknown.filter((part) => words.indexOf(part) > title);
  const parts = behind.length > 0 ? behind : unknown;
  const [one, two] = parts;
  if (!one || parts.length > 2) return undefined;
  const end = (two?.index ?? one.index ?? 0) + (two ?? one)[0].length;
  const text = bareName(plain.slice(one.index, end));
  if (!looksLikeName(text)) return undefined;
  const isTitled = kindOf(words[words.indexOf(one) - 1]?.[0] ?? '').kind === 'title';
  const isRead = (isBeside && isJapaneseSurname(text)) || (isSurname(text) && reading.test(cell.text));
  if (isBeside && two && title < 0 && !isSurname(one[0])) return undefined; // `つばめ堂 送料 無料`
  if (!two && !isRead && !splitName(text) && !(isTitled && /^\p{Script=Han}{3,5}$/u.test(text))) return undefined;
  return { cell, start: cell.column + (one.index ?? 0), text: spaced(text), rule: 'name-position', isTitled };
}

/** Only the first name, the family name or initials: the header has the rest. */
function signedPart(cells: Cell[], sender: Sender): Place | undefined {
  if (!sender.name) return undefined;
  for (const cell of cells) {
    if (!namesSender(cell.text, sender)) continue;
    const text = bareName(bare(cell.text));
    if (wordsOf(text).length <= 3)
      return {
        cell,
        start: cell.column,
        text: cell.text,
        rule: text === sender.name ? 'name-sender' : 'name-completed',
      };
  }
  return undefined;
}

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
