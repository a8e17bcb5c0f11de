import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { OpenMessage } from '../../src/extract/message.ts';
import { inflated, isShortAndPlain, readMails } from './mails.ts';
import { median, milliseconds, type Times, timesOf } from './measure.ts';
import { type Contender, limits, ours, peers, prepared, reasonOf } from './peers.ts';

const goals = { shortPerSecond: 20_000, longP99: 3 };
const longLength = 100 * 1024;
/** A round reads all mails, again and again for at least this long. */
const roundMilliseconds = 400;

const help = `Usage: npm run --silent bench:extract -- [OPTIONS] [PATH …]

Measures, in one run and on the same mails, extraction and the npm packages people take for signatures and replies, and the
limits: splitting the text into lines and testing one regular expression on each; having libphonenumber-js check the telephone
numbers, which were found before; having htmlparser2 read the HTML. PATH is a folder, an .eml, .mbox or .jsonl
file; without one, the mails of tests/extract/corpus.

Messages per second are on one core, the median of the rounds; p50 and p99 are of the time for one message in all rounds. Reading the files is not in it, and peers get plain text ready made. Heap is what a round leaves behind after
collecting garbage. "ours/x" is how often ours is as fast as x: 2 is twice as fast, 0.5 half. What the others give is less
than a contact; the last column says what.

  --rounds N  how many are measured, once it no longer gets faster by going on (default: 7)
  --json      prints the figures as JSON
  --help      prints this

Sections: all mails; those of text only under 2 KB, where ${goals.shortPerSecond.toLocaleString('en')} a second is wanted; HTML mails made ${longLength / 1024} KB
long, where a p99 under ${goals.longP99} ms is.
`;

interface Figures extends Partial<Times> {
  name: string;
  returns: string;
  absent?: string;
  perSecond?: number;
  heapKilobytes?: number;
}

interface Section {
  title: string;
  mails: number;
  averageLength: number;
  figures: Figures[];
  goal?: { wanted: string; met: boolean };
}

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '7' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    print(help);
    return;
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds is a whole number from 1, not ${values.rounds}`);
  const corpus = join(import.meta.dirname, '../extract/corpus');
  const mails = await readMails(positionals.length > 0 ? positionals : [corpus]);
  const long = inflated(mails, longLength);
  const sections = [
    section('all mails', mails, rounds),
    section('short plain mails', mails.filter(isShortAndPlain), rounds, ({ perSecond = 0 }) => ({
      wanted: `${goals.shortPerSecond.toLocaleString('en')} messages/s`,
      met: perSecond >= goals.shortPerSecond,
    })),
    section(
      '100 KB HTML mails (of which the others are given the text)',
      long.length > 0 ? long : inflated(await readMails([corpus]), longLength),
      rounds,
      ({ p99 = Number.POSITIVE_INFINITY }) => ({ wanted: `p99 under ${goals.longP99} ms`, met: p99 < goals.longP99 }),
    ),
  ];
  print(values.json ? JSON.stringify(sections, null, 2) : sections.map(tableOf).join('\n\n'));
}

function section(
  title: string,
  mails: OpenMessage[],
  rounds: number,
  goal?: (ours: Figures) => NonNullable<Section['goal']>,
): Section {
  const lengths = mails.map(({ text, html }) => (text ?? '').length + (html ?? '').length);
  const figures =
    mails.length > 0 ? [ours, ...peers(), ...limits(mails)].map((own) => measured(own, mails, rounds)) : [];
  return {
    title,
    mails: mails.length,
    averageLength: Math.round(lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, mails.length)),
    figures,
    goal: figures[0] && goal?.(figures[0]),
  };
}

function measured({ name, returns, read, absent }: Contender, mails: OpenMessage[], rounds: number): Figures {
  if (!read) return { name, returns, absent };
  const all = mails.map(prepared);
  const round = (): number[] => {
    const each: number[] = [];
    for (let total = 0; total < roundMilliseconds; ) {
      for (const mail of all) {
        const ms = milliseconds(() => read(mail));
        each.push(ms);
        total += ms;
      }
    }
    return each;
  };
  try {
    warmUp(round);
    const heapBefore = heapUsed();
    round();
    const heapKilobytes = (heapUsed() - heapBefore) / 1024;
    const each = Array.from({ length: rounds }, round);
    return {
      name,
      returns,
      perSecond: median(each.map((own) => (1_000 * own.length) / own.reduce((sum, ms) => sum + ms, 0))),
      ...timesOf(each.flat()),
      heapKilobytes,
    };
  } catch (error) {
    return { name, returns, absent: `fails on these mails: ${reasonOf(error)}` };
  }
}

/**
 * Until a second of reading is no longer faster than those before it, as in a process that reads mail all day: V8 goes on
 * optimising for the longer the more code there is.
 */
function warmUp(round: () => number[]): void {
  let best = 0;
  for (let seconds = 0, since = 0; seconds < mostWarmUpSeconds && since < 3; seconds++) {
    let [count, ms] = [0, 0];
    while (ms < 1_000) {
      const each = round();
      count += each.length;
      ms += each.reduce((sum, one) => sum + one, 0);
    }
    since = count / ms > best * 1.02 ? 0 : since + 1;
    best = Math.max(best, count / ms);
  }
}
const mostWarmUpSeconds = 30;

/** After collecting garbage where node was started with --expose-gc. */
function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function tableOf({ title, mails, averageLength, figures, goal }: Section): string {
  const own = figures[0]?.perSecond ?? 0;
  const cell = (text: string | number | undefined, width: number) => String(text ?? '').padStart(width);
  return [
    `${title}: ${mails} mails, ${averageLength.toLocaleString('en')} characters on average`,
    `${''.padEnd(34)}${cell('messages/s', 12)}${cell('p50 ms', 9)}${cell('p99 ms', 9)}${cell('heap KB', 9)}${cell('ours/x', 8)}  gives`,
    ...figures.map(({ name, returns, absent, perSecond = 0, p50 = 0, p99 = 0, heapKilobytes = 0 }) =>
      absent
        ? `${name.padEnd(34)}  ${absent}`
        : name.padEnd(34) +
          cell(Math.round(perSecond).toLocaleString('en'), 12) +
          cell(p50.toFixed(3), 9) +
          cell(p99.toFixed(3), 9) +
          cell(heapKilobytes.toFixed(0), 9) +
          cell((own / perSecond).toPrecision(2), 8) +
          `  ${returns}`,
    ),
    ...(goal ? [`wanted: ${goal.wanted}: ${goal.met ? 'yes' : 'NO'}`] : []),
  ].join('\n');
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
}
