// Runs a program of this project, which is TypeScript: node scripts/run.mjs src/cli.ts ARGUMENTS
//
// esbuild bundles its own sources to JavaScript, and what it made is kept with the other caches of build tools until one of
// them changes; packages are loaded as they are. See docs/decisions/0037.

import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const project = resolve(import.meta.dirname, '..');
const cache = join(project, 'node_modules/.cache/contact-inbox/programs');

/** What is no source of a program and yet makes it what it is. */
const always = ['scripts/run.mjs', 'tsconfig.json', 'node_modules/esbuild/package.json'];

const entry = process.argv[2];
if (entry === undefined) throw new Error('Which program? node scripts/run.mjs src/cli.ts ARGUMENTS');
process.argv.splice(1, 2, resolve(entry)); // as if Node ran the source itself
process.setSourceMapsEnabled(true); // stack traces name the sources
await import(pathToFileURL(kept(process.argv[1]) ?? (await build(process.argv[1]))).href);

/** The bundle of exactly these sources, if it is there. */
function kept(source) {
  try {
    const { program, sources } = JSON.parse(readFileSync(recordOf(source), 'utf8'));
    const isAsItWas = Object.entries(sources).every(
      ([file, hash]) => hashOf(readFileSync(join(project, file))) === hash,
    );
    return isAsItWas && statSync(program).isFile() ? program : undefined;
  } catch {
    return undefined; // never made, or something of it is gone
  }
}

async function build(source) {
  const { build } = await import('esbuild');
  const sources = Object.fromEntries(always.map((file) => [file, hashOf(readFileSync(join(project, file)))]));
  const { folder, isKept } = folderFor(nameOf(source));
  await build({
    absWorkingDir: project,
    entryPoints: { program: source },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true, // each command on its own, loaded when it is called
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [readingSources(sources)],
  }).catch((error) => {
    if (!error.errors) throw error;
    process.exit(1); // esbuild has said which line of which source
  });
  const program = join(folder, 'program.mjs');
  if (isKept) await record(source, { program, sources });
  return program;
}

/** Notes the sources, and lets each know where it is: files beside it are found there, not beside the bundle. */
function readingSources(sources) {
  return {
    name: 'reading-sources',
    setup({ onLoad }) {
      onLoad({ filter: /\.(?:ts|json)$/ }, async ({ path }) => {
        const bytes = await readFile(path);
        sources[relative(project, path)] = hashOf(bytes);
        const text = bytes.toString('utf8');
        if (path.endsWith('.json')) return { contents: text, loader: 'json' };
        const contents = text
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
          .replaceAll('import.meta.dirname', JSON.stringify(join(path, '..')));
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** A new one, which nobody else writes to. Where nothing can be kept: of this process, and gone with it. */
function folderFor(name) {
  try {
    mkdirSync(cache, { recursive: true });
    removeOld(name);
    return { folder: mkdtempSync(join(cache, `${name}-`)), isKept: true };
  } catch {
    const folder = mkdtempSync(join(tmpdir(), `contact-inbox-${name}-`));
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction'); // packages are looked for here
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    return { folder, isKept: false };
  }
}

/** Who is about to load one has done so within the hour. */
function removeOld(name) {
  for (const folder of readdirSync(cache)) {
    const path = join(cache, folder);
    const isOld = folder.startsWith(`${name}-`) && statSync(path).mtimeMs < Date.now() - 3_600_000;
    if (isOld) rmSync(path, { recursive: true, force: true });
  }
}

/** Whole or not at all, whoever else builds the same at this moment: the last one's is kept. */
async function record(source, made) {
  const own = `${recordOf(source)}.${randomUUID()}`;
  await writeFile(own, JSON.stringify(made));
  renameSync(own, recordOf(source));
}

function recordOf(source) {
  return join(cache, `${nameOf(source)}.json`);
}

/** Of a source: one cache may be that of several copies of the project. */
function nameOf(source) {
  return `${basename(source, '.ts')}-${hashOf(source).slice(0, 12)}`;
}

function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
