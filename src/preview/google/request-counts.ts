import { AsyncLocalStorage } from 'node:async_hooks';

export interface MethodCount {
  /** Answered or refused. */
  requests: number;
  /** Those of them with a status of 400 or more. */
  refused: number;
  /** Those that were answered, but whose answer broke off on its way or never came; each part of a batch too. */
  lost: number;
  /** Quota units taken. */
  units: number;
}

const none: MethodCount = { requests: 0, refused: 0, lost: 0, units: 0 };

/** How often each method was called, by its id in Google's discovery document. */
export class RequestCounts {
  /** Requests that came over the wire: a batch is one. */
  wire = 0;
  private readonly counts = new Map<string, MethodCount>();
  private readonly losing = new AsyncLocalStorage<true>();

  add(method: string, { status, units = 0 }: { status: number; units?: number }): void {
    const count = this.of(method);
    const isRefused = status >= 400;
    const isLost = !isRefused && this.losing.getStore();
    this.counts.set(method, {
      requests: count.requests + 1,
      refused: count.refused + (isRefused ? 1 : 0),
      lost: count.lost + (isLost ? 1 : 0),
      units: count.units + units,
    });
  }

  /** What is answered here does not reach who asked. */
  asLost<T>(answer: () => T): T {
    return this.losing.run(true, answer);
  }

  of(method: string): MethodCount {
    return this.counts.get(method) ?? none;
  }

  all(): Record<string, MethodCount> {
    return Object.fromEntries(this.counts);
  }

  totalUnits(): number {
    return [...this.counts.values()].reduce((sum, { units }) => sum + units, 0);
  }

  reset(): void {
    this.counts.clear();
    this.wire = 0;
  }
}
