import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { googleAccess } from '../scan/provider.ts';
import { startJobs } from '../store/jobs.ts';
import { mailServerAt } from '../store/mails/mail-server.ts';
import { secretsWith } from '../store/secrets.ts';
import { openDatabase } from '../store/sql/database.ts';
import { workerEnvironment, workerHelp } from './environment.ts';
import { serveMetrics } from './metrics-server.ts';
import { startScanning } from './scanning.ts';

const help = `Usage: npm run contact-inbox -- worker

Does what is done beside requests until it gets SIGTERM or SIGINT: reads linked mailboxes, sends webhooks and mails to
admins, and cleans up once an hour. The store does it too, unless CONTACT_INBOX_JOBS=elsewhere tells it not to; any number of both share the work. Its environment:

${workerHelp}
`;

/** `contact-inbox worker`: see its help. Ends when it has stopped. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const environment = workerEnvironment(process.env);
  const { database: location, secretKeys, privateWebhooks: allowPrivate, mail, scan, push, metrics } = environment;
  const log = pino();
  const database = await openDatabase(location);
  try {
    const secrets = secretsWith(secretKeys);
    const now = () => new Date();
    const mailServer = mail && mailServerAt(mail);
    const settings = { secrets, now, log, mailServer, allowPrivate, timeoutMilliseconds: 10_000 };
    const jobs = await startJobs(database, settings);
    const scanning = startScanning(database, { secretKeys, access: googleAccess(), scan, push, log });
    const metricsServer = metrics && (await serveMetrics([scanning.metrics], metrics));
    log.info('working');
    const [signal] = await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    log.info({ signal }, 'stopping');
    await Promise.all([jobs.stop(), scanning.stop()]);
    metricsServer?.close();
    metricsServer?.closeAllConnections();
    log.info('stopped');
  } finally {
    await database.close();
  }
}
