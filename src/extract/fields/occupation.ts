import type { Finding, Org } from '../../contact/draft.ts';
import { textOf } from '../body-lines.ts';
import { countryNamed, mayNameCountry } from '../data/countries.ts';
import { isState } from '../data/us-states.ts';
import { hasCjk, wordsOf } from '../fold.ts';
import { adrWords, closings } from '../lexicon/tables.ts';
import type { Sender } from '../sender.ts';
import type { Reading, Sheet } from '../sheet.ts';
import { trimmedEnd } from '../trim.ts';
import { likeSender, orgByPlace, orgLikeSender, statedOrg } from './company.ts';
import { plainTitle, titleAmong } from './job-title.ts';
import { latinKind } from './latin-kind.ts';
import { isMotto } from './mottoes.ts';
import { occupationSpots, withCjkHeads, withUnitTails } from './occupation-spots.ts';
import { isSame, type Spot } from './spots.ts';
import { unitsAmong } from './units.ts';

/** Company, units and title: by label, by the words in the tables, by likeness to the domain, by their place. */
export function readOccupation({ lines, sender, found: { fn, adr, url = [] }, trace }: Sheet): Reading {
  const nameRow = lines.findIndex((line) => line.index === fn?.line);
  const isLike = likeSender(
    sender,
    url.map(({ value }) => value),
  );
  const written = occupationSpots({ lines, sender, found: { fn } }, nameRow, isLike);
  const adrRow = lines.findIndex((line) => line.index === adr?.line);
  const stated = statedOrg(written, fn?.value ?? '', isLike);
  const like = orgLikeSender(written, isLike, nameRow);
  const isShort = like?.row === stated?.row && /^[\p{Lu}\d]+$/u.test(textOf(like)); // `Universidade do Oeste - UFO`
  const isBetter = like && !like.kind && !isShort && stated?.rule === 'org-word' && !isLike(stated);
  const org =
    (isBetter ? like : stated) ??
    like ??
    (sender.org && (hasCjk(sender.org) || latinKind(sender.org).kind === 'org')
      ? undefined
      : orgByPlace(written, nearName(written, nameRow), { nameRow, adrRow }));
  const spots = org ? withCjkHeads(withUnitTails(written, org), org, nameRow) : written;
  const isCore = (spot: Spot) => org?.form && !isSame(spot, org) && org.text.includes(spot.text); // `星空` beside `株式会社星空`
  const near = nearName(spots, nameRow).filter((spot) => !isCore(spot));
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

const reasonLeft = (spot: Spot, near: Spot[]): string =>
  spot.kind
    ? 'another was taken'
    : near.includes(spot)
      ? 'no table knows it, and no place is left for it'
      : 'no table knows it, and it is not beside the name';

const nearName = (spots: Spot[], nameRow: number): Spot[] =>
  spots.filter((spot) => !spot.kind && isNearName(spot, nameRow));

/** Room for what no table knows: within two lines above the name or six below, and nothing of an address. */
function isNearName(spot: Spot, nameRow: number): boolean {
  if (nameRow < 0 || spot.row < nameRow - 2 || spot.row > nameRow + 6 || spot.text.length > 50) return false;
  if (closings().afterStart(spot.text) !== undefined || isMotto(spot.text)) return false;
  if (/^[A-Z]{1,2}\d[A-Z]{2,3}$|-RIPE$/.test(spot.text)) return false; // what radio amateurs and registries call people
  if (!/^(?:[\p{Lu}\p{Lo}\d]|\p{Ll}{1,6}\p{Lu})/u.test(spot.text) || /\p{Ll}{2}\.$/u.test(spot.text)) return false;
  if (mayNameCountry(spot.text) && spot.text.split(/[,/]\s*/).some((piece) => countryNamed(piece.replace(/\.$/, ''))))
    return false;
  if (/,/.test(spot.text) && isState(spot.text.split(/,\s*/).pop() ?? '')) return false; // `Houston, Texas`
  if (/\p{Ll}-(?:ku|shi|gun|machi|cho),/u.test(spot.text)) return false; // `Naka-ku, Nagoya`
  return !(/\d/.test(spot.text) && adrWords().find(wordsOf(spot.text)));
}

/** `Kite Ltd (formerly Wren Ltd)`, `星空株式会社（旧 星原商店）`, `Kite Ltd (and yes, we fly)`, `星空法律事務所（東京弁護士会所属）`, `（証券コード：0000）`. */
const formerly =
  /\((?:(?:formerly|vormals|ehem|anciennement|voorheen|antes|旧|舊|구)[^()]{1,60}|\p{Ll}+\s[\p{Ll}'’,]+\s[\p{Ll}'’, ]{1,60}|\p{Lo}{2,20}所属|\p{L}{2,12}:[^()]{1,30})\)$/iu;

/** `Kite Ltd` of `Ana Ruiz (Kite Ltd)`. */
const withoutBrackets = (text: string): string => (/^\([^()]*\)$/.test(text) ? text.slice(1, -1) : text);

function orgFinding(org: Spot | undefined, units: Spot[]): Finding<Org> | undefined {
  const first = org ?? units[0];
  return (
    first && {
      value: {
        name: trimmedEnd(withoutBrackets(textOf(org)).replace(formerly, ''), /\s/).replace(/^M\/s\.?\s|\s\.$/g, ''),
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

/** Units without a company are the display name's company's, and a company without units has the display name's. */
function completed(found: Finding<Org> | undefined, { org, units }: Sender): Finding<Org> | undefined {
  if (found && found.value.units.length === 0 && units) return { ...found, value: { ...found.value, units } };
  if (!found || found.value.name || !org) return found;
  return { ...found, value: { ...found.value, name: org }, basis: 'inferred', rule: 'org-header' };
}
