import { join } from 'node:path';

const project = process.cwd();

/** What Node is started with to run a program of this project as npm's scripts do; `entry` is its file from the project's root. */
export const program = (entry: string): string[] => [join(project, 'scripts/run.mjs'), join(project, entry)];
