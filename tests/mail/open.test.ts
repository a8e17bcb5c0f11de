import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMailPath } from '../../src/mail/open.ts';

const mail = (subject: string): string => `From: Ana Ruiz <ana@example.com>\nSubject: ${subject}\n\nHello\n`;
const mbox = `From - Thu Nov 19 10:12:44 2026\n${mail('one')}\nFrom - Thu Nov 19 11:00:00 2026\n${mail('two')}`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** `name: subject` of each mail, `name! error` of what could not be read; names from the folder on. */
async function readAll(path: string): Promise<string[]> {
  const entries: string[] = [];
  for await (const entry of readMailPath(path)) {
    const name = entry.name.replace(folder, '').replaceAll('\\', '/');
    if ('error' in entry) entries.push(`${name}! ${entry.error.message}`);
    else entries.push(`${name}: ${entry.message.headers.find((header) => header.name === 'Subject')?.value}`);
  }
  return entries;
}

test('one .eml file', async () => {
  const path = join(folder, 'a.eml');
  await writeFile(path, mail('hello'));
  expect(await readAll(path)).toEqual(['/a.eml: hello']);
});

test.each(['in.mbox', 'Inbox', 'IN.MBOX'])('an mbox called %s', async (name) => {
  const path = join(folder, name);
  await writeFile(path, mbox);
  expect(await readAll(path)).toEqual([`/${name}#1: one`, `/${name}#2: two`]);
});

test('a folder and what lies in it, in order, other files left aside', async () => {
  await mkdir(join(folder, '2026', 'november'), { recursive: true });
  await writeFile(join(folder, 'b.EML'), mail('b'));
  await writeFile(join(folder, 'a.eml'), mail('a'));
  await writeFile(join(folder, 'notes.txt'), 'not a mail');
  await writeFile(join(folder, '2026', 'november', 'c.eml'), mail('c'));
  await writeFile(join(folder, '2026', 'in.mbox'), mbox);
  expect(await readAll(folder)).toEqual([
    '/2026/in.mbox#1: one',
    '/2026/in.mbox#2: two',
    '/2026/november/c.eml: c',
    '/a.eml: a',
    '/b.EML: b',
  ]);
});

test('what cannot be read is named and does not stop the others', async () => {
  await writeFile(join(folder, 'a.eml'), 'this is no mail');
  await writeFile(join(folder, 'b.eml'), mail('b'));
  await writeFile(join(folder, 'c.mbox'), `From - Thu Nov 19 10:12:44 2026\nno mail\n${mbox}`);
  expect(await readAll(folder)).toEqual([
    '/a.eml! This is not an email: it does not begin with header lines',
    '/b.eml: b',
    '/c.mbox#1! This is not an email: it does not begin with header lines',
    '/c.mbox#2: one',
    '/c.mbox#3: two',
  ]);
});

test('a path that does not exist, and a folder without mail', async () => {
  expect(await readAll(join(folder, 'none.eml'))).toEqual([expect.stringMatching(/^\/none\.eml! ENOENT/)]);
  expect(await readAll(folder)).toEqual(['! There is no .eml or .mbox file in this folder']);
});
