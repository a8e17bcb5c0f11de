import type { Logger } from 'pino';
import type { UnitLimits } from '../scan/google/units.ts';
import { createScanMetrics, type ScanMetrics } from '../scan/metrics.ts';
import type { googleAccess } from '../scan/provider.ts';
import { startWorker, type Worker } from '../scan/worker.ts';
import { type SecretKeys, secretsWith } from '../store/secrets.ts';
import type { Database } from '../store/sql/database.ts';

export interface ScanSettings {
  limits: UnitLimits;
  mailboxesAtOnce: number;
}

/** Reads linked mailboxes in this process, with the metrics of that. */
export function startScanning(
  { db }: Database,
  {
    secretKeys,
    access,
    scan,
    push,
    log,
  }: {
    secretKeys: SecretKeys;
    access: ReturnType<typeof googleAccess>;
    scan: ScanSettings;
    push?: { topic: string };
    log: Logger;
  },
): Worker & { metrics: ScanMetrics } {
  const metrics = createScanMetrics();
  const worker = startWorker({
    db,
    secrets: secretsWith(secretKeys),
    access,
    log,
    metrics,
    topic: push?.topic,
    ...scan,
  });
  return { stop: () => worker.stop(), metrics };
}
