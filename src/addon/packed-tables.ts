import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { phoneMetadata } from '../contact/data/phone-metadata.ts';
import { publicSuffixes } from '../contact/data/public-suffixes.ts';
import { lexicons } from '../extract/lexicon/index.ts';
import { columnsOf } from './columns.ts';

/** The modules that only hold a table, what they export, and how it is read from the text it is packed as. */
const tables = {
  'src/extract/lexicon/index.ts': { name: 'lexicons', text: () => columnsOf(lexicons()), read: 'objectsOf' },
  'src/contact/data/public-suffixes.ts': { name: 'publicSuffixes', text: publicSuffixes, read: '' },
  'src/contact/data/phone-metadata.ts': { name: 'phoneMetadata', text: phoneMetadata, read: '' },
};

/**
 * An esbuild plugin that puts a deflated string where a table was, unpacked when the table is first asked for. Apps
 * Script reads the whole file for every callback, and most callbacks need no table.
 */
export const packedTables = (root: string): Plugin => ({
  name: 'packed-tables',
  setup({ onLoad }) {
    for (const [file, { name, text, read }] of Object.entries(tables)) {
      onLoad({ filter: endingIn(file) }, () => {
        const table = text();
        const unpack = `${read}(unpacked(${JSON.stringify(packed(table))}, ${Buffer.byteLength(table)}))`;
        return {
          contents:
            `import { unpacked } from ${JSON.stringify(path.join(root, 'src/addon/unpacked.ts'))};\n` +
            `import { objectsOf } from ${JSON.stringify(path.join(root, 'src/addon/columns.ts'))};\n` +
            `let table;\nexport const ${name} = () => (table === undefined ? (table = ${unpack}) : table);\n`,
        };
      });
    }
  },
});

const endingIn = (file: string): RegExp => new RegExp(`[\\\\/]${file.split('/').join('[\\\\/]').replace('.', '\\.')}$`);

/** Deflated and written as letters that a string literal holds as they are; see unpacked.ts. */
export function packed(text: string): string {
  let letters = '';
  let bits = 0;
  let waiting = 0;
  const write = (value: number) => {
    letters += letterOf(Math.floor(value / 93)) + letterOf(value % 93);
  };
  for (const byte of deflated(text)) {
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

/** The shortest of what zlib makes with more memory or less. */
function deflated(text: string): Buffer {
  const tries = [7, 8, 9].map((memLevel) => deflateRawSync(text, { level: 9, memLevel }));
  return tries.reduce((best, other) => (other.length < best.length ? other : best));
}

const letterOf = (digit: number): string =>
  String.fromCharCode(digit + (digit > 0x3a ? 0x22 : digit > 1 ? 0x21 : 0x20));
