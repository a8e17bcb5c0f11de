import { Parser } from 'htmlparser2';
import { isFreeMail } from '../contact/data/free-mail.ts';
import { fold, wordsOf } from '../extract/fold.ts';
import { lexicons } from '../extract/lexicon/index.ts';
import type { MessageHeaders, OpenMessage } from '../extract/message.ts';

/**
 * The mail with its layout and without its words, to report a misreading: every word that no lexicon of extraction has and
 * every digit is replaced. A word becomes the same other word wherever it stands, so that a name is still the same name in
 * the header, the signature and the address, and the mail is misread in the same way.
 */
export function masked({ headers, text, html }: OpenMessage): OpenMessage {
  const mask = new Mask();
  const inHeaders = Object.entries(headers).map(([name, value]) => [
    name,
    technical.has(name) ? value.split(';', 1)[0] : mask.text(value),
  ]);
  return {
    headers: Object.fromEntries(inHeaders) as MessageHeaders & Record<string, string>,
    text: text === null ? null : mask.text(text),
    html: html === null ? null : mask.html(html),
  };
}

/** Headers of fixed words, which tell that no person wrote the mail. */
const technical = new Set(['contentType', 'autoSubmitted', 'precedence', 'autoResponseSuppress']);

class Mask {
  private readonly words = new Map<string, string>();
  private readonly letters = new Map<string, string>();

  text(text: string): string {
    return text.replace(piece, (found, domain: string | undefined) => {
      if (domain !== undefined) return isFreeMail(domain.slice(1)) ? domain : this.host(domain);
      if (found.startsWith('+')) return found;
      if (/^\d+$/.test(found)) return this.number(found);
      return cjk.test(found) ? this.unspaced(found) : this.word(found);
    });
  }

  /** Text, alternative texts and links masked; of the other attributes those that shape a mail. */
  html(html: string): string {
    let out = '';
    let depth = 0;
    let isTooDeep = false;
    const parser = new Parser({
      onopentag: (name, attributes) => {
        isTooDeep ||= ++depth > deepest;
        const kept = Object.entries(attributes).flatMap(([attribute, value]) =>
          shaping.has(attribute)
            ? [` ${attribute}="${escaped(value)}"`]
            : telling.has(attribute)
              ? [` ${attribute}="${escaped(this.text(value))}"`]
              : [],
        );
        out += `<${name}${kept.join('')}>`;
      },
      ontext: (text) => {
        out += escaped(this.text(text));
      },
      onclosetag: (name, isImplied) => {
        depth--;
        if (!isImplied) out += `</${name}>`;
      },
    });
    for (let at = 0; at < html.length && !isTooDeep; at += chunk) parser.write(html.slice(at, at + chunk));
    if (!isTooDeep) parser.end();
    return out;
  }

  /** `@anke.example.co.jp`: what tells the country or kind of a host stays. */
  private host(domain: string): string {
    const labels = domain.slice(1).split('.');
    const last = labels.length - 1;
    const isPublic = (label: string, i: number) => i === last || (i === last - 1 && last > 1 && label.length <= 3);
    return `@${labels.map((label, i) => (isPublic(label, i) ? label : this.text(label))).join('.')}`;
  }

  /** Leading zeros stay, since they tell what kind of number it is. */
  private number(digits: string): string {
    return digits.replace(/^(0*)(\d*)$/, (_, zeros: string, rest: string) => zeros + '5'.repeat(rest.length));
  }

  /** A word between blanks; the ending or beginning that a lexicon knows is kept. */
  private word(word: string): string {
    const flat = wordsOf(word).join('');
    if (known().has(flat) || web.has(flat)) return word;
    const ending = affix(flat, word, (length) => word.slice(-length));
    const own = ending ? word.slice(0, -ending.length) : word;
    return like(own, this.wordFor(wordsOf(own).join('') || own)) + ending;
  }

