import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageFiles {
  html: string;
  js: string;
  css: string;
  icon: string;
}

/** Bundles the browser code of `page/` in memory. */
export async function buildPage(): Promise<PageFiles> {
  const page = (name: string) => fileURLToPath(new URL(`./page/${name}`, import.meta.url));
  const [{ outputFiles }, html, icon] = await Promise.all([
    build({
      entryPoints: { page: page('main.ts'), style: page('page.css') },
      bundle: true,
      write: false,
      outdir: '/',
      format: 'esm',
      target: 'es2022',
      logLevel: 'silent',
    }),
    readFile(page('index.html'), 'utf8'),
    readFile(page('icon.svg'), 'utf8'),
  ]);
  const output = (extension: string) => outputFiles.find((file) => file.path.endsWith(extension))?.text ?? '';
  return { html, js: output('.js'), css: output('.css'), icon };
}
