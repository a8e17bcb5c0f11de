import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { en } from '../../src/addon/messages/en.ts';
import { ja } from '../../src/addon/messages/ja.ts';
import { packedMessages } from '../../src/addon/packed-messages.ts';

const root = path.join(__dirname, '../..');

/** The messages as they are in the bundle. */
async function bundled(): Promise<{ code: string; messagesFor: (locale: string) => object }> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/addon/messages/messages.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'messages',
    target: 'es2019',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    minify: true,
    write: false,
    plugins: [packedMessages(root)],
  });
  const code = outputFiles[0]?.text ?? '';
  return { code, messagesFor: runInNewContext(`${code};messages.messagesFor`, { Uint8Array }) };
}

const said = (table: object): [string, unknown][] =>
  Object.keys(table)
    .sort()
    .flatMap((key) => {
      const value = (table as Record<string, unknown>)[key];
      if (typeof value === 'object' && value !== null)
        return said(value).map(([path, text]) => [`${key}.${path}`, text] as [string, unknown]);
      return [[key, typeof value === 'function' ? value(2, 3, 4) : value] as [string, unknown]];
    });

test.each([
  ['en', en],
  ['ja', ja],
])('%s says in the bundle what its source says', async (locale, source) => {
  const packed = (await bundled()).messagesFor(locale) as Record<string, unknown>;
  for (const [part, words] of Object.entries(source)) {
    expect([part, said({ part: packed[part] })]).toEqual([part, said({ part: words })]);
  }
});

test('takes two thirds of the room at most', async () => {
  const { code } = await bundled();
  expect(code).not.toContain(en.problems.unavailable.text);
  expect(Buffer.byteLength(code)).toBeLessThan(30_000);
});
