import { createContext, runInContext } from 'node:vm';
import { transform } from 'esbuild';
import { withDefaults } from '../../src/addon/with-defaults.ts';

const script = (body: string) => `var kites=(()=>{${body}})();`;
const run = (code: string) => JSON.stringify(runInContext(`${code}kites`, createContext({})));

test('a text, zero or an empty list behind ?? is given by a function, and the script does what it did', async () => {
  const code = script(
    'const o={a:"é",n:0};const of=(key)=>[o[key]??"",o[key]??0,o[key]??[],o[key]?.length??0];' +
      'return [of("a"),of("n"),of("none"),(null??undefined)??""]',
  );
  const lowered = await withDefaults(code);
  expect(lowered).not.toContain('??');
  expect(run(lowered)).toBe(run(code));
  expect(run(lowered)).toBe('[["é","é","é",1],[0,0,0,0],["",0,[],0],""]');
});

test('a list is a new one each time', async () => {
  const code = script('const list=(given)=>given??[];list().push(1);return list()');
  expect(run(await withDefaults(code))).toBe('[]');
});

test('what else stands behind ?? is worked out only where it is needed', async () => {
  const code = script('let n=0;const next=()=>++n;return [1??next(),null??next(),n]');
  expect(run(await withDefaults(code))).toBe('[1,1,1]');
});

test('the script is shorter than with a variable and a condition for each', async () => {
  const code = script(`const o={};return [${'o.name??"",'.repeat(20)}]`);
  const { code: lowered } = await transform(code, { target: 'es2019', minify: true });
  expect((await withDefaults(code)).length).toBeLessThan(lowered.length);
});
