import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { openApiDocument } from '../api/openapi.ts';
import { problems } from '../api/problems.ts';
import { type OperationId, routes } from '../api/routes.ts';
import { docsPage } from './docs-page.ts';
import { pushPath } from './gmail-push.ts';
import { loggedError, refusedToken } from './logged-error.ts';
import type { Metrics } from './metrics.ts';
import { Problem, problemFrom, problemResponse } from './problem.ts';
import type { Readiness } from './readiness.ts';
import { type Services, serveOperation } from './serve-operation.ts';

/**
 * The store as an HTTP application. Every answer, failures too, has its request's id and one line in the log. Without
 * `takePush` there is nothing at the address that Gmail's messages come to.
 */
export function createApp(
  services: Services,
  readiness: Readiness,
  log: Logger,
  takePush?: (request: Request) => Promise<Response>,
): Hono<Env> {
  const app = new Hono<Env>();
  app.use(observed(log, services.metrics));
  app.route('/docs', docsPage()); // has a content security policy of its own, so it stands before the others'
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }));
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store'); // c.header would make the answer anew, its text a stream
    if (readiness.isStopping()) c.res.headers.set('connection', 'close'); // the next request goes to another process
  });

  for (const id of Object.keys(routes) as OperationId[]) {
    app.on(routes[id].method, honoPath(routes[id].path), (c) => {
      c.set('operation', id);
      return answered(c, () => serveOperation(id, c.req.raw, c.req.param(), services));
    });
  }
  for (const [path, handle] of Object.entries(beside(readiness))) app.get(path, (c) => answered(c, () => handle(c)));
  if (takePush) app.post(pushPath, (c) => answered(c, () => takePush(c.req.raw)));

  const paths = [
    ...Object.values(routes).map((route) => route.path),
    ...Object.keys(beside(readiness)),
    ...(takePush ? [pushPath] : []),
  ];
  for (const path of new Set(paths)) {
    app.all(honoPath(path), (c) => answer(c, new Problem('method-not-allowed', `${c.req.method} does not work here`)));
  }
  app.notFound((c) => answer(c, new Problem('not-found', 'There is nothing at this address')));
  app.onError((error, c) => answer(c, problemFrom(error)));
  return app;
}

/**
 * What is served beside the operations. `/healthz`: the process is alive, else start it anew; `/readyz`: send it requests,
 * which a database that is down, and a stop, forbid.
 */
const beside = (readiness: Readiness): Record<string, (c: Context<Env>) => Promise<Response>> => ({
  '/openapi.json': async (c) => c.json(openApiDocument()),
  '/healthz': async (c) => c.json({ status: 'ok' }),
  '/readyz': async (c) => {
    await readiness.check();
    return c.json({ status: 'ok' });
  },
});

/** Whatever is thrown becomes an answer here; to `onError` Hono hands only what it takes for an Error. */
const answered = (c: Context<Env>, run: () => Promise<Response>): Promise<Response> =>
  run().catch((error: unknown) => answer(c, problemFrom(error)));

function answer(c: Context<Env>, problem: Problem): Response {
  c.set('problem', problem);
  return problemResponse(problem, c.get('requestId'));
}

interface Env {
  Variables: { requestId: string; operation?: OperationId; problem?: Problem };
}

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Counts a request and logs one line for it: no address, token, path or body, since those name people. */
function observed(log: Logger, metrics: Metrics) {
  return async (c: Context<Env>, next: () => Promise<void>) => {
    const requestId = randomUUID();
    const started = performance.now();
    c.set('requestId', requestId);
    await next();
    c.res.headers.set('x-request-id', requestId);
    const problem = c.get('problem');
    const duration = performance.now() - started;
    const { operation, code, status } = { operation: c.get('operation'), code: problem?.code, status: c.res.status };
    metrics.served({ operation, status, problem: code, seconds: duration / 1000 });
    const line = { requestId, operation, status, problem: code, durationMs: Math.round(duration) };
    const token = code === 'token-invalid' ? { token: refusedToken(problem?.cause) } : {};
    if (problem && problems[problem.code].status >= 500)
      log.error({ ...line, error: loggedError(problem.cause) }, 'failed');
    else log.info({ ...line, ...token }, 'served');
  };
}
