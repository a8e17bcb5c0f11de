import { createContext, runInContext } from 'node:vm';
import { withShortMembers } from '../../src/addon/short-members.ts';

const uses = (count: number) => Array.from({ length: count }, () => 'n+=text.length').join(';');
const run = (code: string) => runInContext(code, createContext({}));

test('a name that is used often stands in a variable, and the script does what it did', async () => {
  const code = `let n=0;const text="kites";${uses(20)};n`;
  const short = await withShortMembers(code);
  expect(short).toContain('var $a="length";');
  expect(short).toContain('text[$a]');
  expect(short.length).toBeLessThan(code.length);
  expect([run(short), run(code)]).toEqual([100, 100]);
});

test('a name that would not be shorter stays', async () => {
  const code = 'let n=0;const text="kites";n+=text.length;n';
  expect(await withShortMembers(code)).toBe(code);
});

test('what is set, called or deleted is the same member', async () => {
  const code =
    'const o={number:1,twice(){return this.number*2}};' +
    `${'o.number+=1;'.repeat(9)}const twice=o.twice();${'delete o.number;'.repeat(3)}[twice,o.number,1..toString()]`;
  const short = await withShortMembers(code);
  expect(short).toContain('delete o[$a]');
  expect(run(short)).toEqual(run(code));
});

test('texts, keys of objects and what already stands in brackets are left alone', async () => {
  const code = `const o={length:1,"a.length":2};let n=0;const text="o.length é";${uses(12)};[n,o["length"],o["a.length"],text]`;
  expect(run(await withShortMembers(code))).toEqual(run(code));
});

test('no variable of the script is taken, and its directive stays first', async () => {
  const code = `/* Kites */\n"use strict";let n=0;const $a="kites",text=$a;${uses(20)};[n,(function(){return this})()]`;
  const short = await withShortMembers(code);
  expect(short.startsWith('/* Kites */\n"use strict";var $b="length";')).toBe(true);
  expect(run(short)).toEqual([100, undefined]);
});
