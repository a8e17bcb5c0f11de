import { type Line, textOf } from '../body-lines.ts';
import { countryNamed } from '../data/countries.ts';
import { firstLabel } from '../domain-label.ts';
import { hasCjk, squash, wordsOf } from '../fold.ts';
import { adrWords } from '../lexicon/tables.ts';
import { namesSender } from '../names-sender.ts';
import { bareName, looksLikeName, splitName } from '../person.ts';
import type { Sender } from '../sender.ts';
import { cellsOf, type Sheet } from '../sheet.ts';
import { isBareForm } from './cjk-phrase.ts';
import { isPreposition, isRank, isUnitKind } from './latin-kind.ts';
import { isUnended } from './mottoes.ts';
import { isFormAlone, kindOf } from './phrase.ts';
import { isSame, isTown, type Spot, spotsIn } from './spots.ts';

/** What may be a company, a unit or a title: without the names of people, put together where a line breaks it, and taken apart. */
export function occupationSpots(
  { lines, sender, found: { fn } }: Pick<Sheet, 'lines' | 'sender' | 'found'>,
  nameRow: number,
  isLike: (spot: Spot) => boolean,
): Spot[] {
  // a display name that was no person's, since another was found in its letters
  const isFirm = fn?.rule === 'name-position' && hasCjk(fn.value) === hasCjk(sender.name ?? '');
  const names = wordsOf(`${fn?.value ?? ''} ${isFirm ? '' : (sender.name ?? '')} ${sender.also ?? ''}`);
  const local = wordsOf(sender.local);
  const [beforeStar = ''] = textWritten(lines[nameRow]).split('*', 1);
  const hasBox = /\S {2,}$/.test(beforeStar);
  const isHouse = ({ row }: Spot) => sender.isHouse && squash(textOf(lines[row])) === squash(sender.org ?? '');
  return spotsIn(cellsOf(lines), nameRow)
    .filter((spot, i, spots) => !(isHouse(spot) && spots[i - 1]?.row === spot.row))
    .map((spot): Spot => (isHouse(spot) ? { ...spot, text: sender.org ?? '', kind: 'org' } : spot)) // `Fietsenmaker De Reiger`
    .filter(({ text, row, kind }) => {
      const isHeaderName = wordsOf(text).every(
        (word, i, all) =>
          isOfName(word, names) ||
          (word.length === 1 && i < all.length - 1 && names.some((name) => name.startsWith(word))),
      );
      const isAddressed = !kind && formOfAddress.test(text) && looksLikeName(bareName(text));
      const isLocalName = looksLikeName(text) && wordsOf(text).every((word) => isOfName(word, local));
      const isShortName = row < nameRow && !/\s/.test(text) && namesSender(text, sender) === 'part';
      return (
        !isHeaderName &&
        !isAddressed &&
        !isLocalName &&
        !isShortName &&
        !(row === nameRow && /^\p{Lu}{2,5}-\p{Lu}{2,5}$/u.test(text))
      ); // `Ana Ruiz, CCC-SLP`
    })
    .filter((spot) => spot.row === nameRow || !isLabelOf(lines[spot.row], spot))
    .filter((spot) => spot.kind || !(hasBox && isInBox(textWritten(lines[spot.row]), spot.text)))
    .filter(({ row }) => !(isLinked(lines[row]) && [1, 2, -1, -2].filter((at) => isLinked(lines[row + at])).length > 1))
    .filter((spot) => !isBuilding(spot) || isLike(spot))
    .filter(
      ({ text, row, form }) => !(row !== nameRow && !form && text.startsWith('(') && isBehindValue(lines[row], text)),
    )
    .filter((spot) => !isForSomebody(spot) && !(spot.beforeOrg && hasCjk(spot.text))) // `ほしぞら / 星空株式会社`: a brand
    .filter((spot) => !(spot.row === nameRow && isSpelling(spot, fn?.value ?? '')))
    .map((spot) => (spot.row === nameRow ? { ...spot, text: spot.text.replace(/ di$/, '') } : spot)) // `Aquilone Serramenti di Ruiz Ana`
    .map(asChair)
    .map((spot) => (spot.row === nameRow && isSubdomain(spot, sender) ? { ...spot, kind: 'unit' as const } : spot))
    .flatMap((spot) => apart(spot, firstLabel(sender.site), isLike))
    .reduce<Spot[]>(withRestBelow, [])
    .filter(({ text }) => hasCjk(text) || /^\p{Lu}{3,}$/u.test(text) || !isFormAlone(text)) // `SCM` may be a unit
    .reduce<Spot[]>((before, spot) => withNameBefore(before, spot, lines, isLike), []);
}

