import type { CountryCode } from 'libphonenumber-js/core';
import { countryNamed, countryOfPostalPrefix } from '../data/countries.ts';
import { findStateAndZip } from '../data/us-states.ts';
import { hasCjk } from '../fold.ts';
import { hasAny, marks } from '../line-marks.ts';
import { trimmedEnd, trimmedStart } from '../trim.ts';

/** A postal code and what its surroundings tell. */
export interface Postal {
  /** Undefined where a county or a numbered district is all there is. */
  code?: string;
  country?: CountryCode;
  locality?: string;
  region?: string;
  /** Code and locality as written. */
  text: string;
}

/** The postal code in a text, by the countries' own forms; `alone`: the text is labelled as a postal code. */
export function findPostal(text: string, alone: boolean, region?: CountryCode): Postal | undefined {
  if (text.length > 200 || !(hasAny(text, marks.digit) || /Co\.? \p{Lu}/u.test(text))) return undefined;
  return (
    japanese(text, region) ??
    american(text) ??
    canadian(text) ??
    australian(text) ??
    singaporean(text, region) ??
    irish(text, region) ??
    russian(text) ??
    chinese(text, region) ??
    taiwanese(text, region) ??
    british(text) ??
    prefixed(text) ??
    hyphenated(text, region) ??
    dutch(text) ??
    korean(text) ??
    spaced(text, region) ??
    argentine(text, region) ??
    indian(text, region) ??
    continental(text, region) ??
    trailing(text, region) ??
    (alone ? bareCode(text, region) : undefined)
  );
}

/** Whether the text is an address without code: `神奈川県鎌倉市…8-14`, `浙江省杭州市…999号`, `부산광역시 해운대구 … 888`. */
export function isCjkAddress(text: string): boolean {
  return (
    hasCjk(text) &&
    ((/(東京都|北海道|(京都|大阪)府|\p{Script=Han}{2,3}県)\p{Script=Han}{1,12}[市区郡町村]/u.test(text) &&
      /\d|[一二三四五六七八九十]/.test(text)) ||
      (/\p{Script=Han}{2}[省市区區县縣]\p{Script=Han}{0,20}[路街道]/u.test(text) && /\d/.test(text)) ||
      /\p{Script=Han}{2,6}[道街路里村巷徑]\s?\p{Script=Han}{0,4}\s?\d+(?:-\d+)?\s?[號号]/u.test(text) ||
      /\p{Script=Han}{1,4}[市区郡町村](?:\p{Script=Han}|[ぁ-んァ-ヶー々]){1,10}[\d一二三四五六七八九十]{1,4}(?:[-‐−]\d|丁目|番地)/u.test(
        text,
      ) ||
      /\p{Script=Han}{2,4}[町村]\d{1,5}(?:[-‐−]\d|番地)/u.test(text) ||
      /\p{Script=Han}{1,4}市\p{Script=Han}{1,4}区\p{Script=Han}{0,8}\d/u.test(text) ||
      (/(특별시|광역시|[가-힣]도|[가-힣]시)\s?(?:[가-힣]{1,10}\s?){0,2}(?<=[구군동로길])/u.test(text) &&
        /\d/.test(text)))
  );
}

function japanese(text: string, region?: CountryCode): Postal | undefined {
  const match = /(〒\s?)?(?<!\d|\d-)(\d{3}-\d{4})(?![\d-])/.exec(text);
  if (!match?.[2]) return undefined;
  const rest = text.slice(match.index + match[0].length);
  const isMarked = match[1] || /^[\s)]*(\p{Script=Han}{2,3}[都道府県]|\p{Script=Han}+[市区])/u.test(rest);
  const isAlone = region === 'JP' && match[0].length === text.trim().length;
  if (
    !isMarked &&
    !isAlone &&
    !(/\bJapan\b/i.test(text) || (region === 'JP' && /-(ku|shi|cho|machi|gun)\b|Tokyo|Osaka|Kyoto/i.test(text)))
  )
    return undefined;
  return { code: match[2], country: 'JP', text: match[0] };
}

function american(text: string): Postal | undefined {
  const found = findStateAndZip(text);
  return found && { code: found.code, country: 'US', region: found.region, text: found.text };
}

