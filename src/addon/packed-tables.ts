import path from 'node:path';
import type { Plugin } from 'esbuild';
import { phoneMetadata } from '../contact/data/phone-metadata.ts';
import { publicSuffixes } from '../contact/data/public-suffixes.ts';
import { lexicons } from '../extract/lexicon/index.ts';
import { columnsOf, sharedLines } from './columns.ts';
import { deflated } from './deflated.ts';

/** The modules that only hold a table, what they export, and how it is read from the text it is packed as. */
const tables = {
  'src/extract/lexicon/index.ts': { name: 'lexicons', text: () => columnsOf(lexicons()), read: 'objectsOf' },
  'src/contact/data/public-suffixes.ts': {
    name: 'publicSuffixes',
    text: () => sharedLines(withoutLongNames()),
    read: 'linesOf',
  },
  'src/contact/data/phone-metadata.ts': { name: 'phoneMetadata', text: phoneMetadata, read: '' },
};

/**
 * The public suffixes without most towns, provinces and trades, and those in other letters, 16 KB: in Gmail a domain only helps to tell a company, for which
 * `chuo.tokyo.jp` of `kite.chuo.tokyo.jp` does no harm; the store, which finds people by their domain, has them all. What is
 * short stays, such as `co`, `edu` and provinces like `fi.it`, which town halls have. A name in other letters below an unknown
 * suffix is read like any.
 */
function withoutLongNames(): string {
  return publicSuffixes()
    .replace(/^no .*$/m, 'no co dep fhs folkebibl fylkesbibl herad idrett kommune mil museum priv stat vgs')
    .replace(/^[^\n!-~].*\n/gm, '')
    .replace(/^\w+ .*$/gm, (line) => line.replace(/\([^)*]*\)/g, '').replace(/ (?:(?!school)\S{5,}|[^!-~]\S*)/g, ''));
}

/**
 * An esbuild plugin that puts a deflated string where a table was, unpacked when the table is first asked for. Apps
 * Script reads the whole file for every callback, and most callbacks need no table.
 */
export const packedTables = (root: string): Plugin => ({
  name: 'packed-tables',
  setup({ onLoad }) {
    for (const [file, { name, text, read }] of Object.entries(tables)) {
      onLoad({ filter: endingIn(file) }, async () => {
        const unpack = `${read}(${await unpacking(text())})`;
        return {
          contents:
            `import { unpacked } from ${JSON.stringify(path.join(root, 'src/addon/unpacked.ts'))};\n` +
            `import { linesOf, objectsOf } from ${JSON.stringify(path.join(root, 'src/addon/columns.ts'))};\n` +
            `let table;\nexport const ${name} = () => (table === undefined ? (table = ${unpack}) : table);\n`,
        };
      });
    }
  },
});

const endingIn = (file: string): RegExp => new RegExp(`[\\\\/]${file.split('/').join('[\\\\/]').replace('.', '\\.')}$`);

/** The call that gives the text, for code that has `unpacked` of unpacked.ts. */
export async function unpacking(text: string): Promise<string> {
  const bytes = bytesOf(text);
  return `unpacked(${JSON.stringify(await packed(bytes))}, ${bytes.length})`;
}

/**
 * A text in fewer bytes than UTF-8 takes for ten languages: Latin letters with accents are one, kana two after a 1, all others
 * three after a 2.
 *
 * @throws Error where the text has a character that means something here.
 */
export function bytesOf(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 1 || code === 2) throw new Error(`A text to pack has U+000${code}`);
    if (code < 0x100) bytes.push(code);
    else if (code >> 8 === 0x30) bytes.push(1, code & 0xff);
    else bytes.push(2, code >> 8, code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** Deflated and written as letters that a string literal holds as they are; see unpacked.ts. */
export async function packed(bytes: Uint8Array): Promise<string> {
  let letters = '';
  let bits = 0;
  let waiting = 0;
  const write = (value: number) => {
    letters += letterOf(Math.floor(value / 93)) + letterOf(value % 93);
  };
  for (const byte of await deflated(bytes)) {
    bits = (bits << 8) | byte;
    waiting += 8;
    if (waiting < 13) continue;
    waiting -= 13;
    write(bits >>> waiting);
    bits &= (1 << waiting) - 1;
  }
  if (waiting > 0) write(bits << (13 - waiting));
  return letters;
}

const letterOf = (digit: number): string =>
  String.fromCharCode(digit + (digit > 0x3a ? 0x22 : digit > 1 ? 0x21 : 0x20));
