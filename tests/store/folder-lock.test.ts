import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../src/store/sql/folder-lock.ts';

const parent = mkdtempSync(join(tmpdir(), 'contact-inbox-lock-'));
const folder = join(parent, 'store');
const lock = `${folder}.lock`;
afterAll(() => rmSync(parent, { recursive: true }));

test('held until it is given back, by whatever name the folder is called', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(join(parent, '.', 'x', '..', 'store'))).toThrow(`process ${process.pid} uses it`);
  unlock();
  expect(existsSync(lock)).toBe(false);
  lockFolder(folder)();
});

test.each(['999999999', String(process.pid), '', 'nonsense', '0', '-1'])(
  'left by a dead process, %j, it is taken over',
  (pid) => {
    writeFileSync(lock, pid);
    lockFolder(folder)();
    expect(existsSync(lock)).toBe(false);
  },
);

test('of another running process it is respected', () => {
  writeFileSync(lock, String(process.ppid));
  expect(() => lockFolder(folder)).toThrow(`process ${process.ppid} uses it`);
  expect(existsSync(lock)).toBe(true);
});
