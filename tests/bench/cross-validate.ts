import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs, promisify } from 'node:util';
import { extractContact } from '../../src/extract/extract-contact.ts';
import { wordsOf } from '../../src/extract/fold.ts';
import { lexicons } from '../../src/extract/lexicon/index.ts';
import { program } from '../program.ts';
import type { GoldMail } from './gold.ts';
import { readGold } from './gold.ts';
import { errorsOf, reportOn, type Scored, scored, tableOf } from './score.ts';

const help = `Usage: npm run --silent cross-validate -- [OPTIONS] PATH …

Scores the mails of JSONL files with answers as \`npm run score\` does, without the words of the tables that, of all these mails,
only those of the same source have.

  --also FILE keeps the words that this file has: a JSONL of other sources' mails, which are not scored, or a JSON with
              lists of words that were written down by who had not seen the mails; may be given again
  --errors    also prints, for each mail that is not right, what was wrong or missed
  --json      prints the figures as JSON
  --help      prints this
`;

/**
 * How well mails are read whose words nobody saw. Mails of one source stay together in one of ten folds; for each fold, every
 * word of the lexicon that among all mails only that fold's have is struck out before the fold is scored. Words that no mail
 * has stay: they were not learnt here. What it cannot undo is that the rules' authors read the mails; so take the figures as
 * a bound for the vocabulary, not as those of mails never seen.
 */
async function crossValidated(paths: string[], also: string[]): Promise<Scored[]> {
  const all: Scored[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const args = [
      ...program('tests/bench/cross-validate.ts'),
      '--fold',
      String(fold),
      ...also.flatMap((path) => ['--also', path]),
      ...paths,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e9 });
    all.push(...(JSON.parse(stdout) as Scored[]));
  }
  return all;
}

const folds = 10;

/** Scores one fold in this process, whose lexicon is changed for good. */
function scoreFold(mails: GoldMail[], also: string[], fold: number): Scored[] {
  const foldOf = foldsBySource(mails);
  const isOwn = (mail: GoldMail) => foldOf(mail) === fold;
  const own = mails.filter(isOwn).map(textOf);
  const others = [...mails.filter((mail) => !isOwn(mail)).map(textOf), ...also];
  strikeOut((entry) => {
    const written = pattern(entry);
    const has = (text: string) => text.includes(written);
    return own.some(has) && !others.some(has);
  });
  return mails.filter(isOwn).map((mail) => scored(mail, extractContact(mail)));
}

/** Sources take turns, largest first, so that the folds are of like size. */
function foldsBySource(mails: GoldMail[]): (mail: GoldMail) => number {
  const sizes = new Map<string, number>();
  const sourceOf = ({ source, id }: GoldMail) => source?.replace(/[:/]?\s*\d+.*$/, '') || id;
  for (const mail of mails) sizes.set(sourceOf(mail), (sizes.get(sourceOf(mail)) ?? 0) + 1);
  const bySize = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([source]) => source);
  const places = new Map(bySize.map((source, i) => [source, i % folds]));
  return (mail) => places.get(sourceOf(mail)) ?? 0;
}

/** What a file of other sources says: its mails, or the words of its lists. */
function textsIn(path: string): string[] {
  if (path.endsWith('.jsonl')) return readGold(path).map(textOf);
  const words: string[] = [];
  JSON.parse(readFileSync(path, 'utf8'), (_, value) => (typeof value === 'string' ? words.push(value) : value));
  return words.map((word) => ` ${wordsOf(word).join(' ')} `);
}

const textOf = ({ headers, text, html }: GoldMail): string =>
  ` ${wordsOf(`${headers.from} ${text ?? ''} ${html ?? ''}`).join(' ')} `;

/** `-leiter` is the end of a word, `株式会社-` the start of one, others are whole words. */
function pattern(entry: string): string {
  const words = wordsOf(entry).join(' ');
  return `${entry.startsWith('-') ? '' : ' '}${words}${entry.endsWith('-') ? '' : ' '}`;
}

function strikeOut(isStruck: (entry: string) => boolean): void {
  const visit = (part: object) => {
    for (const value of Object.values(part)) {
      if (Array.isArray(value)) value.splice(0, value.length, ...value.filter((entry) => !isStruck(entry)));
      else if (typeof value === 'object' && value !== null) visit(value);
    }
  };
  for (const lexicon of lexicons()) visit(lexicon);
}

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      also: { type: 'string', multiple: true, default: [] },
      errors: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      /** For the process that scores one fold. */
      fold: { type: 'string' },
    },
  });
  if (values.help) {
    print(help);
    return;
  }
  if (positionals.length === 0) throw new Error('Which mails? Name a JSONL file with answers, or see --help');
  const mails = positionals.flatMap(readGold);
  if (values.fold) {
    print(JSON.stringify(scoreFold(mails, values.also.flatMap(textsIn), Number(values.fold))));
    return;
  }
  const all = await crossValidated(positionals, values.also);
  print(values.json ? JSON.stringify(reportOn(all), null, 2) : tableOf(reportOn(all)));
  if (values.errors) print(errorsOf(all));
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
