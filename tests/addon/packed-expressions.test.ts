import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { packedExpressions } from '../../src/addon/packed-expressions.ts';
import { packedTables } from '../../src/addon/packed-tables.ts';
import { extractContact } from '../../src/extract/extract-contact.ts';

const root = path.join(__dirname, '../..');
const entry = 'src/extract/extract-contact.ts';

/** Extraction bundled by itself, with its expressions packed or not. */
async function bundled(isPacked: boolean): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName: 'extraction',
    target: 'es2019',
    charset: 'utf8',
    minify: true,
    write: false,
    plugins: [packedTables(root), ...(isPacked ? [packedExpressions(root)] : [])],
  });
  return outputFiles[0]?.text ?? '';
}

const classesIn = (code: string): number => code.match(/\\p\{/g)?.length ?? 0;

test('V8 has few expressions to check when it reads the script', async () => {
  expect(classesIn(await bundled(true))).toBeLessThan(classesIn(await bundled(false)) / 8);
});

test('an expression finds the same the second time as the first', async () => {
  const { extractContact: packed } = runInNewContext(`${await bundled(true)};extraction`, { Uint8Array });
  const message = {
    headers: { from: '青柳 美咲 <aoyagi@hoshizora.example.jp>' },
    text: [
      '写真をお送りします。',
      '',
      '━━━━━━━━━━━━━━━━',
      '株式会社星空印刷　営業部 第二課',
      '課長　青柳 美咲（あおやぎ みさき）',
      '〒101-0051 東京都千代田区神田神保町9-1-2',
      'TEL：０３－５５５０－０１２３（内線 204）　FAX 03-5550-0124',
      'aoyagi@hoshizora.example.jp　https://hoshizora.example.jp/',
      '━━━━━━━━━━━━━━━━',
    ].join('\n'),
    html: null,
  };
  const wanted = JSON.stringify(extractContact(message));
  expect([1, 2].map(() => JSON.stringify(packed(message)))).toEqual([wanted, wanted]);
  expect(wanted).toContain('+81355500123');
});
