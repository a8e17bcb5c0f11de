import { isFreeMail } from '../../contact/data/free-mail.ts';
import type { Finding, Org } from '../../contact/draft.ts';
import { type Line, textOf } from '../body-lines.ts';
import { countryNamed, mayNameCountry } from '../data/countries.ts';
import { isState } from '../data/us-states.ts';
import { hasCjk, squash, wordsOf } from '../fold.ts';
import { adrWords, cjkKinds, closings, fieldWords, honorifics, telLabels } from '../lexicon/tables.ts';
import { looksLikeName } from '../person.ts';
import type { Sender } from '../sender.ts';
import { cellsOf, type Reading, type Sheet } from '../sheet.ts';
import { namesSender } from '../signature-lines.ts';
import { trimmedEnd } from '../trim.ts';
import { isPreposition } from './latin-kind.ts';
import { isFormAlone } from './phrase.ts';
import { type Spot, spotsIn } from './spots.ts';

/** Company, units and title: by label, by the words in the tables, by likeness to the domain, by their place. */
export function readOccupation({ lines, sender, found: { fn, adr }, trace }: Sheet): Reading {
  const nameRow = lines.findIndex((line) => line.index === fn?.line);
  const names = wordsOf(`${fn?.value ?? ''} ${sender.name ?? ''} ${sender.also ?? ''}`);
  const local = wordsOf(sender.local);
  const isLike = likeSender(sender);
  const written = spotsIn(cellsOf(lines), nameRow)
    .filter(({ text, row }) => {
      const isHeaderName = wordsOf(text).every((word) => isOfName(word, names));
      const isLocalName = looksLikeName(text) && wordsOf(text).every((word) => isOfName(word, local));
      const isShortName = row < nameRow && !/\s/.test(text) && namesSender(text, sender) === 'part';
      return (
        !isHeaderName && !isLocalName && !isShortName && !(row === nameRow && /^\p{Lu}{2,5}-\p{Lu}{2,5}$/u.test(text))
      ); // `Ana Ruiz, CCC-SLP`
    })
    .filter((spot) => spot.row === nameRow || !isLabelOf(lines[spot.row], spot))
    .filter((spot) => !isForSomebody(spot) && !(spot.beforeOrg && hasCjk(spot.text))) // `ほしぞら / 星空株式会社`: a brand
    .filter((spot) => !(spot.row === nameRow && isSpelling(spot, fn?.value ?? '')))
    .map(asChair)
    .flatMap((spot) => apart(spot, isLike))
    .reduce<Spot[]>(withFormBelow, [])
    .reduce<Spot[]>((before, spot) => withNameBefore(before, spot, lines, isLike), []);
  const adrRow = lines.findIndex((line) => line.index === adr?.line);
  const stated = statedOrg(written, fn?.value ?? '', isLike);
  const like = orgLikeSender(written, isLike, nameRow);
  const isShort = like?.row === stated?.row && /^[\p{Lu}\d]+$/u.test(textOf(like)); // `Universidade do Oeste - UFO`
  const isBetter = like && !like.kind && !isShort && stated?.rule === 'org-word' && !isLike(stated);
  const org =
    (isBetter ? like : stated) ??
    like ??
    (hasCjk(sender.org ?? '') ? undefined : orgByPlace(written, nearName(written, nameRow), { nameRow, adrRow }));
  const spots = org ? withCjkHeads(withUnitTails(written, org), org, nameRow) : written;
  const near = nearName(spots, nameRow);
  const displayed = occupationOfDisplay(sender);
  const title = titleAmong(spots, near, org, nameRow) ?? plainTitle(spots, org, nameRow);
  const units = unitsAmong(spots, near, org, title, { nameRow, adrRow }, isLike);
  for (const spot of trace ? spots : []) {
    const isTaken = [org, title, ...units].some((taken) => taken?.row === spot.row && taken.text.includes(spot.text));
    if (!isTaken) trace?.refused(spot.line, spot.kind ?? 'occupation', spot.text, reasonLeft(spot, near));
  }
  return {
    found: {
      org: completed(orgFinding(org, units), sender) ?? displayed.org,
      title: (title && { value: title.text, basis: 'stated', line: title.line, rule: title.rule }) ?? displayed.title,
    },
    rest: lines,
  };
}

