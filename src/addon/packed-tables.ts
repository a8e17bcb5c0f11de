import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { phoneMetadata } from '../contact/data/phone-metadata.ts';
import { publicSuffixes } from '../extract/data/public-suffixes.ts';
import { lexicons } from '../extract/lexicon/index.ts';

/** The modules that only hold a table, what they export, and how it is read from the text it is packed as. */
const tables = {
  'src/extract/lexicon/index.ts': { name: 'lexicons', text: () => JSON.stringify(lexicons()), read: 'JSON.parse' },
  'src/extract/data/public-suffixes.ts': { name: 'publicSuffixes', text: publicSuffixes, read: '' },
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
            `let table;\nexport const ${name} = () => (table === undefined ? (table = ${unpack}) : table);\n`,
        };
      });
    }
  },
});

const endingIn = (file: string): RegExp => new RegExp(`[\\\\/]${file.split('/').join('[\\\\/]').replace('.', '\\.')}$`);

/** Deflated and written as letters that a string literal holds as they are; see unpacked.ts. */
export function packed(text: string): string {
  const deflated = deflateRawSync(text, { level: 9 });
  const bytes = Buffer.alloc(Math.ceil(deflated.length / 4) * 4);
  deflated.copy(bytes);
  let letters = '';
  for (let i = 0; i < bytes.length; i += 4) {
    let value = bytes.readUInt32BE(i);
    let group = '';
    for (let j = 0; j < 5; j++) {
      const code = 0x23 + (value % 85);
      group = (code === 0x5c ? '~' : String.fromCharCode(code)) + group;
      value = Math.floor(value / 85);
    }
    letters += group;
  }
  return letters;
}
