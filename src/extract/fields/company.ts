import { isFreeMail } from '../../contact/data/free-mail.ts';
import { isState } from '../data/us-states.ts';
import { ands, firstLabel, shortUmlauts } from '../domain-label.ts';
import { hasCjk, squash, wordsOf } from '../fold.ts';
import { adrWords, telLabels } from '../lexicon/tables.ts';
import { looksLikeName } from '../person.ts';
import type { Sender } from '../sender.ts';
import { isUnended } from './mottoes.ts';
import type { Rows, Spot } from './spots.ts';

/**
 * The company by label, by its legal form, by a word like `University`. Of several the one in the letters of the name,
 * with a form, and like the sender's domain: `Clinic for Surgery` stands above `St Mary Hospital` of stmaryhospital.example.
 */
export function statedOrg(spots: Spot[], name: string, isLike: (spot: Spot) => boolean): Spot | undefined {
  const weight = (spot: Spot) =>
    (hasCjk(spot.text) === hasCjk(name) ? 4 : 0) +
    (spot.form ? 2 : isLike(spot) || isOfLearning(spot.text) ? 1 : 0) -
    (!spot.form && isTail(spot) ? 1 : 0);
  const isTail = (spot: Spot) => {
    const before = spots[spots.indexOf(spot) - 1];
    return before?.kind === 'title' && before.row === spot.row; // `Director, South West Region`
  };
  const orgs = spots.filter((spot) => spot.kind === 'org' && !isUnended(spot.text) && !isStreet(spot.text));
  return orgs.reduce<Spot | undefined>((best, spot) => (best && weight(best) >= weight(spot) ? best : spot), undefined);
}

/** `Av. Garza 4410 Pte.`, though `Pte` is a legal form elsewhere. */
const isStreet = (text: string): boolean =>
  /\d/.test(text) && /\bPte\.?$/.test(text) && adrWords().match(wordsOf(text), 0) !== undefined;

/** `Wren University of Technology`, `Heron National Laboratory`: of what stands above it, it is the whole; not `Wren University Press`. */
export const isOfLearning = (text: string): boolean =>
  /(?:\bUniversity|National Laboratory|\bUniversity of [^,]{2,40})(?:,.*)?$|^(?:Universit(?:ät|y of|à|é|eit)|Universidade?|Uniwersytet|Hochschule|Polit[eé]c)/u.test(
    text,
  ) && !/Alumni|Associa|Cent(?:er|re)|Hospital|Librar|Press\b/.test(text);

/** Whether a phrase is like the sender's domain (`Heron Legal` for heronlegal.example.com) or display name's company. */
export function likeSender({ domain, site, org }: Sender, urls: string[]): (spot: Spot) => boolean {
  const labels = isFreeMail(domain) ? [] : [firstLabel(site)];
  const hosts = domain.split('.').slice(0, -1).map(squash);
  const host = hosts.slice(0, isFreeMail(domain) ? 0 : 1).filter((label) => label.length > 5); // `kitelabs.onmicrosoft.com`
  if (org) labels.push(squash(org));
  labels.push(...urls.map(siteLabel).filter((label) => label.length > 5));
  labels.push(...labels.map(shortUmlauts));
  const all = [...labels, ...host];
  return ({ text, kind }) => {
    const flat = squash(text);
    if (/[&+]/.test(text) && ands.some((and) => labels.includes(squash(text.replace(/[&+]/g, and))))) return true;
    if (flat.length > 4 && !isFreeMail(domain) && hosts.includes(flat)) return true;
    if (kind === 'title' || kind === 'unit') return all.some((label) => label.length > 5 && flat.startsWith(label));
    return all.some(
      (label) =>
        label.length > 3 &&
        flat.length > 3 &&
        (flat.startsWith(label) ||
          (label.length > 5 && flat.endsWith(label)) ||
          (label.startsWith(flat) && flat.length * 2 >= label.length)),
    );
  };
}