/** `(Kite home page)` behind an address or a number, which are taken: what that is. */
const isBehindValue = (line: Line | undefined, text: string): boolean =>
  textWritten(line).split(text, 1)[0]?.trim() !== '' && textOf(line).split(text, 1)[0]?.trim() === '';

/** A link and what it leads to, as in a list of them. */
const isLinked = (line: Line | undefined): boolean => /^\s*https?:\/\/\S+ +\S/.test(textWritten(line));

/** Between asterisks beside the card: `Ana Ruiz      * Kites fly *`. */
const isInBox = (line: string, text: string): boolean =>
  line.trimEnd().endsWith('*') && line.indexOf('*') < line.indexOf(text);

const textWritten = (line: Line | undefined): string => line?.written ?? '';

/** `Social Science Building`, whose other words tell of a unit; not `Institute of Building`, nor `Director, Team Building`. */
const isBuilding = ({ text, kind, afterTitle }: Spot): boolean =>
  isUnitKind(kind) &&
  !afterTitle &&
  /^(?!.* (?:of|for|and|in) ).* (?<!(?:Capacity|Team|Brand|Community) )(?:Building|Bldg\.?)$/.test(text);

/** `Mme Ana Ruiz`: a person, and no company. */
const formOfAddress = /^(?:Mr?s?|Mme|Mlle|Frau|Herr|Sig(?:\.?ra)?|Sra?|Mevr|Mw|Dhr)\.? /;

/** `Pour le Maire,`: whom they sign for; `Der Bürgermeister`: whose office it is, as German authorities put it. */
const isForSomebody = ({ text, kind, isOpen }: Spot): boolean =>
  (isOpen === true && /^(?:for|für|per|por|pour)\s/i.test(text)) || (kind === 'title' && /^(?:Der|Die)\s/.test(text));

/** The Latin letters of a name in Chinese, Japanese or Korean ones: `서하늘 Seo Ha Neul`; or the other way: `谭坤 Kevin Tan`. */
const isSpelling = ({ text, kind }: Spot, name: string): boolean =>
  !kind &&
  name !== '' &&
  hasCjk(name) !== hasCjk(text) &&
  looksLikeName(text) &&
  (!hasCjk(text) || splitName(text) !== undefined);

