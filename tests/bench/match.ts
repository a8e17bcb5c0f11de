import { parseArgs } from 'node:util';
import { comparePersons, personOf, type Verdict } from '../../src/contact/compare-cards.ts';
import { type Pair, readPairs } from '../contact/pairs.ts';

const help = `Usage: npm run --silent match -- [OPTIONS]

Compares the labelled pairs of tests/contact/pairs and prints, for each kind, how many were told to be one person rightly
(precision) and how many of those who are were (recall).

  --errors    also prints every pair that was judged otherwise than it is labelled
  --json      prints the figures as JSON
  --help      prints this
`;

/** What was said of the pairs of one kind. */
export interface Score {
  pairs: number;
  /** Judged one person: those who are, and those who are not or are to be asked about. */
  right: number;
  wrong: number;
  /** One person in truth. */
  same: number;
  /** Of these, found at least as a question. */
  found: number;
  /** Questions about people who are different. */
  needless: number;
  different: number;
  /** Labelled as the answer says. */
  exact: number;
}

export interface Judged {
  pair: Pair;
  verdict: Verdict;
}

export function judge(pairs: Pair[]): Judged[] {
  return pairs.map((pair) => ({ pair, verdict: comparePersons(personOf(pair.a), personOf(pair.b), new Set()) }));
}

export function scoreOf(judged: Judged[]): Score {
  const count = (test: (truth: Pair['truth'], said: Verdict['verdict']) => boolean) =>
    judged.filter(({ pair, verdict }) => test(pair.truth, verdict.verdict)).length;
  return {
    pairs: judged.length,
    right: count((truth, said) => truth === 'same' && said === 'same'),
    wrong: count((truth, said) => truth !== 'same' && said === 'same'),
    same: count((truth) => truth === 'same'),
    found: count((truth, said) => truth === 'same' && said !== 'different'),
    needless: count((truth, said) => truth === 'different' && said === 'ask'),
    different: count((truth) => truth === 'different'),
    exact: count((truth, said) => truth === said),
  };
}

export const precision = ({ right, wrong }: Score): number => (right + wrong === 0 ? 1 : right / (right + wrong));
export const recall = ({ right, same }: Score): number => (same === 0 ? 1 : right / same);

export function scoresByKind(judged: Judged[]): Map<string, Score> {
  const kinds = [...new Set(judged.map(({ pair }) => pair.kind))];
  const scores = kinds.map((kind) => [kind, scoreOf(judged.filter(({ pair }) => pair.kind === kind))] as const);
  return new Map([...scores, ['all', scoreOf(judged)]]);
}

/** As Markdown, for docs/matching.md. */
export function tableOf(scores: Map<string, Score>): string {
  const percent = (share: number) => (share * 100).toFixed(1);
  const rows = [...scores].map(([kind, score]) =>
    [
      kind,
      score.pairs,
      score.right + score.wrong === 0 ? '' : percent(precision(score)),
      score.same === 0 ? '' : percent(recall(score)),
      score.same === 0 ? '' : percent(score.found / score.same),
      score.wrong,
      score.needless,
      percent(score.exact / score.pairs),
    ].join(' | '),
  );
  return [
    '| kind | pairs | precision | recall | found or asked | wrong merges | needless questions | as labelled |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

function main(): void {
  const { values } = parseArgs({
    options: { errors: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const judged = judge(readPairs());
  const scores = scoresByKind(judged);
  if (values.errors) {
    for (const { pair, verdict } of judged.filter(({ pair, verdict }) => pair.truth !== verdict.verdict)) {
      console.log(`${verdict.verdict} (${verdict.reasons.join(', ')})\n  ${pair.line}`);
    }
  }
  console.log(values.json ? JSON.stringify(Object.fromEntries(scores), null, 2) : tableOf(scores));
}

if (process.argv[1]?.endsWith('bench/match.ts')) main();
