import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Module, parseSync } from '@swc/core';
import { check, type Parameters } from 'recheck';

/**
 * Every regular expression of src/extract takes linear time, as recheck (a checker of regular expressions that proves, or
 * looks for attacks) understands it: the literals, and those that `new RegExp` makes while the corpus is read.
 */
const folder = path.resolve(__dirname, '../../src/extract');

/**
 * Those that are not linear, each with the longest text it meets and why that is enough. Rewrite rather than add: what is
 * here may be quadratic on a thousand characters at most.
 */
const allowed: { source: string; longest: number; why: string }[] = [];

/** Told by counting steps, not time, so that a busy machine has the same answers. */
const parameters: Parameters = {
  timeout: 50_000,
  attackTimeout: null,
  attackLimit: 20_000_000,
  maxAttackStringSize: 8_000,
};

/**
 * The expressions that this version of recheck has found linear with these parameters. Counting steps, it always says the
 * same of the same expression, and takes minutes for them all: what stands here it has said already, anything else it is asked.
 * MAKE_LINEAR=1 asks of all and writes the file anew, MAKE_LINEAR=new asks of those that it has not.
 */
const recordFile = path.join(__dirname, 'linear-expressions.json');
const { version } = JSON.parse(readFileSync(require.resolve('recheck/package.json'), 'utf8'));
const asked = { recheck: version, parameters };

function recorded(): Set<string> {
  const { linear, ...record } = JSON.parse(readFileSync(recordFile, 'utf8'));
  const counts = process.env.MAKE_LINEAR !== '1' && JSON.stringify(record) === JSON.stringify(asked);
  return new Set(counts ? linear : []);
}

interface Expression {
  source: string;
  flags: string;
  where: string;
}

const made = new Map<string, Expression>();

/** Sites of `new RegExp(…)` that something was made at, as `file:line`. */
const reached = new Set<string>();

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(path.sep).join('/'));

const RealRegExp = globalThis.RegExp;

beforeAll(async () => {
  globalThis.RegExp = new Proxy(RealRegExp, {
    construct: (target, [pattern, flags]) => note(new target(pattern, flags)),
    apply: (target, _, [pattern, flags]) => note(target(pattern, flags)),
  });
  try {
    await readCorpus();
  } finally {
    globalThis.RegExp = RealRegExp;
  }
});

/** Loads extraction anew, since most expressions are made once, and reads every mail of the corpus. */
async function readCorpus(): Promise<void> {
  const { extractContact } = require('../../src/extract/extract-contact.ts');
  const { readInput } = require('../../src/cli/messages.ts');
  for await (const { read } of readInput([path.join(__dirname, 'corpus')])) extractContact(read());
}

/** The innermost caller tells whose it is; those of libraries are not ours to rewrite. */
function note(expression: RegExp): RegExp {
  const caller = (new Error().stack ?? '')
    .split('\n')
    .find((line) => !line.includes(__filename) && /:\d+:\d+/.test(line));
  const [, file, line] = /src\/extract\/([^:)]+\.ts):(\d+)/.exec(caller ?? '') ?? [];
  if (!file) return expression;
  reached.add(`${file}:${line}`);
  const { source, flags } = expression;
  made.set(`/${source}/${flags}`, { source, flags, where: `${file}:${line}` });
  return expression;
}

interface Node {
  type?: string;
  [key: string]: unknown;
}

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Node;
  for (const inner of Object.values(value)) yield* nodesOf(inner);
}

const parsed = (file: string): Module =>
  parseSync(readFileSync(path.join(folder, file), 'utf8'), { syntax: 'typescript', target: 'es2022' });

const literals = files.flatMap((file) =>
  [...nodesOf(parsed(file))]
    .filter(({ type }) => type === 'RegExpLiteral')
    .map(({ pattern, flags }): Expression => ({ source: String(pattern), flags: String(flags), where: file })),
);

/** Without a quantifier nothing is tried twice. */
const repeats = ({ source }: Expression): boolean => /[*+?{]/.test(source);

test('every `new RegExp` of src/extract makes something when the corpus is read', () => {
  const sites = files.map((file) => ({
    file,
    count: readFileSync(path.join(folder, file), 'utf8').split('new RegExp(').length - 1,
  }));
  const missed = sites.filter(
    ({ file, count }) => [...reached].filter((site) => site.startsWith(`${file}:`)).length < count,
  );
  expect(missed).toEqual([]);
});

test('every regular expression of src/extract takes linear time', async () => {
  const all = new Map([...literals, ...made.values()].map((own) => [`/${own.source}/${own.flags}`, own]));
  expect(all.size).toBeGreaterThan(200);
  const known = recorded();
  const unsafe: string[] = [];
  const linear: string[] = [];
  for (const [written, { source, flags, where }] of all) {
    if (!repeats({ source, flags, where }) || allowed.some((own) => own.source === source)) continue;
    if (known.has(written)) {
      linear.push(written);
      continue;
    }
    const answer = await check(source, flags, parameters);
    if (answer.status === 'vulnerable') unsafe.push(`${where}: ${written} is ${answer.complexity.summary}`);
    if (answer.status === 'unknown') unsafe.push(`${where}: ${written}: ${answer.error.kind}`);
    if (answer.status === 'safe') linear.push(written);
  }
  if (process.env.MAKE_LINEAR) {
    writeFileSync(recordFile, `${JSON.stringify({ ...asked, linear: linear.sort() }, null, 2)}\n`);
  }
  expect(unsafe).toEqual([]);
}, 400_000);

test('what is allowed to take longer is there, and meets short texts only', () => {
  const sources = new Set([...literals, ...made.values()].map(({ source }) => source));
  expect(allowed.filter(({ source }) => !sources.has(source))).toEqual([]);
  expect(allowed.filter(({ longest, why }) => longest > 1_000 || why === '')).toEqual([]);
});