/** What a line breaks: `Kranich Lüftungsbau` above `GmbH & Co. KG`, `Wren Institute` above `of Kite Studies`, `Ministry of` above `Kites`. */
function withRestBelow(before: Spot[], spot: Spot): Spot[] {
  const above = before[before.length - 1];
  if (above && above.row === spot.row - 1 && hasCjk(spot.text) && isBareForm(above.text) && spot.kind !== 'title')
    return [...before.slice(0, -1), { ...above, text: above.text + spot.text.replace(/\([^()]{0,40}\)$/, '') }]; // `特定非営利活動法人` above `里山の学校`
  if (!above || above.row !== spot.row - 1 || hasCjk(spot.text)) return [...before, spot];
  const isAlone = before[before.length - 2]?.row !== above.row;
  const isForm = spot.form && above.kind !== 'title' && isFormAlone(spot.text);
  const isBody = above.kind !== undefined && above.kind !== 'title' && !above.form && !above.isOpen;
  const isRest =
    isBody && !spot.form && spot.kind !== 'org' && /^(?:of|für|des|della) \p{Lu}[\p{L}-]+ \p{Lu}/u.test(spot.text);
  const isEnd = isBody && isAlone && isUnended(above.text) && !spot.form && /^(?:d['’])?\p{Lu}[^,]*$/u.test(spot.text);
  return isForm || isRest || isEnd
    ? [
        ...before.slice(0, -1),
        { ...(isForm ? spot : above), text: `${above.text} ${spot.text}`, row: above.row, line: above.line },
      ]
    : [...before, spot];
}

/** `EECS` of `Ana Ruiz, EECS, Kite University` of eecs.kite.example. */
const isSubdomain = ({ text, kind, beforeOrg }: Spot, { domain, site }: Sender): boolean =>
  beforeOrg === true &&
  !kind &&
  /^\p{Lu}{2,6}$/u.test(text) &&
  !countryNamed(text) &&
  domain.slice(0, -site.length).split('.').includes(text.toLowerCase());

/** `Chair of Software Engineering` of a university, as those of some countries call a unit; not `Chair of the Board`. */
const asChair = (spot: Spot, _: number, spots: Spot[]): Spot =>
  /^Chair (?:of|for|\d)(?! the)(?!.*(?:Board|Committee|Council|Department))/.test(spot.text) &&
  spots.some(({ text }) => /univer|hochschule|\binstitut|\bcollege/i.test(text))
    ? { ...spot, kind: 'unit', rule: 'unit-chair' }
    : spot;

/** `Garza - Centrum terapii` of garza.example, `GZK - Garza Zentrum für Kites`: before the dash a body's name, after it what it is. */
function withNameBefore(before: Spot[], spot: Spot, lines: Line[], isLike: (spot: Spot) => boolean): Spot[] {
  const name = before[before.length - 1];
  const isWhat = spot.isApart && (spot.kind === 'org' || spot.kind === 'likely');
  if (!isWhat || !name || name.kind || name.row !== spot.row || !(isLike(name) || isAcronym(name.text, spot.text)))
    return [...before, spot];
  const line = textOf(lines[spot.row]);
  const text = line.slice(line.indexOf(name.text), line.lastIndexOf(spot.text) + spot.text.length);
  const isOne = text.length === name.text.length + 3 + spot.text.length; // a dash between, and no rule
  return isOne ? [...before.slice(0, -1), { ...spot, text }] : [...before, spot];
}

/** `GZK` before `Garza Zentrum für Kites`; not `IFQ`, a part of `Universidade de Garza`. */
function isAcronym(text: string, what: string): boolean {
  if (!/^\p{Lu}{2,10}$/u.test(text)) return false;
  const initials = what.split(/[\s-]+/).map((word) => word[0]);
  return [...text].every((letter) => initials.includes(letter));
}

/** `진료실` of `진료실 042-555-0138`, `Praxis 030 23125`: what stands right before a value that is taken says whose it is. */
function isLabelOf(line: Line | undefined, { text, kind }: Spot): boolean {
  if (
    !line ||
    kind === 'title' ||
    text.length > (kind === 'org' ? 3 : !kind && hasCjk(text) ? 4 : 14) ||
    (!kind && /\s/.test(text))
  )
    return false;
  const at = line.text.indexOf(text);
  return at >= 0 && /^(?:[ :]{0,2}| ?\.{4,80} ?)\t(?: |$)/.test(line.text.slice(at + text.length));
}

/** A word of the name, or a short form of one: `Trev` of `Trevor`. */
const isOfName = (word: string, names: readonly string[]): boolean =>
  names.some((name) => name === word || (word.length > 2 && name.startsWith(word)));

/** `Partnerships, Copperline Kitchens` is two where the second is like the domain. */
function apart(spot: Spot, label: string, isLike: (spot: Spot) => boolean): Spot[] {
  const [first = '', ...rest] = spot.text.split(' ');
  const firm: Spot = { ...spot, text: first, kind: undefined, rule: 'place' };
  if (spot.kind === 'unit' && /^\p{Lu}{2,5}$/u.test(first) && isLike(firm))
    return [firm, { ...spot, text: rest.join(' ') }]; // `WREN Department of Kites`
  if (spot.kind === 'title' || spot.kind === 'unit')
    return withFirmBefore(spot, label) ?? withFirmApart(spot, label, isLike);
  const pieces = spot.kind ? [] : spot.text.split(/,\s+|\s[-–—]\s/).map((text) => ({ ...spot, text }));
  const at = pieces.findIndex(isLike);
  if (at === 0 && (pieces.length > 2 || adrWords().ending(wordsOf(pieces[1]?.text ?? '')))) return pieces.slice(0, 1); // `Kite Design, The Old Mill, Cork`: the rest is its place
  return at > 0 ? pieces.map((piece, i) => ({ ...piece, beforeOrg: i < at })) : [spot];
}

/** `Bright Kites Sales Manager` of brightkites.example: the firm, and the title. */
function withFirmBefore(spot: Spot, label: string): Spot[] | undefined {
  const words = spot.text.split(' ');
  const at = words.findIndex((_, i) => i > 1 && squash(words.slice(0, i).join(' ')) === label);
  const title = words.slice(at).join(' ');
  if (at < 0 || spot.kind !== 'title' || kindOf(title).kind !== 'title') return undefined;
  return [
    { ...spot, text: words.slice(0, at).join(' '), kind: undefined, rule: 'place' },
    { ...spot, text: title },
  ];
}

/** `Oprichter Kiteworks`, `Dział Handlowy Kiteworks` of kiteworks.example: a title or unit, and the firm whose domain it is. */
function withFirmApart(spot: Spot, label: string, isLike: (spot: Spot) => boolean): Spot[] {
  const words = spot.text.split(' ');
  const ofUnit = spot.kind === 'unit';
  if (ofUnit && words.some(isPreposition)) return [spot]; // `Division of Kite Studies`
  for (let at = words.length - 1; at > 0 && words.length < 8; at--) {
    const isOf = /^(?:of|d[eiou])$/.test(words[at - 1] ?? ''); // `Director of Kiteworks`, `Redactora jefe de Garza Azul`
    const before = words.slice(0, isOf ? at - 1 : at);
    const next = words[at] as string;
    const known = ofUnit || isOf ? before.join(' ') : (before[before.length - 1] ?? '');
    if (kindOf(known).kind !== spot.kind || kindOf(next).kind || !/^\p{Lu}/u.test(next)) continue;
    const org: Spot = { ...spot, text: words.slice(at).join(' '), kind: undefined, rule: 'place' };
    const isWhole = () => !kindOf(org.text).kind && !isLike({ ...spot, text: words.slice(at, -1).join(' ') });
    if (isOf && at < words.length - 1 ? squash(org.text) === label && isWhole() : isLike(org))
      return [{ ...spot, text: before.join(' ') }, org]; // not `Head of Kite Design`
  }
  return [spot];
}

/** `Shift Lead, Anodizing` of a company: what follows the title is its unit, unless it is a region: `Director, EMEA`. */
export const withUnitTails = (spots: Spot[], org: Spot): Spot[] =>
  spots.map((spot, i) =>
    spot.afterTitle &&
    !isSame(spot, org) &&
    isUnitTail(spot.text) &&
    (spot.isApart ||
      spots[i + 1]?.row === spot.row ||
      !isRank(spots[i - 1]?.text ?? '') ||
      /\s(?:Team|Group|Division|Department|Unit)$/.test(spot.text))
      ? { ...spot, kind: 'unit' as const, rule: 'unit-place' }
      : spot,
  );

/** Of `로보틱스 연구실`, `UX 디자이너` where the company stands elsewhere: the word before belongs to the unit or the title. */
export function withCjkHeads(spots: Spot[], org: Spot, nameRow: number): Spot[] {
  const joined: Spot[] = [];
  for (const spot of spots) {
    const head = joined[joined.length - 1];
    const isHead = head && !head.kind && head.row === spot.row && head.row !== org.row;
    if (
      isHead &&
      org.rule !== 'org-place' &&
      hasCjk(spot.text) &&
      (isUnitKind(spot.kind)
        ? head.row !== nameRow || !org.text.includes(head.text)
        : spot.kind === 'title' && head.row !== nameRow && !/[장長长]$/u.test(spot.text))
    )
      joined[joined.length - 1] = { ...spot, text: `${head.text} ${spot.text}` };
    else joined.push(spot);
  }
  return joined;
}

/** `Northern Europe`, `Central Zone`; not `EMEA`, of which no word says so. */
export const isRegion = (text: string): boolean =>
  /\b(?:America|Europe|Asia|Africa|East|West|North|South)| (?:Region|Zone|District|Territory)$/.test(text);

const isUnitTail = (text: string): boolean =>
  /^e?\p{Lu}.*\p{Ll}/u.test(text) &&
  !isRegion(text) &&
  !isTown(text) &&
  !text.split(/,\s*/).some((piece) => countryNamed(piece));
