import pg from 'pg';

/**
 * A client for a pool whose statements PostgreSQL keeps ready: what runs often is parsed, and mostly planned, once for each
 * connection. The policies that keep organisations apart make planning dearer than what most statements then do. As in psycopg
 * (psycopg.org/psycopg3/docs/advanced/prepare.html), a statement is kept from its fifth time on, and of so many only.
 */
export function preparingClient(): typeof pg.Client {
  const statements = new Statements();
  class PreparingClient extends pg.Client {
    override query(...given: unknown[]): never {
      const query = super.query as unknown as (...given: unknown[]) => Promise<unknown>;
      const [text, values] = given;
      const isPlain = typeof text === 'string' && Array.isArray(values) && given.length === 2;
      const name = isPlain && values.length > 0 ? statements.nameOf(text) : undefined;
      if (name === undefined) return query.apply(this, given) as never;
      return query.call(this, { name, text, values }).catch((error: unknown) => {
        if (isPlanOutdated(error)) statements.beginAnew();
        throw error;
      }) as never;
    }
  }
  return PreparingClient as typeof pg.Client;
}

/**
 * A kept statement gives other columns than before: another version of the store has just changed a table. Done again, it is
 * prepared anew.
 */
export const isPlanOutdated = (error: unknown): boolean => {
  const { code, routine } = error as { code?: unknown; routine?: unknown };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
};

const timesUntilKept = 5;
const mostKept = 200;
const mostCounted = 1000;
const longestText = 8000;

/** The names of the statements that are kept; the same on all connections of a pool. */
class Statements {
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private generation = 0;

  nameOf(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined || this.names.size >= mostKept || text.length > longestText) return name;
    const count = (this.counts.get(text) ?? 0) + 1;
    this.counts.delete(text); // what has not come up for longest stands first
    if (count < timesUntilKept) {
      this.counts.set(text, count);
      if (this.counts.size > mostCounted) this.counts.delete(this.counts.keys().next().value ?? '');
      return undefined;
    }
    const fresh = `${this.generation}.${this.names.size}`;
    this.names.set(text, fresh);
    return fresh;
  }

  /** Under other names from now on: those before are forgotten with their connections. */
  beginAnew(): void {
    this.generation++;
    this.names.clear();
  }
}
