import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { program } from '../program.ts';

export const project = join(__dirname, '../..');

/** Starts the command in the project's folder. */
export const startCli = (...args: string[]) =>
  spawn(process.execPath, [...program('src/cli.ts'), ...args], { cwd: project, timeout: 50_000 });

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
