import type { Finding, Org } from '../../contact/draft.ts';
import { countryNamed, mayNameCountry } from '../data/countries.ts';
import { isFreeMail } from '../data/free-mail.ts';
import { hasCjk, squash, wordsOf } from '../fold.ts';
import { adrWords, honorifics, telLabels, valueLabels } from '../lexicon/tables.ts';
import type { Sender } from '../sender.ts';
import { type Cell, cellsOf, type Reading, type Sheet } from '../sheet.ts';
import { bare, isProse } from '../signature-lines.ts';
import { labelled } from './label.ts';
import { type Phrase, phrasesOf } from './phrase.ts';

/** Company, units and title: by label, by the words in the tables, by likeness to the domain, by their place. */
export function readOccupation({ lines, sender, found: { fn }, trace }: Sheet): Reading {
  const nameRow = lines.findIndex((line) => line.index === fn?.line);
  const names = wordsOf(`${fn?.value ?? ''} ${sender.name ?? ''}`);
  const isLike = likeDomain(sender.domain);
  const spots = spotsIn(cellsOf(lines))
    .filter((spot) => !wordsOf(spot.text).every((word) => names.includes(word)))
    .flatMap((spot) => apart(spot, isLike));
  const near = spots.filter((spot) => !spot.kind && isNearName(spot, nameRow));
  const org = statedOrg(spots, fn?.value ?? '') ?? orgLikeDomain(spots, isLike) ?? orgByPlace(spots, near, nameRow);
  const title = titleAmong(spots, near, org, nameRow);
  const units = unitsAmong(spots, near, org, title);
  for (const spot of trace ? spots : []) {
    const isTaken = [org, title, ...units].some((taken) => taken?.row === spot.row && taken.text.includes(spot.text));
    if (!isTaken) trace?.refused(spot.line, spot.kind ?? 'occupation', spot.text, reasonLeft(spot, near));
  }
  return {
    found: {
      org: orgFinding(org, units) ?? inferredOrg(sender, title !== undefined),
      title: title && { value: title.text, basis: 'stated', line: title.line, rule: title.rule },
    },
    rest: lines,
  };
}

const reasonLeft = (spot: Spot, near: Spot[]): string =>
  spot.kind
    ? 'another was taken'
    : near.includes(spot)
      ? 'no table knows it, and no place is left for it'
      : 'no table knows it, and it is not beside the name';

/** A phrase and where it stands. */
interface Spot extends Phrase {
  row: number;
  line: number;
  rule: string;
}

function spotsIn(cells: Cell[]): Spot[] {
  return cells.flatMap((cell): Spot[] => {
    const at = { row: cell.row, line: cell.line };
    const label = labelled(cell.text);
    const text = bare(withoutEmptyLabel(label?.value ?? cell.text)).trim();
    if (label?.field === 'org' || label?.field === 'unit' || label?.field === 'title') {
      return text
        ? [{ text, kind: label.field, form: label.field === 'org', rule: `${label.field}-label`, ...at }]
        : [];
    }
    if (!isPhrase(text) || isQuotation(cell.text)) return [];
    return phrasesOf(text)
      .filter((phrase) => isPhrase(phrase.text))
      .map((phrase) => ({
        ...phrase,
        rule: phrase.form ? 'org-form' : phrase.kind ? `${phrase.kind}-word` : 'place',
        ...at,
      }));
  });
}

