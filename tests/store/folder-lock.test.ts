import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../src/store/sql/folder-lock.ts';
import { program } from '../program.ts';

const parent = mkdtempSync(join(tmpdir(), 'contact-inbox-lock-'));
const folder = join(parent, 'store');
const lockOf = (pid: number | string) => `${folder}.lock-${pid}`;
afterAll(() => rmSync(parent, { recursive: true }));

test('held until it is given back, by whatever name the folder is called', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(join(parent, '.', 'x', '..', 'store'))).toThrow(`process ${process.pid} uses it`);
  expect(existsSync(lockOf(process.pid))).toBe(true);
  unlock();
  expect(readdirSync(parent)).toEqual([]);
  lockFolder(folder)();
});

test.each(['999999999', '999999999999999', String(process.pid), '0'])(
  'left by a dead process, %s, it counts for nothing',
  (pid) => {
    writeFileSync(lockOf(pid), '');
    lockFolder(folder)();
    expect(readdirSync(parent)).toEqual([]);
  },
);

test('of another running process it is respected', () => {
  writeFileSync(lockOf(process.ppid), '');
  expect(() => lockFolder(folder)).toThrow(`process ${process.ppid} uses it`);
  expect(readdirSync(parent)).toEqual([`store.lock-${process.ppid}`]);
  rmSync(lockOf(process.ppid));
});

test('files of other names are no locks', () => {
  const others = [lockOf(''), lockOf('x'), `${folder}2.lock-${process.ppid}`];
  for (const file of others) writeFileSync(file, '');
  lockFolder(folder)();
  expect(readdirSync(parent)).toHaveLength(3);
  for (const file of others) rmSync(file);
});

test('of several that start at once where a dead process left a lock, at most one gets it', async () => {
  const args = [...program('tests/store/lock-folder.ts'), folder];
  const processes = Array.from({ length: 4 }, () =>
    spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const says = async ({ stdout }: ChildProcess) =>
    String((await once(stdout as NonNullable<typeof stdout>, 'data'))[0]);
  expect(await Promise.all(processes.map(says))).toEqual(Array(4).fill('ready'));
  writeFileSync(lockOf(999_999_999), '');
  const answers = processes.map(says);
  for (const { stdin } of processes) stdin?.write('go');
  expect((await Promise.all(answers)).filter((answer) => answer === 'got it').length).toBeLessThanOrEqual(1);
  for (const child of processes) child.kill('SIGKILL');
});
