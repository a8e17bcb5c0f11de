import { isBlank, type Line, textOf } from './body-lines.ts';
import { startsPlain, wordsOf } from './fold.ts';
import { replyLabels, separators, wrotePhrases } from './lexicon/tables.ts';
import type { Trace } from './trace.ts';

/**
 * The lines the sender wrote: quoted lines are blanked, and what follows the head of an answered or forwarded mail is
 * cut off, and asked for only by a trace. Indexes stay as they are.
 */
export function withoutQuotedReply(body: Iterable<Line>, trace?: Trace): Line[] {
  const lines: Line[] = [];
  const source = body[Symbol.iterator]();
  let isWhole = false;
  let isSigned = false;
  const readTo = (length: number) => {
    while (lines.length < length && !isWhole) {
      const next = source.next();
      if (next.done) isWhole = true;
      else lines.push(isSigned ? unescaped(next.value) : next.value);
      isSigned ||= !next.done && next.value.text.startsWith('-----BEGIN PGP SIGNED MESSAGE');
    }
  };
  const kept: Line[] = [];
  const blank = (line: Line, rule: string) => {
    if (line.text.trim()) trace?.line(line.index, 'quoted', rule);
    kept.push({ ...line, text: '', links: [] });
  };
  const cutAt = (from: number, rule: string): Line[] => {
    let last = kept.length - 1;
    while (last >= 0 && isBlank(kept[last])) last--;
    const above = kept[last];
    const line = textOf(above).trim();
    const isFrame = () => kept.slice(0, last).some(({ text }) => text.trim() === line); // it ends a signature
    const isOfQuote = /^_{8,}$/.test(line) || (/^-{20,}$/.test(line) && last === kept.length - 1 && !isFrame());
    if (above && isOfQuote) kept[last] = { ...above, text: '', links: [] };
    if (trace) readTo(Number.POSITIVE_INFINITY);
    for (const line of trace ? lines.slice(from) : []) {
      if (line.text.trim()) trace?.line(line.index, 'quoted', rule);
    }
    return kept;
  };
  let firstOwn = Number.POSITIVE_INFINITY;
  let inArmour = false;
  let bar: string | undefined;
  for (let i = 0; ; i++) {
    readTo(i + farthest);
    const line = lines[i];
    if (!line) return kept;
    const armour = armourOf(line.text);
    if (armour === 'BEGIN') inArmour = !/SIGNED MESSAGE/.test(line.text);
    if (armour || inArmour) {
      blank(line, 'pgp-armour');
      if (armour === 'END') inArmour = false;
      continue;
    }
    if (isGroupWiseHead(line.text) && !lines.slice(i + 1, i + 3).some((next) => isQuoted(next.text))) {
      return cutAt(i, 'reply-header');
    }
    if ((isQuoted(line.text) && !isEdge(lines, i)) || (bar && barOf(line.text) === bar)) {
      blank(line, 'quote-mark');
      continue;
    }
    if (isWrapped(lines, i)) {
      blank(line, 'quote-wrap');
      continue;
    }
    if (isSeparator(line.text) && quoteFollows(lines, i + 1)) {
      blank(line, 'separator'); // the marks say what is quoted, below which the answer may stand
      continue;
    }
    if (isSeparator(line.text) || isTranscript(lines, i)) return cutAt(i, 'separator');
    if (isReplyHeader(lines, i)) return cutAt(i, 'reply-header');
    const written = notesHeaderFrom(lines, i);
    if (written !== undefined && firstOwn < written) {
      kept.length = written;
      return cutAt(written, 'reply-header');
    }
    const length = attributionLength(lines, i);
    if (length > 0) {
      const from = i + length + (textOf(lines[i + length]) ? 0 : 1);
      const following = barBelow(lines, from);
      bar ??= following;
      if (following || quoteFollows(lines, i + length)) {
        for (const said of lines.slice(i, i + length)) blank(said, 'attribution');
        i += length - 1;
        continue;
      }
      if (firstOwn < i) return cutAt(i, 'attribution');
    }
    if (firstOwn === Number.POSITIVE_INFINITY && line.text.trim()) firstOwn = i;
    kept.push(line);
  }
}

/** Of so many lines, the one that is looked at among them, the rules below tell what it is. */
const farthest = 8;

/** RFC 4880: in what PGP signs, a dash and a blank stand before each line that begins with a dash. */
const unescaped = (line: Line): Line => (line.text.startsWith('- -') ? { ...line, text: line.text.slice(2) } : line);

/** The rules around what PGP signs or encrypts. */
const armourOf = (text: string): string | undefined =>
  text.startsWith('-----') ? /^-----(BEGIN|END) PGP [A-Z ]+-----/.exec(text)?.[1] : undefined;

