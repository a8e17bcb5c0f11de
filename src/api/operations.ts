import { createRoute, z } from '@hono/zod-openapi';
import { type ProblemCode, problems } from './problems.ts';
import { type OperationId, routes } from './routes.ts';
import * as s from './schemas.ts';

/**
 * Every operation of the store: who may call it, whether it writes (and so takes an Idempotency-Key), what goes in and what
 * comes out. Routes, OpenAPI document and the add-on's types all come from this table.
 */
export const operations = {
  getMe: {
    summary: 'Who am I: role, whether I am enabled, whom to ask',
    access: 'tenant',
    write: false,
    response: s.Me,
  },
  getQuota: { summary: 'Contacts added in this period', access: 'enabled', write: false, response: s.Quota },
  lookupSender: {
    summary: 'Who is the sender of the open message',
    access: 'enabled',
    write: false,
    body: s.SenderQuery,
    response: s.Sender,
  },
  createSuggestion: {
    summary:
      'Put a draft in my queue and compare it with the contacts; the same message again gives the same suggestion',
    access: 'enabled',
    write: true,
    body: s.NewSuggestion,
    response: s.SuggestionAnswer,
  },
  listSuggestions: {
    summary: 'My suggestions, newest first',
    access: 'enabled',
    write: false,
    query: s.SuggestionFilter,
    response: s.SuggestionList,
  },
  getSuggestion: {
    summary: 'One of my suggestions, compared with the contacts',
    access: 'enabled',
    write: false,
    params: z.object({ suggestionId: z.uuid() }),
    response: s.SuggestionAnswer,
    problems: ['suggestion-not-found'],
  },
  acceptSuggestion: {
    summary: 'Save the checked card: a new contact, or an update of the contact that has one of its addresses',
    access: 'enabled',
    write: true,
    params: z.object({ suggestionId: z.uuid() }),
    body: s.Acceptance,
    response: s.Accepted,
    problems: ['suggestion-not-found', 'suggestion-closed', 'contact-incomplete', 'quota-exceeded'],
  },
  dismissSuggestion: {
    summary: 'Remove a suggestion from my queue',
    access: 'enabled',
    write: true,
    params: z.object({ suggestionId: z.uuid() }),
    response: s.Dismissed,
    problems: ['suggestion-not-found', 'suggestion-closed'],
  },
  listContacts: {
    summary: 'Search the contacts of the organisation',
    access: 'enabled',
    write: false,
    query: s.ContactFilter,
    response: s.ContactList,
  },
  getContact: {
    summary: 'One contact',
    access: 'enabled',
    write: false,
    params: z.object({ contactId: z.uuid() }),
    response: s.Contact,
    problems: ['contact-not-found'],
  },
  undo: {
    summary: 'Take an acceptance or a dismissal back',
    access: 'enabled',
    write: true,
    params: z.object({ undoId: z.uuid() }),
    response: s.Undone,
    problems: ['undo-not-found', 'undo-expired', 'undo-conflict'],
  },
  getRoster: {
    summary: 'The enabled users as the store knows them',
    access: 'admin',
    write: false,
    query: s.RosterFilter,
    response: s.RosterPage,
  },
  changeRoster: {
    summary: 'Enable and disable users',
    access: 'admin',
    write: true,
    body: s.RosterChange,
    response: s.RosterState,
    problems: ['roster-outdated', 'roster-behind'],
  },
  replaceRoster: {
    summary: 'Send the whole list of enabled users',
    access: 'admin',
    write: true,
    body: s.RosterReplacement,
    response: s.RosterState,
    problems: ['roster-outdated'],
  },
} as const satisfies Record<OperationId, Operation>;

/** `tenant`: anyone of a known organisation; `enabled`: on the roster, function on; `admin`: an admin of the tenant. */
export type Access = 'tenant' | 'enabled' | 'admin';

export interface Operation {
  summary: string;
  access: Access;
  write: boolean;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** Beyond those that every operation of this access can answer. */
  problems?: readonly ProblemCode[];
}

type Operations = typeof operations;
type In<O, K extends string> = O extends { [P in K]: infer S extends z.ZodType } ? z.input<S> : undefined;
export type ParamsOf<Id extends OperationId> = In<Operations[Id], 'params'>;
export type QueryOf<Id extends OperationId> = In<Operations[Id], 'query'>;
export type BodyOf<Id extends OperationId> = In<Operations[Id], 'body'>;
export type ResponseOf<Id extends OperationId> = z.output<Operations[Id]['response']>;

/** The problems an operation can answer with. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const codes: ProblemCode[] = ['token-missing', 'token-invalid', 'token-expired', 'tenant-unknown'];
  codes.push('unavailable', 'unexpected');
  if (operation.access === 'enabled') codes.push('feature-off', 'user-not-enabled');
  if (operation.access === 'admin') codes.push('admin-only');
  if (operation.write) codes.push('idempotency-key-missing', 'idempotency-key-reused', 'request-invalid');
  if (operation.body) codes.push('request-invalid', 'body-too-large', 'media-type-unsupported');
  if (operation.query) codes.push('request-invalid', 'cursor-invalid');
  if (operation.params) codes.push('request-invalid');
  return [...new Set([...codes, ...(operation.problems ?? [])])];
}

/** The operation as a route that Hono can serve and the OpenAPI document can list. */
export function routeOf(id: OperationId) {
  const operation: Operation = operations[id];
  const { method, path } = routes[id];
  const headers = operation.write ? z.object({ 'idempotency-key': z.string().min(1).max(255) }) : undefined;
  return createRoute({
    operationId: id,
    method: method.toLowerCase() as 'get' | 'post' | 'put' | 'patch',
    path,
    summary: operation.summary,
    security: [{ identityToken: [] }],
    request: {
      ...(headers && { headers }),
      ...(operation.params && { params: operation.params }),
      ...(operation.query && { query: operation.query }),
      ...(operation.body && { body: { required: true, content: { 'application/json': { schema: operation.body } } } }),
    },
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: operation.response } } },
      ...problemResponses(operation),
    },
  });
}

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