/** `Pour le Maire,`: whom they sign for; `Der Bürgermeister`: whose office it is, as German authorities put it. */
const isForSomebody = ({ text, kind, isOpen }: Spot): boolean =>
  (isOpen === true && /^(?:for|für|per|por|pour)\s/i.test(text)) || (kind === 'title' && /^(?:Der|Die)\s/.test(text));

/** The Latin letters of a name in Chinese, Japanese or Korean ones: `서하늘 Seo Ha Neul`. */
const isSpelling = ({ text, kind }: Spot, name: string): boolean =>
  !kind && hasCjk(name) && !hasCjk(text) && looksLikeName(text);

/** `Kranich Lüftungsbau` and below it `GmbH & Co. KG`: a firm whose legal form has a line of its own. */
function withFormBelow(before: Spot[], spot: Spot): Spot[] {
  const above = before[before.length - 1];
  const isBroken =
    above &&
    spot.form &&
    above.kind !== 'title' &&
    above.row === spot.row - 1 &&
    !hasCjk(spot.text) &&
    isFormAlone(spot.text);
  return isBroken
    ? [...before.slice(0, -1), { ...spot, text: `${above.text} ${spot.text}`, row: above.row, line: above.line }]
    : [...before, spot];
}

/** `Chair of Software Engineering` of a university, as those of some countries call a unit; not `Chair of the Board`. */
const asChair = (spot: Spot, _: number, spots: Spot[]): Spot =>
  /^Chair (?:of|for|\d)(?! the)(?!.*(?:Board|Committee|Council|Department))/.test(spot.text) &&
  spots.some(({ text }) => /univer|hochschule|\binstitut|\bcollege/i.test(text))
    ? { ...spot, kind: 'unit', rule: 'unit-chair' }
    : spot;

/** `Garza - Centrum terapii` of garza.example: before the dash a body's name, after it what it is. */
function withNameBefore(before: Spot[], spot: Spot, lines: Line[], isLike: (spot: Spot) => boolean): Spot[] {
  const name = before[before.length - 1];
  const isWhat = spot.isApart && (spot.kind === 'org' || spot.kind === 'likely');
  if (!isWhat || !name || name.kind || name.row !== spot.row || !isLike(name)) return [...before, spot];
  const line = textOf(lines[spot.row]);
  const text = line.slice(line.indexOf(name.text), line.lastIndexOf(spot.text) + spot.text.length);
  const isOne = text.length === name.text.length + 3 + spot.text.length; // a dash between, and no rule
  return isOne ? [...before.slice(0, -1), { ...spot, text }] : [...before, spot];
}

const reasonLeft = (spot: Spot, near: Spot[]): string =>
  spot.kind
    ? 'another was taken'
    : near.includes(spot)
      ? 'no table knows it, and no place is left for it'
      : 'no table knows it, and it is not beside the name';

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
  return at >= 0 && /^(?:[ :：]{0,2}| ?\.{4,80} ?)\t(?: |$)/.test(line.text.slice(at + text.length));
}

/** A word of the name, or a short form of one: `Trev` of `Trevor`. */
const isOfName = (word: string, names: readonly string[]): boolean =>
  names.some((name) => name === word || (word.length > 2 && name.startsWith(word)));

const nearName = (spots: Spot[], nameRow: number): Spot[] =>
  spots.filter((spot) => !spot.kind && isNearName(spot, nameRow));

/** `Shift Lead, Anodizing` of a company: what follows the title is its unit, unless it is a region: `Director, EMEA`. */
const withUnitTails = (spots: Spot[], org: Spot): Spot[] =>
  spots.map((spot, i) =>
    spot.afterTitle &&
    !isSame(spot, org) &&
    isUnitTail(spot.text) &&
    (spot.isApart || !isRank(spots[i - 1]?.text ?? ''))
      ? { ...spot, kind: 'unit' as const, rule: 'unit-place' }
      : spot,
  );

/** Of `로보틱스 연구실`, `UX 디자이너` where the company stands elsewhere: the word before belongs to the unit or the title. */
function withCjkHeads(spots: Spot[], org: Spot, nameRow: number): Spot[] {
  const joined: Spot[] = [];
  for (const spot of spots) {
    const head = joined[joined.length - 1];
    const isHead = head && !head.kind && head.row === spot.row && head.row !== org.row && head.row !== nameRow;
    if (
      isHead &&
      org.rule !== 'org-place' &&
      hasCjk(spot.text) &&
      (spot.kind === 'unit' || (spot.kind === 'title' && !/[장長长]$/u.test(spot.text)))
    )
      joined[joined.length - 1] = { ...spot, text: `${head.text} ${spot.text}` };
    else joined.push(spot);
  }
  return joined;
}

