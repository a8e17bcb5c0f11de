import type { Finding, SocialProfile } from '../../contact/draft.ts';
import { registrableDomain } from '../../contact/registrable-domain.ts';
import type { Line } from '../body-lines.ts';
import { socialHosts } from '../data/social-hosts.ts';
import { smallWords, wordsOf } from '../fold.ts';
import { valueLabels } from '../lexicon/tables.ts';
import { hasAny, marks } from '../line-marks.ts';
import { matchesOf } from '../matches.ts';
import { type Reading, type Sheet, type Span, without } from '../sheet.ts';
import { isProse } from '../signature-lines.ts';
import { trimmedEnd } from '../trim.ts';
import { labelStart } from './label.ts';

/** Web addresses in the signature; those of social networks apart. */
export function readUrls({ lines, sender, trace }: Sheet): Reading {
  const url: Finding<string>[] = [];
  const social: Finding<SocialProfile>[] = [];
  const add = (value: string, line: number | undefined, rule: string) => {
    const service = socialService(value);
    if (service) {
      if (!social.some((other) => key(other.value.url) === key(value))) {
        social.push({ value: { service, url: value }, basis: 'stated', line, rule });
      }
    } else if (!url.some((other) => key(other.value) === key(value))) {
      url.push({ value, basis: 'stated', line, rule });
    }
  };
  const rest = lines.map((line): Line => {
    const spans: Span[] = [];
    const addresses =
      hasAny(line.text, marks.colon | marks.dotOrSlash) && /[.:]\S/.test(line.text)
        ? matchesOf(line.text, webAddress())
        : [];
    for (const match of addresses) {
      const value = trimmedEnd(match[0], /[.,;:!?)\]}>'"»」』】]/u);
      const start = match.index;
      const hasScheme = /^(https?:|www\.)/i.test(value);
      if (!hasScheme && !isBareHost(line.text, value, start, sender.site)) {
        trace?.refused(line.index, 'url', value, 'not a host name standing alone');
        continue;
      }
      const refusal = refusalOf(line.text, value, start, sender.site);
      if (refusal) {
        trace?.refused(line.index, 'url', value, refusal);
        continue;
      }
      if (isPictureLink(line.text, value) && url.some((other) => hostOf(other.value) === hostOf(value))) continue;
      add(value, line.index, socialService(value) ? 'social' : hasScheme ? 'url' : 'url-host');
      spans.push({ start: labelStart(line.text, start, 'url'), end: start + value.length });
    }
    for (const link of line.links) {
      if (!/^https?:\/\//i.test(link) || line.text.includes(link)) continue;
      if (socialService(link)) add(link, line.text.trim() ? line.index : undefined, 'social-link');
      else if (url.length === 0 && isUrlWord(line.text)) add(link, line.index, 'url-link');
    }
    return spans.length > 0
      ? {
          ...line,
          text: without(line.text, spans).replace(/< ?\t *>/g, (gone) => ' '.repeat(gone.length)),
        }
      : line;
  });
  return { found: { url, social }, rest };
}

