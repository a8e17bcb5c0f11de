// Says when it is ready, and at the first byte of its standard input tries to lock a folder; the process lives on.

import { lockFolder } from '../../src/store/sql/folder-lock.ts';

process.stdout.write('ready');
process.stdin.once('data', () => {
  try {
    lockFolder(process.argv[2] ?? '');
    process.stdout.write('got it');
  } catch {
    process.stdout.write('refused');
  }
});
