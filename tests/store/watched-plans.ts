import pg from 'pg';
import { statementIn } from './statement-in.ts';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

/**
 * From now on every statement that PostgreSQL gets is explained first, in the transaction and under the role it runs in.
 * Gives the statements so far that read a whole table, each once.
 */
export function watchPlans(): { wholeReads: () => string[]; explained: () => number; stop: () => void } {
  const found = new Set<string>();
  let explained = 0;
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const { text, values } = statementIn(given);
    if (text !== undefined && values && isPlanned(text)) {
      const answer = (await query.call(this, `explain (format json) ${text}`, values)) as {
        rows: { 'QUERY PLAN': { Plan: Plan }[] }[];
      };
      explained++;
      for (const { Plan } of answer.rows[0]?.['QUERY PLAN'] ?? []) {
        for (const table of scanned(Plan)) found.add(`${table}: ${text}`);
      }
    }
    return query.call(this, ...given);
  } as typeof pg.Client.prototype.query);
  return { wholeReads: () => [...found], explained: () => explained, stop: () => spy.mockRestore() };
}

/** A statement on tables, of requests: migrations and catalogues aside. */
const isPlanned = (text: string): boolean =>
  /^\s*(select|insert|update|delete|with)\b/i.test(text) &&
  /\btenant_id\b/.test(text) &&
  !/\bpg_\w+|kysely_/.test(text);

function scanned(plan: Plan): string[] {
  const here =
    plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] !== 'tenants' ? [plan['Relation Name'] ?? ''] : [];
  return [...here, ...(plan.Plans ?? []).flatMap(scanned)];
}