/** `VP, Grid Planning`, `Senior Manager, Brand`: the rank of what follows a comma, as with `of`. */
const isRank = (title: string): boolean =>
  /^(?:country|regional)\s|^(?:(?:senior|sr|vice|associate|assistant|deputy|managing) )*(?:[AES]?VP|director|president|manager|head|dean|chair|deputy)$/i.test(
    title,
  );

const isUnitTail = (text: string): boolean =>
  /^\p{Lu}.*\p{Ll}/u.test(text) &&
  !/\b(?:America|Europe|Asia|Africa|East|West|North|South)/.test(text) &&
  !text.split(/,\s*/).some((piece) => countryNamed(piece));

/** Room for what no table knows: within two lines above the name or six below, and nothing of an address. */
function isNearName(spot: Spot, nameRow: number): boolean {
  if (nameRow < 0 || spot.row < nameRow - 2 || spot.row > nameRow + 6 || spot.text.length > 50) return false;
  if (closings().afterStart(spot.text) !== undefined) return false;
  if (/^[A-Z]{1,2}\d[A-Z]{2,3}$|-RIPE$/.test(spot.text)) return false; // what radio amateurs and registries call people
  if (!/^(?:[\p{Lu}\p{Lo}\d]|\p{Ll}{1,6}\p{Lu})/u.test(spot.text) || /\p{Ll}{2}\.$/u.test(spot.text)) return false;
  if (mayNameCountry(spot.text) && spot.text.split(/[,/]\s*/).some((piece) => countryNamed(piece.replace(/\.$/, ''))))
    return false;
  if (/,/.test(spot.text) && isState(spot.text.split(/,\s*/).pop() ?? '')) return false; // `Houston, Texas`
  return !(/\d/.test(spot.text) && adrWords().find(wordsOf(spot.text)));
}

/**
 * The company by label, by its legal form, by a word like `University`. Of several the one in the letters of the name,
 * with a form, and like the sender's domain: `Clinic for Surgery` stands above `St Mary Hospital` of stmaryhospital.example.
 */
function statedOrg(spots: Spot[], name: string, isLike: (spot: Spot) => boolean): Spot | undefined {
  const weight = (spot: Spot) =>
    (hasCjk(spot.text) === hasCjk(name) ? 4 : 0) +
    (spot.form ? 2 : isLike(spot) ? 1 : 0) -
    (!spot.form && isTail(spot) ? 1 : 0);
  const isTail = (spot: Spot) => {
    const before = spots[spots.indexOf(spot) - 1];
    return before?.kind === 'title' && before.row === spot.row; // `Director, South West Region`
  };
  const orgs = spots.filter((spot) => spot.kind === 'org');
  return orgs.reduce<Spot | undefined>((best, spot) => (best && weight(best) >= weight(spot) ? best : spot), undefined);
}

/** Whether a phrase is like the sender's domain (`Heron Legal` for heronlegal.example.com) or display name's company. */
function likeSender({ domain, site, org }: Sender): (spot: Spot) => boolean {
  const labels = isFreeMail(domain) ? [] : [squash(site.split('.')[0] ?? '')];
  const hosts = domain.split('.').slice(0, -1).map(squash);
  const host = hosts.slice(0, isFreeMail(domain) ? 0 : 1).filter((label) => label.length > 5); // `kitelabs.onmicrosoft.com`
  if (org) labels.push(squash(org));
  labels.push(...labels.map((label) => label.replace(/([aou])e/g, '$1'))); // `muellerbau` for `Müller Bau`
  return ({ text, kind }) => {
    const flat = squash(text);
    if (/[&+]/.test(text) && ands.some((and) => labels.includes(squash(text.replace(/[&+]/g, and))))) return true;
    if (flat.length > 4 && !isFreeMail(domain) && hosts.includes(flat)) return true;
    if (kind === 'title' || kind === 'unit') return labels.some((label) => label.length > 5 && flat.startsWith(label));
    return [...labels, ...(kind ? [] : host)].some(
      (label) =>
        label.length > 3 &&
        flat.length > 3 &&
        (flat.startsWith(label) ||
          (label.length > 5 && flat.endsWith(label)) ||
          (label.startsWith(flat) && flat.length * 2 >= label.length)),
    );
  };
}

