import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Job, ToHost, ToWorker, WorkerData } from './messages.ts';
import { type Programs, readPrograms } from './programs.ts';

/** As many executions at a time; further ones wait. The platform allows a user 30. */
const mostWorkers = 4;

/** A worker needs far less; a script that eats memory is ended. */
const heapMb = 256;

/**
 * A thread gives way to a new one after as many. What an execution leaves behind, some 3 MB for ours, is freed only when V8
 * collects the whole heap; near its limit V8 may end the thread rather than wait for that, and an innocent execution with it.
 */
const mostExecutions = 32;

/** How an execution is to be ended before it is through: its worker is stopped and replaced. */
export class Stopped extends Error {}

/** Threads that run executions, kept for the next one. */
export class WorkerPool {
  readonly #folder: string;
  readonly #programs: Programs;
  readonly #idle: Thread[] = [];
  readonly #busy = new Set<Thread>();
  readonly #waiting: { resolve(thread: Thread): void; reject(error: Error): void }[] = [];
  #closed = false;

  static async open(folder: string): Promise<WorkerPool> {
    return new WorkerPool(folder, await readPrograms());
  }

  private constructor(folder: string, programs: Programs) {
    this.#folder = folder;
    this.#programs = programs;
  }

  /**
   * Runs one job and gives its outcome.
   *
   * @param answer carries out a request of the script while its thread waits; when it throws Stopped, the execution
   *   ends with that error
   * @param limitMs after this long the execution ends with `Stopped`
   */
  async run(job: Job, answer: (request: string) => Promise<string>, limitMs: number): Promise<string> {
    const thread = await this.#take();
    try {
      return await thread.run(job, answer, limitMs);
    } finally {
      this.#giveBack(thread);
    }
  }

  /** Ends what runs and what waits. */
  async stop(): Promise<void> {
    this.#closed = true;
    const error = new Stopped('The preview has stopped');
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    const threads = [...this.#idle.splice(0), ...this.#busy];
    await Promise.all(threads.map((thread) => thread.stop(error)));
  }

  async #take(): Promise<Thread> {
    if (this.#closed) throw new Stopped('The preview has stopped');
    if (this.#idle.length === 0 && this.#busy.size >= mostWorkers) {
      return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    }
    return this.#start(this.#idle.pop());
  }

  #giveBack(used: Thread): void {
    this.#busy.delete(used);
    if (used.executions >= mostExecutions) void used.stop(new Stopped('The thread has served its time'));
    const thread = used.stopped ? undefined : used;
    const next = this.#waiting.shift();
    if (next) next.resolve(this.#start(thread));
    else if (thread) this.#idle.push(thread);
  }

  #start(thread = new Thread(this.#programs, this.#folder)): Thread {
    this.#busy.add(thread);
    return thread;
  }
}

class Thread {
  stopped = false;
  executions = 0;
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #signal = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  #end: ((error: Error) => void) | undefined;

  constructor({ worker, services }: Programs, folder: string) {
    const { port1, port2 } = new MessageChannel();
    const workerData: WorkerData & { port: MessagePort } = { folder, services, signal: this.#signal, port: port2 };
    this.#port = port1;
    this.#worker = new Worker(worker, {
      eval: true,
      workerData,
      transferList: [port2],
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    this.#worker.on('error', (error) => {
      void this.stop(error);
    });
    this.#unref();
  }

  run(job: Job, answer: (request: string) => Promise<string>, limitMs: number): Promise<string> {
    this.executions += 1;
    return new Promise<string>((resolve, reject) => {
      const limit = setTimeout(() => void this.stop(new Stopped('Exceeded maximum execution time')), limitMs);
      const done = (): void => {
        clearTimeout(limit);
        this.#end = undefined;
        this.#port.removeAllListeners('message');
        this.#unref();
      };
      this.#end = (error) => {
        done();
        reject(error);
      };
      this.#port.on('message', (message: ToHost) => {
        if ('outcome' in message) {
          done();
          resolve(message.outcome);
          return;
        }
        answer(message.request).then(
          (text) => this.#wake(text),
          (error: Error) => this.stop(error),
        );
      });
      this.#worker.ref();
      this.#port.ref();
      this.#post({ job });
    });
  }

  async stop(error: Error): Promise<void> {
    this.stopped = true;
    this.#end?.(error);
    this.#port.close();
    await this.#worker.terminate();
  }

  #wake(answer: string): void {
    if (this.stopped) return;
    this.#post({ answer });
    const woken = new Int32Array(this.#signal);
    Atomics.add(woken, 0, 1);
    Atomics.notify(woken, 0);
  }

  #post(message: ToWorker): void {
    this.#port.postMessage(message);
  }

  /** An idle thread keeps no process alive. */
  #unref(): void {
    this.#worker.unref();
    this.#port.unref();
  }
}
