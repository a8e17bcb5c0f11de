import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../program.ts';

const folder = mkdtempSync(join(process.env.TEST_RUN_FOLDER as string, 'cross-validate-'));

const none = { company: null, department: null, title: null, emails: [], phones: [], address: null, urls: [] };
const mail = (source: string, department: string) => ({
  id: source,
  lang: 'fr',
  source,
  headers: { from: 'Ana Ruiz <ana@mouette.example.fr>' },
  text: `Bonjour,\n\nCordialement,\nAna Ruiz\n${department}\nMouette SARL\n`,
  html: null,
  gold: { isPerson: true, ...none, name: 'Ana Ruiz', company: 'Mouette SARL', department },
});
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** How many departments are read, by the command as it is called. */
function departments(...args: string[]): number {
  const mails = ['Service trésorerie', 'Pôle urbanisme'].map((unit, i) =>
    JSON.stringify(mail(`site ${'ab'[i]}`, unit)),
  );
  const command = [
    ...program('tests/bench/cross-validate.ts'),
    '--json',
    ...args,
    file('mails.jsonl', mails.join('\n')),
  ];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })).fields.department.right;
}

test('words that only the mails of one source have are struck out, unless another source or a list has them', () => {
  expect(departments()).toBe(0);
  expect(departments('--also', file('words.json', JSON.stringify({ fr: ['Service des achats'] })))).toBe(1);
  const others = JSON.stringify(mail('site c', 'Pôle culture, service état civil'));
  expect(departments('--also', file('others.jsonl', others))).toBe(2);
}, 120_000);
