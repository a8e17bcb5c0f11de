import path from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** What takes minutes; begun last, one of them would keep one processor busy while the others have nothing left to do. */
const longest = [
  'store/postgresql',
  'store/pglite',
  'chaos/chaos',
  'journey.browser',
  'addon/google',
  'cli/commands',
  'journey-google.browser',
  'dev',
  'journey',
  'addon/store-client',
  'scan/withheld',
  'addon/contact',
  'chaos/scan',
  'store/isolation-by-query',
  'addon/suggestion',
  'cli/extract',
  'scan/scan-mailbox',
  'scan/worker',
  'store/versions',
];

/** Runs the longest suites first. jest itself knows only how large a file is until it has seen how long it takes. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
}

function place(test) {
  const name = path
    .relative(import.meta.dirname, test.path)
    .replace(/\.test\.ts$/, '')
    .replaceAll(path.sep, '/');
  const found = longest.indexOf(name);
  return found < 0 ? longest.length : found;
}
