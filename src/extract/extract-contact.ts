import type { ContactDraft, Finding } from '../contact/draft.ts';
import { lazy } from '../contact/lazy.ts';
import { afterClosing } from './after-closing.ts';
import { bodyLines, type Line, linesOfHtml } from './body-lines.ts';
import { isRole } from './desk-address.ts';
import type { Extraction, OnSkip, Reason, SignatureLine, Skip } from './extraction.ts';
import { addressesIn } from './fields/email.ts';
import { fromHeader } from './fields/name.ts';
import { occupationOfDisplay } from './fields/occupation.ts';
import { readTels } from './fields/tel.ts';
import { digitsOf } from './fields/tel-number.ts';
import { readUrls } from './fields/url.ts';
import { withoutFooters } from './footers.ts';
import { firstNameOnly, introduced } from './introduced.ts';
import { isRule, isSentFrom } from './line-kinds.ts';
import type { MessageHeaders, OpenMessage } from './message.ts';
import { namesSender } from './names-sender.ts';
import { notAPerson } from './not-a-person.ts';
import { withOwnDomain } from './own-domain.ts';
import { withoutQuotations } from './quotations.ts';
import { withoutQuotedReply } from './quoted-reply.ts';
import { defined, readFields } from './read-fields.ts';
import { regionOf } from './region.ts';
import { forget } from './remembered.ts';
import { withoutSecondSigner } from './second-signer.ts';
import { longestFrom, type Sender, senderOf } from './sender.ts';
import { findSignature, type Signature } from './signature.ts';
import type { Trace } from './trace.ts';
import { trimmed } from './trim.ts';
import { isReached, writtenByNobody } from './written-by-nobody.ts';

export interface ExtractOptions {
  /** Gives a draft also where the mail is a newsletter, a notice or the like; the reason says so all the same. */
  evenIfNotPerson?: boolean;
  /** Is told what becomes of each line and value. */
  trace?: Trace;
  /** In place of the functions of these names: they give the same, and remember it (`remembering.ts`). */
  senderOf?: typeof senderOf;
  readFields?: typeof readFields;
  regionOf?: typeof regionOf;
}

/** The sender as the mail's signature and its From header state them. */
export function extractContact(message: OpenMessage, options: ExtractOptions = {}): Extraction {
  forget();
  const skipped = new Set<Skip>();
  const extraction = extracted(message, options, (what) => skipped.add(what));
  return skipped.size > 0 ? { ...extraction, skipped: [...skipped] } : extraction;
}

function extracted(message: OpenMessage, options: ExtractOptions, skip: OnSkip): Extraction {
  const { from, to = '', cc = '' } = message.headers;
  if (from.length > longestFrom) skip('from-beyond-1000');
  if (to.length + cc.length > longestRecipients) skip('recipients-beyond-50000');
  const named = (options.senderOf ?? senderOf)(authorIn(message.headers));
  const byHeaders = notAPerson(message.headers, named);
  if (byHeaders && !options.evenIfNotPerson)
    return byHeaders === 'auto-reply' ? absent(named, message) : nobody(byHeaders);
  const body = bodyLines(message, skip);
  const own = withoutQuotedReply(body, options.trace);
  const sender = withOwnDomain(named, own);
  const written = withoutFooters(own, sender, options.trace);
  const signature = findSignature(written, sender, options.trace);
  const draft = draftFrom(signature, written, sender, message, { ...options, skip });
  const byText = writtenByNobody(own, sender, draft, message.headers);
  const isNameless = byText === 'nobody-named' && isReached(draft, sender);
  const reason = byHeaders ?? (isNameless ? undefined : byText) ?? (isSigned(draft) ? 'signature' : 'header-only');
  if (reason !== 'signature' && reason !== 'header-only' && !options.evenIfNotPerson) return nobody(reason);
  return {
    contact: draft.fn || isNameless || options.evenIfNotPerson ? draft : null,
    signature: signature ? { first: signature.first, last: signature.last } : null,
    lines: signature ? evidence(signature) : [],
    reason,
  };
}

/**
 * `Ana Ruiz via kites <kites@lists.example>`: a list writes so for people whose own address then stands in Reply-To. Only the list
 * that its List-Id names is believed: anybody can write `via`, and a Reply-To of somebody else.
 */
function authorIn({ from, replyTo = '', listId = '' }: MessageHeaders): string {
  const [, display, domain] =
    /^"?([^"<>]{2,60}?) via [^<>@]{1,80}<[^<>@]+@([^<>@]+)>$/i.exec(from.slice(0, longestFrom)) ?? [];
  const list = trimmed(listId.slice(listId.lastIndexOf('<') + 1).slice(0, longestFrom), /[<>\s]/).toLowerCase();
  if (!display || !domain || !list.endsWith(`.${domain.toLowerCase()}`)) return from;
  const [author, ...others] = addressesIn(replyTo.slice(0, longestFrom)).filter((address) => !from.includes(address));
  return author && others.length === 0 ? `${display} <${author}>` : from;
}

const evidence = ({ lines }: Signature): SignatureLine[] =>
  lines
    .filter(({ text }) => text.trim())
    .map(({ index, written }) => ({
      line: index,
      text: written.includes('\t') ? written.trim().replace(/\t+/g, '  ') : written.trim(),
    }));

