import { callHost } from './bridge.ts';
import { serviceObject } from './service-object.ts';

const write = (line: string): void => {
  callHost('Log', 'write', [line]);
};

const timers = new Map<string, number>();

/** console as Apps Script has it: no table, no group, no assert. */
export const console = {
  log: (...values: unknown[]) => write(format(values)),
  info: (...values: unknown[]) => write(format(values)),
  warn: (...values: unknown[]) => write(format(values)),
  error: (...values: unknown[]) => write(format(values)),
  time: (label: string) => {
    timers.set(label, Date.now());
  },
  timeEnd: (label: string) => {
    const start = timers.get(label);
    timers.delete(label);
    if (start !== undefined) write(`${label}: ${Date.now() - start}ms`);
  },
};

let logged = '';

export const Logger = serviceObject('Logger', {
  log: (...values: unknown[]): object => {
    const line = format(values);
    logged += `${line}\n`;
    write(line);
    return Logger;
  },
  getLog: () => logged,
  clear: () => {
    logged = '';
  },
});

/** `%s`, `%d`, `%i`, `%f`, `%j` in a leading string are filled in; what is left over follows, a space apart. */
function format([first, ...rest]: unknown[]): string {
  if (typeof first !== 'string') return [first, ...rest].map(show).join(' ');
  const filled = first.replace(/%[sdifj]/g, (place) => (rest.length > 0 ? show(rest.shift()) : place));
  return [filled, ...rest.map(show)].join(' ');
}

function show(value: unknown): string {
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return String(value);
  }
}
