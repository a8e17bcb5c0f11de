/**
 * What one language adds to the reading of signatures. A language is a table, not code.
 *
 * Words are compared folded (lower case, no accents, punctuation apart): `s.p.a.` also finds `SpA` written `S.p.A.`.
 * A phrase has its words set apart by blanks. `-leiter` finds words that end so, `株式会社-` words that begin so.
 * In lists that are looked up word by word `adjoint(e)` and `direct(eur|rice)` are two entries each. All tables are looked at
 * together, so a table need not repeat what another one has.
 */
export interface Lexicon {
  /** ISO 639-1. */
  language: string;
  /** Where unmarked numbers and addresses of this language most likely belong, the likeliest first (ISO 3166-1 alpha-2): `US GB AU`. */
  regions: string;
  /** No blanks part its words. */
  unspaced?: boolean;
  /** The language puts a noun before what tells it apart: `Centro Médico`, where English has `Medical Centre`. */
  headFirst?: boolean;
  /** The words every second sentence of the language has; they tell which language a mail is in. */
  common: string[];
  /** Formulas that close a letter. */
  closing: string[];
  /** The parts that other such formulas are put together of. */
  greeting?: {
    /** What is sent; adjectives stand before or after it: `regards`, `-grüße`. */
    noun?: string[];
    /** What leads on to a place: `from`. */
    from?: string[];
    /** How a wish begins that has a time among its next words: `bonne` … `journée`. */
    wish?: string[];
    time?: string[];
    /** How a sentence begins that has the noun or the time further on: `veuillez agréer`. */
    sentence?: string[];
    /** Words that make the formula a thank-you, which may as well be the end of the text above. */
    thanks?: string[];
  };
  /** Words before or after a number that say what it is. */
  tel: {
    voice?: string[];
    direct?: string[];
    main?: string[];
    cell?: string[];
    home?: string[];
    fax?: string[];
    ext?: string[];
  };
  /** Words before a number that is no telephone number. */
  notTel: string[];
  /** Words before a value of another field. */
  label: {
    email?: string[];
    url?: string[];
    adr?: string[];
    code?: string[];
    fn?: string[];
    org?: string[];
    unit?: string[];
    title?: string[];
  };
  /** What makes a phrase a company: its legal form at the start or end, or a word anywhere in it. */
  org: { form: string[]; word: string[] };
  /**
   * What makes a phrase a unit of a company: surely, only where another company is named, or (a field of work) only between
   * the name and a company.
   */
  unit: { sure: string[]; likely: string[]; field?: string[] };
  /** What makes a phrase a job title. */
  title: string[];
  /** What stands beside a name and is no part of it: forms of address, degrees. */
  honorific: string[];
  /** What makes a phrase part of an address: streets, buildings, floors. */
  adr: string[];
  quote: {
    /** How the line above a quotation ends (`wrote`). */
    wrote: string[];
    /** The text of the rule above a forwarded or answered mail. */
    separator: string[];
    /** Labels of the header block above it: the sender's, and the others. */
    from: string[];
    header: string[];
  };
  footer: {
    /** How a line begins that a mail program adds. */
    sentFrom: string[];
    /** Phrases of disclaimers, legal notices, list and advertising footers. */
    notice: string[];
    /** Words of registers, tax offices and banks: a paragraph that begins with them below a signature is the firm's. */
    register?: string[];
    /** Labels before those who run the firm, where a colon follows; without one they are titles. */
    officers?: string[];
    /** Phrases that say how to leave a newsletter. */
    unsubscribe: string[];
    /** How the lines of a shop's confirmation of an order begin, which say what it costs and where it goes. */
    order?: string[];
    /** Phrases that say that no person wrote the mail. */
    automatic: string[];
  };
}