const isQuotation = (text: string): boolean => /^["“”'‘«„].*["”»'’]$/u.test(text);

/** Without a label whose value another reader has taken: `カスタマー部　担当:`. */
const withoutEmptyLabel = (text: string): string => text.trimEnd().replace(/(?<!\S)\p{L}{1,12}\s?[:：]$/u, '');

/** Whether a text is short and plain enough to name something: no sentence, no quotation, no stray marks or numbers. */
function isPhrase(text: string): boolean {
  if (text.length < 2 || text.length > 90 || isProse(text)) return false;
  if (/^["“”'‘«„<]|["”»]$|[?~^\\{}<>=_]|:\s|[.!]{2}|:$/.test(text)) return false;
  const words = wordsOf(text);
  if (!/\p{L}{2}/u.test(text) || words.length > 10 || (text.match(/\d/g)?.length ?? 0) > 4) return false;
  return ![honorifics(), telLabels(), valueLabels()].some((table) => table.match(words, 0)?.length === words.length);
}

/** Room for what no table knows: within two lines above the name or four below, and nothing of an address. */
function isNearName(spot: Spot, nameRow: number): boolean {
  if (nameRow < 0 || spot.row < nameRow - 2 || spot.row > nameRow + 4 || spot.text.length > 50) return false;
  if (!/^[\p{Lu}\p{Lo}\d]/u.test(spot.text) || /\p{Ll}{2}\.$/u.test(spot.text)) return false;
  if (mayNameCountry(spot.text) && spot.text.split(/,\s*/).some((piece) => countryNamed(piece.replace(/\.$/, ''))))
    return false;
  return !(/\d/.test(spot.text) && adrWords().find(wordsOf(spot.text)));
}

/** The company by label, by its legal form, by a word like `University`; the one in the letters of the name first. */
function statedOrg(spots: Spot[], name: string): Spot | undefined {
  const orgs = spots.filter((spot) => spot.kind === 'org');
  const sameLetters = orgs.filter((spot) => hasCjk(spot.text) === hasCjk(name));
  return sameLetters.find((spot) => spot.form) ?? orgs.find((spot) => spot.form) ?? sameLetters[0] ?? orgs[0];
}

/** Whether a phrase is like a domain: `Heron Legal` for heronlegal.example.com. */
function likeDomain(domain: string): (spot: Spot) => boolean {
  const labels = isFreeMail(domain) ? [] : domain.split('.').slice(0, -1).map(squash);
  return ({ text, kind }) => {
    const flat = squash(text);
    if (kind === 'title' || kind === 'unit') return labels.some((label) => label.length > 5 && flat.startsWith(label));
    return labels.some(
      (label) =>
        label.length > 3 &&
        flat.length > 3 &&
        (flat.startsWith(label) || (label.startsWith(flat) && flat.length * 2 >= label.length)),
    );
  };
}

/** `Partnerships, Copperline Kitchens` is two where the second is like the domain. */
function apart(spot: Spot, isLike: (spot: Spot) => boolean): Spot[] {
  const pieces = spot.kind ? [] : spot.text.split(/,\s+/).map((text) => ({ ...spot, text }));
  const at = pieces.findIndex(isLike);
  return at > 0 ? pieces.map((piece, i) => ({ ...piece, beforeOrg: i < at })) : [spot];
}

function orgLikeDomain(spots: Spot[], isLike: (spot: Spot) => boolean): Spot | undefined {
  const found = spots.find((spot) => spot.kind !== 'org' && isLike(spot));
  return found && { ...found, rule: 'org-like-domain' };
}

/** What stands where a company does: under the title, second under the name, above the name; else the last unit. */
function orgByPlace(spots: Spot[], near: Spot[], nameRow: number): Spot | undefined {
  const title = spots.find((spot) => spot.kind === 'title');
  const below = near.filter((spot) => spot.row >= nameRow && !spot.afterTitle);
  const placed = title
    ? (below.find((spot) => spot.row > title.row) ??
      below.find((spot) => spot.row === title.row) ??
      near.find((spot) => spot.afterTitle))
    : (below[1] ?? below[0]);
  const likely = spots.filter((spot) => spot.kind === 'likely');
  const units = spots.filter((spot) => spot.kind === 'unit');
  const chosen =
    placed ??
    likely[likely.length - 1] ??
    near.find((spot) => spot.row < nameRow) ??
    (units.length > 1 ? units[units.length - 1] : undefined);
  return chosen && { ...chosen, rule: chosen.kind ? 'org-unit' : 'org-place' };
}

function titleAmong(spots: Spot[], near: Spot[], org: Spot | undefined, nameRow: number): Spot | undefined {
  const stated =
    spots.find((spot) => spot.rule === 'title-label') ??
    spots.find((spot) => spot.kind === 'title' && !isSame(spot, org));
  if (stated) {
    const tail = spots.find((spot) => spot.afterTitle && spot.row === stated.row && !isSame(spot, org));
    return tail ? { ...stated, text: `${stated.text}, ${tail.text}` } : stated;
  }
  const between = near.find(
    (spot) => !isSame(spot, org) && org && spot.row > nameRow && spot.row <= nameRow + 2 && spot.row < org.row,
  );
  return between && { ...between, rule: 'title-place' };
}

/** The units around the company, in the order they are written; else what stands between title and company. */
function unitsAmong(spots: Spot[], near: Spot[], org: Spot | undefined, title: Spot | undefined): Spot[] {
  const stated = spots
    .filter((spot) => (spot.kind === 'unit' || spot.kind === 'likely') && !isSame(spot, org))
    .map((spot) => ({ ...spot, text: spot.text.replace(/[(（][^()（）]{0,20}[)）]$/u, '').trimEnd() }));
  const once = stated.filter((spot, i) => stated.findIndex((other) => other.text === spot.text) === i);
  if (once.length > 0) return once.slice(0, 3);
  const beside = near.find(
    (spot) =>
      org &&
      !isSame(spot, org) &&
      !isSame(spot, title) &&
      !(spot.afterTitle && title?.text.endsWith(spot.text)) &&
      (spot.beforeOrg || (title && spot.row >= title.row && spot.row < org.row)),
  );
  return beside ? [{ ...beside, rule: 'unit-place' }] : [];
}

const isSame = (spot: Spot, other: Spot | undefined): boolean => spot.row === other?.row && spot.text === other.text;

function orgFinding(org: Spot | undefined, units: Spot[]): Finding<Org> | undefined {
  const first = org ?? units[0];
  return (
    first && {
      value: { name: org?.text ?? '', units: units.map((unit) => unit.text) },
      basis: 'stated',
      line: first.line,
      rule: first.rule,
    }
  );
}

/** The company of a display name (`James Bond (ACME)`); or the domain's, where somebody states a title but no company. */
function inferredOrg({ org, site }: Sender, hasTitle: boolean): Finding<Org> | undefined {
  if (org) return { value: { name: org, units: [] }, basis: 'inferred', rule: 'org-header' };
  if (!hasTitle || !site || isFreeMail(site)) return undefined;
  return { value: { name: site, units: [] }, basis: 'inferred', rule: 'org-domain' };
}
