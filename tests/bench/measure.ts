/** How long each of many runs took, in milliseconds. */
export interface Times {
  p50: number;
  p99: number;
  max: number;
}

export const milliseconds = (work: () => unknown): number => {
  const start = process.hrtime.bigint();
  keep = work();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

/** The processor's time for the work, its collector of garbage included: what other programs do meanwhile is not in it. */
export function cpuMilliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  keep = work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

/** What was measured last; exported so that no optimiser finds the work useless. */
export let keep: unknown;

export const median = (numbers: number[]): number => quantile(numbers, 0.5);

/** Nearest rank; 0 of nothing. */
export function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export const timesOf = (each: number[]): Times => ({
  p50: quantile(each, 0.5),
  p99: quantile(each, 0.99),
  max: quantile(each, 1),
});

/** The slope of log time over log size by least squares: 1 is linear, 2 quadratic. */
export function exponentOf(points: { size: number; ms: number }[]): number {
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ ms }) => Math.log(ms));
  const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const [middleX, middleY] = [mean(xs), mean(ys)];
  const rise = xs.reduce((sum, x, at) => sum + (x - middleX) * ((ys[at] ?? 0) - middleY), 0);
  return rise / xs.reduce((sum, x) => sum + (x - middleX) ** 2, 0);
}
