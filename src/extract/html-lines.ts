import { Parser } from 'htmlparser2';
import { withoutEntities } from './entities.ts';
import { wordsOf } from './fold.ts';
import { telLabels } from './lexicon/tables.ts';

/** A line as a reader of the HTML sees it. */
export interface HtmlLine {
  text: string;
  /** Targets of the links in it. */
  links: string[];
  /** It stands in what the mail program marked as the signature. */
  marked: boolean;
}

/** Deeper than any mail a person wrote; the parser's cost grows with depth. */
const deepest = 400;
const chunk = 8_192;
const mostLines = 20_000;
/** Of a line's HTML; more than a line has letters, since an entity is written longer than it is. */
const longestWritten = 8_000;

/** What of the page is not looked at. */
export type HtmlSkip = 'html-beyond-depth-400' | 'lines-beyond-20000' | 'line-beyond-1000';

/**
 * The visible text of an HTML body: a line for each block or `<br>`, the cells of a table row apart by tabs. A picture that
 * stands for `Fax` is that word. What is hidden is left out, and so are quoted mails where the mail program marks them.
 *
 * The HTML is read no further than lines are asked for.
 */
export function* htmlLines(html: string, skip: (what: HtmlSkip) => void = () => {}): Generator<HtmlLine> {
  const page = new Page(skip);
  // The parser would keep every attribute of a tag, and a hostile one has a hundred thousand; so the tag is put together here.
  let tag: { name: string; attributes: Record<string, string> } | undefined;
  const open = () => {
    if (tag) page.open(tag.name, tag.attributes);
    tag = undefined;
  };
  const parser = new Parser(
    {
      onopentagname: (name) => {
        open();
        tag = { name, attributes: {} };
      },
      onattribute: (name, value) => {
        if (tag && looked.has(name) && tag.attributes[name] === undefined) tag.attributes[name] = value;
      },
      onclosetag: (name) => {
        open();
        page.close(name);
      },
      ontext: (text) => {
        open();
        page.add(text);
      },
    },
    { decodeEntities: false, lowerCaseTags: true },
  );
  for (let at = 0; at < html.length && !page.done; at += chunk) {
    parser.write(html.slice(at, at + chunk));
    yield* page.taken();
  }
  if (html.endsWith('>')) open();
  page.finish();
  yield* page.taken();
}

/** The attributes that something is told by. */
const looked = new Set(['href', 'alt', 'class', 'id', 'style', 'hidden', 'data-smartmail']);

interface Element {
  name: string;
  /** Its text is not shown, or is somebody else's. */
  skipped: boolean;
  marked: boolean;
  link?: string;
  preformatted: boolean;
}

class Page {
  /** True once the rest is a quoted mail, or the nesting is no mail's. */
  done = false;
  private lines: HtmlLine[] = [];
  private count = 0;
  private readonly stack: Element[] = [];
  private text = '';
  private links: string[] = [];
  private marked = false;

  constructor(private readonly skip: (what: HtmlSkip) => void) {}

  /** A link has just ended: one that begins right there is a word of its own. */
  private isAfterLink = false;

  open(name: string, attributes: Record<string, string>): void {
    if (this.done) return;
    while (/^r[tp]$/.test(this.stack[this.stack.length - 1]?.name ?? '') && (name === 'rb' || blocks.has(name)))
      this.stack.pop(); // whose end tag may be left out
    const parent = this.stack[this.stack.length - 1];
    if (this.stack.length >= deepest) this.skip('html-beyond-depth-400');
    if (this.stack.length >= deepest || startsQuotedMail(attributes)) {
      this.done = true;
      return;
    }
    if (name === 'br' || name === 'hr') this.endLine(true);
    else if (isCell(name)) this.cell();
    else if (blocks.has(name)) this.endLine(false);
    const element: Element = {
      name,
      skipped: parent?.skipped || isSkipped(name, attributes),
      marked: parent?.marked || isSignature(attributes),
      link: name === 'a' ? linkOf(attributes) : parent?.link,
      preformatted: parent?.preformatted || name === 'pre',
    };
    if (name === 'a' && element.link && !element.skipped) {
      if (this.isAfterLink) this.cell();
      this.links.push(element.link);
    }
    if (element.marked && !element.skipped) this.marked = true;
    const label = name === 'img' && !element.skipped ? labelInAlt(attributes) : undefined;
    if (label) this.write(`${label}: `);
    this.stack.push(element);
  }