/** How a domain spells the `&` of `Kite & Line`. */
const ands = 'and und et y e en'.split(' ');

/** `Partnerships, Copperline Kitchens` is two where the second is like the domain. */
function apart(spot: Spot, isLike: (spot: Spot) => boolean): Spot[] {
  const pieces = spot.kind ? [] : spot.text.split(/,\s+/).map((text) => ({ ...spot, text }));
  const at = pieces.findIndex(isLike);
  if (at === 0 && pieces.length > 2) return pieces.slice(0, 1); // `Kite Design, The Old Mill, Cork`: the rest is its place
  return at > 0 ? pieces.map((piece, i) => ({ ...piece, beforeOrg: i < at })) : [spot];
}

function orgLikeSender(spots: Spot[], isLike: (spot: Spot) => boolean, nameRow: number): Spot | undefined {
  const like = spots.filter((spot) => spot.kind !== 'org' && isLike(spot));
  const found = like.find((spot) => spot.row >= nameRow) ?? like[0];
  return found && { ...found, rule: 'org-like-domain' };
}

/** What stands where a company does: under the title, second under the name, above the name; else the last unit. */
function orgByPlace(spots: Spot[], near: Spot[], rows: Rows): Spot | undefined {
  const { nameRow } = rows;
  const title = spots.find((spot) => spot.kind === 'title');
  const places = near.filter((spot) => couldBeCompany(spot, spots, nameRow));
  const below = places.filter((spot) => spot.row >= nameRow && !spot.afterTitle);
  // Right below the name, a phrase is more likely the title that is missing otherwise; not so below a unit.
  const [first, ...others] = below;
  const isBelowUnit = first && spots.some(({ row, kind }) => kind && row > nameRow && row < first.row);
  const inOrder = title
    ? [
        ...below.filter((spot) => spot.row > title.row),
        ...below.filter((spot) => spot.row === title.row),
        ...places.filter((spot) => spot.afterTitle),
      ]
    : isBelowUnit
      ? below
      : others;
  const bodies = spots.filter((spot) => !/\bteam$/i.test(spot.text));
  const likely = bodies.filter((spot) => spot.kind === 'likely' && !spot.afterTitle);
  const units = bodies.filter((spot) => spot.kind === 'unit' && !hasCjk(spot.text)); // of `総務部　総務課` none is the company
  const above = places.find((spot) => spot.row < nameRow && !spot.isOpen);
  const chosen =
    bestPlaced(inOrder, rows) ??
    (above && hasCjk(above.text) ? above : (likely[likely.length - 1] ?? above)) ??
    (units.length > 1 ? units[units.length - 1] : undefined) ??
    spots.find(({ kind, text }) => kind === 'unit' && isAuthority(text)) ??
    (title ? undefined : first);
  return chosen && { ...chosen, rule: chosen.kind ? 'org-unit' : 'org-place' };
}

/** `国家海洋资源部`, `江州市市场监督管理局`: an office of a state, a province, a town. */
const isAuthority = (text: string): boolean =>
  /^(?:国家|國家|中央|\p{Script=Han}{2,4}[省市县縣区區州])\p{Script=Han}{2,}[部局厅廳会會队隊院署]$/u.test(text);

interface Rows {
  nameRow: number;
  /** -1 without an address. */
  adrRow: number;
}

/** The first of the spots, unless another is written like a company: in capitals, or right above the address. */
function bestPlaced(spots: Spot[], { adrRow }: Rows): Spot | undefined {
  const weight = ({ text, row }: Spot) =>
    (/^[^\p{Ll}]+$/u.test(text) && text.length > 5 && !hasCjk(text) ? 2 : 0) +
    (adrRow >= 0 && (row === adrRow - 1 || row === adrRow) ? 2 : 0) -
    (looksLikeName(text) || !/\s/.test(text) ? 1 : 0);
  return spots.reduce<Spot | undefined>(
    (best, spot) => (best && weight(best) >= weight(spot) ? best : spot),
    undefined,
  );
}

/**
 * Not `Canmore, AB` (a town with its province), `Club #1187`, `Mailer v2.1a`, `Since 1889`, `Dec2001`, `RT`, `EB 3217B` (a room),
 * `Tel. booking` (a label alone),
 * or one of a list: `Design | Print | Web`.
 */
