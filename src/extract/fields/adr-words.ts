import { countryNamed } from '../data/countries.ts';
import { hasCjk, wordsOf } from '../fold.ts';
import { adrWords } from '../lexicon/tables.ts';
import { hasAny, marks } from '../line-marks.ts';
import { kindOf } from './phrase.ts';
import { isCjkAddress } from './postal.ts';

/** A number with something else, `Witney, Oxfordshire`; not the number alone, as of a room. */
export const isAddressLike = (text: string): boolean =>
  (/\d/.test(text) && /\p{L}/u.test(text)) || /\p{Lu}\p{Ll}+,\s/u.test(text);

/** `Room 312`, `Gebäude 4, Raum 12`: a place in a house, which nobody can send a letter to. */
export const isInside = (text: string): boolean =>
  text
    .split(/,\s*|\s[-–/]\s/)
    .every((piece) =>
      /^(?:(?:room|rm|suite|ste|floor|office|ms|mail ?stop|building|bldg|lab|raum|zimmer|zi|gebäude|geb|etage|bureau|salle|bât|bâtiment|stanza|ufficio|piano|edificio|despacho|planta|gabinete|sala|piso|kamer|gebouw|rum|våning|lokale)\.?\s#?[\w.-]{1,8}|\d{1,2}\.?(?:st|nd|rd|th|e|er|ème|º|ª|°)?\.?\s(?:floor|étage|etage|og|piano|piso|planta|andar|stock|verdieping))$/iu.test(
        piece.trim(),
      ),
    );

/** `Winner: Best Place to Work 2023`, `open 8:00-17:00`, `dalle 8.00 alle 17.00`: words of a sentence, or a time of day. */
export const isSaying = (text: string): boolean =>
  /(?<![\p{L}.])(?:to|for|every|we|our|you|your|is|are|with|this|that|have|thru|of doing|wir|unsere?|für|ist|sind|nous|vous|pour|avec|depuis|para|desde|siamo|during|voor|wij|sinds|version|B-BBEE|walk[- ]ins?)(?!\p{L})|\d\.\d+\.\d|\d:\d\d(?!\d)|\d[.h]\d\d\D{1,12}\d{1,2}[.h]\d\d(?![.\d])|\d\s?[ap]m(?!\p{L})/iu.test(
    text,
  );

/** `Praxis am Markt`, `Pharmacie du Quai` above a street: named for where it is; not `Ärztehaus am Markt`, nor `Rue du Quai`. */
export const isFirmAtStreet = (text: string): boolean =>
  /^(?!\S*(?:haus|zentrum|center|hof) )\P{N}+ (?:am|an der|im|beim|zu[mr]|du|de la|des) [^\s\d]+$/iu.test(text) &&
  !adrWords().match(wordsOf(text), 0);

/** `open 11:00 - 18:00 / close 水`, `適格請求書発行事業者番号:T5550000555500`: hours and numbers of registers. */
export const isHoursOrNumber = (text: string): boolean =>
  /^.{0,14}番号/.test(text) || (/\d:\d\d(?!\d)/.test(text) && !isStreet(text) && !isCjkAddress(text));

/** `Rua Nova, 12 – Garça/SP`: whole without a code. */
export const hasState = (text: string): boolean => hasAny(text, marks.digit) && /\/\p{Lu}{2}$/u.test(text);

/** `Universidad del Campus Norte`, which is no place as `Science Building` is; nor is `Faculty of Engineering`, though a street may be a `-ring`. */
export const isBody = (text: string): boolean =>
  kindOf(text).kind !== undefined && !/\d/.test(text) && (/eering$/i.test(text) || !adrWords().ending(wordsOf(text)));

/** `St. Kilda's Hospital`: its `St.` is no street. */
export const isSaintly = (text: string): boolean => /^St\.? \p{Lu}\D*$/u.test(text) && kindOf(text).kind === 'org';

/** `Tamil Nadu, INDIA` */
export const isStateAndCountry = (text: string): boolean =>
  text.length < 50 &&
  isTown(text) &&
  /,/.test(text) &&
  countryNamed(text.slice(text.lastIndexOf(',') + 1).trim()) !== undefined;

/** A word of streets and buildings together with a number, or a post office box. */
export function isStreet(text: string): boolean {
  if (isWithoutNumber(text) || isCalle(text)) return true;
  if (text.length > 120 || !/\d/.test(text) || kindOf(text).form) return false;
  const words = wordsOf(text);
  if (/^\d{1,5}[a-z]?[,\s-]/i.test(text) && words.length > 2 && adrWords().find(words)) return true;
  return adrWords().find(words.filter((word) => word.length > 1 || /\p{L}\./u.test(text))) !== undefined;
}

/** `Via Nuova snc`, senza numero civico: it looks like a company's legal form. */
const isWithoutNumber = (text: string): boolean =>
  /^\p{L}/u.test(text) && /\s(snc|s\.n\.c\.|s\/n)$/i.test(text) && adrWords().match(wordsOf(text), 0) !== undefined;

/** Whether word and number belong together (`12 Hill Street`, `Rua Nova, 12`), which they do not in a motto. */
export function hasHouseNumber(text: string): boolean {
  if (/^["“”„«'‘]/.test(text)) return false;
  if (hasCjk(text)) return cjkNumber.test(text);
  const pieces = text.split(',');
  return (
    isCalle(text) ||
    pieces.some(
      (piece, i) =>
        adrWords().find(wordsOf(piece).filter((word) => word.length > 1 || /\p{L}\./u.test(piece))) !== undefined &&
        (/\d/.test(piece) ||
          /^\s*\p{L}{0,4}[.\s-]{0,2}\d[\d/-]{0,6}[a-z]?\s*$/iu.test(pieces[i - 1] ?? '') ||
          /^\s*(n\S{0,2}\s*)?\d/i.test(pieces[i + 1] ?? '')),
    ) ||
    /^\d{1,5}[a-z]?[,\s-]/i.test(text)
  );
}

/** `2-7-19`, `7番`, `88號`, `테헤란로 12`: a number of a house, a block, a storey. */
const cjkNumber =
  /\d\s?[-‐−]\s?\d|[\d一二三四五六七八九十]\s?(?:番|号|號|丁目|階|楼|樓|室|层|層|F|호|층|번|가)|[길로동]\s?\d/u;

/** `C/ Garza 12`: Spanish for a street. */
const isCalle = (text: string): boolean => /^C\/\s?\p{L}[^,]{2,40},? ?\d/iu.test(text);

/** A building, a floor, a district: a word of addresses, and in Japanese, where such words end names too, a number. */
export function isPlace(text: string): boolean {
  if (isWithoutNumber(text)) return true;
  if (text.length >= 80 || kindOf(text).form || kindOf(text).kind === 'title') return false;
  if (hasCjk(text) && !/\d/.test(text)) return false;
  return adrWords().find(wordsOf(text).filter((word) => word.length > 1)) !== undefined;
}

/** `Witney`, `Oxfordshire`: capitalised words without a number that are no company. */
export const isTown = (text: string): boolean =>
  text.length <= 40 && /^\p{Lu}[\p{L}'’ .,/–-]+\d{0,2},?$/u.test(text) && !kindOf(text).kind;
