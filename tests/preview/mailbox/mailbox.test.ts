import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMailbox } from '../../../src/preview/mailbox/mailbox.ts';
import { mailboxView } from '../../../src/preview/mailbox/show.ts';
import { people } from '../../../src/preview/people.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contact-inbox-mailbox-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text.replaceAll('\n', '\r\n'));

interface Mail {
  id?: string;
  from?: string;
  subject?: string;
  date?: string;
  more?: string;
  body?: string;
}
let count = 0;
function mail({ id, from = 'Ana <ana@example.com>', subject = 'Hello', date, more = '', body = 'text' }: Mail): string {
  count += 1;
  const day = date ?? `${String(count % 28).padStart(2, '0')} Nov 2026 10:00:00 +0000`;
  const messageId = id === undefined ? '' : `Message-ID: <${id}>\n`;
  return `From: ${from}\nTo: Sakura <sakura.mori@aozora.example>\nSubject: ${subject}\nDate: ${day}\n${messageId}${more}\n${body}\n`;
}
const openWith = async (...mails: Mail[]) => {
  await Promise.all(mails.map((each, at) => write(`${at}.eml`, mail(each))));
  return openMailbox(folder);
};

describe('opening a mailbox', () => {
  test('ids are 16 hexadecimal digits, the same at every start, and found again', async () => {
    const first = await openWith({ id: 'a@example.com' }, {});
    const again = await openMailbox(folder);
    const ids = first.threads.flatMap(({ messages }) => messages.map(({ id }) => id));
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(id).toMatch(/^1[0-9a-f]{15}$/);
    expect(again.threads.flatMap(({ messages }) => messages.map(({ id }) => id))).toEqual(ids);
    const user = { email: people[0]?.email ?? '', name: '' };
    expect(first.message(user, ids[0] ?? '')).toBe(first.find(ids[0] ?? ''));
    expect(first.message(user, '1234')).toBeUndefined();
  });

  test('a mail that lies there twice counts once', async () => {
    const { threads } = await openWith({ id: 'a@example.com' }, { id: 'a@example.com' });
    expect(threads).toHaveLength(1);
    expect(threads[0]?.messages).toHaveLength(1);
  });

  test('mails of long ago are moved by whole weeks to the week before, with their headers', async () => {
    await openWith({ date: 'Tue, 3 Nov 2026 20:30:00 -0600' }, { date: 'Thu, 19 Nov 2026 09:00:00 +0900' });
    const datesUntil = async (until: string) => {
      const { threads } = await openMailbox(folder, { until: new Date(until) });
      return threads.flatMap(({ messages }) =>
        messages.map(({ date, headers }) => [
          date.toISOString(),
          headers.find(({ name }) => name.toLowerCase() === 'date')?.value,
        ]),
      );
    };
    expect(await datesUntil('2028-03-02T12:00:00Z')).toEqual([
      ['2028-03-02T00:00:00.000Z', 'Thu, 02 Mar 2028 09:00:00 +0900'],
      ['2028-02-16T02:30:00.000Z', 'Tue, 15 Feb 2028 20:30:00 -0600'],
    ]);
    const asWritten = ['2026-11-19T00:00:00.000Z', '2026-11-04T02:30:00.000Z'];
    for (const until of ['2026-11-25T12:00:00Z', '2025-01-01T00:00:00Z'])
      expect((await datesUntil(until)).map(([date]) => date)).toEqual(asWritten);
  });

  test('an mbox', async () => {
    await write(
      'all.mbox',
      [mail({ subject: 'One' }), mail({ subject: 'Two' })]
        .map((m) => `From ana@example.com Thu Nov  5 10:00:00 2026\n${m}`)
        .join('\n'),
    );
    expect((await openMailbox(join(folder, 'all.mbox'))).threads).toHaveLength(2);
  });

  test('what cannot be read is named, and the rest is there', async () => {
    await write('broken.eml', '');
    const { threads, unreadable } = await openWith({});
    expect(threads).toHaveLength(1);
    expect(unreadable.map(({ name }) => name)).toEqual([join(folder, 'broken.eml')]);
  });

  test.each([
    ['a folder without mail', ''],
    ['a path that is not there', 'nowhere'],
  ])('%s is an error that names it', async (_name, path) => {
    await expect(openMailbox(join(folder, path))).rejects.toThrow(`No mail could be read from ${join(folder, path)}`);
  });
});

