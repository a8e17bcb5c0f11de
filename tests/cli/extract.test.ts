import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { project, runCli, startCli } from './run-cli.ts';

const samples = 'src/preview/mailbox/samples';
const sample = (name: string): string => `${samples}/${name}.eml`;

const from = 'Ana Ruiz <ana.ruiz@example.com>';
const signed =
  'Hello,\n\nplease confirm the order.\n\nBest regards,\nAna\n\nAna Ruiz\nHead of Sales\nExample Ltd\nTel +44 20 7946 0321\n';
const message = (id: unknown, more: object = {}): string =>
  JSON.stringify({ id, headers: { from }, text: signed, html: null, ...more });

interface Answer {
  id: unknown;
  contact: { fn: { value: string }; email: { value: string }[]; tel: { value: { e164?: string } }[] } | null;
  signature: { first: number; last: number } | null;
  reason: string;
  error?: string;
}
const answersIn = (out: string): Answer[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('messages by the line', () => {
  test('one answer for each, in the same order, with the id it came with', async () => {
    const ids = ['m1', 2, { mail: 3 }, null, 'ü'];
    const { code, out, err } = await runCli(['extract', '--format', 'jsonl'], ids.map((id) => message(id)).join('\n'));
    expect(answersIn(out).map((answer) => answer.id)).toEqual(ids);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('an answer says what a bound left out', async () => {
    const text = `Hello\n${'\n'.repeat(20_000)}Best regards,\nAna Ruiz`;
    const { out } = await runCli(['extract'], `${JSON.stringify({ ...JSON.parse(message('m1')), text })}\n`);
    expect(answersIn(out)).toMatchObject([{ id: 'm1', skipped: ['lines-beyond-20000'] }]);
  });

  test('an answer is id, contact, signature and reason', async () => {
    const { out } = await runCli(['extract'], message('m1'));
    const [answer] = answersIn(out);
    expect(Object.keys(answer ?? {})).toEqual(['id', 'contact', 'signature', 'reason']);
    expect(answer).toMatchObject({
      id: 'm1',
      contact: {
        fn: { value: 'Ana Ruiz', basis: 'stated' },
        title: { value: 'Head of Sales', line: 8 },
        org: { value: { name: 'Example Ltd' } },
        email: [{ value: 'ana.ruiz@example.com' }],
        tel: [{ value: { e164: '+442079460321' } }],
      },
      signature: { last: 10 },
      reason: 'signature',
    });
  });

  test('headers may be called as in JavaScript, in Python or in the mail', async () => {
    const names = ['listUnsubscribe', 'List-Unsubscribe', 'list_unsubscribe', 'LIST-UNSUBSCRIBE'];
    const lines = names.map((name) => message(name, { headers: { from, [name]: '<https://example.com/leave>' } }));
    const { out } = await runCli(['extract'], lines.join('\n'));
    expect(answersIn(out)).toEqual(names.map((id) => ({ id, contact: null, signature: null, reason: 'newsletter' })));
  });

  test('headers of other kinds are passed over', async () => {
    const headers = { from, 'X-Mailer': 'x', listId: null, cc: ['a@example.com'], priority: 1 };
    const { code, out } = await runCli(['extract'], message(1, { headers }));
    expect(answersIn(out)).toMatchObject([{ contact: { fn: { value: 'Ana Ruiz' } } }]);
    expect(code).toBe(0);
  });

  test('what cannot be read is named, and the rest is answered', async () => {
    const lines = [
      message('a'),
      '{"id":"b"',
      '',
      message('c', { text: 5 }),
      message('d', { headers: [] }),
      '7',
      message('e'),
    ];
    const { code, out, err } = await runCli(['extract'], lines.join('\r\n'));
    expect(answersIn(out)).toMatchObject([
      { id: 'a', reason: 'signature' },
      { id: null, error: 'This line is not JSON' },
      { id: 'c', error: '"text" is neither a string nor null' },
      { id: 'd', error: '"headers" is not an object' },
      { id: null, error: 'This line is not a JSON object' },
      { id: 'e', reason: 'signature' },
    ]);
    expect(err.trimEnd().split('\n')).toEqual([
      'standard input, line 2: This line is not JSON',
      'standard input, line 4 (id "c"): "text" is neither a string nor null',
      'standard input, line 5 (id "d"): "headers" is not an object',
      'standard input, line 6: This line is not a JSON object',
    ]);
    expect(code).toBe(1);
  });

  test('the line ends of Unicode, bare in a string, end no line', async () => {
    const { code, out } = await runCli(['extract'], `${message('a\u2028b\u2029c\u0085d')}\n`);
    expect(answersIn(out)).toMatchObject([{ id: 'a\u2028b\u2029c\u0085d', reason: 'signature' }]);
    expect(code).toBe(0);
  });

  test('nothing gives nothing', async () => {
    expect(await runCli(['extract'])).toEqual({ code: 0, out: '', err: '' });
  });

  test('each answer comes before the next line is read', async () => {
    const cli = startCli('extract');
    const answers = createInterface({ input: cli.stdout })[Symbol.asyncIterator]();
    for (const id of ['first', 'second']) {
      cli.stdin.write(`${message(id)}\n`);
      expect(JSON.parse((await answers.next()).value)).toMatchObject({ id });
    }
    cli.stdin.end();
    expect(await once(cli, 'close')).toEqual([0, null]);
  });

  test('a reader that goes away ends it quietly', async () => {
    const cli = startCli('extract');
    const said: string[] = [];
    cli.stderr.on('data', (chunk) => said.push(String(chunk)));
    cli.stdin.on('error', () => {}); // nobody reads any more
    const writing = setInterval(() => cli.stdin.write(`${message(1)}\n`), 1);
    await once(cli.stdout, 'data');
    cli.stdout.destroy();
    expect(await once(cli, 'close')).toEqual([0, null]);
    clearInterval(writing);
    expect(said).toEqual([]);
  });
});

describe('mail files', () => {
  test('the sample mailbox: every mail is answered, in the order of its names', async () => {
    const { code, out, err } = await runCli(['extract', samples]);
    const answers = answersIn(out);
    const ids = answers.map((answer) => String(answer.id));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(ids.length).toBeGreaterThanOrEqual(36);
    expect(ids).toEqual([...ids].sort());

    const of = (name: string) => answers.find((answer) => answer.id === sample(name));
    expect(of('newsletter-trade-weekly')).toMatchObject({ contact: null, reason: 'newsletter' });
    expect(of('noreply-receipt')).toMatchObject({ contact: null, reason: 'no-reply' });
    expect(of('auto-reply-out-of-office')).toMatchObject({ contact: { tel: [], url: [] }, reason: 'header-only' });
    expect(of('bounce-user-unknown')).toMatchObject({ contact: null, reason: 'bounce' });
    expect(of('ja-order-confirmation')?.contact).toMatchObject({
      fn: { value: '高橋 健一' },
      org: { value: { name: '株式会社みどり製茶' } },
      email: [{ value: 'takahashi@midori-seicha.example' }],
    });
    expect(of('en-us-one-line-signature')?.contact).toMatchObject({
      fn: { value: 'Marcus Bell' },
      tel: [{ value: { e164: '+12125550143' } }],
    });
  });

  describe('an mbox', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'extract-'));
      const mails = ['de-angebot', 'zh-quotation-gb2312'].map((name) =>
        readFileSync(join(project, sample(name)), 'latin1'),
      );
      const mbox = mails.map((mail) => `From - Thu Nov 19 10:12:44 2026\r\n${mail.replace(/^(>*From )/gm, '>$1')}\r\n`);
      writeFileSync(join(folder, 'in.mbox'), mbox.join(''), 'latin1');
      writeFileSync(join(folder, 'broken.eml'), 'this is no mail');
      writeFileSync(join(folder, 'more.jsonl'), `${message('m1')}\n`);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('gives what its mails give as files', async () => {
      const path = join(folder, 'in.mbox');
      const [mbox, files] = await Promise.all([
        runCli(['extract', path]),
        runCli(['extract', sample('de-angebot'), sample('zh-quotation-gb2312')]),
      ]);
      const expected = answersIn(files.out).map((answer, i) => ({ ...answer, id: `${path}#${i + 1}` }));
      expect(expected.map((answer) => answer.contact?.fn.value)).toEqual(['Katharina Brandt', '陈志远']);
      expect(answersIn(mbox.out)).toEqual(expected);
    });

    test('is read from standard input too', async () => {
      const { out } = await runCli(['extract', '--format', 'mbox'], readFileSync(join(folder, 'in.mbox'), 'latin1'));
      expect(answersIn(out).map((answer) => answer.id)).toEqual(['standard input#1', 'standard input#2']);
    });

    test('files of all kinds together; one that cannot be read does not stop the others', async () => {
      const paths = ['none.eml', 'broken.eml', 'in.mbox', 'more.jsonl'].map((name) => join(folder, name));
      const { code, out, err } = await runCli(['extract', ...paths]);
      expect(answersIn(out)).toMatchObject([
        { id: paths[0], error: expect.stringContaining('ENOENT') },
        { id: paths[1], error: expect.stringContaining('not an email') },
        { id: `${paths[2]}#1`, reason: 'signature' },
        { id: `${paths[2]}#2`, reason: 'signature' },
        { id: 'm1', reason: 'signature' },
      ]);
      expect(err.trimEnd().split('\n')).toEqual([
        expect.stringContaining(`${paths[0]}: ENOENT`),
        `${paths[1]}: This is not an email: it does not begin with header lines`,
      ]);
      expect(code).toBe(1);
    });
  });

  test('one mail from standard input', async () => {
    const { out } = await runCli(
      ['extract', '--format', 'eml'],
      readFileSync(join(project, sample('de-angebot')), 'utf8'),
    );
    expect(answersIn(out)).toMatchObject([{ id: 'standard input', contact: { fn: { value: 'Katharina Brandt' } } }]);
  });
});