function couldBeCompany({ text, row }: Spot, spots: Spot[], nameRow: number): boolean {
  if (
    /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,? \p{Lu}{2}$|#|\bv?\d+\.\d+[a-z]?$|(?:\b|^\p{L}{3})(?:1[89]|20)\d\d$|^[A-Z]{1,2}$|^[A-Z]{1,4}[- ]?\d{2,}[A-Za-z]?$/u.test(
      text,
    )
  )
    return false;
  if (isState(text)) return false;
  const small = text.match(/(?<!\p{L})\p{Ll}{4}/gu)?.length ?? 0;
  if (small > 1 && small > (text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0)) return false; // `Old maps wanted`
  const words = wordsOf(text);
  const label = telLabels().match(words, 0) ?? (hasCjk(text) ? telLabels().ending(words) : undefined);
  if (label && (words[0]?.length ?? 0) > 1) return false;
  return row === nameRow || spots.filter((other) => other.row === row && !other.form && !other.kind).length < 3;
}

function titleAmong(spots: Spot[], near: Spot[], org: Spot | undefined, nameRow: number): Spot | undefined {
  const stated =
    spots.find((spot) => spot.rule === 'title-label') ??
    spots.find((spot) => spot.kind === 'title' && !spot.orUnit && !isSame(spot, org)) ??
    spots.find((spot) => spot.kind === 'title' && !isSame(spot, org));
  if (stated) {
    const tail = spots.find(
      (spot) =>
        spot.afterTitle &&
        spot.kind !== 'unit' &&
        !spot.isApart &&
        !(hasCjk(spot.text) && looksLikeName(spot.text)) && // whose title it is
        spot.row === stated.row &&
        !isSame(spot, org),
    );
    return tail ? { ...stated, text: `${stated.text}, ${tail.text}` } : stated;
  }
  const between = near.find(
    (spot) =>
      !isSame(spot, org) &&
      org &&
      !(org.rule !== 'org-place' && isField(spot.text)) &&
      !isUnitsTail(spot, spots) &&
      !/^\S+ v?\d+\.\d+[a-z]?$/.test(spot.text) && // a program and its version
      spot.row <= nameRow + 2 &&
      ((spot.row > nameRow && spot.row < org.row) ||
        (spot.row >= nameRow && !spot.beforeOrg && isBetween(spot, spots, org))),
  );
  const beforeFirm = near.find((spot) => spot.beforeOrg && org?.form && spot.row === org.row);
  const beside = near.find(
    (spot) =>
      org &&
      hasCjk(spot.text) &&
      !/\d/.test(spot.text) &&
      !hasFieldWord(spot.text) &&
      isBesideTitleless(spot, spots, org, nameRow),
  );
  const placed = between ?? beforeFirm ?? beside; // `Cat herder, Kite Ltd`; before a university it would be a unit
  return placed && { ...placed, rule: 'title-place' };
}

/** `星守　青柳 美咲` where the company stands in another line, `営業部　星守`: what goes with a name or a unit is a title. */
const isBesideTitleless = (spot: Spot, spots: Spot[], org: Spot, nameRow: number): boolean =>
  spot.row === nameRow
    ? spot.row !== org.row
    : spot.text.length < 7 &&
      spots[spots.indexOf(spot) - 1]?.kind === 'unit' &&
      spots[spots.indexOf(spot) - 1]?.row === spot.row;

/** `Tier 2` of `Technical Support, Tier 2`. */
const isUnitsTail = (spot: Spot, spots: Spot[]): boolean => {
  const before = spots[spots.indexOf(spot) - 1];
  return /unit|likely/.test(before?.kind ?? '') && before?.row === spot.row && !hasCjk(spot.text);
};

/** In `Ana Ruiz | Planning | Kite Ltd` the part before the company. */
const isBetween = (spot: Spot, spots: Spot[], org: Spot): boolean =>
  spot.row === org.row && spots.indexOf(spot) === spots.findIndex((other) => isSame(other, org)) - 1;

