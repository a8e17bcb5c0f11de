import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ProblemCode } from '../api/problems.ts';
import type { OperationId } from '../api/routes.ts';
import type { PushOutcome } from './gmail-push.ts';
import type { Connections } from './sql/database.ts';

/** What the store counts for Prometheus. Labels name operations, statuses and problem codes, never people or ids. */
export interface Metrics {
  /** Counts an answer. `operation` is undefined for what is none: health, documents, unknown addresses. */
  served(answer: { operation?: OperationId; status: number; problem?: ProblemCode; seconds: number }): void;
  /** Counts a transaction that another one got in the way of and that was done again. */
  retried(): void;
  /** Counts a message of Gmail that a mailbox has changed. */
  pushed(outcome: PushOutcome): void;
  /** Counts a job that this process has worked off. */
  worked(job: string, outcome: 'done' | 'failed'): void;
  /** From now on `dueSeconds` is asked with the metrics: for each kind of job how long the oldest one that is due has waited, or 0. */
  watchJobs(dueSeconds: () => Promise<Record<string, number>>): void;
  /** The whole in Prometheus' text format; `contentType` is its media type. */
  text(): Promise<string>;
  contentType: string;
}

/** `connections` is asked whenever the metrics are. `ofProcess` adds memory, event loop and garbage collection. */
export function createMetrics(connections: () => Connections, { ofProcess = false } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: 'contact_inbox_requests_total',
    help: 'Answers by operation and HTTP status',
    labelNames: ['operation', 'status'] as const,
    registers,
  });
  const problems = new Counter({
    name: 'contact_inbox_problems_total',
    help: 'Answers that were problems, by operation and code (see x-problems in the API document)',
    labelNames: ['operation', 'problem'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'contact_inbox_request_duration_seconds',
    help: 'Time from request to answer, by operation',
    labelNames: ['operation'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const retries = new Counter({
    name: 'contact_inbox_transaction_retries_total',
    help: 'Transactions done again because another one got in their way',
    registers,
  });
  new Gauge({
    name: 'contact_inbox_database_connections',
    help: 'Connections to the database: busy, idle, and requests waiting for one',
    labelNames: ['state'] as const,
    registers,
    collect() {
      for (const [state, count] of Object.entries(connections())) this.set({ state }, count);
    },
  });
  const pushes = new Counter({
    name: 'contact_inbox_pushes_total',
    help: 'Messages of Gmail by outcome: due (a mailbox is read), stale (it was), unknown (nobody watches it), unreadable',
    labelNames: ['outcome'] as const,
    registers,
  });
  const jobs = new Counter({
    name: 'contact_inbox_jobs_total',
    help: 'Jobs beside requests that this process has worked off, by kind and outcome',
    labelNames: ['job', 'outcome'] as const,
    registers,
  });
  let dueSeconds: (() => Promise<Record<string, number>>) | undefined;
  new Gauge({
    name: 'contact_inbox_oldest_due_job_seconds',
    help: 'How long the oldest job that is due has waited, by kind; the same in every process that works off jobs',
    labelNames: ['job'] as const,
    registers,
    async collect() {
      this.reset();
      const due: Record<string, number> = (await dueSeconds?.().catch(() => undefined)) ?? {}; // why not shows elsewhere
      for (const [job, seconds] of Object.entries(due)) this.set({ job }, seconds);
    },
  });

  return {
    served({ operation = 'none', status, problem, seconds }) {
      requests.inc({ operation, status });
      if (problem) problems.inc({ operation, problem });
      durations.observe({ operation }, seconds);
    },
    retried: () => retries.inc(),
    pushed: (outcome) => pushes.inc({ outcome }),
    worked: (job, outcome) => jobs.inc({ job, outcome }),
    watchJobs(read) {
      dueSeconds = read;
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
