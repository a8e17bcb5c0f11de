import pg from 'pg';
import { statementIn } from './statement-in.ts';

interface Explained {
  rows: { 'QUERY PLAN': { Plan: Plan }[] }[];
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

/**
 * From now on every statement that PostgreSQL gets is explained first, in the transaction and under the role it runs in, the first
 * times it comes; the first time also as it is planned for any values, which is how it may run once it is kept ready. Gives
 * the statements so far that read a whole table, each once.
 */
export function watchPlans(): { wholeReads: () => string[]; explained: () => number; stop: () => void } {
  const found = new Set<string>();
  const times = new Map<string, number>();
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const { text, values } = statementIn(given);
    const before = (text !== undefined && times.get(text)) || 0;
    if (text !== undefined && values && before < mostTimes && isPlanned(text)) {
      times.set(text, before + 1);
      const answer = (await query.call(this, `explain (format json) ${text}`, values)) as Explained;
      for (const table of scannedIn(answer)) found.add(`${table}: ${text}`);
      if (before === 0) {
        const generic = (await query.call(this, `explain (format json, generic_plan) ${text}`)) as Explained;
        for (const table of scannedIn(generic)) found.add(`${table}, whatever the values: ${text}`);
      }
    }
    return query.call(this, ...given);
  } as typeof pg.Client.prototype.query);
  return { wholeReads: () => [...found], explained: () => times.size, stop: () => spy.mockRestore() };
}

/** Other values may be planned otherwise. */
const mostTimes = 5;

/** A statement on tables, of requests: migrations and catalogues aside. */
const isPlanned = (text: string): boolean =>
  /^\s*(select|insert|update|delete|with)\b/i.test(text) &&
  /\btenant_id\b/.test(text) &&
  !/\bpg_\w+|kysely_/.test(text);

const plansIn = ({ rows }: Explained): Plan[] => (rows[0]?.['QUERY PLAN'] ?? []).map(({ Plan }) => Plan);
const scannedIn = (answer: Explained): string[] => plansIn(answer).flatMap(scanned);

function scanned(plan: Plan): string[] {
  const here =
    plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] !== 'tenants' ? [plan['Relation Name'] ?? ''] : [];
  return [...here, ...(plan.Plans ?? []).flatMap(scanned)];
}
