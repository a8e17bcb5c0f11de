import { isRole } from './desk-address.ts';
import type { Reason } from './extraction.ts';
import { wordsOf } from './fold.ts';
import { unsubscribePhrases } from './lexicon/tables.ts';
import type { MessageHeaders } from './message.ts';
import { type Sender, senderOf } from './sender.ts';
import { trimmed } from './trim.ts';

/** Why the headers alone say that no person wrote the mail; undefined when a person may have. No body is looked at. */
export function notAPerson(written: MessageHeaders, sender = senderOf(written.from)): Reason | undefined {
  const headers = bounded(written);
  if (isBounce(headers, sender)) return 'bounce';
  if (isAutoReply(headers)) return 'auto-reply';
  if (/^text\/calendar\b|\bmethod=(request|reply|cancel)\b/i.test(headers.contentType ?? '')) return 'calendar';
  if (isNoReply(sender)) return 'no-reply';
  if (isListNotice(sender, headers)) return 'mailing-list-notice';
  if (isNewsletter(headers, sender)) return 'newsletter';
  if (isMachine(headers, sender)) return 'notification';
  return undefined;
}

const longestHeader = 20_000;

/** The headers without what makes one longer than any that says something. */
function bounded(headers: MessageHeaders): MessageHeaders {
  if (Object.values(headers).every((value: string | undefined) => !value || value.length <= longestHeader))
    return headers;
  const short = Object.entries(headers).map(([name, value]: [string, string | undefined]) => [
    name,
    value?.slice(0, longestHeader),
  ]);
  return { ...headers, ...Object.fromEntries(short) };
}

/** RFC 3464 reports and what mail servers send in their own name (RFC 5321: an empty return path). */
function isBounce({ contentType = '', returnPath }: MessageHeaders, { local, display }: Sender): boolean {
  if (/^(mailer-daemon|mail-daemon|postmaster|mailerdaemon)$/i.test(local)) return true;
  if (/^mail delivery (?:sub)?system$/i.test(display)) return true;
  return returnPath?.trim() === '<>' && /multipart\/report/i.test(contentType);
}

/** How the subject of an absence note begins. */
const isAwaySubject = (subject: string): boolean =>
  /^\s*(?:[[【(]\s*)?(自動返信|自動応答|不在通知|自动回复|自動回覆|자동\s?응답|자동\s?회신|부재중)/u.test(subject) ||
  /^\s*(automatic reply|auto(matic)?[ -]?(reply|response)|out of (the )?office|automatische antwort|abwesenheits|réponse automatique|risposta automatica|respuesta automática|resposta automática|automatisch antwoord|afwezigheid|automatiskt? svar|autosvar|frånvaro|fravær|automatyczna odpowiedź|automatická odpověď)/iu.test(
    subject,
  );

/** RFC 3834 `auto-replied`, and the headers older responders write. */
function isAutoReply({ autoSubmitted = '', precedence = '', subject = '' }: MessageHeaders): boolean {
  if (/^\s*auto-replied/i.test(autoSubmitted)) return true;
  return /^\s*auto_reply/i.test(precedence) || isAwaySubject(subject.slice(0, 200));
}

function isNoReply({ local }: Sender): boolean {
  const flat = local.toLowerCase().replace(/[^a-z]/g, '');
  return /^(noreply|donotreply|dontreply|noresponder|noresponda|naoresponda|naoresponder|nepasrepondre|nichtantworten|keineantwort|nonrispondere|nietbeantwoorden)|noreply$/.test(
    flat,
  );
}

/** What the list software itself writes: confirmations, digests, reminders. */
function isListNotice({ local }: Sender, { precedence = '' }: MessageHeaders): boolean {
  if (/^(mailman$|listserv$|majordomo$|sympa$|ezmlm$|owner-)|-(owner|bounces|request)$|-confirm/i.test(local))
    return true;
  return /^list$/i.test(precedence.trim()) && /^(list|digest)$/i.test(local);
}

/**
 * Mass mail. A discussion list carries the same `List-*` headers as a newsletter; there a person writes through it,
 * to an address that is the list's. A newsletter comes from the list's owner, or a sender's tool has signed it.
 */
function isNewsletter(headers: MessageHeaders, sender: Sender): boolean {
  const { feedbackId, listUnsubscribe, precedence = '', listId } = headers;
  const looksLikePerson = sender.name !== undefined && !isRole(sender.local);
  const isDiscussion = isToList(headers) || /^list$/i.test(precedence.trim());
  if (feedbackId && !isDiscussion) return true;
  if (/^(newsletter|newsletters|news|mailing|campaign|promo|promotions)([.+-].*)?$/i.test(sender.local)) return true;
  if (/^marketing([.+-].*)?$/i.test(sender.local) && !sender.name) return true;
  const isAdvert = (text: string) => /^(?:[（(［[]\s?(?:광고|廣告|广告)\s?[)）］\]]|未承諾広告)/.test(text);
  if (isAdvert(sender.display) || isAdvert(headers.subject ?? '')) return true; // as laws want it
  if (/\b(newsletter|mailing|campaign|edm)s?\./i.test(sender.domain) || /\bNewsletter$/i.test(sender.display))
    return true;
  if (listUnsubscribe && !isDiscussion) return true;
  if (/^bulk$/i.test(precedence.trim()) && !looksLikePerson) return true;
  return listId !== undefined && !looksLikePerson && isOwnList(listId, sender);
}

/** Whether the mail went to the list that the List-Id names: `ilug@lists.example.org` for `<ilug.lists.example.org>`. */
export function isToList({ listId = '', to = '', cc = '' }: MessageHeaders): boolean {
  const id = trimmed(listId.slice(listId.lastIndexOf('<') + 1), /[<>\s]/)
    .split(/\s/)
    .pop()
    ?.toLowerCase();
  const name = id?.split('.')[0];
  return name !== undefined && name.length > 1 && `${to},${cc}`.toLowerCase().includes(`${name}@`);
}

/** The list belongs to the sender's own site. */
const isOwnList = (listId: string, { site }: Sender): boolean => site !== '' && listId.toLowerCase().includes(site);

function isMachine({ autoSubmitted = '', autoResponseSuppress = '' }: MessageHeaders, sender: Sender): boolean {
  if (/^\s*auto-(generated|notified)/i.test(autoSubmitted)) return true;
  if (/\ball\b/i.test(autoResponseSuppress)) return true;
  const words = wordsOf(sender.local);
  if (/^(?:jira|confluence|gitlab|bitbucket|bugzilla|jenkins|redmine|wordpress|daemon)$/i.test(sender.local))
    return true; // in people's names
  if (words.some((word) => /^notif(?:y|ications?)$/.test(word))) return true; // also in the name of who is told of
  if (sender.name) return false;
  if (/\b(bot|daemon|crawler|robot|scheduler)\b/i.test(sender.display)) return true;
  return words.some((word) =>
    /^(notifiche|benachrichtigung|alert|alerts|system|daemon|bot|robot|automailer|auto|cron)$/.test(word),
  );
}

/** Whether a subject or text speaks of leaving a list, as newsletters must. */
export const speaksOfUnsubscribing = (text: string): boolean => unsubscribePhrases().in(text);
