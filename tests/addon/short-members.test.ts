import { createContext, runInContext } from 'node:vm';
import { withShortMembers } from '../../src/addon/short-members.ts';

const script = (body: string) => `var kites=(()=>{${body}})();`;
const uses = (count: number) => Array.from({ length: count }, () => 'n+=text.indexOf("s")').join(';');
const run = (code: string) => JSON.stringify(runInContext(`${code}kites`, createContext({})));

test('a name that is used often stands in a constant, and the script does what it did', async () => {
  const code = script(`let n=0;const text="kites";${uses(20)};return n`);
  const short = await withShortMembers(code);
  expect(short).toContain('const $a="indexOf";');
  expect(short).toContain('text[$a]("s")');
  expect(short.length).toBeLessThan(code.length);
  expect([run(short), run(code)]).toEqual(['80', '80']);
});

test('a name that would not be shorter stays, and so does one that loops ask for', async () => {
  const code = script(`let n=0;const text="kites";${uses(1)};${'n+=text.length;'.repeat(9)}return n`);
  expect(await withShortMembers(code)).toBe(code);
});

test('what is set, called or deleted is the same member', async () => {
  const code = script(
    'const o={number:1,twice(){return this.number*2}};' +
      `${'o.number+=1;'.repeat(9)}const twice=o.twice();${'delete o.number;'.repeat(3)}return [twice,o.number,1..toString()]`,
  );
  const short = await withShortMembers(code);
  expect(short).toContain('delete o[$a]');
  expect(run(short)).toEqual(run(code));
});

test('texts, keys of objects and what already stands in brackets are left alone', async () => {
  const code = script(
    `const o={indexOf:1,"a.indexOf":2};let n=0;const text="o.indexOf é";${uses(12)};return [n,o["indexOf"],o["a.indexOf"],text]`,
  );
  expect(await withShortMembers(code)).toContain('[$a]');
  expect(run(await withShortMembers(code))).toEqual(run(code));
});

test('no variable of the script is taken, and its directive stays first', async () => {
  const body = `let n=0;const $a="kites",text=$a;${uses(20)};return [n,(function(){return this===undefined})()]`;
  const short = await withShortMembers(`/* Kites */\n"use strict";${script(body)}`);
  expect(short.startsWith('/* Kites */\n"use strict";var kites=(()=>{const $b="indexOf";')).toBe(true);
  expect(run(short)).toBe('[80,true]');
});

test('a script that is not one function is refused', async () => {
  await expect(withShortMembers(`let n=0;const text="kites";${uses(20)};`)).rejects.toThrow(/one function/);
});

test('an optional member stays one, and a directive of the function stays first', async () => {
  const code = script(
    `"use strict";let n=0;const o=undefined,text="kites";${uses(20)};return [o?.indexOf(1)??n,(function(){return this===undefined})()]`,
  );
  const short = await withShortMembers(code);
  expect(short).toContain('o?.indexOf(1)');
  expect([run(short), run(code)]).toEqual(['[80,true]', '[80,true]']);
});
