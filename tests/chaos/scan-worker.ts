import { pino } from 'pino';
import { AccessTokens } from '../../src/scan/google/access-tokens.ts';
import { googleTransport } from '../../src/scan/google/transport.ts';
import { createScanMetrics } from '../../src/scan/metrics.ts';
import { startWorker } from '../../src/scan/worker.ts';
import { readSecretKeys, secretsWith } from '../../src/store/secrets.ts';
import { connectDatabase } from '../../src/store/sql/database.ts';
import { fastClock, type WorkerSettings } from './fast-clock.ts';

// A worker as a process of its own, to be killed: its settings are the first argument.
const { databaseUrl, googleUrl, secretKey, clock } = JSON.parse(process.argv[2] ?? '') as WorkerSettings;
const unlimited = { unitsPerMinutePerUser: 1e9, unitsPerMinutePerProject: 1e9 };
const transport = googleTransport({ rootUrl: googleUrl, timeoutMilliseconds: 3_000 });

process.on('disconnect', () => process.exit());
const { db } = await connectDatabase({ url: databaseUrl });
startWorker({
  db,
  secrets: secretsWith(readSecretKeys(secretKey)),
  access: { transport, tokens: new AccessTokens(transport), firstPauseSeconds: 0.05 },
  limits: unlimited,
  log: pino({ level: 'silent' }),
  metrics: createScanMetrics(),
  now: () => fastClock(clock),
  mailboxesAtOnce: 8,
  pauseMilliseconds: 100,
});
process.send?.('working');
