import { readFileSync } from 'node:fs';
import path from 'node:path';
import { masked } from '../../src/cli/masked.ts';
import { explain } from '../../src/extract/explain.ts';
import { headersFrom } from '../../src/extract/headers.ts';
import type { OpenMessage } from '../../src/extract/message.ts';
import { readEml } from '../../src/mail/read.ts';
import { project } from './run-cli.ts';

async function sample(name: string): Promise<OpenMessage> {
  const mail = await readEml(readFileSync(path.join(project, `src/preview/mailbox/samples/${name}.eml`)));
  const get = (wanted: string) =>
    mail.headers.find((header) => header.name.toLowerCase() === wanted.toLowerCase())?.value;
  return { headers: headersFrom(get), text: mail.text, html: mail.html };
}

const samples = [
  'de-angebot',
  'en-uk-disclaimer',
  'en-us-gmail-signature-quote',
  'fr-commande',
  'ja-visit-thanks-iso-2022-jp',
];

describe.each(samples)('%s', (name) => {
  test('is read line by line as before', async () => {
    const message = await sample(name);
    const kinds = (of: OpenMessage) => explain(of).lines.map(({ kind }) => kind);
    expect(kinds(masked(message))).toEqual(kinds(message));
  });

  test('has no name, address or number of the mail left', async () => {
    const message = await sample(name);
    const { text } = masked(message);
    const digits = message.text?.match(/\d{4,}/g)?.filter((run) => !/^0*5*$/.test(run)) ?? [];
    const [display = '', address = ''] = message.headers.from.split('<');
    const names = [
      ...display
        .replace(/^Dr\. /, '')
        .trim()
        .split(/\s+/),
      address.split('@')[0] ?? '',
    ];
    for (const told of [...digits, ...names]) expect(text).not.toContain(told);
  });
});

test('a word becomes the same word everywhere, in the same capitals', () => {
  const { headers, text } = masked({
    headers: { from: 'Anke Brandt <anke.brandt@kontor.example>' },
    text: 'BRANDT\nAnke Brandt\nanke.brandt@kontor.example',
    html: null,
  });
  const [, given, family] = /^(\w+) (\w+) </.exec(headers.from) ?? [];
  expect(text).toBe(
    `${family?.toUpperCase()}\n${given} ${family}\n${given?.toLowerCase()}.${family?.toLowerCase()}@${/@(.+)>/.exec(headers.from)?.[1]}`,
  );
  expect(headers.from).toMatch(/\.example>$/);
});

test('HTML keeps its tags and what shapes it, and neither scripts of events nor unknown attributes', () => {
  const { html } = masked({
    headers: { from: 'a@example.com' },
    text: null,
    html: '<div class="gmail_signature" onclick="Brandt()" data-owner="Brandt"><img alt="Brandt" src="https://brandtladen.example/b.png">Tel 030 23125042<!-- Brandt --></div>',
  });
  expect(html).toMatch(
    /^<div class="gmail_signature"><img alt="[A-Z]\w+" src="https:\/\/\w+\.example\/\w\.\w+">Tel 055 55555555<\/div>$/,
  );
  expect(html).not.toMatch(/brandt/i);
});
