import vm from 'node:vm';
import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import gas from 'gas-local';
import type { Bridge } from '../script/bridge.ts';
import type { install } from '../script/install.ts';
import { isScript } from '../script-files.ts';
import type { Job, ToHost, ToWorker, WorkerData } from './messages.ts';

const { folder, services, signal, port } = workerData as WorkerData & { port: MessagePort };
const installer = new vm.Script(services, { filename: 'apps-script-services.js' });
const woken = new Int32Array(signal);

// An object of this thread that leaks into a script must not lead to this thread's Function.
for (const sample of [() => {}, async () => {}, function* () {}, async function* () {}]) {
  Object.defineProperty(Object.getPrototypeOf(sample), 'constructor', { value: undefined });
}

port.on('message', (message: ToWorker) => {
  if ('job' in message) send({ outcome: run(message.job) });
});

/** One execution: a fresh global object, all top-level code, then the callback. Gives an Outcome as JSON. */
function run({ functionName, event }: Job): string {
  // Microtasks run with each evaluation, so that none outlives its execution.
  const globals = vm.createContext(Object.create(null), { microtaskMode: 'afterEvaluate' });
  const script = (installer.runInContext(globals) as typeof install)(askHost);
  try {
    gas.require(folder, globals, { filter: isScript });
    const outcome = script.call(functionName, event);
    vm.runInContext('', globals);
    return outcome;
  } catch (error) {
    return script.describe(error);
  }
}

/**
 * Services are synchronous: this thread sleeps until the host has answered. The host counts its answers, and a thread may be
 * woken for one that it has taken already, so only the port says whether there is another.
 */
const askHost: Bridge = (request) => {
  send({ request });
  for (;;) {
    const answers = Atomics.load(woken, 0);
    const received = receiveMessageOnPort(port) as { message: { answer: string } } | undefined;
    if (received) return received.message.answer;
    Atomics.wait(woken, 0, answers);
  }
};

function send(message: ToHost): void {
  port.postMessage(message);
}
