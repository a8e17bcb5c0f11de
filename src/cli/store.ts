import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import { openStore } from '../store/open-store.ts';
import { databaseHelp, storeEnvironment } from './environment.ts';

const help = `Usage: npm run contact-inbox -- store

Serves the contact store until it gets SIGTERM or SIGINT; then it answers what it has begun, and stops. The database is
brought up to date first. Put https in front of it. It is told by its environment:

${databaseHelp}
  CONTACT_INBOX_AUDIENCE   OAuth client ids of the add-on's scripts, by commas: only their users' tokens count
  CONTACT_INBOX_KEYS_URL   where the tokens' signing keys are (default: Google's)
  HOST, PORT               where it listens (default: 127.0.0.1, 8080)
`;

/** `contact-inbox store`: see its help. Ends when the server has stopped. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const { host, port, database, audience, keys } = storeEnvironment(process.env);
  const log = pino();
  const store = await openStore({ database, tokens: { audience, keys }, log });
  try {
    const server = createAdaptorServer({ fetch: (request) => store.fetch(request) }) as Server;
    server.listen(port, host);
    await once(server, 'listening');
    log.info({ host, port: (server.address() as AddressInfo).port }, 'listening');
    await stopped(server, log);
  } finally {
    await store.close();
  }
}

/** Waits for a signal, then for the answers that are under way: at most ten seconds, or until a second signal. */
async function stopped(server: Server, log: Logger): Promise<void> {
  const [signal] = await anySignal();
  log.info({ signal }, 'stopping');
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), 10_000);
  void anySignal().then(() => server.closeAllConnections());
  await closed;
  clearTimeout(timer);
  log.info('stopped');
}

const anySignal = () => Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
