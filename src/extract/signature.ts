import { afterClosing } from './after-closing.ts';
import { isElsewhere } from './below-rules.ts';
import { hasContent, isBlank, isPicture, type Line, textOf } from './body-lines.ts';
import { squash, wordsOf } from './fold.ts';
import { titleWords } from './lexicon/tables.ts';
import { isRule, isSentFrom } from './line-kinds.ts';
import { namesSender } from './names-sender.ts';
import { withoutNotes } from './notes.ts';
import { isOccupationWord, looksLikeName } from './person.ts';
import { reachUp } from './reach-up.ts';
import type { Sender } from './sender.ts';
import { bare, isContact, isDelimiter } from './signature-lines.ts';
import { isFrame, startOf } from './signs.ts';
import type { Trace } from './trace.ts';

/** The lines in which the sender says who they are. */
export interface Signature {
  /** Index of the first and last line, both included. */
  first: number;
  last: number;
  /** Its lines that are not blank, and those of HTML that are but a link. */
  lines: Line[];
  /** Indexes of lines that close the letter with a formula no table knows. */
  formulas: Set<number>;
}

const window = 80;

/**
 * The signature at the end of the sender's own lines; undefined when nobody signs. The surest sign wins: a `-- `
 * delimiter, a frame, a closing formula, the sender's name, contact lines close together.
 */
export function findSignature(lines: Line[], sender: Sender, trace?: Trace): Signature | undefined {
  return aboveAnswered(lines, sender, trace) ?? lastSignature(lines, sender, trace);
}

/**
 * The one above all that is quoted, where the last one is but the sender's name, as programs put it at the end: who answers above
 * the mail they answer signs there. Undefined where there is none, or the last one says more.
 */
function aboveAnswered(lines: Line[], sender: Sender, trace?: Trace): Signature | undefined {
  const at = lines.findIndex(isQuoted);
  if (at < 3 || !lines.slice(at).some(({ text }) => namesSender(text, sender))) return undefined;
  const above = lastSignature(lines.slice(0, at), sender);
  const isSigned = above?.lines.some(({ text }) => namesSender(text, sender) === 'whole');
  if (!isSigned || !above?.lines.some(({ text }) => isContact(text))) return undefined;
  const last = lastSignature(lines, sender);
  const isName = last && last.first > above.last && !hasCard(last) && last.lines.length < 4;
  return isName ? lastSignature(lines.slice(0, at), sender, trace) : undefined;
}

const hasCard = ({ lines }: Signature): boolean => lines.some(({ text }) => isContact(text) || isOccupationWord(text));

/** The signature at the end of these lines, whatever else they have. */
function lastSignature(lines: Line[], sender: Sender, trace?: Trace): Signature | undefined {
  const tail = withoutEdges(lines).slice(-window);
  const phone = tail[tail.length - 1];
  const found =
    startOf(tail, sender) ??
    (phone && isSentFrom(phone.text) ? { start: tail.length - 1, rule: 'sent-from' } : undefined);
  if (!found) return undefined;
  const { rule } = found;
  const start = atDelimiter(tail, found.start);
  const formulas = new Set<number>();
  const whole = withoutOtherPerson(tail.slice(reachUp(tail, start, sender, formulas)), sender);
  const block = withoutLastDelimiter(withoutNotes(aboveQuotes(whole, sender), sender, rule === 'delimiter'));
  const written = block.filter((line) => line.text.trim() || isPicture(line));
  const [first, last] = [written[0], written[written.length - 1]];
  for (const line of trace ? written : []) {
    const kind = isRule(line.text) ? 'rule' : isSentFrom(line.text) ? 'sent-from' : undefined;
    const closes = kind === undefined && (formulas.has(line.index) || afterClosing(line.text, sender) !== undefined);
    trace?.line(line.index, closes ? 'closing' : (kind ?? 'signature'), `after-${rule}`);
  }
  return (
    first &&
    last && {
      first: first.index,
      last: last.index,
      lines: block.filter((line) => line.text.trim() || line.links.length > 0),
      formulas,
    }
  );
}

/** The `-- ` right below a rule that ends what stands above: `------`, `-- `, `Ana Ruiz`. */
function atDelimiter(tail: Line[], start: number): number {
  const text = textOf(tail[start]);
  const next = tail.findIndex((line, i) => i > start && hasContent(line));
  return isRule(text) && !isDelimiter(text) && isDelimiter(textOf(tail[next])) ? next : start;
}

/** A `--` with nothing below it, or a rule below a blank line and no other, parted what has been cut off. */
function withoutLastDelimiter(block: Line[]): Line[] {
  let last = block.length - 1;
  while (last > 0 && !hasContent(block[last])) last--;
  const text = textOf(block[last]);
  const isStray = () =>
    isRule(text) && isBlank(block[last - 1]) && !block.slice(0, last).some((line) => isFrame(line.text));
  return last > 0 && (/^--\s*$/.test(text) || isStray()) ? block.slice(0, last) : block;
}

/** Up to the quoted lines that follow it, when nothing of the sender's comes after them. */
function aboveQuotes(block: Line[], sender: Sender): Line[] {
  const at = block.findIndex((line, i) => i > 0 && isQuoted(line));
  if (at < 0) return block;
  const isOwn = block
    .slice(at)
    .some(({ text }) => (isContact(text) && !isElsewhere(text, sender)) || namesSender(text, sender));
  const isSigned = block.slice(0, at).some(({ text }) => isContact(text) || namesSender(text, sender));
  return isSigned && !isOwn ? block.slice(0, at) : block;
}

/** Of somebody else's mail, whose text is left out. */
const isQuoted = (line: Line | undefined): boolean =>
  line !== undefined && line.text === '' && line.written.trim() !== '' && !isPicture(line);

/** The lines without blank ones at the end. */
function withoutEdges(lines: Line[]): Line[] {
  let end = lines.length;
  while (end > 0 && !hasContent(lines[end - 1])) end--;
  return lines.slice(0, end);
}

/**
 * Two people may sign below each other: the second one's paragraph is not the sender's, nor what follows unless it names the
 * sender's site. Two words below a sender without any number may as well be the company, and those of the domain are.
 */
function withoutOtherPerson(block: Line[], sender: Sender): Line[] {
  const isNamed = (line: Line) => namesSender(line.text, sender) === 'whole';
  const own = block.findIndex(isNamed);
  if (own < 0) return block;
  const other = block.findIndex(
    (line, i) =>
      i > own + 1 &&
      isBlank(block[i - 1]) &&
      looksLikeName(withoutSuffix(bare(line.text))) &&
      !namesSender(line.text, sender) &&
      (isContact(textOf(block[i + 1])) || (isTitle(textOf(block[i + 1])) && isContact(textOf(block[i + 2])))) &&
      block.slice(own, i).some(({ text }) => isContact(text)) &&
      !squash(sender.site).startsWith(squash(line.text)),
  );
  if (other < 0 || block.slice(other).some(isNamed)) return block;
  const end = block.findIndex((line, i) => i > other && isBlank(line));
  const isOwnBelow = end >= 0 && sender.site && block.slice(end).some(({ text }) => text.includes(sender.site));
  if (!isOwnBelow) return block.slice(0, other);
  return block.map((line, i) => (i >= other && i < end ? { ...line, text: '', links: [] } : line));
}

const isTitle = (text: string): boolean => titleWords().find(wordsOf(text)) !== undefined;

/** `Ana Ruiz, Jr.` */
const withoutSuffix = (name: string): string => name.replace(/,?\s(?:Jr|Sr|II|III)\.?$/, '');