  private wordFor(flat: string): string {
    const before = this.words.get(flat);
    if (before !== undefined) return before;
    let number = this.words.size;
    let word = this.letter(flat.charAt(0), latin);
    while (word.length < flat.length) {
      word += filler.charAt(number % filler.length);
      number = Math.floor(number / filler.length);
    }
    this.words.set(flat, word);
    return word;
  }

  /** Chinese, Japanese, Korean: the longest known words stay, each other letter becomes one of its script. */
  private unspaced(run: string): string {
    let out = '';
    for (let at = 0; at < run.length; ) {
      const stays = longestKnown(run, at);
      const char = stays || String.fromCodePoint(run.codePointAt(at) ?? 0);
      const script = scripts.find(({ has }) => has.test(char));
      out += stays || (script ? this.letter(char, script.letters) : char);
      at += char.length;
    }
    return out;
  }

  /** Another letter of the alphabet for a letter, always the same one. */
  private letter(letter: string, alphabet: string): string {
    const key = fold(letter);
    const taken = this.letters.get(key) ?? alphabet.charAt((this.letters.size * 7 + 3) % alphabet.length);
    this.letters.set(key, taken);
    return taken;
  }
}

/** Deeper than any mail a person wrote; the parser's cost grows with depth, so what follows is left out. */
const deepest = 400;
const chunk = 8_192;

/** An address's host, a country's calling code, a run of digits, a word, or a run of letters that no blanks part. */
const piece =
  /(@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8})|\+\d{1,3}(?!\d)|\d+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\p{L}\p{M}*)+/gu;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const web = new Set(
  'http https www mailto tel com org net edu gov co ac or ne example jp de fr es it pt br nl uk cn tw hk kr eu at ch be us ca au'.split(
    ' ',
  ),
);
const latin = 'bcdfghklmnprstvwz';
const filler = 'aelinorsut';
const scripts = [
  { has: /\p{Script=Hiragana}/u, letters: 'あいうえおかきくけこさしすせそたちつてと' },
  { has: /\p{Script=Katakana}/u, letters: 'アイウエオカキクケコサシスセソタチツテト' },
  { has: /\p{Script=Hangul}/u, letters: '가나다라마바사자차카타파하거너더러머버서' },
  { has: /\p{Script=Han}/u, letters: '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥' },
];
const shaping = new Set(
  'class id style width height align valign border cellpadding cellspacing colspan rowspan dir type'.split(' '),
);
const telling = new Set(['alt', 'title', 'href', 'src']);

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);

/** `brandt` in the capitals of `Brandt` or `BRANDT`. */
function like(pattern: string, word: string): string {
  if (pattern.length > 1 && pattern === pattern.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(pattern) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function affix(flat: string, word: string, cut: (length: number) => string): string {
  for (let length = Math.min(12, flat.length - 1, word.length - 1); length >= 3; length--) {
    if (endings().has(flat.slice(-length))) return cut(length);
  }
  return '';
}

function longestKnown(run: string, at: number): string {
  for (let length = Math.min(12, run.length - at); length >= 1; length--) {
    const part = run.slice(at, at + length);
    if (known().has(wordsOf(part).join('')) || endings().has(wordsOf(part).join(''))) return part;
  }
  return '';
}

/** Every word of every lexicon; ordinary words of the languages, nobody's name. */
const known = once(
  () =>
    new Set(
      entries()
        .filter((entry) => !/^-|-$/.test(entry))
        .flatMap((entry) => [...wordsOf(entry)]),
    ),
);
const endings = once(
  () =>
    new Set(
      entries()
        .filter((entry) => /^-|-$/.test(entry))
        .map((entry) => wordsOf(entry).join('')),
    ),
);

function entries(): string[] {
  const under = (part: unknown): string[] =>
    typeof part === 'string'
      ? [part]
      : typeof part === 'object' && part !== null
        ? Object.values(part).flatMap(under)
        : [];
  return under(lexicons());
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
