import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Logger, pino } from 'pino';
import { googleAccess, googleMail } from '../scan/provider.ts';
import { type Store, storeOver } from '../store/open-store.ts';
import { openDatabase } from '../store/sql/database.ts';
import { storeEnvironment, storeHelp } from './environment.ts';
import { listening, serveMetrics } from './metrics-server.ts';
import { startScanning } from './scanning.ts';

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
  const environment = storeEnvironment(process.env);
  const {
    host,
    port,
    database: location,
    audience,
    keys,
    metrics,
    stopDelaySeconds,
    jobs,
    push,
    ...settings
  } = environment;
  const log = pino();
  const database = await openDatabase(location);
  const access = googleAccess();
  const store = storeOver(database, {
    ...settings,
    mailProvider: googleMail(access),
    tokens: { audience, keys },
    push: push && { ...push, keys },
    log,
    processMetrics: true,
  });
  let scanning: ReturnType<typeof startScanning> | undefined;
  try {
    if (jobs === 'here') {
      await store.startJobs(settings);
      scanning = startScanning(database, { ...settings, push, access, log });
    }
    const server = await listening((request) => store.fetch(request), { host, port });
    const all = scanning ? [scanning.metrics] : [];
    const metricsServer = metrics && (await serveMetrics([store.metrics, ...all], metrics));
    log.info({ host, port: portOf(server), metricsPort: metricsServer && portOf(metricsServer) }, 'listening');
    await stopped(server, store, stopDelaySeconds, log);
    metricsServer?.close();
    metricsServer?.closeAllConnections();
  } finally {
    await scanning?.stop();
    await store.close();
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

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
