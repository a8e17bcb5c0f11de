import { countryNamed } from '../data/countries.ts';
import { pageNames } from '../data/page-names.ts';
import { findStateAndZip, isState } from '../data/us-states.ts';
import { hasCjk, squash, wordsOf } from '../fold.ts';
import { fieldWords, honorifics, registerWords, telLabels, titleWords, valueLabels } from '../lexicon/tables.ts';
import { hasAny, marks } from '../line-marks.ts';
import type { Cell } from '../sheet.ts';
import { bare, isProse } from '../signature-lines.ts';
import { trimmedStart } from '../trim.ts';
import { isHours, labelled } from './label.ts';
import { isUnitKind } from './latin-kind.ts';
import { hasSentenceWords, isUnended } from './mottoes.ts';
import { kindOf, type Phrase, phrasesOf } from './phrase.ts';

/** A phrase and where it stands. */
export interface Spot extends Phrase {
  row: number;
  line: number;
  rule: string;
  /** Its line ends in a comma, as a closing formula does. */
  isOpen?: boolean;
}

/** Whether both are the same phrase of the same line. */
export const isSame = (spot: Spot, other: Spot | undefined): boolean =>
  spot.row === other?.row && spot.text === other.text;

/** Where else things stand. */
export interface Rows {
  nameRow: number;
  /** -1 without an address. */
  adrRow: number;
}