/** `kiteworks` of `https://www.kiteworks.example/about`. */
const siteLabel = (url: string): string =>
  squash(/^(?:https?:\/\/)?(?:www\.)?([^./?#:]+)\.[^./?#:]+(?:\/|$)/i.exec(url)?.[1] ?? '');

/** What no table knows as a company and yet is like the sender's domain. */
export function orgLikeSender(spots: Spot[], isLike: (spot: Spot) => boolean, nameRow: number): Spot | undefined {
  const like = spots.filter((spot) => spot.kind !== 'org' && isLike(spot));
  const found = like.find((spot) => spot.row >= nameRow) ?? like[0];
  return found && { ...found, rule: 'org-like-domain' };
}

/** What stands where a company does: under the title, second under the name, above the name; else the last unit. */
export function orgByPlace(spots: Spot[], near: Spot[], rows: Rows): Spot | undefined {
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
  const bodies = spots.filter((spot) => !/\bteam$/i.test(spot.text) && !(spot.row === nameRow + 1 && isActivity(spot)));
  const likely = bodies.filter((spot) => spot.kind === 'likely' && !spot.afterTitle && !/^\p{Ll}/u.test(spot.text));
  const units = bodies.filter((spot) => spot.kind === 'unit' && !hasCjk(spot.text)); // of `総務部　総務課` none is the company
  const above = places.find((spot) => spot.row < nameRow && !spot.isOpen);
  const chosen =
    bestPlaced(inOrder, rows) ??
    spots.find(({ kind, text }) => kind === 'unit' && isDepartmentOfState(text)) ??
    (above && hasCjk(above.text) ? above : (likely[likely.length - 1] ?? above)) ??
    (units.length > 1 ? units[units.length - 1] : undefined) ??
    spots.find(({ kind, text }) => kind === 'unit' && isAuthority(text)) ??
    (title ? undefined : (first ?? firstOfBlock(spots, nameRow)));
  return chosen && { ...chosen, rule: chosen.kind ? 'org-unit' : 'org-place' };
}

/** `星空建工` alone at the head of a block that has no name: above telephone numbers and addresses stands whose they are. */
const firstOfBlock = ([first, next]: Spot[], nameRow: number): Spot | undefined =>
  nameRow < 0 &&
  first &&
  first.row < Math.min(next?.row ?? 2, 2) &&
  !first.kind &&
  /^(?:[A-Z]+ ?|\p{Lo}{2})[\p{Lo}ー・]{2,}$/u.test(first.text)
    ? first
    : undefined;

/** `Wrenland Department of Health`, `Department for Kites`: of a state, where no other body is named. */
const isDepartmentOfState = (text: string): boolean =>
  /^(?:(?:\p{Lu}\p{L}+ ){1,3}Department of|Department for) \p{Lu}/u.test(text);

/** `Kundenbetreuung`, `Technisches Projektmanagement` right below the name: what somebody does, and no body. */
const isActivity = ({ text, kind }: Spot): boolean =>
  kind === 'likely' && /^(?:\p{Lu}\p{L}+e[rsn]? )?\p{Lu}\p{L}{6,}(?:ung|management|logistik|schaften)$/u.test(text);

/** `国家海洋资源部`, `江州市市场监督管理局`, `星野市立支援センター`: an office of a state, a province, a town. */
const isAuthority = (text: string): boolean =>
  /^(?:国家|國家|中央|\p{Script=Han}{2,4}[省市县縣区區州])\p{Script=Han}{2,}[部局厅廳会會队隊院署]$|^(?:国立|\p{Script=Han}{2,5}[都道府県市区町村]立)\p{L}{2}/u.test(
    text,
  );

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
 * Not `Canmore, AB` (a town with its province), `Club #1187`, `Mailer v2.1a`, `Since 1889`, `Dec2001`, `RT`, `5142 FAX`, `EB 3217B` (a room),
 * `Tel. booking` (a label alone), `Mewia 14, Latawice` (a street),
 * or one of a list: `Design | Print | Web`.
 */
function couldBeCompany({ text, row }: Spot, spots: Spot[], nameRow: number): boolean {
  if (
    /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,? \p{Lu}{2}$|#|\bv?\d+\.\d+[a-z]?$|(?:\b|^\p{L}{3})(?:1[89]|20)\d\d$|^[A-Z]{1,2}$|^[A-Z]{1,4}[- ]?\d{2,}[A-Za-z]?$|^\p{Lu}\p{L}+ \d{1,4}, \p{Lu}\p{Ll}+$/u.test(
      text,
    )
  )
    return false;
  if (isState(text)) return false;
  if (/ Building$/.test(text) && spots.some((other) => other.row === row && other.text !== text)) return false;
  const small = text.match(/(?<!\p{L})\p{Ll}{4}/gu)?.length ?? 0;
  if (small > 1 && small > (text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0)) return false; // `Old maps wanted`
  const words = wordsOf(text);
  const label =
    telLabels().match(words, 0) ?? (hasCjk(text) || /^\d{4}/.test(text) ? telLabels().ending(words) : undefined);
  if (label && (words[0]?.length ?? 0) > 1) return false;
  return row === nameRow || spots.filter((other) => other.row === row && !other.form && !other.kind).length < 3;
}
