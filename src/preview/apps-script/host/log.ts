import type { Service } from './run-context.ts';

const mostLines = 10_000;

/** Where Logger and console write; beyond 10,000 lines an execution's log says nothing more. */
export const logService: Service = {
  write: (run, line: string) => {
    if (run.logs.length < mostLines) run.logs.push(line);
  },
};