  close(name: string): void {
    if (this.done) return;
    if (name === 'ruby' && /^r[tpb]$/.test(this.stack[this.stack.length - 1]?.name ?? '')) this.stack.pop();
    const top = this.stack[this.stack.length - 1];
    if (top?.name === name) this.stack.pop();
    if (name === 'a') this.isAfterLink = true;
    if (blocks.has(name)) this.endLine(false);
  }

  add(text: string): void {
    if (this.done) return;
    const element = this.stack[this.stack.length - 1];
    if (element?.skipped) return;
    this.marked = element?.marked ?? false;
    if (!element?.preformatted) {
      this.write(text.replace(wideBlank, ' '));
      return;
    }
    const [first = '', ...others] = text.split('\n');
    this.write(first);
    for (const other of others) {
      this.endLine(true);
      this.write(other);
    }
  }

  finish(): void {
    this.endLine(false);
  }

  /** The lines that have ended since they were last taken. */
  taken(): HtmlLine[] {
    const { lines } = this;
    this.lines = [];
    return lines;
  }

  private write(text: string): void {
    this.isAfterLink = false;
    if (this.text.length <= longestWritten) this.text += text;
    else if (text.trim()) this.skip('line-beyond-1000');
  }

  private cell(): void {
    if (this.text.length <= longestWritten && this.text.trim()) this.text += '\t';
  }

  private push(line: HtmlLine): void {
    if (this.count < mostLines) {
      this.count++;
      this.lines.push(line);
    } else {
      this.done = true;
      this.skip('lines-beyond-20000');
    }
  }

  /** Ends the line; an empty one is kept when `always`, as for `<br><br>`. */
  private endLine(always: boolean): void {
    const decoded = withoutEntities(this.text);
    const text = (decoded.includes('  ') ? decoded.replace(/ {2,}/g, ' ') : decoded).trim();
    if (text || this.links.length > 0 || always) this.push({ text, links: this.links, marked: this.marked });
    this.text = '';
    this.links = [];
  }
}

/** A link's target, as much of it as is looked at. */
const linkOf = ({ href }: Record<string, string>): string | undefined =>
  href === undefined ? undefined : withoutEntities(href.trim().slice(0, 1_000)).slice(0, 500);

/** The alternative text of an icon before a telephone number: `Fax`, `mobile icon`. */
function labelInAlt({ alt = '' }: Record<string, string>): string | undefined {
  if (alt.length > 24 || !/\p{L}/u.test(alt)) return undefined;
  const label = withoutEntities(alt)
    .replace(/[\s_-]?icon$/i, '')
    .trim();
  const words = wordsOf(label);
  const found = telLabels().match(words, 0);
  return found && label.length > 1 && found.value !== 'none' && found.length === words.length ? label : undefined;
}

/** Any run of blanks but the single space: each match costs V8 a string, and between most words there is nothing to do. */
const wideBlank = /[\t\n\f\r][\t\n\f\r ]*| [\t\n\f\r ]+/g;

const isCell = (name: string): boolean => name === 'td' || name === 'th';
const blocks = new Set(
  (
    'p div table tbody thead tr ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote center address article section header ' +
    'footer pre form body html'
  ).split(' '),
);
const unseen = new Set(
  'style script head title template noscript object svg select textarea blockquote rt rp'.split(' '),
);

/** Not shown, or somebody else's. */
function isSkipped(name: string, { style, class: classes, hidden }: Record<string, string>): boolean {
  if (unseen.has(name) || hidden !== undefined) return true;
  if (classes !== undefined && isQuote(classes)) return true;
  return style !== undefined && isHidden(style);
}

const isQuote = (classes: string): boolean =>
  /(^|\s)(gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra)(\s|$)/.test(classes);

const isHidden = (style: string): boolean =>
  /display\s*:\s*none|visibility\s*:\s*hidden|(^|[;\s])font-size\s*:\s*0(px|pt|em)?\s*(;|$)/i.test(style);

/** Where Outlook begins the mail that is answered. */
const startsQuotedMail = ({ id }: Record<string, string>): boolean =>
  id !== undefined &&
  /^(x_)*(divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container)$/.test(id);

const isSignature = (attributes: Record<string, string>): boolean =>
  (attributes.class !== undefined && hasSignatureClass(attributes.class)) ||
  (attributes.id !== undefined && hasSignatureId(attributes.id)) ||
  attributes['data-smartmail'] === 'gmail_signature';

const hasSignatureClass = (classes: string): boolean =>
  /(^|\s)(gmail_signature|moz-signature|protonmail_signature_block|zmail_signature)(\s|$)/.test(classes);

const hasSignatureId = (id: string): boolean =>
  /^(x_)*(Signature|ms-outlook-mobile-signature|AppleMailSignature)$/i.test(id);