describe('output', () => {
  const paths = [sample('ja-order-confirmation'), sample('newsletter-trade-weekly'), sample('de-angebot')];

  test('json is one array of the same answers', async () => {
    const [json, jsonl] = await Promise.all([
      runCli(['extract', '--output', 'json', ...paths]),
      runCli(['extract', '--output', 'jsonl', ...paths]),
    ]);
    expect(JSON.parse(json.out)).toEqual(answersIn(jsonl.out));
    expect(JSON.parse((await runCli(['extract', '--output', 'json'])).out)).toEqual([]);
  });

  test('csv has a head and a line for each contact', async () => {
    const { code, out, err } = await runCli(['extract', '--output', 'csv', ...paths]);
    const lines = out.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\ufeffName,/);
    expect(lines[1]).toMatch(/^高橋 健一,高橋,健一,.*takahashi@midori-seicha\.example.*,\+81 54 255 0112,/);
    expect(lines[2]).toMatch(/^Katharina Brandt,/);
    expect({ code, err }).toEqual({ code: 0, err: 'Messages: 3, with a contact: 2\n' });
  });

  test('vcard has a card for each contact', async () => {
    const { out } = await runCli(['extract', '--output', 'vcard', ...paths]);
    expect(out.match(/^BEGIN:VCARD\r\nVERSION:4\.0\r\nFN:.*\r$/gm)).toEqual([
      'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:高橋 健一\r',
      'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Katharina Brandt\r',
    ]);
    expect(out).toMatch(/\r\nEND:VCARD\r\n$/);
  });

  test.each([
    [['--output', 'xml'], '--output is one of jsonl, json, csv, vcard, not "xml"'],
    [['--format', 'pst'], '--format is one of jsonl, eml, mbox, not "pst"'],
    [['--bogus'], "Unknown option '--bogus'"],
  ])('%j is refused', async (args, said) => {
    const { code, out, err } = await runCli(['extract', ...args]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(said);
  });
});

test('--explain prints each line with its kind, its rule, what was read and what was refused', async () => {
  const text = `${signed}VAT 123 4567 89\n`;
  const { code, out } = await runCli(['extract', '--explain'], message('m1', { text }));
  expect(code).toBe(0);
  expect(out).toMatch(/^m1: signature\n/);
  expect(out).toContain('= title: Head of Sales (stated, title-word)');
  expect(out).toContain('x no tel: VAT 123 4567 89 (labelled as something else)');
});
