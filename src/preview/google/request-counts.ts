export interface MethodCount {
  /** Answered or refused. */
  requests: number;
  /** Those of them with a status of 400 or more. */
  refused: number;
  /** Quota units taken. */
  units: number;
}

/** How often each method was called, by its id in Google's discovery document; `http` counts what came over the wire. */
export class RequestCounts {
  private readonly counts = new Map<string, MethodCount>();

  add(method: string, { status, units = 0 }: { status: number; units?: number }): void {
    const count = this.of(method);
    this.counts.set(method, {
      requests: count.requests + 1,
      refused: count.refused + (status >= 400 ? 1 : 0),
      units: count.units + units,
    });
  }

  of(method: string): MethodCount {
    return this.counts.get(method) ?? { requests: 0, refused: 0, units: 0 };
  }

  all(): Record<string, MethodCount> {
    return Object.fromEntries(this.counts);
  }

  totalUnits(): number {
    return [...this.counts.values()].reduce((sum, { units }) => sum + units, 0);
  }

  reset(): void {
    this.counts.clear();
  }
}
