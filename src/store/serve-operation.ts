import type { Operation } from '../api/operation.ts';
import { operations } from '../api/operations.ts';
import type { OperationId } from '../api/routes.ts';
import { admit } from './access.ts';
import type { Caller } from './auth.ts';
import type { Context } from './context.ts';
import { fileResponse } from './file-response.ts';
import { once } from './idempotency.ts';
import type { MailProvider } from './mail-provider.ts';
import type { Metrics } from './metrics.ts';
import { readIdempotencyKey, readRequest } from './read-request.ts';
import { audit } from './routes/audit.ts';
import { companies } from './routes/companies.ts';
import { contactFiles } from './routes/contact-files.ts';
import { contacts } from './routes/contacts.ts';
import { askingGoogle, google } from './routes/google.ts';
import type { AskingId, FileHandlers, FileId, Handler, Handlers, Step } from './routes/handlers.ts';
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
  mailProvider?: MailProvider;
  sendsMail?: boolean;
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
  { db, authenticate, limitRate, now, metrics, secrets, mailProvider, sendsMail }: Services,
): Promise<Response> {
  const operation: Operation = operations[id];
  const caller = await authenticate(request.headers.get('authorization') ?? undefined);
  await limitRate(caller);
  const key = operation.write ? readIdempotencyKey(request.headers) : undefined;
  const input = await readRequest(operation, request, params, maxBodyBytes[id] ?? 1_000_000);
  const admitted = async (trx: Db): Promise<Context> => {
    const context = await admit(trx, caller, operation.access, now());
    return { ...context, secrets, mailProvider, sendsMail };
  };
  const step: Step = (work) => inTransaction(db, caller, async (trx) => work(await admitted(trx)), metrics.retried);
  if (isFileId(id)) return await fileResponse(files[id](step, input as never));
  const handle = isAskingId(id)
    ? await askingGoogle[id](step, input as never)
    : (context: Context) => (handlers[id] as Handler<OperationId>)(context, input as never);
  const work = async (trx: Db) => {
    const context = await admitted(trx);
    const run = () => handle(context);
    return key === undefined
      ? JSON.stringify(await run())
      : await once(context, key, [id, input], run, operation.confidential);
  };
  const answer = await inTransaction(db, caller, work, metrics.retried);
  return new Response(answer, { headers: { 'content-type': 'application/json' } });
}

const files: FileHandlers = { ...contactFiles };
const isFileId = (id: OperationId): id is FileId => Object.hasOwn(files, id);

const isAskingId = (id: OperationId): id is AskingId => Object.hasOwn(askingGoogle, id);

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
  ...google,
};

/** Room for every draft the schemas allow; a roster of 50,000 users needs more. */
const maxBodyBytes: Partial<Record<OperationId, number>> = {
  changeRoster: 4_000_000,
  replaceRoster: 4_000_000,
  previewImport: 4_000_000,
};
