import type { Operation } from '../api/operation.ts';
import { operations } from '../api/operations.ts';
import type { OperationId } from '../api/routes.ts';
import { admit } from './access.ts';
import type { Caller } from './auth.ts';
import { fileResponse } from './file-response.ts';
import { once } from './idempotency.ts';
import type { Metrics } from './metrics.ts';
import { readIdempotencyKey, readRequest } from './read-request.ts';
import { audit } from './routes/audit.ts';
import { companies } from './routes/companies.ts';
import { contactFiles } from './routes/contact-files.ts';
import { contacts } from './routes/contacts.ts';
import type { FileHandlers, FileId, Handler, Handlers, Step } from './routes/handlers.ts';
import { imports } from './routes/imports.ts';
import { me } from './routes/me.ts';
import { roster } from './routes/roster.ts';
import { senders } from './routes/senders.ts';
import { settings } from './routes/settings.ts';
import { suggestions } from './routes/suggestions.ts';
import { suppressions } from './routes/suppressions.ts';
import { undos } from './routes/undo.ts';
import { webhooks } from './routes/webhooks.ts';
import type { Secrets } from './secrets.ts';
import type { Db } from './sql/schema.ts';
import { inTransaction } from './sql/transaction.ts';

/** What serving needs from outside a request. */
export interface Services {
  db: Db;
  authenticate: (authorization: string | undefined) => Promise<Caller>;
  now: () => Date;
  secrets: Secrets;
  /** Counts the request; throws the problem `rate-limited` when there were too many. */
  limitRate: (caller: Caller) => Promise<void>;
  metrics: Metrics;
}

/**
 * Serves one operation: who calls, what is asked, and then, as one transaction, may they, was it done before, do it. The
 * body is read before the transaction begins, so a slow client holds no connection to the database.
 */
export async function serveOperation(
  id: OperationId,
  request: Request,
  params: Record<string, string>,
  { db, authenticate, secrets, limitRate, now, metrics }: Services,
): Promise<Response> {
  const operation: Operation = operations[id];
  const caller = await authenticate(request.headers.get('authorization') ?? undefined);
  await limitRate(caller);
  const key = operation.write ? readIdempotencyKey(request.headers) : undefined;
  const input = await readRequest(operation, request, params, maxBodyBytes[id] ?? 1_000_000);
  const admitted = async (trx: Db) => ({ ...(await admit(trx, caller, operation.access, now())), secrets });
  if (isFileId(id)) {
    const step: Step = (work) => inTransaction(db, caller, async (trx) => work(await admitted(trx)), metrics.retried);
    return await fileResponse(files[id](step, input as never));
  }
  const handle = handlers[id] as Handler<OperationId>;
  const work = async (trx: Db) => {
    const context = await admitted(trx);
    const run = () => handle(context, input as Parameters<typeof handle>[1]);
    return key === undefined
      ? JSON.stringify(await run())
      : await once(context, key, [id, input], run, operation.confidential);
  };
  const answer = await inTransaction(db, caller, work, metrics.retried);
  return new Response(answer, { headers: { 'content-type': 'application/json' } });
}

const files: FileHandlers = { ...contactFiles };
const isFileId = (id: OperationId): id is FileId => Object.hasOwn(files, id);

const handlers: Handlers = {
  ...me,
  ...senders,
  ...suggestions,
  ...suppressions,
  ...contacts,
  ...companies,
  ...imports,
  ...undos,
  ...roster,
  ...audit,
  ...settings,
  ...webhooks,
};

/** Room for every draft the schemas allow; a roster of 50,000 users needs more. */
const maxBodyBytes: Partial<Record<OperationId, number>> = {
  changeRoster: 4_000_000,
  replaceRoster: 4_000_000,
  previewImport: 4_000_000,
};
