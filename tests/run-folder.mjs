import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Before all tests: folders for what several test files need and the first of them makes. */
export default function makeRunFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'contact-inbox-tests-'));
  const programs = join(import.meta.dirname, '../node_modules/.cache/contact-inbox', basename(folder));
  process.env.TEST_RUN_FOLDER = folder;
  process.env.TEST_RUN_PROGRAMS = programs;
  globalThis.removeRunFolder = () => {
    for (const made of [folder, programs]) rmSync(made, { recursive: true, force: true });
  };
}
