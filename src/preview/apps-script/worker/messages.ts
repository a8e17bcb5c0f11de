/** What a worker is started with, besides its port. */
export interface WorkerData {
  /** The script's folder. */
  folder: string;
  /** The program that puts the services into a context: an expression that gives `install`. */
  services: string;
  /** One Int32: the host sets it to 1 when an answer lies at the worker's port. */
  signal: SharedArrayBuffer;
}

export interface Job {
  functionName: string;
  /** JSON. */
  event: string;
}

/** `answer` is a BridgeAnswer as JSON. */
export type ToWorker = { job: Job } | { answer: string };

/** `request` is a BridgeRequest as JSON, `outcome` an Outcome. */
export type ToHost = { request: string } | { outcome: string };