function canadian(text: string): Postal | undefined {
  const match =
    /(?:[\s,(]([A-Z]{2}|Ont|Que|Québec|Alberta|Ontario|Manitoba)\)?\.?,?\s+(?:Canada,?\s+)?)?\b([ABCEGHJ-NPRSTVXY]\d[A-Z]\s?\d[A-Z]\d)\b/i.exec(
      text,
    );
  return match?.[2] && match[2] === match[2].toUpperCase()
    ? { code: match[2], country: 'CA', region: match[1], text: match[0] }
    : undefined;
}

/** `Botany NSW 2019`. */
export function australian(text: string): Postal | undefined {
  const match = /(?<!\p{L})(NSW|VIC|Vic|QLD|Qld|WA|SA|TAS|Tas|ACT|NT)\.?,?\s+(\d{4})(?!\d)/u.exec(text);
  return match?.[2] ? { code: match[2], country: 'AU', region: match[1], text: match[0] } : undefined;
}

/** `Singapore 123456`, `S(123456)`. */
export function singaporean(text: string, region?: CountryCode): Postal | undefined {
  const match =
    /\b(?:Singapore|S'pore)\s?\(?(\d{6})\b\)?/i.exec(text) ??
    (region === 'SG' ? /\bS\s?\(?(\d{6})\b\)?/.exec(text) : null);
  return match?.[1] ? { code: match[1], country: 'SG', text: match[0] } : undefined;
}

/** `Dublin 8, D08 XK27`: an Eircode. */
function irish(text: string, region?: CountryCode): Postal | undefined {
  const match = /(?<![\p{L}\d])([AC-FHKNPRTV-Y]\d[\dW]\s?[AC-FHKNPRTV-Y\d]{4})(?![\p{L}\d])/u.exec(text);
  if (!match?.[1] || !isMixed(match[1].slice(3))) return irishDistrict(text);
  if (region !== 'IE' && !/\bCo\. |County |\b(Dublin|Cork|Galway|Limerick|Waterford|Ireland|Éire)\b/.test(text))
    return undefined;
  return { code: match[1], country: 'IE', text: match[0] };
}

/** `Dublin 8`, `Westport, Co. Mayo`: how the Irish wrote before they had codes, and many still do. */
function irishDistrict(text: string): Postal | undefined {
  const match =
    /(?<!\p{L})Dublin \d{1,2}W?(?=\s*(?:[,.]|$))/u.exec(text) ??
    /(?:^|,\s?)Co\.?\s\p{Lu}\p{Ll}{3,9}(?=\s*(?:[,.]|$))/u.exec(text);
  return match ? { country: 'IE', text: match[0].replace(/^,\s?/, '') } : undefined;
}

/** `123456, Москва, ул. …`, `01001, Київ`. */
function russian(text: string): Postal | undefined {
  const match = /(?<![\d-])(\d{5,6}),?\s+(?:г\.\s?|м\.\s?)?(?=\p{Script=Cyrillic}{3})/u.exec(text);
  return match?.[1] ? { code: match[1], country: match[1].length === 5 ? 'UA' : 'RU', text: match[0] } : undefined;
}

/** `浙江省宁波市江北区云杯大道6号 315000`, `（邮编：315000）`, `100101 北京市…`. */
function chinese(text: string, region?: CountryCode): Postal | undefined {
  if (region === 'TW' || region === 'JP' || !/\p{Script=Han}/u.test(text)) return undefined;
  const match =
    /[号路街楼室层座幢栋厦]\s*(\d{6})$/u.exec(text) ??
    /\(?(?:邮编|邮政编码|郵編)[: ]{0,2}(\d{6})\)?/u.exec(text) ??
    (isCjkAddress(text) ? /\((\d{6})\)|(?<!\d)(\d{6})$|^(\d{6})(?=\s?\p{Script=Han})/u.exec(text) : null);
  const code = match?.[1] ?? match?.[2] ?? match?.[3];
  return match && code ? { code, country: 'CN', text: match[0] } : undefined;
}

/** `30078 新竹市…`, `(114) 台北市…`: three, five or six digits before a city or county. */
function taiwanese(text: string, region?: CountryCode): Postal | undefined {
  if (region === 'JP' || region === 'CN') return undefined;
  const match = /(?<![\d-])\(?(\d{3}(?:\d{2,3})?)\)?\s?(?=(?:[台臺]灣\s?)?\p{Script=Han}{2}[市縣])/u.exec(text);
  return match?.[1] ? { code: match[1], country: 'TW', text: match[0] } : undefined;
}

export function british(text: string): Postal | undefined {
  const match = /\b([A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2})\b/.exec(text);
  return match?.[1] ? { code: match[1], country: 'GB', text: match[0] } : undefined;
}

/** `D-10115 Berlin`, `S-164 28 Kista`, `ch-8800 Thalwil`. */
function prefixed(text: string): Postal | undefined {
  const match = /(?:^|[\s,|(])([A-Z]{1,3}|[a-z]{2})\s?-\s?(\d{3}\s\d{2}|\d{4,5})\s+(\p{Lu}[\p{L}'’. -]{1,40})/u.exec(
    text,
  );
  const country = match?.[1] && countryOfPostalPrefix(match[1]);
  if (!match?.[2] || !country) return undefined;
  return { code: match[2], country, locality: town(match[3]), text: match[0].replace(/^[\s,|(]/, '') };
}

/** `59010-000` (Brazil), `4050-265 Porto` (Portugal), `61-001 Poznań` (Poland). */
function hyphenated(text: string, region?: CountryCode): Postal | undefined {
  const brazil = /(?<![\d.-])(\d\d\.?\d{3}-\d{3})(?![\d-])/.exec(text);
  if (brazil?.[1] && (region === 'BR' || !brazil[1].includes('.')))
    return { code: brazil[1], country: 'BR', text: brazil[0] };
  const match = /(?<![\d-])(\d{4}-\d{3}|\d{2}-\d{3})\s+(\p{Lu}[\p{L}'’. -]{1,40})/u.exec(text);
  if (!match?.[1]) return undefined;
  const country: CountryCode = match[1].length === 8 ? 'PT' : 'PL';
  if (region && region !== country && !(country === 'PT' && region === 'BR')) return undefined;
  return { code: match[1], country, locality: town(match[2]), text: match[0] };
}

function dutch(text: string): Postal | undefined {
  const match = /(?<!\d)(\d{4}\s?[A-Z]{2})\s{1,2}(\p{Lu}[\p{L}'’ -]{1,40})/u.exec(text);
  return match?.[1] ? { code: match[1], country: 'NL', locality: town(match[2]), text: match[0] } : undefined;
}

function korean(text: string): Postal | undefined {
  if (!/[가-힣]/.test(text)) return undefined;
  const match =
    /[([]?(?<![\d-])(\d{5}|\d{3}-\d{3})[)\]]?\s*(?=[가-힣]{2,})/u.exec(text) ??
    /(?:\(?우\)|우편번호|우:?)[\s:]*\(?(\d{5})\b\)?/u.exec(text) ??
    (isCjkAddress(text) ? /[(,\s](\d{5})\)?$/u.exec(text) : null);
  return match?.[1] ? { code: match[1], country: 'KR', text: match[0] } : undefined;
}

/** `852 31 Sundsvall`, `602 00 Brno`. */
function spaced(text: string, region?: CountryCode): Postal | undefined {
  if (region !== 'SE' && region !== 'CZ' && region !== 'GR' && region !== 'SK') return undefined;
  const match = /(?<![\d-])(\d{3}\s\d{2})\s+(\p{Lu}[\p{L}'’ -]{1,40})/u.exec(text);
  return match?.[1] ? { code: match[1], country: region, locality: town(match[2]), text: match[0] } : undefined;
}

/** `C1043AAB CABA`, `Belgrano 318 (3260) Villa Garza`. */
function argentine(text: string, region?: CountryCode): Postal | undefined {
  const match =
    /(?<![\p{L}\d])([A-HJ-NP-Z]\d{4}[A-Z]{3})(?![\p{L}\d])\s*(\p{Lu}[\p{L}'’. ]{1,40})?/u.exec(text) ??
    (region === 'AR'
      ? (/\(([A-Z]?\d{4})\)\s*(\p{Lu}[\p{L}'’. ]{1,40})?/u.exec(text) ??
        /(?<![\p{L}\d])([A-HJ-NP-Z]\d{4})\s+(\p{Lu}[\p{L}'’. ]{1,40})/u.exec(text))
      : null);
  return match?.[1] ? { code: match[1], country: 'AR', locality: town(match[2]), text: match[0] } : undefined;
}

const isMixed = (text: string): boolean => /\d/.test(text) && /[A-Z]/.test(text);

/** `Mumbai 400 093`, `Gurugram-122015`, `Bengaluru - 560 001`. */
function indian(text: string, region?: CountryCode): Postal | undefined {
  if (region !== 'IN') return undefined;
  const match = /(?<![\p{L}.])(\p{L}[\p{L}.]{2,30})[\s,)–-]{1,4}(?:PIN:? ?)?([1-9]\d{2}\s?\d{3})(?![\d-])/u.exec(text);
  return match?.[1] && match[2] ? { code: match[2], country: 'IN', locality: match[1], text: match[0] } : undefined;
}

/** Code before town, also a middle dot between, or a comma in `C.P. 37545, León`, as most of Europe and Latin America write; the country is the sender's. */
function continental(text: string, region?: CountryCode): Postal | undefined {
  if (region === 'US' || region === 'JP' || region === 'CN') return undefined;
  const match =
    /(?:^|[\s,|(])(?:C\.P\. ?)?(\d{5}|\d{4})(?:\s+(?:· )?|(?<=P\. ?\d{5}), )(\p{Lu}[\p{L}'’. -]{1,40})/u.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  if (match[1].length === 4 && region && fiveDigits.has(region)) return undefined;
  if (match[1].length === 5 && region && fourDigits.has(region)) return undefined;
  return { code: match[1], country: region, locality: town(match[2]), text: match[0].replace(/^[\s,|(]/, '') };
}

const fiveDigits = new Set<CountryCode>(['DE', 'FR', 'ES', 'IT', 'FI', 'MX', 'EE', 'HR', 'UA', 'TR', 'KR']);
const fourDigits = new Set<CountryCode>(['CH', 'AT', 'BE', 'DK', 'NO', 'LU', 'HU', 'AU', 'NZ', 'ZA']);

/** Town before code: `Sevilla, 41001`, `Seoul 04379, Korea`, `Tasmania, Australia, 7000`. */
function trailing(text: string, region?: CountryCode): Postal | undefined {
  const found = townBeforeCode(text);
  if (!found) return undefined;
  const named = text
    .split(',')
    .map((piece) =>
      countryNamed(
        piece
          .trim()
          .replace(/\d{4,6}$/, '')
          .trimEnd(),
      ),
    )
    .find(Boolean);
  const countries = found.code.length > 4 ? /ES|AU|NZ|KR|SG|IN|CN|MX|MY|TH|ID|ZA/ : /AU|NZ|ZA/;
  if (!named && !countries.test(region ?? '')) return undefined;
  return {
    code: found.code,
    country: named ?? region,
    locality: countryNamed(found.word) ? undefined : found.word,
    text: found.text,
  };
}

/** The first number of four to six digits that ends a part of the text, with the capitalised word before it. */
function townBeforeCode(text: string): { word: string; code: string; text: string } | undefined {
  for (const { index, 0: code } of text.matchAll(/(?<=\s)\d{4,6}(?=\s*(?:[,.]|$))/g)) {
    const before = text.slice(0, index).trimEnd().replace(/,$/, '');
    const run = before.slice(trimmedEnd(before, /[\p{L}'’-]/u).length);
    const word = trimmedStart(run.slice(-31), /\P{Lu}/u);
    if (word.length >= 3) return { word, code, text: text.slice(before.length - word.length, index + code.length) };
  }
  return undefined;
}

function bareCode(text: string, region?: CountryCode): Postal | undefined {
  const match = /^\D{0,3}(\d{3,6}(?:[-\s]\d{2,4})?)\b/.exec(text);
  return match?.[1] ? { code: match[1], country: region, text: match[0] } : undefined;
}

/** The town without what follows it: `Borgo Airone (VI) Italy`, `Dresden - Germany`. */
function town(text = ''): string | undefined {
  const [name = ''] = text.split(/\s+[-–(]|,|\s{2,}/);
  const words = name.trim().split(' ');
  if (words.length > 1 && countryNamed(words[words.length - 1] ?? '')) words.pop();
  return trimmedEnd(words.join(' '), /[.-]/) || undefined;
}
