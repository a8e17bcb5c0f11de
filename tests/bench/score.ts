import { parseArgs } from 'node:util';
import { extractContact } from '../../src/extract/extract-contact.ts';
import { type GoldMail, readGold } from './gold.ts';
import {
  type Answer,
  type Count,
  type Field,
  fields,
  isExact,
  isWrongAnywhere,
  type MailScore,
  scoreLines,
  scoreMail,
} from './score-mail.ts';

const help = `Usage: npm run --silent score -- [OPTIONS] PATH …

Reads the mails of JSONL files with answers and prints how well: precision, recall and F1 for each field, for the lines of
the signature, for each language; how many mails of no person gave a contact; how many cards are right as a whole.

  --errors    also prints, for each mail that is not right, what was wrong or missed
  --json      prints the figures as JSON
  --help      prints this

A line is {"id", "lang", "headers", "text", "html", "gold", "signatureLines"}; docs/extraction.md describes gold.
`;

export interface Scored {
  mail: GoldMail;
  score: MailScore;
  lines?: Count;
}

/** Precision, recall and F1, from 0 to 1, and what they were counted from. */
export interface Rates extends Count {
  precision: number;
  recall: number;
  f1: number;
}

export interface Report {
  mails: number;
  fields: Record<Field | 'phoneWithType' | 'all', Rates>;
  signatureLines: Rates;
  blocks: Share;
  languages: Record<string, Rates & { mails: number }>;
  /** Mails of no person that gave a value which is not optional. */
  falseContacts: Share;
  /** Mails with nothing but the From header to collect that gave more. */
  falseDetails: Share;
  wholeCards: Share;
}

interface Share {
  count: number;
  of: number;
}

/** Extracts every mail and counts. */
export function scoreMails(mails: GoldMail[], answer: (mail: GoldMail) => Answer = extractContact): Report {
  return reportOn(mails.map((mail) => scored(mail, answer(mail))));
}

export function scored(mail: GoldMail, { contact, signature }: Answer): Scored {
  const lines = mail.gold.isPerson ? scoreLines(signature, mail) : undefined;
  return { mail, score: scoreMail(contact, mail), lines };
}

export function reportOn(all: Scored[]): Report {
  const persons = all.filter(({ mail }) => mail.gold.isPerson);
  const others = all.filter(({ mail }) => !mail.gold.isPerson);
  const headerOnly = persons.filter(({ mail }) => hasOnlyHeader(mail));
  const blocks = persons.filter(({ mail, lines }) => lines && (mail.signatureLines ?? []).length > 0);
  const languages = [...new Set(all.map(({ mail }) => mail.lang))];
  return {
    mails: all.length,
    fields: {
      ...(Object.fromEntries(
        fields.map((field) => [field, rates(all.map(({ score }) => score.counts[field]))]),
      ) as Record<Field, Rates>),
      phoneWithType: rates(all.map(({ score }) => score.phoneWithType)),
      all: rates(all.flatMap(({ score }) => Object.values(score.counts))),
    },
    signatureLines: rates(persons.flatMap(({ lines }) => lines ?? [])),
    blocks: share(blocks, ({ lines }) => lines?.wrong === 0 && lines.missed === 0),
    languages: Object.fromEntries(
      languages
        .map((language) => all.filter(({ mail }) => mail.lang === language))
        .sort((a, b) => b.length - a.length)
        .map((own) => [
          own[0]?.mail.lang ?? '',
          { mails: own.length, ...rates(own.flatMap(({ score }) => Object.values(score.counts))) },
        ]),
    ),
    falseContacts: share(others, ({ score }) => isWrongAnywhere(score)),
    falseDetails: share(headerOnly, ({ score: { counts } }) =>
      (['company', 'department', 'title', 'phone', 'address', 'url'] as const).some((field) => counts[field].wrong > 0),
    ),
    wholeCards: share(persons, ({ score }) => isExact(score)),
  };
}

const hasOnlyHeader = ({ gold }: GoldMail): boolean =>
  !(gold.company ?? gold.department ?? gold.title ?? gold.address ?? gold.phones[0] ?? gold.urls[0]);

const share = (all: Scored[], is: (one: Scored) => boolean): Share => ({
  count: all.filter(is).length,
  of: all.length,
});

function rates(counts: Count[]): Rates {
  const right = sum(counts.map((count) => count.right));
  const wrong = sum(counts.map((count) => count.wrong));
  const missed = sum(counts.map((count) => count.missed));
  const precision = right + wrong ? right / (right + wrong) : missed ? 0 : 1;
  const recall = right + missed ? right / (right + missed) : wrong ? 0 : 1;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { right, wrong, missed, precision, recall, f1 };
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The report as a table of a terminal's width. */
export function tableOf(report: Report): string {
  const percent = (rate: number) => (100 * rate).toFixed(1).padStart(7);
  const row = (name: string, { precision, recall, f1, right, wrong, missed }: Rates) =>
    name.padEnd(24) +
    [precision, recall, f1].map(percent).join('') +
    [right, wrong, missed].map((count) => String(count).padStart(8)).join('');
  const part = (name: string, { count, of }: Share) =>
    `${name.padEnd(38)}${percent(of ? count / of : 0)} %  (${count} of ${of})`;
  const { all, ...each } = report.fields;
  return [
    `${report.mails} mails`,
    `${''.padEnd(24)}${['P', 'R', 'F1'].map((name) => name.padStart(7)).join('')}   right   wrong  missed`,
    ...Object.entries(each).map(([name, found]) => row(name === 'phoneWithType' ? 'phone with its type' : name, found)),
    row('all fields', all),
    row('signature lines', report.signatureLines),
    '',
    ...Object.entries(report.languages).map(([language, found]) => row(`${language} (${found.mails})`, found)),
    '',
    part('signature blocks exactly right', report.blocks),
    part('cards right as a whole', report.wholeCards),
    part('mails of no person made a contact', report.falseContacts),
    part('nothing to read, but something read', report.falseDetails),
  ].join('\n');
}

function run(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { errors: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    print(help);
    return;
  }
  if (positionals.length === 0) throw new Error('Which mails? Name a JSONL file with answers, or see --help');
  const all = positionals.flatMap(readGold).map((mail) => scored(mail, extractContact(mail)));
  print(values.json ? JSON.stringify(reportOn(all), null, 2) : tableOf(reportOn(all)));
  if (values.errors) print(errorsOf(all));
}

/** For each mail that is not right, what was wrong or missed. */
export const errorsOf = (all: Scored[]): string =>
  all
    .filter(({ score }) => score.errors.length > 0)
    .map(({ mail, score }) => [`\n${mail.id} [${mail.lang}]`, ...score.errors].join('\n    '))
    .join('\n');

const print = (text: string): void => void process.stdout.write(`${text}\n`);

if (process.argv[1]?.endsWith('score.ts')) {
  try {
    run(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
