import { createRoute, z } from '@hono/zod-openapi';
import type { Operation } from './operation.ts';
import { problemsOf } from './operation.ts';
import { audit } from './operations/audit.ts';
import { companies } from './operations/companies.ts';
import { contacts } from './operations/contacts.ts';
import { google } from './operations/google.ts';
import { imports } from './operations/imports.ts';
import { me } from './operations/me.ts';
import { roster } from './operations/roster.ts';
import { senders } from './operations/senders.ts';
import { settings } from './operations/settings.ts';
import { suggestions } from './operations/suggestions.ts';
import { suppressions } from './operations/suppressions.ts';
import { undo } from './operations/undo.ts';
import { webhooks } from './operations/webhooks.ts';
import { type ProblemCode, problems } from './problems.ts';
import { type OperationId, routes } from './routes.ts';
import * as s from './schemas.ts';

/**
 * Every operation of the store: who may call it, whether it writes (and so takes an Idempotency-Key), what goes in and what
 * comes out. Routes, OpenAPI document and the add-on's types all come from this table.
 */
export const operations = {
  ...me,
  ...senders,
  ...suggestions,
  ...suppressions,
  ...contacts,
  ...companies,
  ...imports,
  ...undo,
  ...roster,
  ...audit,
  ...settings,
  ...webhooks,
  ...google,
} as const satisfies Record<OperationId, Operation>;

/** Under which heading the document lists an operation. */
const headings: [heading: string, operations: Partial<Record<OperationId, Operation>>][] = [
  ['The caller', me],
  ['Senders', senders],
  ['Suggestions', { ...suggestions, ...suppressions }],
  ['Contacts', { ...contacts, ...companies, ...imports }],
  ['Undo', undo],
  ['Admin', { ...roster, ...settings, ...audit }],
  ['Admin: Google', google],
  ['Admin: webhooks', webhooks],
];

type Operations = typeof operations;
type In<O, K extends string> = O extends { [P in K]: infer S extends z.ZodType } ? z.input<S> : undefined;
export type ParamsOf<Id extends OperationId> = In<Operations[Id], 'params'>;
export type QueryOf<Id extends OperationId> = In<Operations[Id], 'query'>;
export type BodyOf<Id extends OperationId> = In<Operations[Id], 'body'>;
export type ResponseOf<Id extends OperationId> = z.output<Operations[Id]['response']>;

/** The operation as a route that Hono can serve and the OpenAPI document can list. */
export function routeOf(id: OperationId) {
  const operation: Operation = operations[id];
  const { method, path } = routes[id];
  const headers = operation.write ? z.object({ 'idempotency-key': z.string().min(1).max(255) }) : undefined;
  return createRoute({
    operationId: id,
    method: method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete',
    path,
    summary: operation.summary,
    tags: headings.filter(([, listed]) => Object.hasOwn(listed, id)).map(([heading]) => heading),
    security: [{ identityToken: [] }],
    request: {
      ...(headers && { headers }),
      ...(operation.params && { params: operation.params }),
      ...(operation.query && { query: operation.query }),
      ...(operation.body && { body: { required: true, content: { 'application/json': { schema: operation.body } } } }),
    },
    responses: {
      200: { description: 'OK', content: answerContent(operation) },
      ...problemResponses(operation),
    },
  });
}

const answerContent = ({ produces = ['application/json'], response }: Operation) =>
  Object.fromEntries(produces.map((type) => [type, { schema: response }]));

function problemResponses(operation: Operation) {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(operation)) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(', '), content: { 'application/problem+json': { schema: s.Problem } } },
    ]),
  );
}