const webAddress = (): RegExp =>
  /(?:https?:\/\/|www\.)[^\s<>"'|、。「」\u3000]{3,400}|(?<![\w@.%+/-])(?:[a-z\d][a-z\d-]{0,62}\.){1,6}[a-z]{2,24}(?:\/[^\s<>"'|、。]{0,300})?(?![\w@])/giu;

/**
 * A host name without `www`: alone in its cell and in small letters, of a known top-level domain or the sender's
 * own site. `KiteLive.com` is a company's name, `ruiz.ana` an account.
 */
function isBareHost(text: string, value: string, start: number, site: string): boolean {
  const host = value.split('/')[0] ?? '';
  const isLabelled = labelStart(text, start, 'url') !== start;
  if ((host !== host.toLowerCase() && !isLabelled) || host.length < 5) return false;
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(start + value.length).trimStart();
  if (/@[\w.-]+:$/.test(before)) return false; // `@ana:kite.example`
  if (/[\p{L}\d]$/u.test(before) && !/\s\s$|[\t\u3000]/.test(text.slice(0, start)) && !isLabelled) return false;
  if (/^[\p{L}\d]/u.test(after) && !/^\s\s/.test(text.slice(start + value.length))) return false;
  const { domain, isKnown } = registrableDomain(host);
  return domain !== undefined && (isKnown || domain === site);
}

/** Why an address is not the sender's web site: it belongs to a notice, a meeting, a mail program, a sentence. */
function refusalOf(text: string, value: string, start: number, site: string): string | undefined {
  const host = hostOf(value);
  if (
    /[/?=_-](disclaimers?|unsubscribe|privacy|privacidad|privacidade|datenschutz|impressum|terms|agb|legal|legale?s|aviso-?legal|optout|opt-out|abmelden)\b|[/?=_-]confidential/i.test(
      value,
    )
  )
    return 'a page of notices';
  if (isListPage(value, host)) return "a mailing list's";
  if (/\.(?:png|jpe?g|gif|svg|webp)(?:\?|$)/i.test(value)) return 'a picture';
  if (/meetup-join|zoom\.us\/j\/|^(https?:\/\/)?meet\.google\.com\//i.test(value)) return 'a meeting';
  if (programs.test(host) && !(site && host.endsWith(site))) return "a program's";
  const isForeign = !(site && host.endsWith(site));
  if (isForeign && (isProse(text) || isSentence(text.slice(0, start)))) return 'in a sentence';
  return /^:/.test(text.slice(start + value.length)) ? 'a label' : undefined;
}

/** `https://lists.example.org/listinfo/rowing`, `…/majordomo-info.html`: where to leave a mailing list, not a sender's. */
const isListPage = (url: string, host: string): boolean =>
  /^(?:lists?|listas|listes|liste|listen|lijsten|listserv|mailman|majordomo|sympa|groups)\d?\./.test(host) ||
  /\/(?:listinfo|mailman|majordomo|listserv|sympa|hyperkitty|postorius)\b|[/?=_-](?:(?:un)?subscri(?:be|ption)s?|(?:email-?)?preferences)\b/i.test(
    url,
  );

/** `Get your own page at http://…`: five words or more before an address, most in small letters and none a label. */
function isSentence(before: string): boolean {
  const segments = before.split(/[|•·\t]|\s{2,}/);
  const last = segments[segments.length - 1] ?? '';
  const words = wordsOf(last);
  const end = words.slice(-3);
  if (words.length < 4 || end.some((_, at) => valueLabels().match(end, at)?.value === 'url')) return false;
  return smallWords(last) * 2 >= words.length;
}

/** Who advertises below other people's mails. */
const programs =
  /(^|\.)(avast\.com|avg\.com|messenger\.msn\.com|eset\.com|mailscanner\.info|aka\.ms|mailtrack\.io|getmailspring\.com)$/;

/** A line that is only a link in angle brackets, as mail programs leave it of a picture. */
const isPictureLink = (text: string, value: string): boolean => text.trim() === `<${value}>`;

const hostOf = (url: string): string => key(url).split(/[/:?#]/)[0] ?? '';

/** The social network whose profile page an address is; undefined for other pages and for the network's home page. */
function socialService(url: string): string | undefined {
  const [host = '', ...path] = url.replace(/^https?:\/\//i, '').split('/');
  if (path.join('').length === 0) return undefined;
  const domain = host.toLowerCase().replace(/^(www|m|[a-z]{2,3})\./, '');
  return socialHosts[domain];
}

/** A line that is only the word for a link: `Website`. */
function isUrlWord(text: string): boolean {
  const words = wordsOf(text);
  const found = valueLabels().match(words, 0);
  return found?.value === 'url' && found.length === words.length;
}

const key = (url: string): string =>
  trimmedEnd(url.toLowerCase(), /\//)
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '');
