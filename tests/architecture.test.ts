import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Which folders of src each folder may import from; `src/README.md` draws the same arrows. */
const arrows: Record<string, string[]> = {
  contact: [],
  extract: ['contact'],
  api: ['contact'],
  mail: [],
  addon: ['api', 'extract', 'contact'],
  store: ['api', 'contact'],
  scan: ['api', 'store', 'extract', 'contact', 'mail'],
  preview: ['mail'],
  cli: ['addon', 'api', 'contact', 'extract', 'mail', 'preview', 'scan', 'store', 'dev.ts'],
  'cli.ts': ['cli'],
  'dev.ts': ['addon', 'api', 'preview', 'mail', 'scan', 'store'],
};

const root = path.join(__dirname, '..');
const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, folder: file.split('/')[0] ?? '', code: withoutComments(readSource(file)) }));

test('every arrow between the folders of src points the right way', () => {
  const wrong = files.flatMap(({ file, folder, code }) =>
    importsOf(code)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => path.posix.join(path.posix.dirname(file), specifier))
      .filter((target) => {
        const to = target.split('/')[0] ?? '';
        return to !== folder && !(arrows[folder] ?? []).includes(to);
      })
      .map((target) => `src/${file} imports src/${target}`),
  );
  expect(wrong).toEqual([]);
});

test('src/README.md names every folder of src', () => {
  const readme = readSource('README.md');
  const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !readme.includes(`${name}/`))).toEqual([]);
});

test('contact and extract are pure: no clock, no network, no Node, no Apps Script', () => {
  const impure =
    /\b(?:new Date|Date\.now|performance|setTimeout|setInterval|fetch|XMLHttpRequest|process|Buffer|require|TextDecoder|TextEncoder|Math\.random|crypto|GmailApp|UrlFetchApp|PropertiesService|CardService|Utilities)\b\s*[.(]|'node:/;
  expect(linesMatching(impure, (file) => /^(contact|extract)\//.test(file))).toEqual([]);
});

test('only store/sql speaks SQL', () => {
  const sql = /from '(?:kysely|pg'|@electric-sql\/pglite)/;
  expect(linesMatching(sql, (file) => !file.startsWith('store/sql/'))).toEqual([]);
});

test('Apps Script services stay in addon/services; cards and answers may build with CardService', () => {
  const services =
    /\b(?:GmailApp|PropertiesService|CacheService|LockService|UrlFetchApp|Session|ScriptApp|Utilities)\.[a-z]/;
  expect(linesMatching(services, (file) => file.startsWith('addon/') && !file.startsWith('addon/services/'))).toEqual(
    [],
  );
});

test('of the schemas the add-on imports types alone: no zod in what Google runs', () => {
  const schemas = /\bimport\s+(?!type\b)[^;']*'[^']*\/api\/(?:operations|schemas|openapi)\.ts'/;
  const wrong = files.filter(({ file, code }) => file.startsWith('addon/') && schemas.test(code));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

function linesMatching(pattern: RegExp, inFile: (file: string) => boolean): string[] {
  return files
    .filter(({ file }) => inFile(file))
    .flatMap(({ file, code }) =>
      code
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `src/${file}: ${line.trim()}`),
    );
}

function importsOf(code: string): string[] {
  const pattern = /(?:\bfrom\s+|\bimport\s*\(?\s*|\bnew URL\()'([^'\n]+)'/g;
  return [...code.matchAll(pattern)].map((match) => match[1] ?? '');
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function readSource(file: string): string {
  return readFileSync(path.join(root, 'src', file), 'utf8');
}
