import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

// scripts/run.mjs in small projects of their own, with the packages of this one.

const ours = join(__dirname, '..');
let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'contact-inbox-run-'));
  for (const folder of ['scripts', 'src', 'temporary', 'node_modules']) mkdirSync(join(project, folder));
  for (const file of ['scripts/run.mjs', 'tsconfig.json']) copyFileSync(join(ours, file), join(project, file));
  for (const name of ['esbuild', '@esbuild', 'marked'])
    symlinkSync(join(ours, 'node_modules', name), join(project, 'node_modules', name), 'junction');
});
afterEach(() => rmSync(project, { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(project, file), text);
const cache = () => join(project, 'node_modules/.cache/contact-inbox/programs');
const bundles = () => readdirSync(cache()).filter((name) => !name.endsWith('.json'));

/** What src/program.ts prints. */
async function run(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/run.mjs', 'src/program.ts', ...args], {
    cwd: project,
    env: { ...process.env, TMPDIR: join(project, 'temporary') },
  });
  return stdout;
}

test('a program has its arguments, its modules, its packages and the files beside its source', async () => {
  write('src/beside.txt', 'beside');
  write('src/word.ts', `export const word: string = 'word';`);
  write(
    'src/program.ts',
    `import { readFileSync } from 'node:fs';
    import { fileURLToPath } from 'node:url';
    import { marked } from 'marked';
    import { word } from './word.ts';
    const beside = readFileSync(new URL('./beside.txt', import.meta.url), 'utf8');
    const isMain = process.argv[1] === fileURLToPath(import.meta.url);
    console.log(word, beside, isMain, process.argv.slice(2).join(), typeof marked.parse);`,
  );
  expect(await run('--one', 'two')).toBe('word beside true --one,two function\n');
});

test('it is bundled once, and anew when any of its sources says something else', async () => {
  const ofOneSize = (answer: string) => {
    write('src/answer.ts', `export const answer = '${answer}';`);
    utimesSync(join(project, 'src/answer.ts'), 1, 1); // as archives and images of containers may set it
  };
  write('src/program.ts', `import { answer } from './answer.ts'; console.log(answer);`);
  ofOneSize('first');
  expect([await run(), await run()]).toEqual(['first\n', 'first\n']);
  expect(bundles()).toHaveLength(1);
  ofOneSize('other');
  expect(await run()).toBe('other\n');
  expect(bundles()).toHaveLength(2); // somebody may be about to load the older one
  utimesSync(join(cache(), bundles()[0] ?? ''), 1, 1);
  utimesSync(join(cache(), bundles()[1] ?? ''), 1, 1);
  ofOneSize('third');
  expect(await run()).toBe('third\n');
  expect(bundles()).toHaveLength(1);
});

test('a bundle that somebody has removed is made anew', async () => {
  write('src/program.ts', `console.log('here');`);
  await run();
  rmSync(join(cache(), bundles()[0] ?? ''), { recursive: true });
  expect(await run()).toBe('here\n');
});

test('several that start at once all run', async () => {
  write('src/program.ts', `console.log(process.argv[2]);`);
  expect(await Promise.all(['1', '2', '3', '4'].map((number) => run(number)))).toEqual(['1\n', '2\n', '3\n', '4\n']);
});

test('a stack trace names the source and its line', async () => {
  write(
    'src/program.ts',
    `interface Gone {\n  here: string;\n}\n\nconst fail = (): Gone => {\n  throw new Error('no');\n};\nfail();`,
  );
  await expect(run()).rejects.toThrow(/src[\\/]program\.ts:6:9/);
});

test('where nothing can be kept it runs all the same, and leaves nothing behind', async () => {
  write('node_modules/.cache', 'no folder');
  write('src/program.ts', `import { marked } from 'marked'; console.log(typeof marked.parse);`);
  expect(await run()).toBe('function\n');
  expect(readdirSync(join(project, 'temporary'))).toEqual([]);
  expect(readFileSync(join(project, 'node_modules/.cache'), 'utf8')).toBe('no folder');
});

test('what is wrong with a source is said', async () => {
  write('src/program.ts', 'const = 1;');
  await expect(run()).rejects.toThrow(/src\/program\.ts:1:6/);
});
