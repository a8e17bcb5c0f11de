import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';

const project = process.cwd();

/**
 * A program of this project as one that Node runs by itself; `entry` is its file from the project's root. Who needs it first
 * builds it for the whole run. The tests start dozens of processes, and with a TypeScript loader each takes two to three times
 * as much processor time to start; commands.test.ts starts the command as npm does, too.
 */
export function builtProgram(entry: string): string {
  const name = basename(entry, '.ts');
  const folder = join(programs(), name);
  if (!existsSync(folder)) {
    mkdirSync(programs(), { recursive: true });
    const outdir = mkdtempSync(join(programs(), 'building-'));
    buildSync({
      absWorkingDir: project,
      entryPoints: [entry],
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true, // each command on its own, loaded when it is called
      packages: 'external',
      platform: 'node',
      format: 'esm',
    });
    try {
      renameSync(outdir, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
      rmSync(outdir, { recursive: true }); // another was quicker
    }
  }
  return join(folder, `${name}.mjs`);
}

/** Within the project, where its packages are found. The run's own; outside jest, this process's. */
function programs(): string {
  const ofRun = process.env.TEST_RUN_PROGRAMS;
  if (ofRun) return ofRun;
  const own = join(project, 'node_modules/.cache/contact-inbox', `programs-${process.pid}`);
  process.env.TEST_RUN_PROGRAMS = own;
  process.on('exit', () => rmSync(own, { recursive: true, force: true }));
  return own;
}