/** `photographer`, `arquitecto colegiado`: a line of small letters right below the name, which no company is. */
function plainTitle(spots: Spot[], org: Spot | undefined, nameRow: number): Spot | undefined {
  const found = spots.find(
    (spot) =>
      nameRow >= 0 &&
      spot.row === nameRow + 1 &&
      !spot.kind &&
      !isSame(spot, org) &&
      /^\p{Ll}{3}[\p{L} '’.+&-]{0,37}$/u.test(spot.text) &&
      spots.every((other) => other === spot || other.row !== spot.row),
  );
  return found && { ...found, rule: 'title-plain' };
}

/** The units around the company, in the order they are written; else what stands between title and company. */
function unitsAmong(
  spots: Spot[],
  near: Spot[],
  org: Spot | undefined,
  title: Spot | undefined,
  { nameRow, adrRow }: Rows,
  isLike: (spot: Spot) => boolean,
): Spot[] {
  const stated = spots
    .filter(
      (spot) =>
        spot.kind === 'unit' ||
        spot.kind === 'likely' ||
        (spot.orUnit && !isSame(spot, title)) ||
        (org &&
          org.rule !== 'org-place' &&
          spot.row >= (hasCjk(spot.text) ? Math.min(nameRow, org.row) : nameRow) &&
          near.includes(spot) &&
          (spot.row <= org.row
            ? isField(spot.text)
            : spot.row === org.row + 1 && !spot.text.includes(',') && hasFieldWord(spot.text))) ||
        (!isLike(spot) && (isPartOf(spot, spots, org, title) || isBesideFirm(spot, org, nameRow))),
    )
    .filter((spot) => !(org?.form && hasCjk(spot.text) && spot.row < org.row && spot.text.endsWith('グループ'))) // of companies
    .filter((spot) => !(spot.isApart && /^\p{Ll}/u.test(spot.text))) // `Kite GmbH - software and support`
    .filter((spot) => !isSame(spot, org) && !(spot.afterTitle && title?.text.endsWith(spot.text)))
    .filter((spot) => !org || spot.row <= adrRow || adrRow <= Math.max(org.row, nameRow)) // below the address it is another office
    .map((spot) => ({
      ...spot,
      text: spot.text
        .replace(/(?<=\p{Lo}{2})・担当$/u, '')
        .replace(hasCjk(spot.text) ? /[(（][^()（）]{0,20}[)）]$/u : /\s\([A-Z]{1,2}[- ]?\d{1,3}[A-Za-z]?\)$/, '') // `(AD 218)`
        .trimEnd(),
    }));
  const once = inLettersOf(org, stated).filter(
    ({ text }, i, all) => all.findIndex((other) => text === other.text || text.startsWith(`${other.text} (`)) === i,
  );
  if (once.length > 0) return once.slice(0, 4);
  const beside = near.find(
    (spot) =>
      org &&
      !isSame(spot, org) &&
      !isSame(spot, title) &&
      !/^\p{Lu}{2,5}$/u.test(spot.text) &&
      !(looksLikeName(spot.text) && hasCjk(org.text)) && // `Aoyagi Misaki`
      !(spot.afterTitle && title?.text.endsWith(spot.text)) &&
      !isLike(spot) &&
      (spot.beforeOrg ||
        (title && spot.row >= title.row && spot.row < org.row) ||
        (hasCjk(textOf(title)) && spots.some((next, i) => isSame(next, title) && spots[i - 1] === spot))), // `Product 팀장`
  );
  return beside ? [{ ...beside, rule: 'unit-place' }] : [];
}

/** Not as what a person does: `Webmaster`, `Mestre de obras`. */
const hasFieldWord = (text: string): boolean => {
  const words = wordsOf(text);
  const found = fieldWords().find(words);
  return found !== undefined && !/(?:[eo]r|ist)$/.test(text) && !words.slice(1, found.at).some(isPreposition);
};

/** `Talent Acquisition`, `Programação de Cargas`, `Kampagnen & Presse`, `Outdoor Programmes`: a field of work, no person's title. */
function isField(text: string): boolean {
  if (hasFieldWord(text)) return true;
  if (honorifics().match(wordsOf(text), 0)) return false; // `MD, DM (Cardiology)`
  const [head = ''] = text.split(/\s(?:für|for|in|im|of|d[eiao]|del|della|des|du|da|voor|van)\s|\sd['’]/);
  if (/^(?!\S*(?:er|or|in|ist|ent|ant)\s)\p{Lu}[\p{L}-]+ (?:&|and|und|y|e|et|en) \p{L}+$/u.test(head)) return true;
  const words = wordsOf(head);
  const last = words[words.length - 1] ?? '';
  return (
    /(?:[tsc]i[oó]n(?:e?s)?|c[aã]o|coes|zion[ei]|ung(?:en)?|[hk]eit|schaft|wesen|ments?|ing|ics|logy|logie|ity|ite|idad|dade|ita|ship|[ae]nce|[tg]ik|gie|lys[ei]s?)$/.test(
      last,
    ) ||
    (last.length > 4 && /[^siu]s$/.test(last) && !/(?:[eo]r|ist|[ae]nt|hair|are)s$/.test(last)) ||
    /^\p{L}{3,}(?:tion|ci[oó]n|ção|zione|tica) \p{Ll}/u.test(head)
  );
}

/** `Packing & Cellar` between title and company, `Baubehörde` below a unit of a city: a lesser body, though it has a company's word. */
const isPartOf = (spot: Spot, spots: Spot[], org: Spot | undefined, title: Spot | undefined): boolean =>
  spot.kind === 'org' &&
  !spot.form &&
  org !== undefined &&
  ((title !== undefined &&
    spot.row < org.row &&
    spots.indexOf(spot) > spots.findIndex((other) => other.kind === 'title' && other.row === title.row)) ||
    (spot.row > org.row + 1 && spots.some((other) => other.kind === 'unit' && other.row === spot.row - 1)));

/** `Police Department`, `研究所`, which may be a company, between the name and another that has a legal form. */
const isBesideFirm = (spot: Spot, org: Spot | undefined, nameRow: number): boolean =>
  spot.kind === 'org' &&
  !spot.form &&
  (!hasCjk(spot.text) || isNoun(spot.text)) && // `白波台クリニック` is what a 医療法人 calls itself
  org?.form === true &&
  nameRow >= 0 &&
  (spot.row - nameRow) * (spot.row - org.row) < 0;

/** `研究所`, before which no name stands. */
const isNoun = (text: string): boolean => cjkKinds().match(wordsOf(text), 0)?.value.letters === text.length;

/** Where a block is in two languages, the units in the company's. */
function inLettersOf(org: Spot | undefined, units: Spot[]): Spot[] {
  const same = units.filter(({ text }) => hasCjk(text) === hasCjk(textOf(org)));
  return org && same.length > 0 && isTranslated(org, units) ? same : units;
}

/** Units in both writings, in different lines: `영업팀` and below it `Sales Team`; not `EC営業部`. */
const isTranslated = (org: Spot, units: Spot[]): boolean =>
  hasCjk(org.text) && units.some(({ text }) => !hasCjk(text) && /\p{L} \p{L}/u.test(text));

const isSame = (spot: Spot, other: Spot | undefined): boolean => spot.row === other?.row && spot.text === other.text;

/** `Kite Ltd (formerly Wren Ltd)`, `星空株式会社（旧 星原商店）`, `Kite Ltd (and yes, we fly)`, `星空法律事務所（東京弁護士会所属）`. */
const formerly =
  /[(（](?:(?:formerly|vormals|ehem|anciennement|voorheen|antes|旧|舊|구)[^()（）]{1,60}|\p{Ll}+\s[\p{Ll}'’,]+\s[\p{Ll}'’, ]{1,60}|\p{Lo}{2,20}所属)[)）]$/iu;

function orgFinding(org: Spot | undefined, units: Spot[]): Finding<Org> | undefined {
  const first = org ?? units[0];
  return (
    first && {
      value: {
        name: trimmedEnd(textOf(org).replace(formerly, ''), /\s/).replace(/^M\/s\.?\s|\s\.$/g, ''),
        units: units.map((unit) => unit.text),
      },
      basis: 'stated',
      line: first.line,
      rule: first.rule,
    }
  );
}

/** What a display name says of an occupation: `James Bond (ACME)`, `서하늘/과장/영업팀/푸른길`. */
export function occupationOfDisplay({ org, units = [], title }: Sender): Pick<Reading['found'], 'org' | 'title'> {
  return {
    org:
      org || units.length > 0
        ? { value: { name: org ?? '', units }, basis: 'inferred', rule: 'org-header' }
        : undefined,
    title: title ? { value: title, basis: 'inferred', rule: 'title-header' } : undefined,
  };
}

/** Units without a company are the display name's company's. */
function completed(found: Finding<Org> | undefined, { org }: Sender): Finding<Org> | undefined {
  if (!found || found.value.name || !org) return found;
  return { ...found, value: { ...found.value, name: org }, basis: 'inferred', rule: 'org-header' };
}
