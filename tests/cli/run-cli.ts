import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

export const project = join(__dirname, '../..');

/**
 * The command as one program. A test file starts it dozens of times, and without a TypeScript loader a start takes half as
 * long; commands.test.ts starts it as npm does.
 */
const programs = join(project, 'node_modules/.cache/contact-inbox', `cli-${process.pid}`);

beforeAll(() => {
  buildSync({
    absWorkingDir: project,
    entryPoints: ['src/cli.ts'],
    outdir: programs,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true, // each command on its own, loaded when it is called
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
});
afterAll(() => rmSync(programs, { recursive: true, force: true }));

/** Starts the command in the project's folder. */
export const startCli = (...args: string[]) =>
  spawn(process.execPath, [join(programs, 'cli.mjs'), ...args], { cwd: project, timeout: 50_000 });

/** Runs it to its end; `input` is its standard input. */
export async function runCli(args: string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
  const cli = startCli(...args);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  cli.stdout.on('data', (chunk) => out.push(chunk));
  cli.stderr.on('data', (chunk) => err.push(chunk));
  cli.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    cli.on('error', reject);
    cli.on('close', resolve);
  });
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}
