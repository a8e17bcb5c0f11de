import type { CountryCode } from 'libphonenumber-js/core';
import type { Adr, Finding } from '../../contact/draft.ts';
import { type Line, textOf } from '../body-lines.ts';
import { countryNamed } from '../data/countries.ts';
import { hasCjk } from '../fold.ts';
import { type Reading, type Sheet, without } from '../sheet.ts';
import { trimmedEnd, trimmedStart } from '../trim.ts';
import { type Anchor, anchorOf, around, isCodeAlone, ownOffice } from './adr-extent.ts';
import { type Part, partsOf } from './adr-parts.ts';
import { isAddressLike } from './adr-words.ts';
import type { Postal } from './postal.ts';

/** The postal address of the signature; of several offices the first. */
export function readAdr(sheet: Sheet): Reading {
  const cells = partsOf(sheet);
  const anchor = ownOffice(cells, sheet) ?? anchorOf(cells, sheet.region);
  if (!anchor) return { found: {}, rest: sheet.lines };
  const taken = withStreetApart(around(cells, anchor, sheet.region), anchor, cells);
  for (const part of sheet.trace ? cells : []) {
    if (part.postal && !taken.includes(part))
      sheet.trace?.refused(part.line, 'adr', part.text, 'another address was taken');
  }
  const label = taken.map((part) => part.text).join('\n');
  const adr: Finding<Adr> = {
    value: structured(taken, label, sheet.region),
    basis: 'stated',
    line: anchor.part.line,
    rule: anchor.rule,
  };
  return { found: { adr }, rest: blanked(sheet.lines, taken) };
}

/** With the labelled address of another line, where a labelled postal code stands alone. */
function withStreetApart(taken: Part[], anchor: Anchor, cells: Part[]): Part[] {
  const isAlone = taken.length === 1 && anchor.part.isLabelled && isCodeAlone(anchor);
  const street = isAlone && cells.find((part) => part.isLabelled && !part.postal && isAddressLike(part.text));
  return street ? [street, ...taken] : taken;
}

/** The parts vCard knows, as far as the country's way of writing lets them be told apart. */
function structured(parts: Part[], label: string, region?: CountryCode): Adr {
  const postal = parts.find((part) => part.postal)?.postal;
  const named = label
    .split(/[\n,()]|\s{2,}/)
    .map((piece) => countryNamed(piece.trim().replace(/\.$/, '')))
    .find(Boolean);
  const adr: Adr = { label, code: postal?.code, country: named ?? postal?.country ?? region };
  if (hasCjk(label)) return { ...adr, ...cjkParts(label, postal) };
  if (!postal) return adr;
  const before = label.slice(0, Math.max(0, label.indexOf(postal.text)));
  const street = tidy(before);
  if (postal.locality) return { ...adr, street: street || undefined, locality: postal.locality, region: postal.region };
  const pieces = before
    .split(/\n|,\s*/)
    .map(tidy)
    .filter(Boolean);
  const locality = pieces.pop();
  return { ...adr, street: pieces.join(', ') || undefined, locality, region: postal.region };
}

function cjkParts(label: string, postal: Postal | undefined): Partial<Adr> {
  const text = label
    .replace(textOf(postal), '')
    .replace(/^[〒\s()]+/, '')
    .replace(/\n/g, ' ')
    .trim();
  const match = regionAndLocality.exec(text);
  return match
    ? { region: match[1], locality: match[2], street: match[3]?.trim() || undefined }
    : { street: text || undefined };
}

const regionAndLocality =
  /^(東京都|北海道|(?:京都|大阪)府|\p{Script=Han}{2,3}[県省]|\p{Script=Han}{2,4}自治区)?((?:\p{Script=Han}|[ヶケがのつ]){1,5}?(?:市(?:(?:\p{Script=Han}|[ヶケがのつ]){1,5}?[区區])?|郡(?:\p{Script=Han}|[ヶケがのつ]){1,5}?[町村]|[区區]))(.*)$/u;

const tidy = (text: string): string =>
  trimmedStart(trimmedEnd(text.replace(/\n/g, ', '), /[\s,\-–—(]/), /[\s,\-–—]/).replace(/(, ){2,}/g, ', ');

function blanked(lines: Line[], taken: Part[]): Line[] {
  return lines.map((line, row) => {
    const spans = taken
      .filter((part) => part.row === row)
      .map((part) => ({ start: part.from, end: part.column + part.text.length }));
    return spans.length > 0 ? { ...line, text: without(line.text, spans) } : line;
  });
}
