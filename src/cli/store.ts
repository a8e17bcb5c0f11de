import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import { openStore, type Store } from '../store/open-store.ts';
import { type StoreEnvironment, storeEnvironment, storeHelp } from './environment.ts';

const help = `Usage: npm run contact-inbox -- store

Serves the contact store until it gets SIGTERM or SIGINT. Then /readyz fails, so that a load balancer sends requests
elsewhere; after CONTACT_INBOX_STOP_DELAY no connection is taken any more, what was begun is answered, and it ends. A second
signal ends it at once. The database is brought up to date first. Put https in front of it. It is told by its environment:

${storeHelp}
`;

/** `contact-inbox store`: see its help. Ends when the server has stopped. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const { host, port, audience, keys, metrics, stopDelaySeconds, jobs, privateWebhooks, ...settings } =
    storeEnvironment(process.env);
  const log = pino();
  const store = await openStore({
    ...settings,
    tokens: { audience, keys },
    log,
    processMetrics: true,
  });
  try {
    if (jobs === 'here') await store.startJobs({ privateWebhooks });
    const server = await listening((request) => store.fetch(request), { host, port });
    const metricsServer = metrics && (await listening(answerMetrics(store), metrics));
    log.info({ host, port: portOf(server), metricsPort: metricsServer && portOf(metricsServer) }, 'listening');
    await stopped(server, store, stopDelaySeconds, log);
    metricsServer?.close();
    metricsServer?.closeAllConnections();
  } finally {
    await store.close();
  }
}

async function listening(
  fetch: (request: Request) => Promise<Response>,
  { host, port }: NonNullable<StoreEnvironment['metrics']>,
): Promise<Server> {
  const server = createAdaptorServer({ fetch }) as Server;
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const answerMetrics =
  ({ metrics }: Store) =>
  async ({ method, url }: Request): Promise<Response> =>
    method === 'GET' && new URL(url).pathname === '/metrics'
      ? new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } })
      : new Response('GET /metrics is all there is here\n', { status: 404 });

/** Waits for a signal, then for the answers that are under way: at most ten seconds, or until a second signal. */
async function stopped(server: Server, store: Store, delaySeconds: number, log: Logger): Promise<void> {
  const [signal] = await anySignal();
  log.info({ signal }, 'stopping');
  store.stopAsking();
  const again = anySignal();
  await Promise.race([delay(delaySeconds * 1000, undefined, { ref: false }), again]);
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), 10_000);
  void again.then(() => server.closeAllConnections());
  await closed;
  clearTimeout(timer);
  log.info('stopped');
}

const anySignal = () => Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
