/** A clock that began at a time and goes so many times as fast: what workers put off for minutes is due in seconds. */
export interface FastClock {
  /** Milliseconds since 1970. */
  began: number;
  times: number;
}

export const fastClock = ({ began, times }: FastClock): Date => new Date(began + (Date.now() - began) * times);

/** What a worker process is told. */
export interface WorkerSettings {
  databaseUrl: string;
  googleUrl: string;
  secretKey: string;
  clock: FastClock;
}
