import type { QueryConfig } from 'pg';

/** The statement that `query` of pg or PGlite was given, with its values; one that is kept ready comes as an object. */
export function statementIn([first, second]: unknown[]): { text?: string; values?: unknown[] } {
  const { text, values } = typeof first === 'string' ? { text: first, values: second } : ((first ?? {}) as QueryConfig);
  return { text, values: Array.isArray(values) ? values : undefined };
}
