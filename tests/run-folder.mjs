import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before all tests: a folder for what several test files need and the first of them makes. */
export default function makeRunFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'contact-inbox-tests-'));
  process.env.TEST_RUN_FOLDER = folder;
  globalThis.removeRunFolder = () => rmSync(folder, { recursive: true, force: true });
}