describe('conversations', () => {
  const threadsOf = async (...mails: Mail[]) => {
    const { threads } = await openWith(...mails);
    return threads.map(({ messages }) =>
      messages.map(({ headers }) => headers.find((h) => h.name === 'Subject')?.value),
    );
  };
  const at = (hour: number) => `10 Nov 2026 ${String(hour).padStart(2, '0')}:00:00 +0000`;

  test('by References and In-Reply-To, also where a mail between is missing', async () => {
    const threads = await threadsOf(
      { id: 'a@x.example', subject: 'Plan', date: at(1) },
      { id: 'b@x.example', subject: 'Other words', date: at(2), more: 'In-Reply-To: <a@x.example>\n' },
      { id: 'd@x.example', subject: 'Later', date: at(4), more: 'References: <a@x.example> <c@x.example>\n' },
      { id: 'e@x.example', subject: 'Last', date: at(5), more: 'In-Reply-To: <c@x.example>\n' },
      { id: 'z@x.example', subject: 'Alone', date: at(3) },
    );
    expect(threads).toEqual([['Plan', 'Other words', 'Later', 'Last'], ['Alone']]);
  });

  test.each(['Re: Plan', 'AW: Fwd: plan', 'Re[2]: Plan', '回复：Plan', '転送: Plan'])(
    'a reply that names no mail, by its subject: %s',
    async (subject) => {
      expect(await threadsOf({ subject: 'Plan', date: at(1) }, { subject, date: at(2) })).toHaveLength(1);
    },
  );

  test('the same subject alone makes no conversation', async () => {
    expect(await threadsOf({ subject: 'Invoice', date: at(1) }, { subject: 'Invoice', date: at(2) })).toHaveLength(2);
  });

  test('newest first; a mail without a date last, and shown without one', async () => {
    const { threads } = await openWith(
      { subject: 'Undated', date: 'never' },
      { subject: 'Old', date: at(1) },
      { subject: 'New', date: at(2) },
    );
    const { threads: list } = mailboxView(threads).list('', 0, 50);
    expect(list.map(({ subject }) => subject)).toEqual(['New', 'Old', 'Undated']);
    expect(list[2]?.date).toBeNull();
  });

  test('every message knows its thread', async () => {
    const { threads } = await openWith(
      { id: 'a@x.example', date: at(1) },
      { id: 'b@x.example', date: at(2), more: 'References: <a@x.example>\n' },
    );
    expect(threads[0]?.messages.map(({ threadId }) => threadId)).toEqual([threads[0]?.id, threads[0]?.id]);
  });
});

describe('what the page shows', () => {
  const view = async (...mails: Mail[]) => mailboxView((await openWith(...mails)).threads);

  test('people, with their names as they are written, without marks that turn the text', async () => {
    const shown = await view({ from: '"Castellano, Ruth" <ruth@example.com>', subject: 'Safe\u202egnp.exe' });
    const [thread] = shown.list('', 0, 50).threads;
    expect(thread).toMatchObject({
      senders: [{ name: 'Castellano, Ruth', email: 'ruth@example.com' }],
      subject: 'Safegnp.exe',
      messageCount: 1,
    });
    expect(shown.open(thread?.id ?? '', '')?.messages[0]).toMatchObject({
      to: [{ name: 'Sakura', email: 'sakura.mori@aozora.example' }],
      text: 'text\n',
      hasHtml: false,
    });
  });

  test('the beginning of an HTML mail is what it shows, not its markup', async () => {
    const html = '<style>p{color:red}</style><title>No</title><p>Dear <b>S</b>akura</p><script>alert(1)</script><p>hi';
    const shown = await view({ more: 'Content-Type: text/html\n', body: html });
    expect(shown.list('', 0, 50).threads[0]?.snippet).toBe('Dear Sakura hi');
  });

  test('pages, and neighbours in the list that was searched', async () => {
    const shown = await view(
      { subject: 'One tea', date: '1 Nov 2026 10:00 +0000' },
      { subject: 'Two rice', date: '2 Nov 2026 10:00 +0000' },
      { subject: 'Three tea', date: '3 Nov 2026 10:00 +0000' },
    );
    expect(shown.list('', 1, 1)).toMatchObject({ total: 3, from: 1, threads: [{ subject: 'Two rice' }] });
    const [three, one] = shown.list('ＴＥＡ', 0, 50).threads;
    expect(one?.subject).toBe('One tea');
    expect(shown.open(one?.id ?? '', 'tea')).toMatchObject({ at: 2, of: 2, newer: three?.id, older: undefined });
    expect(shown.open(one?.id ?? '', '')).toMatchObject({ at: 3, of: 3 });
    expect(shown.open('1234', '')).toBeUndefined();
  });

  test('every word must occur, in any part of the mail', async () => {
    const shown = await view({ from: 'Ana Lima <ana@example.com>', subject: 'Plan', body: 'Call 020 7946 0123' });
    expect(shown.list('plan lima 7946', 0, 50).total).toBe(1);
    expect(shown.list('plan lima 7947', 0, 50).total).toBe(0);
  });

  // What takes quadratic time takes longer than a test may.
  test('a hostile mail is shown and searched', async () => {
    const shown = await view({
      subject: 'Re:'.repeat(20_000),
      from: '<'.repeat(50_000),
      more: `References: ${'<x'.repeat(50_000)}\nContent-Type: text/html\n`,
      body: '<p>'.repeat(200_000),
    });
    expect(shown.list('', 0, 50).total).toBe(1);
    expect(shown.list('nowhere', 0, 50).total).toBe(0);
  });
});
