import { createContext, runInContext } from 'node:vm';
import { withShortNames } from '../../src/addon/short-names.ts';

const script = (body: string) => `var kites=(()=>{${body}})();`;
const uses = (count: number) => Array.from({ length: count }, () => 'n+=text.indexOf(text)+4').join(';');
const run = (code: string) => JSON.stringify(runInContext(`${code}kites`, createContext({})));

test('a name that is used often stands in a constant, and the script does what it did', async () => {
  const code = script(`let n=0;const text="kites";${uses(20)};return n`);
  const short = await withShortNames(code);
  expect(short).toContain('const $a="indexOf";');
  expect(short).toContain('text[$a](text)');
  expect(short.length).toBeLessThan(code.length);
  expect([run(short), run(code)]).toEqual(['80', '80']);
});

test('a name that would not be shorter stays, and so does one that loops ask for', async () => {
  const code = script(`let n=0;const text="kites";${uses(1)};${'n+=text.length;'.repeat(9)}return n`);
  expect(await withShortNames(code)).toBe(code);
});

test('what is set, called or deleted is the same member', async () => {
  const code = script(
    'const o={number:1,twice(){return this.number*2}};' +
      `${'o.number+=1;'.repeat(9)}const twice=o.twice();${'delete o.number;'.repeat(3)}return [twice,o.number,1..toString()]`,
  );
  const short = await withShortNames(code);
  expect(short).toContain('delete o[$a]');
  expect(run(short)).toEqual(run(code));
});

test('within a text, as the key of an object and in brackets a name is left alone', async () => {
  const code = script(
    `const o={indexOf:1,"a.indexOf":2};let n=0;const text="o.indexOf é";${uses(12)};return [n,o["indexOf"],o["a.indexOf"],text]`,
  );
  expect(await withShortNames(code)).toContain('[$a]');
  expect(run(await withShortNames(code))).toEqual(run(code));
});

test('no variable of the script is taken, and its directive stays first', async () => {
  const body = `let n=0;const $a="kites",text=$a;${uses(20)};return [n,(function(){return this===undefined})()]`;
  const short = await withShortNames(`/* Kites */\n"use strict";${script(body)}`);
  expect(short.startsWith('/* Kites */\n"use strict";var kites=(()=>{const $b="indexOf";')).toBe(true);
  expect(run(short)).toBe('[80,true]');
});

test('a text that is used often stands in a constant, the same as the name it is', async () => {
  const code = script(
    `const o={title:"kites"},is=x=>{switch(x){case"title":return"title";default:return"unit"==x?"unit":\`unit\`}};` +
      `let n=[];${'n.push(is("title"),"unit"in o,o.title);'.repeat(9)}return n`,
  );
  const short = await withShortNames(code);
  expect(short).toContain('const $a="title",$b="unit";');
  expect(short).toContain('case $a:return $a;default:return $b==x?$b:$b}');
  expect(short).toContain('n.push(is($a),$b in o,o[$a])');
  expect(short).toContain('{title:"kites"}');
  expect(run(short)).toEqual(run(code));
});

test('keys, directives, tagged templates, and texts that quotation marks write differently stay', async () => {
  const code = script(
    `const tag=({raw})=>raw[0],o={"a key":1,"a key"(){}},f=()=>{"a directive";"a directive";return 1};` +
      `return [${'tag`a template`,"a\\"b","日本語の文字",'.repeat(9)}o["a key"]===1,f()]`,
  );
  expect(await withShortNames(code)).toBe(code);
});

test('no constant has a word of the language as its name', async () => {
  const names = Array.from({ length: 900 }, (_, i) => `name${i}`);
  const code = script(
    `const o={};let n=0;${names.map((name) => `o.${name}=n++;${`n+=o.${name};`.repeat(5)}`).join('')}return n`,
  );
  const short = await withShortNames(code);
  expect(short).toMatch(/\[dp\]/);
  expect(short).not.toMatch(/\[(?:do|if|in)\]/);
  expect(run(short)).toEqual(run(code));
});

test('a script that is not one function is refused', async () => {
  await expect(withShortNames(`let n=0;const text="kites";${uses(20)};`)).rejects.toThrow(/one function/);
});

test('an optional member stays one, and a directive of the function stays first', async () => {
  const code = script(
    `"use strict";let n=0;const o=undefined,text="kites";${uses(20)};return [o?.indexOf(1)??n,(function(){return this===undefined})()]`,
  );
  const short = await withShortNames(code);
  expect(short).toContain('o?.indexOf(1)');
  expect([run(short), run(code)]).toEqual(['[80,true]', '[80,true]']);
});
