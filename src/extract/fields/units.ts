import { textOf } from '../body-lines.ts';
import { hasCjk, wordsOf } from '../fold.ts';
import { adrWords, cjkKinds, fieldWords, honorifics, valueLabels } from '../lexicon/tables.ts';
import { looksLikeName } from '../person.ts';
import { isOfLearning } from './company.ts';
import { isPreposition, isUnitKind } from './latin-kind.ts';
import { isRegion } from './occupation-spots.ts';
import { isSame, type Rows, type Spot } from './spots.ts';

/** The units around the company, in the order they are written; else what stands between title and company. */
export function unitsAmong(
  spots: Spot[],
  near: Spot[],
  org: Spot | undefined,
  title: Spot | undefined,
  { nameRow, adrRow }: Rows,
  isLike: (spot: Spot) => boolean,
): Spot[] {
  const isActivities = (spot: Spot) =>
    spot.beforeOrg && /^[^,]*, (?!.* \p{Ll}{1,3} )/u.test(spot.text) && spot.row !== org?.row; // `Kite Design, Sewing, Wind Systems`
  const stated = spots
    .filter(
      (spot) =>
        isUnitKind(spot.kind) ||
        (spot.orUnit && !isSame(spot, title)) ||
        (org &&
          org.rule !== 'org-place' &&
          spot.row >= (hasCjk(spot.text) ? Math.min(nameRow, org.row) : nameRow) &&
          near.includes(spot) &&
          (spot.row <= org.row
            ? isField(spot.text)
            : org.row === nameRow && title && spot.row === title.row + 1
              ? isField(spot.text) // the company stands in the other column
              : spot.row === org.row + 1 &&
                !spot.text.includes(',') &&
                (hasFieldWord(spot.text) || (adrRow > spot.row && /\s/.test(spot.text) && isAuthority(org.text))))) ||
        (org &&
          title &&
          spot.row === title.row + 1 &&
          near.includes(spot) &&
          (isOfUnit(title.text) || (spot.row < org.row && isAboveUnit(spot, spots)))) ||
        (!isLike(spot) && (isPartOf(spot, spots, org, title) || isBesideFirm(spot, org, nameRow))),
    )
    .filter((spot) => !(org?.form && hasCjk(spot.text) && spot.row < org.row && spot.text.endsWith('グループ'))) // of companies
    .filter((spot) => !(spot.isApart && spot.kind !== 'unit' && /^\p{Ll}/u.test(spot.text))) // `Kite GmbH - software and support`
    .filter(
      (spot) =>
        !isSame(spot, org) &&
        !isActivities(spot) &&
        !(spot.text.endsWith('担当') && isSame(spot, title)) &&
        !(spot.afterTitle && title?.text.endsWith(spot.text)),
    )
    .filter((spot) => !(spot.kind === 'org' && spot.row === adrRow && spot.row !== org?.row)) // `桜庁舎 〒849-…`: the address' house
    // below the address it is another office, but no section of it
    .filter(
      ({ row, text }) =>
        !org || row <= adrRow || adrRow <= Math.max(org.row, nameRow) || /(?:[課係]|[^支]部)$/.test(text),
    )
    .map((spot) => ({
      ...spot,
      text: spot.text
        .replace(/(?<=\p{Lo}{2})・担当$/u, '')
        .replace(hasCjk(spot.text) ? /\([^()]{0,20}\)$/u : /\s\([A-Z]{1,2}[- ]?\d{1,3}[A-Za-z]?\)$/, '') // `(AD 218)`
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
      !isActivities(spot) &&
      !/^\p{Lu}{2,5}$|^\p{Lu}{3,} [\d./-]+(?:\p{Lu}{2})?$/u.test(spot.text) && // a degree, or the number of a member
      !(looksLikeName(spot.text) && hasCjk(org.text)) && // `Aoyagi Misaki`
      !(spot.afterTitle && title?.text.endsWith(spot.text)) &&
      !isLike(spot) &&
      !(spot.isApart && isRegion(spot.text)) &&
      (spot.beforeOrg ||
        (title && spot.row >= title.row && spot.row < org.row) ||
        (hasCjk(textOf(title)) && spots.some((next, i) => isSame(next, title) && spots[i - 1] === spot))), // `Product 팀장`
  );
  return beside ? [{ ...beside, rule: 'unit-place' }] : [];
}

/** `Kite Matter Theory` above `Physics Department`; not `North Campus`. */
const isAboveUnit = ({ text, row }: Spot, spots: Spot[]): boolean =>
  / /.test(text) &&
  !adrWords().ending(wordsOf(text)) &&
  spots.some((next) => next.row === row + 1 && next.kind === 'unit');

/** `Head of Department`: in the next line stands of which. */
const isOfUnit = (title: string): boolean => valueLabels().ending(wordsOf(title))?.value === 'unit';

/** `Landesamt für Umwelt`, `Ministère de la Culture`: in the next line stands its unit, whatever that is called. */
const isAuthority = (text: string): boolean =>
  /^(?:\p{L}*(?:ministerium|amt|behörde)|Minist\p{L}+|Préfecture|Universit[äéà]t?) /iu.test(text);

/** Not as what a person does: `Webmaster`, `Mestre de obras`. */
export const hasFieldWord = (text: string): boolean => {
  const words = wordsOf(text);
  const found = fieldWords().match(words, 0) ?? fieldWords().ending(words);
  return found !== undefined && !/(?:[eo]r|ist)$/.test(text) && !words.slice(1, found.at).some(isPreposition);
};

/** `Talent Acquisition`, `Programação de Cargas`, `Kampagnen & Presse`, `Outdoor Programmes`: a field of work, no person's title. */
export function isField(written: string): boolean {
  const text = written.replace(/\s\([^()]{0,20}\)$|, \p{Lu}{2,6}$/u, ''); // `Kite Development (K3)`, `Kite Design, NCWK`
  if (hasFieldWord(text)) return true;
  if (honorifics().match(wordsOf(text), 0)) return false; // `MD, DM (Cardiology)`
  const [head = ''] = text.split(/\s(?:für|for|in|im|of|d[eiao]|del|della|des|du|da|voor|van)\s|\sd['’]/);
  if (
    /^(?!\S*(?:er|or|in|ist|ent|ant)\s)\p{Lu}[\p{L}-]*\p{L} (?:(?:&|and|und|y|e|et|en) \p{L}+|(?:och|og) \p{L}+(?: \p{Ll}+)?)$/u.test(
      head,
    )
  )
    return true;
  const words = wordsOf(head);
  const last = words[words.length - 1] ?? '';
  return (
    /(?:[tsc]i[oó]n(?:e?s)?|c[aã]o|coes|zion[ei]|ung(?:en)?|[hk]eit|(?<!genossen|gesell)schaft|wesen|ments?|(?<!^w)ing|ics|logy|logie|ity|ite|idad|dade|ita|ship|[ae]nce|[tg]ik|gie|lys[ei]s?)$/.test(
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
    (spot.row > (/(?:館|所|病院)$/.test(spot.text) ? org.row : org.row + 1) &&
      spots.some((other) => other.kind === 'unit' && other.row === spot.row - 1)));

/** `Police Department`, `研究所`, which may be a company, between the name and another that has a legal form. */
const isBesideFirm = (spot: Spot, org: Spot | undefined, nameRow: number): boolean =>
  spot.kind === 'org' &&
  !spot.form &&
  org !== undefined &&
  (isCollegeOf(spot, org) ||
    ((!hasCjk(spot.text) || isNoun(spot.text)) && // `白波台クリニック` is what a 医療法人 calls itself
      (org.form || isOfLearning(org.text)) &&
      nameRow >= 0 &&
      ((spot.row - nameRow) * (spot.row - org.row) < 0 ||
        (spot.row === org.row &&
          !spot.isApart &&
          !hasCjk(spot.text) &&
          org.text !== spot.text &&
          nameRow < spot.row)))); // `R&D Center, Kite Ltd`

/** `사회과학대학` of `푸른대학교 사회과학대학`. */
const isCollegeOf = (spot: Spot, org: Spot): boolean =>
  spot.row === org.row && /(?:대학교|大学|大學)$/.test(org.text) && /(?:대학|学院|學院)$/.test(spot.text);

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
