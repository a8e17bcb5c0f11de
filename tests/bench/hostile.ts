import { parseArgs } from 'node:util';
import { extractContact } from '../../src/extract/extract-contact.ts';
import { places, type Shape, shapes } from '../extract/hostile-shapes.ts';
import { cpuMilliseconds, exponentOf, median } from './measure.ts';

/** Of the mail's body or header. Extraction reads a million of a body, so a longer one would be another mail. */
const sizes = [250_000, 500_000, 1_000_000];
/** For what stands around the shape. */
const room = 1_000;
const limits = { exponent: 1.1, milliseconds: 500, flatBelow: 2 };

const help = `Usage: npm run --silent bench:hostile -- [OPTIONS] [WORD …]

Times extraction on every hostile shape, in every place of a mail it can stand in, at 250 KB, 500 KB and 1 MB (in UTF-16
units), and fits how the time grows: 1 is linear, 2 quadratic. Times are medians of the processor's time; the fit is of the fastest
at each size, since the collector of garbage and other programs only ever add. A shape passes
when the exponent is at most ${limits.exponent} and 1 MB takes less than ${limits.milliseconds} ms; where 1 MB takes under ${limits.flatBelow} ms there is nothing to fit, and
"flat" is said. What fails is measured again with more rounds, since noise looks like growth; the last answer counts. The
exit code is 1 when one fails. With WORDs, only the shapes and places whose name has one of them.

  --all     prints every row, not only each place's slowest and what fails
  --json    prints the figures as JSON
  --help    prints this
`;

interface Row {
  shape: string;
  place: string;
  /** Median milliseconds at each size. */
  ms: number[];
  /** 'flat' where the times are too short to tell. */
  exponent: number | 'flat';
  pass: boolean;
}

function measured(shape: string, place: string, textOf: Shape, messageWith: (typeof places)[string]): Row {
  let found = row(shape, place, textOf, messageWith, 3);
  for (const rounds of [7, 15]) {
    if (!found.pass) found = row(shape, place, textOf, messageWith, rounds);
  }
  return found;
}

function row(shape: string, place: string, textOf: Shape, messageWith: (typeof places)[string], rounds: number): Row {
  const mails = sizes.map((size) => ({ size, message: messageWith(flat(textOf(size - room))) }));
  for (const { message } of mails.slice(0, 1)) extractContact(message);
  const each = mails.map((): number[] => []);
  // sizes take turns, so that a slow second of the machine meets all of them
  for (let round = 0; round < rounds; round++) {
    for (const [at, { message }] of mails.entries()) each[at]?.push(cpuMilliseconds(() => extractContact(message)));
  }
  const ms = each.map(median);
  const longest = ms[ms.length - 1] ?? 0;
  const exponent =
    longest < limits.flatBelow
      ? 'flat'
      : exponentOf(mails.map(({ size }, at) => ({ size, ms: Math.min(...(each[at] ?? [])) })));
  const pass = longest < limits.milliseconds && (exponent === 'flat' || exponent <= limits.exponent);
  return { shape, place, ms, exponent, pass };
}

/** V8 joins a repeated string on first use, which is no work of ours. */
function flat(text: string): string {
  Buffer.byteLength(text);
  return text;
}

function tableOf(rows: Row[], all: boolean): string {
  const slowest = new Set(
    Object.keys(places).map((place) => rows.filter((own) => own.place === place).sort(bySlowest)[0]),
  );
  const shown = all ? rows : rows.filter((own) => !own.pass || slowest.has(own)).sort(bySlowest);
  const failures = rows.filter(({ pass }) => !pass).length;
  const steepest = Math.max(0, ...rows.map(({ exponent }) => (exponent === 'flat' ? 0 : exponent)));
  return [
    `${'shape'.padEnd(38)}${'place'.padEnd(26)}${['250 KB', '500 KB', '1 MB'].map((size) => size.padStart(10)).join('')}  exponent`,
    ...shown.map(
      ({ shape, place, ms, exponent, pass }) =>
        shape.padEnd(38) +
        place.padEnd(26) +
        ms.map((own) => `${own.toFixed(1)} ms`.padStart(10)).join('') +
        (exponent === 'flat' ? exponent : exponent.toFixed(2)).padStart(10) +
        (pass ? '  PASS' : '  FAIL'),
    ),
    '',
    `${rows.length} of shape and place, ${failures} fail; steepest ${steepest.toFixed(2)}, slowest 1 MB ${Math.max(0, ...rows.map(last)).toFixed(0)} ms`,
  ].join('\n');
}

const last = ({ ms }: Row): number => ms[ms.length - 1] ?? 0;
const bySlowest = (a: Row, b: Row): number => last(b) - last(a);

function run(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { all: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const wanted = (name: string) => positionals.length === 0 || positionals.some((word) => name.includes(word));
  const rows = Object.entries(shapes).flatMap(([shape, textOf]) =>
    Object.entries(places)
      .filter(([place]) => wanted(`${shape}, ${place}`))
      .map(([place, messageWith]) => measured(shape, place, textOf, messageWith)),
  );
  if (rows.length === 0) throw new Error(`No shape and no place has ${positionals.join(' or ')} in its name`);
  process.stdout.write(`${values.json ? JSON.stringify(rows, null, 2) : tableOf(rows, values.all ?? false)}\n`);
  if (rows.some(({ pass }) => !pass)) process.exitCode = 1;
}

try {
  run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