const nobody = (reason: Reason): Extraction => ({ contact: null, signature: null, lines: [], reason });

/** Who is away: the person that the header names, without details. A desk's confirmation is nobody's. */
function absent(sender: Sender, message: OpenMessage): Extraction {
  if (!sender.name || isRole(sender.local)) return nobody('auto-reply');
  const draft: ContactDraft = { email: [], tel: [], url: [], social: [], ...fromHeader(sender) };
  const contact = { ...draft, email: withSender([], sender) };
  const signature = findSignature(withoutFooters(withoutQuotedReply(bodyLines(message)), sender), sender);
  return {
    contact,
    signature: signature ? { first: signature.first, last: signature.last } : null,
    lines: signature ? evidence(signature) : [],
    reason: 'header-only',
  };
}

function draftFrom(
  signature: Signature | undefined,
  written: Line[],
  sender: Sender,
  message: OpenMessage,
  { trace, skip, readFields: fieldsOn = readFields, regionOf: region = regionOf }: ExtractOptions & { skip: OnSkip },
): ContactDraft {
  let draft: ContactDraft = { email: [], tel: [], url: [], social: [] };
  if (signature) {
    const lines = withoutSecondSigner(readable(signature, sender), sender);
    draft = fieldsOn({ lines, sender, region: region(signature.lines, written, sender.domain), trace });
    if (!draft.fn && !sender.name) Object.assign(draft, defined(introduced(written.slice(0, 8), sender)));
    if (!draft.fn && !sender.name) Object.assign(draft, defined(firstNameOnly(signature.lines, sender)));
    if (message.text !== null && message.html) addFromHtml(linesOfHtml(message, skip), sender, draft);
  } else {
    Object.assign(draft, defined(fromHeader(sender)), defined(occupationOfDisplay(sender)));
  }
  return { ...draft, email: withSender(withoutRecipients(draft.email, message.headers, sender, trace), sender) };
}

/** The lines to read values from: without rules and mail programs' words, a closing formula cut to the name after it. */
function readable(signature: Signature, sender: Sender): Line[] {
  return withoutQuotations(signature.lines, (text) => namesSender(text, sender) !== undefined)
    .filter((line) => (line.text === '' || !isRule(line.text)) && !isSentFrom(line.text))
    .filter((line) => !signature.formulas.has(line.index))
    .map((line) => {
      const rest = afterClosing(line.text, sender);
      return rest === undefined ? line : { ...line, text: rest };
    });
}

/** What only the HTML body of the same signature has: profile links, and the one type that labels, icons and links give a number. */
function addFromHtml(html: Iterable<Line>, sender: Sender, draft: ContactDraft): void {
  const signature = findSignature(withoutFooters(withoutQuotedReply(html), sender), sender);
  if (!signature) return;
  const sheet = { lines: signature.lines, sender, found: {} };
  for (const { line: _, ...finding } of readUrls(sheet).found.social ?? []) {
    if (!draft.social.some((known) => known.value.url === finding.value.url)) draft.social.push(finding);
  }
  const unlabelled = draft.tel.filter(({ value, rule }) => value.type === 'work' && rule === 'tel-number');
  if (!unlabelled[0]) return;
  const { tel = [] } = readTels(sheet).found;
  for (const known of unlabelled) {
    const [same, other] = tel.filter(({ value: { text } }) => digitsOf(text) === digitsOf(known.value.text));
    if (same && !other) known.value = { ...known.value, type: same.value.type };
  }
}

/** An invitation names everybody's address: whoever the mail goes to is not who wrote it, but for `ana@host.example` of `ana@example`. */
function withoutRecipients(
  emails: Finding<string>[],
  { to = '', cc = '' }: MessageHeaders,
  { local, site }: Sender,
  trace?: Trace,
): Finding<string>[] {
  if (emails.length === 0) return emails;
  const written = `${to}, ${cc}`.slice(0, longestRecipients).toLowerCase();
  const recipients = lazy(() => new Set(addressesIn(written)));
  return emails.filter(({ value, line }) => {
    const address = value.toLowerCase();
    const [own = '', host = ''] = address.split('@');
    const isOwn = own === local.toLowerCase() && `.${host}`.endsWith(`.${site.toLowerCase()}`);
    const isRecipient = !isOwn && written.includes(address) && recipients().has(address);
    if (isRecipient && line !== undefined) trace?.refused(line, 'email', value, 'the mail goes to this address');
    return !isRecipient;
  });
}

const longestRecipients = 50_000;

function withSender(emails: Finding<string>[], { email }: Sender): Finding<string>[] {
  if (!email.includes('@')) return emails;
  const others = emails.filter(({ value }) => value.toLowerCase() !== email.toLowerCase());
  const stated = emails.find(({ value }) => value.toLowerCase() === email.toLowerCase());
  return [{ value: email, basis: 'stated', line: stated?.line, rule: 'email-header' }, ...others];
}

const isSigned = (draft: ContactDraft): boolean =>
  [draft.fn, draft.org, draft.title, draft.adr, ...draft.tel, ...draft.url].some(
    (finding) => finding?.line !== undefined && finding.basis === 'stated',
  );
