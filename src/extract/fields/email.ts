import type { Finding } from '../../contact/draft.ts';
import { registrableDomain } from '../../contact/registrable-domain.ts';
import type { Line } from '../body-lines.ts';
import { wordsOf } from '../fold.ts';
import { valueLabels } from '../lexicon/tables.ts';
import { matchesOf } from '../matches.ts';
import type { Reading, Sheet } from '../sheet.ts';
import { without } from '../sheet.ts';
import { isProse } from '../signature-lines.ts';
import { labelStart } from './label.ts';
import { isInColumn, isOfNameInLine, othersColumn } from './others.ts';

/** The addresses in the signature, and the `mailto:` links that its text does not spell out. */
export function readEmails({ lines, sender, trace }: Sheet): Reading {
  const found: Finding<string>[] = [];
  const add = (value: string, line: number, rule: string) => {
    if (!found.some((other) => other.value.toLowerCase() === value.toLowerCase())) {
      found.push({ value, basis: 'stated', line, rule });
    }
  };
  const isOwn = (value: string) => value.toLowerCase().endsWith(`@${sender.domain.toLowerCase()}`);
  const others = othersColumn(lines, sender);
  const rest = lines.map((line): Line => {
    const spans = [];
    const addresses = line.text.includes('@') ? matchesOf(line.text, address()) : [];
    for (const match of addresses) {
      const leader = /^.*(?:\.{4}|%3A)/i.exec(match[0])?.[0].length ?? 0; // `Ana Ruiz ........ ana@example.com`, `<E-mail%3Aana@example.com>`
      const start = match.index + leader;
      const value = match[0].slice(leader).replace(/-www\..*/i, '');
      if ((isProse(line.text) && !isOwn(value)) || isInPath(line.text, start)) continue;
      const refusal =
        value.toLowerCase() === sender.email.toLowerCase()
          ? undefined
          : isInColumn(line.text, start, others) ||
              isOfNameInLine(line.text, value.slice(0, value.indexOf('@')), start, sender)
            ? "somebody else's"
            : isListAddress(value)
              ? "a mailing list's"
              : undefined;
      if (refusal) {
        trace?.refused(line.index, 'email', value, refusal);
        continue;
      }
      add(value, line.index, 'email');
      spans.push({ start: labelStart(line.text, start, 'email'), end: start + value.length });
    }
    const spelled = spelledOut(line.text, sender.domain);
    if (spelled) {
      add(spelled.value, line.index, 'email-spelled-out');
      spans.push({ start: labelStart(line.text, spelled.start, 'email'), end: spelled.end });
    }
    for (const link of line.links) {
      const linked = /^mailto:([^?\s]+)/i.exec(link)?.[1];
      if (linked && address().test(linked) && !line.text.includes(linked)) add(linked, line.index, 'email-link');
    }
    return spans.length > 0
      ? {
          ...line,
          text: without(line.text, spans).replace(/< ?\t *>|mailto: ?/gi, (gone) => ' '.repeat(gone.length)),
        }
      : line;
  });
  return { found: { email: found }, rest };
}

/** `https://example.org/keys/ana@example.org.asc`: a part of the link. */
function isInPath(text: string, at: number): boolean {
  const link = text.lastIndexOf('://', at);
  return link >= 0 && /^[^\s/]+\/\S*$/.test(text.slice(link + 3, at));
}

/** `majordomo@…`, `rowing-request@…`, `rowing@lists.example.org`: a list's, and who runs it. */
const isListAddress = (value: string): boolean =>
  /^(?:majordomo|listserv|listproc|mailman|mailer-daemon|postmaster|no-?reply|(?:un)?subscribe)@|[-+](?:request|(?:un)?subscribe|owner|bounces?)@|@(?:lists?|listas|listes|liste|listen|lijsten|listserv|mailman|googlegroups|yahoogroups)\./i.test(
    value,
  );

export const addressesIn = (text: string): string[] => text.match(address()) ?? [];

/** RFC 5322's plain form, also behind a rule; Latin letters only, since in Japanese a word may touch it. */
const address = (): RegExp =>
  /(?:(?<![\p{Script=Latin}\w.%+'-])|(?<=[_-]{4}))[\p{Script=Latin}\d][\p{Script=Latin}\d._%+'-]{0,63}@[\p{Script=Latin}\d-]{1,63}(?:\.[\p{Script=Latin}\d-]{1,63}){1,8}/gu;

/** How people say `@` and `.` to keep programs from reading their address; in brackets, and some also without. */
const at =
  'at|ät|a|@|arroba|arobase|chiocciola|apenstaartje|zavin[aá][cč]|ma[lł]pa|snabel-?a|alfa-?krøll|klammeraffe|affenschwanz|アットマーク|アット|골뱅이|小老鼠|艾特';
const dot = 'dot|punkt|point|punto|ponto|punt|te[cč]ka|bodka|kropka|prik|ドット|닷|점|点|點';
const spelled = new RegExp(
  `(?<![\\w.+-])([\\w.+-]{1,64})(\\s?[(\\[{<]\\s?(?:${at})\\s?[)\\]}>]\\s?|\\s(?:at|arroba|arobase|chiocciola|@)\\s|_at_|\\s?[★☆◎●#]\\s?|\\s@|@\\s)` +
    `([a-z\\d-]{1,63}(?:(?:\\.|\\s?[(\\[{<]\\s?(?:${dot})\\s?[)\\]}>]\\s?|\\s(?:dot|punto|point|ponto|punkt)\\s)[a-z\\d-]{1,63}){1,6})`,
  'iu',
);
const spelledDot = new RegExp(
  `\\s?[(\\[{<]\\s?(?:${dot})\\s?[)\\]}>]\\s?|\\s(?:dot|punto|point|ponto|punkt)\\s`,
  'giu',
);

/** `ana (at) example.com`, where the line is labelled as an address or the domain is the sender's. */
function spelledOut(text: string, domain: string): { value: string; start: number; end: number } | undefined {
  if (!/[([{<★☆◎●#]|\b(?:at|arroba|arobase|chiocciola)\b|_at_|\s@|@\s/iu.test(text)) return undefined;
  const match = spelled.exec(text);
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  const host = match[3].replace(spelledDot, '.');
  const labelled = valueLabels().ending(wordsOf(text.slice(0, match.index)))?.value === 'email';
  const isOwn = host.toLowerCase() === domain.toLowerCase();
  const hasMark = /[^\s\p{L}]/u.test(match[2]);
  const hasBracket = /[([{<]/.test(match[2]);
  const isSpelled = host !== match[3];
  const isSure = isOwn ? hasMark || isSpelled : hasBracket && (isSpelled || registrableDomain(host).isKnown);
  if (!labelled && !isSure) return undefined;
  return { value: `${match[1]}@${host}`, start: match.index, end: match.index + match[0].length };
}
