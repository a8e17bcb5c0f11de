import { hasCjk } from '../fold.ts';
import { looksLikeName } from '../person.ts';
import { isRank, isUnitKind } from './latin-kind.ts';
import { isSame, isTown, type Spot } from './spots.ts';
import { hasFieldWord, isField } from './units.ts';

/** The title by label or word, with what belongs to it; else what stands where a title does. */
export function titleAmong(spots: Spot[], near: Spot[], org: Spot | undefined, nameRow: number): Spot | undefined {
  const stated =
    spots.find((spot) => spot.rule === 'title-label') ??
    spots.find((spot) => spot.kind === 'title' && !spot.orUnit && !isSame(spot, org)) ??
    spots.find((spot) => spot.kind === 'title' && !isSame(spot, org)) ??
    spots.find(isInCharge);
  if (stated) {
    const tail = spots.find(
      (spot) =>
        spot.afterTitle &&
        spot.kind !== 'unit' &&
        !spot.isApart &&
        !(hasCjk(spot.text) && looksLikeName(spot.text)) && // whose title it is
        !(isTown(spot.text) && !isRank(stated.text)) && // not `Head, Brand, Ireland`
        spot.row === stated.row &&
        !isSame(spot, org),
    );
    return tail ? { ...stated, text: `${stated.text}, ${tail.text}` } : { ...stated, text: beforeFirm(stated.text) };
  }
  const between = near.find(
    (spot) =>
      !isSame(spot, org) &&
      org &&
      !(org.rule !== 'org-place' && isField(spot.text)) &&
      !isUnitsTail(spot, spots) &&
      !/^\S+ v?\d+(?:\.\d+[a-z]?)?$/.test(spot.text) && // a program and its version, `Code 583`
      (org.form || !/^\p{Lu}{2,4}$/u.test(spot.text)) && // initials of a part of a university
      spot.row <= nameRow + 2 &&
      ((spot.row > nameRow && spot.row < org.row) ||
        (spot.row >= nameRow && !spot.beforeOrg && isBetween(spot, spots, org))),
  );
  const besideForm = near.find((spot) => spot.beforeOrg && org?.form && spot.row === org.row);
  const beside = near.find(
    (spot) =>
      org &&
      hasCjk(spot.text) &&
      !/\d/.test(spot.text) &&
      !hasFieldWord(spot.text) &&
      isBesideTitleless(spot, spots, org, nameRow),
  );
  const placed = between ?? besideForm ?? beside; // `Cat herder, Kite Ltd`; before a university it would be a unit
  return placed && { ...placed, text: beforeFirm(placed.text), rule: 'title-place' };
}

/** `東京営業担当` alone in its line below the firm, where nobody has a title: what somebody does. */
const isInCharge = (spot: Spot, i: number, spots: Spot[]): boolean =>
  spot.kind === 'unit' && /[^・]担当$/.test(spot.text) && spots[i - 1]?.form === true && spots[i - 1]?.row !== spot.row;

/** `Representative for`, whose company stands in the line below or in the other column. */
const beforeFirm = (title: string): string => title.replace(/ (?:for|of|at|på|bei|chez|presso)$/, '');

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
  return isUnitKind(before?.kind) && before?.row === spot.row && !hasCjk(spot.text);
};

/** In `Ana Ruiz | Planning | Kite Ltd` the part before the company. */
const isBetween = (spot: Spot, spots: Spot[], org: Spot): boolean =>
  spot.row === org.row && spots.indexOf(spot) === spots.findIndex((other) => isSame(other, org)) - 1;

/** `photographer`, `arquitecto colegiado`: a line of small letters right below the name, which no company is. */
export function plainTitle(spots: Spot[], org: Spot | undefined, nameRow: number): Spot | undefined {
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
