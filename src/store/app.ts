import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { openApiDocument } from '../api/openapi.ts';
import { problems } from '../api/problems.ts';
import { type OperationId, routes } from '../api/routes.ts';
import { loggedError, refusedToken } from './logged-error.ts';
import { Problem, problemFrom, problemResponse } from './problem.ts';
import { type Services, serveOperation } from './serve-operation.ts';
import { ping } from './sql/database.ts';

/** The store as an HTTP application. Every answer, failures too, has its request's id and one line in the log. */
export function createApp(services: Services, log: Logger): Hono<Env> {
  const app = new Hono<Env>();
  app.use(logged(log));
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }));
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  for (const id of Object.keys(routes) as OperationId[]) {
    app.on(routes[id].method, honoPath(routes[id].path), (c) => {
      c.set('operation', id);
      return answered(c, () => serveOperation(id, c.req.raw, c.req.param(), services));
    });
  }
  app.get('/openapi.json', (c) => c.json(openApiDocument()));
  app.get('/healthz', (c) =>
    answered(c, async () => {
      await ping(services.db);
      return c.json({ status: 'ok' });
    }),
  );

  const paths = [...Object.values(routes).map((route) => route.path), '/openapi.json', '/healthz'];
  for (const path of new Set(paths)) {
    app.all(honoPath(path), (c) => answer(c, new Problem('method-not-allowed', `${c.req.method} does not work here`)));
  }
  app.notFound((c) => answer(c, new Problem('not-found', 'There is nothing at this address')));
  app.onError((error, c) => answer(c, problemFrom(error)));
  return app;
}

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

/** One line for a request: no address, token, path or body, since those name people. */
function logged(log: Logger) {
  return async (c: Context<Env>, next: () => Promise<void>) => {
    const requestId = randomUUID();
    const started = performance.now();
    c.set('requestId', requestId);
    await next();
    c.header('x-request-id', requestId);
    const problem = c.get('problem');
    const durationMs = Math.round(performance.now() - started);
    const line = { requestId, operation: c.get('operation'), status: c.res.status, problem: problem?.code, durationMs };
    const token = problem?.code === 'token-invalid' ? { token: refusedToken(problem.cause) } : {};
    if (problem && problems[problem.code].status >= 500)
      log.error({ ...line, error: loggedError(problem.cause) }, 'failed');
    else log.info({ ...line, ...token }, 'served');
  };
}
