import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { TurnOutcome } from './end-turn.ts';

/** `refused`: something is wrong with the topic. */
export type WatchOutcome = 'watching' | 'refused' | 'failed' | 'stopped';

/** What a worker counts for Prometheus. Labels name outcomes, never people or ids. */
export interface ScanMetrics {
  /** A turn with a mailbox begins; to be called with what became of it. */
  turnBegan(): (outcome: TurnOutcome) => void;
  /** Mails that were read, and suggestions that came of them. */
  kept(counts: { read: number; suggested: number }): void;
  /** What came of asking Gmail to tell of a mailbox's changes. */
  watched(outcome: WatchOutcome): void;
  text(): Promise<string>;
  contentType: string;
}

export function createScanMetrics(): ScanMetrics {
  const registry = new Registry();
  const registers = [registry];
  const busy = new Gauge({ name: 'contact_inbox_scan_mailboxes', help: 'Mailboxes being read', registers });
  const turns = new Counter({
    name: 'contact_inbox_scan_turns_total',
    help: 'Turns with mailboxes by outcome: done, more (mail waits), waits (quota), failed, lost, stopped',
    labelNames: ['outcome'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'contact_inbox_scan_turn_duration_seconds',
    help: 'Time of one turn with a mailbox',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  });
  const read = new Counter({ name: 'contact_inbox_scan_messages_total', help: 'Mails read', registers });
  const suggested = new Counter({
    name: 'contact_inbox_scan_suggestions_total',
    help: 'Mails that suggested somebody',
    registers,
  });
  const watches = new Counter({
    name: 'contact_inbox_scan_watches_total',
    help: 'Requests that Gmail tell of changes, by outcome: watching, refused (the topic), failed, stopped',
    labelNames: ['outcome'] as const,
    registers,
  });
  return {
    turnBegan() {
      busy.inc();
      const end = durations.startTimer();
      return (outcome) => {
        busy.dec();
        end();
        turns.inc({ outcome });
      };
    },
    kept(counts) {
      read.inc(counts.read);
      suggested.inc(counts.suggested);
    },
    watched: (outcome) => watches.inc({ outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