const isQuoted = (text: string): boolean =>
  text.includes('>') && /^\s{0,4}[\p{L}\d]{0,4}(>|\|{1,3}>|:\s?>)/u.test(text);

/** `>>>>>>>>` that has no quoted line beside it: a frame's edge. */
const isEdge = (lines: Line[], at: number): boolean =>
  /^\s?>{8,}$/.test(textOf(lines[at])) && !isQuoted(textOf(lines[at - 1])) && !isQuoted(textOf(lines[at + 1]));

/** The `|` of `| a question`, the `#` of `# a question`, which quotes in a mail where an attribution precedes such a line. */
const barOf = (text: string): string | undefined => /^([|#%}])(?:\s|$)/.exec(text)?.[1];

/** The mark that quotes from here on: one `# Kites` may as well be a heading, two lines are none. */
function barBelow(lines: Line[], at: number): string | undefined {
  const bar = barOf(textOf(lines[at]));
  return bar === '|' || barOf(textOf(lines[at + 1])) === bar ? bar : undefined;
}

/** A word or two right between quoted lines, of which the first was too long: a mail program broke it. */
function isWrapped(lines: Line[], at: number): boolean {
  const text = textOf(lines[at]).trim();
  const above = textOf(lines[at - 1]);
  return text !== '' && text.length < 25 && above.length > 60 && isQuoted(above) && isQuoted(textOf(lines[at + 1]));
}

/** A rule, a name and below it when they wrote (`May 19, 2031, 09:02 GMT+1`): how help desks give what was said before. */
const isTranscript = (lines: Line[], at: number): boolean =>
  /^[-_=]{8,}$/.test(textOf(lines[at]).trim()) &&
  /^.{0,8}\b\d{1,2}[ .,/-].{0,20}\d{4}.{0,5}\b\d{1,2}:\d\d(?!.{20})/.test(textOf(lines[at + 2]).slice(0, 60)) &&
  textOf(lines[at + 1]).trim().length < 60;

/** `-----Original Message-----`, `---------- Forwarded message ---------`, `-------- Forwarded by Ana Ruiz on` with its date below. */
function isSeparator(text: string): boolean {
  if (text === '' || text.length > 200) return false;
  if (startsPlain(text) && !endsWithColon(text)) return false;
  const bare = text.replace(/^[\s\-_=*>]+/, '');
  if (bare === text && !endsWithColon(text)) return false;
  const rest = separators().afterStart(bare);
  if (rest === undefined) return false;
  return wordsOf(rest).length <= (/^\s?-{5}/.test(text) && /\d|-{5}$|\son$/.test(rest) ? 12 : 2);
}

/** `>>> "Ruiz, Ana" <ana@example.com> 03/16/01 04:40PM >>>`, below which the answered mail stands as it was. */
const isGroupWiseHead = (text: string): boolean =>
  text.length < 200 && text.startsWith('>>> ') && text.trimEnd().endsWith('>>>') && /\d[:.]\d\d/.test(text);

/**
 * The first line of Notes' `To: … cc: … Subject: …` without a `From:`, of which line `at` may be the `To:`: the name and the
 * date of who wrote it stand above, `Please respond to …` may stand between.
 */
function notesHeaderFrom(lines: Line[], at: number): number | undefined {
  const text = textOf(lines[at]);
  if (!text.includes(':') || !/^\s*\S{2,5}\s?:/.test(text) || replyLabel(text) !== 'other') return undefined;
  const labels = lines.slice(at, at + 8).filter((line) => replyLabel(line.text) === 'other');
  if (labels.length < 2 || !/@|\/\p{Lu}/u.test(text)) return undefined;
  for (let above = at - 1; above >= Math.max(0, at - farthest); above--) {
    const dated = textOf(lines[above]);
    if (dated.length > 80 || !/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}:\d\d/.test(dated)) continue;
    const first = Math.max(0, at - 2 * farthest);
    while (above > first && textOf(lines[above - 1]).trim()) above--;
    return above;
  }
  return undefined;
}

/** Outlook's `From: … Sent: … To: … Subject: …`, in any language, with at least three of its lines close together. */
function isReplyHeader(lines: Line[], at: number): boolean {
  const isFrom = replyLabel(textOf(lines[at])) === 'from';
  const isRaw = isRawHeader(textOf(lines[at]));
  if (!isFrom && !isRaw && !isAddressed(textOf(lines[at]))) return false;
  const following = lines.slice(at + 1, at + 7).filter((line) => line.text.trim());
  const labels = isRaw ? following.map(({ text }) => replyLabel(text)) : [];
  if (isRaw) return labels.includes('from') && labels.filter((label) => label === 'other').length > 1;
  if (isFrom && following.slice(0, 5).filter((line) => replyLabel(line.text)).length >= 2) return true;
  const labelled = following.slice(0, 3).filter((line) => /^[\s*]{0,4}\p{L}[\p{L} -]{0,20}\*? ?:/u.test(line.text));
  return (
    labelled.length > 2 &&
    labelled.some(({ text }) => /\b(?:19|20)\d\d\b|\d{4}年/.test(text) && /\d[:.]\d\d/.test(text))
  );
}

/** What programs write above a header's other lines, where somebody has put the whole mail below their own words. */
const isRawHeader = (text: string): boolean =>
  text.includes(':') &&
  /^(?:(?:X-[A-Za-z-]{2,30}|Received|Return-Path|Message-I[Dd]|M(?:IME|ime)-Version): |From \S{1,99}@\S{1,99} \w{3} )\S/.test(
    text,
  );

/** `Lähettäjä: Ana Ruiz <ana@example.com>`, whatever the label's language. */
const isAddressed = (text: string): boolean =>
  text.length < 200 && /<[^\s<@]*@[^\s@]*>\*?\s?$/.test(text) && /^[\s*]{0,4}\p{L}{2,15}\*? ?:/u.test(text);

function replyLabel(text: string): 'from' | 'other' | undefined {
  if (!text.includes(':')) return undefined;
  const label = /^[\s*>|]{0,6}(\p{L}[\p{L} -]{0,20})\*? ?:/u.exec(text)?.[1];
  if (!label) return undefined;
  const words = wordsOf(label);
  const found = replyLabels().match(words, 0);
  return found?.length === words.length ? found.value : undefined;
}

/** How many lines, up to three, an `On … wrote:` takes that begins here; 0 when none does. */
function attributionLength(lines: Line[], at: number): number {
  if (!mayEnd(lines[at]) && !mayEnd(lines[at + 1]) && !mayEnd(lines[at + 2])) return 0;
  const first = lines[at]?.text.trim() ?? '';
  if (!/^[\p{L}\d<"'*„«]/u.test(first)) return 0;
  // a sentence may go on with "as he wrote:", but not with an address; `wt., 4 mar 2025 o 10:12 Bo <bo@…> napisał(a):`
  const mayBeSentence = /^\p{Ll}/u.test(first);
  let text = '';
  for (let length = 1; length <= 3; length++) {
    const next = lines[at + length - 1]?.text.trim() ?? '';
    if (!next) return 0;
    text += ` ${next}`;
    if (text.length > 400) return 0;
    if ((isAttribution(text) || isNewsAttribution(text)) && !(mayBeSentence && !text.includes('@'))) return length;
    if ('.!?。'.includes(next.slice(-1))) return 0;
  }
  return 0;
}

function isAttribution(text: string): boolean {
  const whole = text.trim();
  if (!endsWithColon(whole) || whole.length < 4 || whole.length > 400) return false;
  const said = whole.slice(0, -1).trimEnd();
  const dated = /\d{1,2}[:.h]\d{2}|\d{4}[年./-]|\b(19|20)\d\d\b/.test(said);
  const addressed = /[^\s<>@]@[^\s<>@]/.test(said);
  if (wrotePhrases().endOf(said.replace(/[<(][^<>()]*[>)]\s*$/, '')) || wrotePhrases().in(said.slice(-60))) {
    return dated || addressed || wordsOf(said).length <= 8;
  }
  if (wrotePhrases().in(said) && dated) return true;
  return dated && addressed && /[>)]$/.test(said) && /^\d{4}[年/-]/.test(said.trim());
}

/**
 * `"Ana" <ana@example.com> schrieb im Newsbeitrag news:1@example.com...`: how Outlook Express put it in any language;
 * `Ana <ana@example.com> wrote in article <1@example.com>...`, as Internet News did.
 */
const isNewsAttribution = (text: string): boolean =>
  text.length < 400 &&
  (/(?:^|[\s<])news:[^\s@]{1,99}@[^\s@]{1,99}$/.test(text) ||
    /\b(?:article|message)\s+<[^\s<>@]{1,99}@[^\s<>@]{1,99}>\.{3}$/.test(text)) &&
  wrotePhrases().in(text);

/** Whether an attribution may end in the line. */
const mayEnd = (line: Line | undefined): boolean =>
  endsWithColon(textOf(line)) || textOf(line).includes('news:') || textOf(line).endsWith('>...');
const endsWithColon = (text: string): boolean => text.endsWith(':');

function quoteFollows(lines: Line[], at: number): boolean {
  const isCut = (text: string) => /^[[(<]?\s*(?:\.\.|…|snip|schnipp|schnapp|cut)[.…\s]*[\])>]?$/i.test(text.trim());
  const next = lines.slice(at, at + 5).find((line) => line.text.trim() && !isCut(line.text));
  return next !== undefined && isQuoted(next.text);
}
