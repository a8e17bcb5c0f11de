import { type Expression, type SqlBool, sql } from 'kysely';

/**
 * Whether a column of texts is one of these: as `in`, but the same statement however many there are, so that PostgreSQL can
 * keep it ready.
 */
export const anyOf = (column: string, texts: string[]): Expression<SqlBool> =>
  sql`${sql.ref(column)} = any(${texts}::text[])`;
