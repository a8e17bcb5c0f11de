import { createContext, runInContext } from 'node:vm';
import { transform } from 'esbuild';
import { withShortConditions } from '../../src/addon/short-conditions.ts';

const script = (body: string) => `var kites=(()=>{${body}})();`;
const run = (code: string) => JSON.stringify(runInContext(`${code}kites`, createContext({})));

test('a text, zero or an empty list behind ?? is given by a function, and the script does what it did', async () => {
  const code = script(
    'const o={a:"é",n:0};const of=(key)=>[o[key]??"",o[key]??0,o[key]??[],o[key]?.length??0];' +
      'return [of("a"),of("n"),of("none"),(null??undefined)??""]',
  );
  const lowered = await withShortConditions(code);
  expect(lowered).not.toContain('??');
  expect(run(lowered)).toBe(run(code));
  expect(run(lowered)).toBe('[["é","é","é",1],[0,0,0,0],["",0,[],0],""]');
});

test('a list is a new one each time', async () => {
  const code = script('const list=(given)=>given??[];list().push(1);return list()');
  expect(run(await withShortConditions(code))).toBe('[]');
});

test('what else stands behind ?? is worked out only where it is needed', async () => {
  const code = script('let n=0;const next=()=>++n;return [1??next(),null??next(),n]');
  expect(run(await withShortConditions(code))).toBe('[1,1,1]');
});

test('a member of what may be missing is asked for by a function, also in the middle of others', async () => {
  const code = script(
    'const o={a:{b:[{c:1}]},f(){return this.a.b.length}};const none=undefined;let n=0;const get=()=>(n++,o);' +
      'return [o?.a,none?.a,o.a?.b?.[0]?.c,none?.a?.b,none?.a.b.c,o?.f(),none?.f(),o.f?.(),none?.[n++],get()?.a,n]',
  );
  const lowered = await withShortConditions(code);
  expect(lowered).not.toMatch(/\?\./);
  expect(run(lowered)).toBe(run(code));
  expect(run(lowered)).toBe('[{"b":[{"c":1}]},null,1,null,null,1,null,1,null,{"b":[{"c":1}]},1]');
});

test('a method of what may be missing is called by a function, unless what it is given must be worked out', async () => {
  const code = script(
    'const o={a:2,twice(b,f){return f(this.a*b)}};const none=undefined;let n=0;const b=3;' +
      'return [o?.twice(b,(x)=>x+1),none?.twice(b,(x)=>x),o?.twice(n++,(x)=>x),none?.twice(n++),o.list?.map(String).join(),"x"?.at(0),n]',
  );
  const lowered = await withShortConditions(code);
  expect(lowered).not.toMatch(/\?\./);
  expect(run(lowered)).toBe('[7,null,0,null,null,"x",1]');
});

test('the script is shorter than with a variable and a condition for each', async () => {
  const code = script(`const o={};return [${'o.name?.first??"",'.repeat(20)}]`);
  const { code: lowered } = await transform(code, { target: 'es2019', minify: true });
  expect((await withShortConditions(code)).length).toBeLessThan(lowered.length);
});
