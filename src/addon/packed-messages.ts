import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Plugin, transform } from 'esbuild';
import { packed } from './packed-tables.ts';

/**
 * An esbuild plugin that takes the sentences out of a language's messages and packs them as one text. The messages are made
 * when one is first asked for, so a callback unpacks its user's language and no other.
 */
export const packedMessages = (root: string): Plugin => ({
  name: 'packed-messages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]addon[\\/]messages[\\/][a-z]{2}\.ts$/ }, async ({ path: file }) => {
      const name = path.basename(file, '.ts');
      const options = { loader: 'ts', charset: 'utf8', minifyWhitespace: true } as const;
      const { code, sentences } = withoutSentences((await transform(await readFile(file, 'utf8'), options)).code);
      const text = sentences.join('\n');
      return {
        contents: `import { unpacked } from ${JSON.stringify(path.join(root, 'src/addon/unpacked.ts'))};
let made;
const make = () => {
  const s = unpacked(${JSON.stringify(await packed(text))}, ${Buffer.byteLength(text)}).split('\\n');
  ${code.replace(/\bexport const /g, 'const ').replace(/\bexport\s*\{[^}]*\};?/g, '')}
  return ${name};
};
export const ${name} = new Proxy({}, { get: (_, key) => (made || (made = make()))[key] });
`,
      };
    });
  },
});

/** Code in which `s[0]`, `s[1]` … stand for its longer strings. Keys stay; so does what stands in a template. */
function withoutSentences(code: string): { code: string; sentences: string[] } {
  const sentences: string[] = [];
  const shorter = code.replace(/("(?:[^"\\\n]|\\.)*")(:?)/g, (whole, literal: string, colon: string) => {
    const sentence = JSON.parse(literal) as string;
    if (colon || Buffer.byteLength(sentence) < 7 || sentence.includes('\n')) return whole;
    if (!sentences.includes(sentence)) sentences.push(sentence);
    return `s[${sentences.indexOf(sentence)}]`;
  });
  return { code: shorter, sentences };
}