/** The phrases of all cells that could name a company, a unit or a title. */
export function spotsIn(cells: Cell[], nameRow: number): Spot[] {
  return cells.flatMap((cell): Spot[] => {
    const at = { row: cell.row, line: cell.line };
    const ofCompany = afterNameAt(cell.text);
    if (ofCompany) {
      const own = { text: ofCompany.company, kind: 'org' as const, rule: 'org-at', ...at };
      return [own, ...spotsIn([{ ...cell, text: ofCompany.rest }], nameRow)];
    }
    const label = labelled(cell.text);
    const isBesideName = cell.row === nameRow && hasCjk(cell.text);
    const text = withoutPronouns(
      bare(
        isBesideName
          ? withoutColon(
              isTitle(kindOf(label?.value ?? '')) && label?.field === 'fn'
                ? label.value
                : (afterUnknownLabel(cell.text) ?? cell.text),
            )
          : (cell.row === nameRow ? withoutColon : withoutEmptyLabel)(
              labelledValue(cell, nameRow) ?? afterUnknownLabel(cell.text) ?? trimmedStart(cell.text, /[\s·•]/),
            ),
      )
        .replace(/(?<=\p{L})\s?\($/u, '') // before a number that is taken
        .replace(remark, '')
        .replace(slogan(), '')
        .replace(hasCjk(cell.text) ? bracketed : '', '')
        .trim(),
      cell.row < nameRow || nameRow < 0,
    );
    if (isBesideName && kindOf(text).kind === 'title' && isLabelToo(text)) {
      return [{ text, kind: 'title', rule: 'title-word', ...at }];
    }
    const inBrackets = cell.row === nameRow && /^\(([^()]{2,30})\)$/u.exec(cell.text)?.[1]; // `青柳 美咲（コーディネーター）`, `Ana Ruiz (Kassenwart)`
    const isOnly = () =>
      !/^\p{Ll}/u.test(inBrackets || '') ||
      cells.every((other) => other === cell || kindOf(other.text).kind !== 'title');
    if (inBrackets && kindOf(inBrackets).kind === 'title' && isOnly())
      return [{ text: inBrackets, kind: 'title', rule: 'title-word', ...at }];
    if (isOffice(cell.text) || isFootnote(cell.text, cells) || isButton(cell.text) || isHours(cell.text)) return [];
    if (cells.filter(({ row, text }) => row === cell.row && isPageName(text)).length > 1) return []; // `Knowledge Base | Support | Careers`
    const isOfOrg = label?.field === 'org' && hasCjk(text);
    const isUnit = isOfOrg && kindOf(text).kind === 'unit';
    const hasTitle = isOfOrg && phrasesOf(text).some(isTitle); // `任职单位：星空大学资讯系 副教授`
    const field = isUnit ? 'unit' : hasTitle ? undefined : label?.field;
    if (field === 'org' || field === 'unit' || field === 'title') {
      return text ? [{ text, kind: field, form: field === 'org', rule: `${field}-label`, ...at }] : [];
    }
    const [first = '', ...others] = text.split(/\s[-–—]\s/, 2);
    const isChain = others.length > 0 && (text.length > 90 || kindOf(first).form); // whose parts are looked at one by one
    if (!(isChain || isPhrase(text)) || isQuotation(cell.text) || isMembership(text)) return [];
    if (cell.row === nameRow && isDegree(text)) return [];
    if (isUnended(text) && text.includes(', ') && !kindOf(text.split(',', 1)[0] ?? '').kind) return []; // `Kites, lines and`
    const isCry = /^[^!]*\p{L}!$/u.test(cell.text); // `Service with a smile!`
    return withoutTranslation(phrasesOf(isActivities(first, others[0]) ? first : text), text)
      .filter((phrase) => (isBesideName && phrase.kind === 'title') || isPhrase(phrase.text)) // `代表`, elsewhere a label
      .filter((phrase) => !isMembership(phrase.text) && !(isCry && phrase.kind !== 'org') && !isTagline(phrase))
      .filter((phrase, _, all) => phrase.kind || !(/^Dipl\.-\p{Lu}/u.test(phrase.text) && all.some(isTitle))) // a degree
      .map((phrase) => ({
        ...phrase,
        text:
          phrase.kind === 'title'
            ? withoutDegree(withoutPlace(phrase.text))
            : phrase.kind
              ? phrase.text
              : withoutTown(phrase.text),
        rule: phrase.form ? 'org-form' : phrase.kind ? `${phrase.kind}-word` : 'place',
        isOpen: cell.text.endsWith(','),
        ...at,
      }));
  });
}

const isTitle = ({ kind }: Pick<Phrase, 'kind'>): boolean => kind === 'title';

/** What a label stands before; `Sachbearbeiterin: Katja Reiher`, whose name another reader has taken, says what she is. */
function labelledValue({ text, row }: Cell, nameRow: number): string | undefined {
  const value = labelled(text)?.value;
  return value === '' && row === nameRow && /^Sachbearbeiter/.test(text) ? undefined : value;
}

/** `(present: Monday to Thursday)`, `(Bar #100200, NY)`, `(AS64500)`: when or as what somebody is reached, after what they are; `푸른고등학교 드림`. */
const remark =
  /(?<=[\p{L}.])[ \u3000]\((?:[^()]{0,60}(?:: |:(?=\p{Lo})|#)[^()]{0,60}|AS\d{1,6})\)|(?<=\p{Lo}) (?:드림|올림|배상)$/u;

/**
 * `Kites - Your travel specialist`, `Kites : The creative agency`: what a firm says of itself behind its name, in small letters; a
 * firm behind a title has capitals: `Owner - Your Space Ltd`. A function, so that the bundle packs the expression.
 */
const slogan = (): RegExp =>
  /\s[-–—:]\s(?:(?:The|Your|Votre|Su|Tu|Il vostro|Seu|Uw|Jouw|Din|Twój|V[aá]š) \p{Ll}|Ihre? \p{L}+ für ).*/u;

/** `Book a meeting`, `Agendar reunión`, `Termin vereinbaren`: what a button says, and nothing else. */
const isButton = (text: string): boolean =>
  /^(?:(?:book|schedule|agendar|reservar|prendre|prenota|plan|boek|boka)(?: \p{L}{1,4})? (?:meeting|call|rendez-vous|cita|reuni(?:ón|ão)|appuntamento|afspraak|m[öø][td]e)|\p{L}{0,20}termin (?:buchen|vereinbaren))$/iu.test(
    text,
  );

/** `（代理店）`, `（代表者氏名）` before what it labels; not `（株）`, `（公財）`. */
const bracketed = /^\((?!\p{Lo}{0,6}(?:法人|会社|公司|법인|회사))\p{Lo}{3,8}\)(?=\p{Lo})/u;

/** `青柳@星空大学 工学部`, `青柳@HOSHI (第1開発部)`: how people of Japanese lists say whose they are; the name may be gone already. */
function afterNameAt(text: string): { company: string; rest: string } | undefined {
  const [, name = '', company, rest = ''] =
    /^(\p{Lo}{0,4}\s?\p{Lo}{0,4})\s?@\s?([\p{Lo}\p{Lu}][^\s@()./:]{1,20})(?:\s+(\S.*))?$/u.exec(text) ?? [];
  if (!company || !hasCjk(text) || kindOf(name).kind || kindOf(company).kind === 'unit') return undefined;
  return { company, rest: rest.replace(/^\((.*)\)$/, '$1') };
}

/** Of `Paper mail: Harbour College` the company, whatever it is labelled with; not of `Bank: Kite Bank`, which is another's. */
function afterUnknownLabel(text: string): string | undefined {
  const [whole, label = ''] =
    /^(\p{Lu}\p{L}+(?: \p{L}['’\p{L}]+)?|\p{Lo}{2,8})\s?:\s*(?=\p{Lu}|\(?\p{Lo})/u.exec(text) ?? [];
  if (!whole || kindOf(label).kind || telLabels().find(wordsOf(label)) || registerWords().find(wordsOf(label)))
    return undefined;
  const value = text.slice(whole.length);
  const { kind } = kindOf(value);
  return (kind === 'org' || (kind === 'unit' && hasCjk(label))) && !/\d/.test(value) ? value : undefined;
}

/** `【松山本社】`, `■店舗情報`, `Corporate Office`: which of several offices an address is of; `204 Wren Hall`: where in the house. */
const isOffice = (text: string): boolean =>
  /^(?:[【[■◆●□◇○]\s?.{0,10}(?:本社|支社|支店|営業所|事業所|事務所|工場|センター|サテライト|オフィス|情報|先)[】\]]?|(?:Corporate|Head|Registered|Main) Office|\d{1,5}[A-Z]? \p{Lu}[\p{L} .'-]+ (?:Cent(?:er|re)|Building|Hall|House|Tower|Plaza|Library))$/u.test(
    text,
  );

/** `*Practising as a Law Corporation` below `Heron Law*`. */
const isFootnote = (text: string, cells: Cell[]): boolean =>
  /^\*[^*]+$/.test(text) && cells.some((cell) => /\p{L}\*$/u.test(cell.text));

/** Also the beginning of one that goes on in the next cell or line. */
const isQuotation = (text: string): boolean => /^["“”'‘«„「『](?:.*["”»'’」』]$|[^"”»」』]*$)/u.test(text);

/** Without a label whose value another reader has taken: `カスタマー部　担当:`, `Number of my manager:`. */
function withoutEmptyLabel(text: string): string {
  const rest = text.trimEnd().replace(/(?<!\S)\p{L}{1,12}\s?:$/u, '');
  return rest === text.trimEnd() || hasCjk(text) ? rest : '';
}

/** `编辑：` whose name another reader has taken. */
const withoutColon = (text: string): string => {
  const bareTitle = text.trimEnd().replace(/\s?:$/u, '');
  return bareTitle !== text && kindOf(bareTitle).kind === 'title' ? bareTitle : withoutEmptyLabel(text);
};

/** `대표`, `代表`: beside a name a title, elsewhere a label. */
const isLabelToo = (text: string): boolean => {
  const words = wordsOf(text);
  return words.length === 1 && telLabels().match(words, 0) !== undefined;
};

/** `A member of the Kite Group`, `Ein Unternehmen der Drachen-Gruppe`: whose the company is; `Division of Botany` is a unit. */
const isMembership = (text: string): boolean =>
  /^(?:as (?:agent|broker)s?(?: only| for .*)?$|(?:for and )?on behalf of$|(?:a |the )?trading (?:name|style) of )/i.test(
    text,
  ) || // `As brokers only`
  /^(?:(?:an? |the |part of |eine? |une? |een |una? |uma? )?(?:proud )?(?:member|company|subsidiary|brand|part|unternehmen|mitglied|marke|société|filiale|marque|entreprise|membre|bedrijf|onderdeel|lid|empresa|filial|marca|miembro|azienda|società|membro)|an? (?:division|service)) (?:of|de[rs]?|du|del|della|da|do|van|von)(?= (?!.{0,4}technical staff))/iu.test(
    text,
  );

/** Of `Jefe / Manager`, in two languages, the first. */
function withoutTranslation(phrases: Phrase[], text: string): Phrase[] {
  const [first, second, ...more] = phrases;
  if (!first || !second || more.length > 0 || !/\S\s\/\s\S/.test(text)) return phrases;
  const kind = (phrase: Phrase) => (phrase.kind === 'likely' ? 'unit' : phrase.kind);
  const numbers = (phrase: Phrase) => String(phrase.text.match(/\d+|\b[IVX]+\b/g));
  if (first.kind && kind(first) === kind(second)) return numbers(first) === numbers(second) ? [first] : phrases;
  return !first.kind && second.kind === 'title' && text.startsWith(first.text)
    ? [{ ...first, kind: 'title' }]
    : phrases;
}

/** `(she/her)`, of `Your kite seller,` the first word, and of `For Kite Ltd` the firm for which is signed. */
const withoutPronouns = (text: string, isAboveName: boolean): string => {
  const firm = text.replace(isAboveName ? /^(?:for|p\.?p\.?|per pro\.?) /i : /^(?:for|p\.p\.) /, '');
  if (firm !== text && /^\p{Lu}/u.test(firm) && kindOf(firm).form) return firm;
  return text
    .replace(/^Your (?=\p{Ll})/u, '')
    .replace(
      /^(?:\(\p{L}{1,6}\/\p{L}{1,6}(?:\/\p{L}{1,6})?\)\s*|(?:for and )?on behalf of (?:the )?(?=.))|\s\(\p{Ll}{1,4}\/\p{Ll}{1,4}\)$/iu,
      '',
    );
};

/** `Makelaar RM`, `Yogalehrerin BDY`, `Buyer, MBA`: what stands in capitals after a title is a degree or a membership. */
function withoutDegree(title: string): string {
  const last = /^(.*\p{Ll}),?\s(\p{Lu}[\p{L}.]{0,7})$/u.exec(title);
  const words = last?.[2] ? wordsOf(last[2]) : [];
  return last?.[1] && honorifics().match(words, 0)?.length === words.length && !titleWords().find(words)
    ? last[1]
    : title;
}

/** Of `Buyer (Cork, Ireland)` what stands before the town and its country or state. */
const withoutPlace = (title: string): string =>
  title.replace(/ \((\p{Lu}[\p{L} -]+, \p{Lu}[\p{L} -]+)\)$/u, (place, town: string) => (isTown(town) ? '' : place));

/** `Kiteworks` of `Kiteworks, Salem, OR`. */
const withoutTown = (text: string): string => {
  const town = /, [^,]+, ([^,]+)$/.exec(text);
  return town && isTown(town[0].slice(2)) ? text.slice(0, town.index) : text;
};

/** `Cork, Ireland`, `Salem, Oregon`, `Salem, OR`: a town and its country or state. */
export const isTown = (text: string): boolean => {
  const [, land = ''] = text.split(', ');
  return countryNamed(land) !== undefined || isState(land) || findStateAndZip(`${land} 00000`)?.region === land;
};

/** `Hosting, Design, Support` behind `Kite Services -`: what a firm does; not `Sales Department, Kite House, Cork`. */
const isActivities = (firm: string, list = ''): boolean =>
  /^(?:[^,\d]{3,30}, ){2,6}[^,\d]{3,30}$/.test(list) &&
  /org|likely/.test(kindOf(firm).kind ?? '') &&
  list.split(', ').every((piece) => /^(?:likely|undefined)$/.test(String(kindOf(piece).kind)));

/** `Bringing the wind to everybody` behind `Kiteworks -`: what a firm says of itself. */
const isTagline = ({ text, kind, form, isApart }: Phrase): boolean =>
  isApart === true && !form && kind !== 'title' && !isUnitKind(kind) && /^\p{Lu}\p{Ll}+ing \p{Ll}[^ ]* /u.test(text);

/** `Dipl.-Ing. (FH)`: a degree, and the kind of school it is from. */
function isDegree(text: string): boolean {
  const words = wordsOf(text.replace(/\s?\([^()]*\)/, ''));
  return honorifics().match(words, 0)?.length === words.length;
}

/** Whether a text is short and plain enough to name something: no sentence, no quotation, no stray marks or numbers. */
function isPhrase(text: string): boolean {
  const isSlogan = /^\p{Lu}\p{Ll}+ing\s/u.test(text) || /[.!?]$/.test(text); // `Flying kites as a way of life`
  const isNamed = /\s/.test(text) && kindOf(text).kind !== undefined && /^\p{Lu}/u.test(text) && !isSlogan;
  if (text.length < 2 || text.length > 90 || (isProse(text) && !isNamed)) return false;
  if (
    /^["“”'‘«„<]|^\([^()\d]*\d[^()]*\)$|^Fami(?:lie|lle|lia|glia) \p{Lu}[\p{L}-]+$|["”]$|^[^«]*»$|[?~^{}<>=]|(?<!\p{L})_|_(?!\p{L})|:\s|^[\p{L} ]{2,16}:@?[\p{Ll}\d._-]+$|[.!]{2}|:$|@\w|\bwww\.|\w\.\w{2,3}\/|\b(?:PGP|GPG|GnuPG|[Ff]ingerprint)\b|\bn\.?\s?[º°]|^[^(]*\)$|\([^()]*$|年.{1,3}月.{1,3}日$|語対応$|^[oO]{2,}$/u.test(
      text,
    )
  )
    return false;
  const { kind, form } = kindOf(text);
  if (!kind && text.endsWith('»') && /\s/.test((text.split('«')[0] ?? '').trim())) return false; // `Mon blog « Le Vent »`
  if (hasSentenceWords(text) && !form && kind !== 'org' && kind !== 'title') return false;
  const words = wordsOf(text);
  if (
    (!/\p{L}{2}/u.test(text) && !kindOf(text).kind) ||
    words.length > (isNamed ? 14 : 10) ||
    (hasAny(text, marks.digit) && (text.match(/\d/g)?.length ?? 0) > 4)
  )
    return false;
  if (titleWords().match(words, 0)?.length === words.length && /^\p{Lu}\p{Ll}{4}/u.test(text)) return true;
  if (/^(?:\p{L}{5,}(?: \p{L}{2,})*|\p{Lo}{3,}|\p{Lu}{2,3})$/u.test(text) && isUnit(text, words)) return true; // `Sekretariat`, which may label a number, `HR`
  return (
    !isPageName(text) &&
    ![honorifics(), telLabels(), valueLabels()].some((table) => table.match(words, 0)?.length === words.length)
  );
}

/** A unit's or a field's word, and nothing that it is a part of. */
const isUnit = (text: string, words: readonly string[]): boolean =>
  isUnitKind(kindOf(text).kind) || fieldWords().match(words, 0)?.length === words.length;

const isPageName = (text: string): boolean => pageNames().has(squash(text));
