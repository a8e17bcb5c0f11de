import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Programs {
  /** The worker's own code, for `new Worker(code, { eval: true })`. */
  worker: string;
  /** The services, as an expression that gives `install`; it runs inside each execution's context. */
  services: string;
}

let programs: Promise<Programs> | undefined;

/**
 * Bundles what runs in the workers. They are started from text, so neither a build step nor a TypeScript loader in the
 * worker is needed, wherever the host's own code came from.
 */
export function readPrograms(): Promise<Programs> {
  programs ??= Promise.all([bundle('worker/worker.ts', 'node'), bundle('script/install.ts', 'neutral')]).then(
    ([worker, services]) => ({
      worker,
      services: `(function () {\n${services}\nreturn services.install;})()`,
    }),
  );
  return programs;
}

async function bundle(entry: string, platform: 'node' | 'neutral'): Promise<string> {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [path.join(here, '..', entry)],
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    globalName: 'services',
    target: 'node20',
    logLevel: 'silent',
  });
  return (outputFiles[0] as { text: string }).text;
}
