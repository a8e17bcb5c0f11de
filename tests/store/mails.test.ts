import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { startJobs } from '../../src/store/jobs.ts';
import { mailServerAt } from '../../src/store/mails/mail-server.ts';
import { mailIsDue, sendDueMails } from '../../src/store/mails/send-due-mails.ts';
import { secretsWith } from '../../src/store/secrets.ts';
import { type Database, openDatabase } from '../../src/store/sql/database.ts';
import { later, start, type TestStore, type TestTenant, testStoreOver } from './support.ts';

/** A mail server in a few lines of SMTP (RFC 5321). */
interface Smtp {
  url: string;
  mails: string[];
  /** Refuses recipients with this reply. */
  refusal: string | undefined;
  close(): Promise<void>;
}

async function openSmtp(): Promise<Smtp> {
  const smtp = { url: '', mails: [] as string[], refusal: undefined as string | undefined };
  const server: Server = createServer((socket) => {
    let data: string[] | undefined;
    let rest = '';
    socket.write('220 mail.example\r\n');
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const lines = (rest + bytes).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (data && line !== '.') data.push(line);
        else if (data) {
          smtp.mails.push(data.join('\n'));
          data = undefined;
          socket.write('250 taken\r\n');
        } else if (/^RCPT/i.test(line) && smtp.refusal) socket.write(`${smtp.refusal}\r\n`);
        else if (/^DATA/i.test(line)) {
          data = [];
          socket.write('354 go on\r\n');
        } else socket.write('250 fine\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  smtp.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(smtp, { close: () => new Promise<void>((resolve) => server.close(() => resolve())) });
}

describe('R16: mails to admins', () => {
  let smtp: Smtp;
  let database: Database;
  let given: TestStore;
  let tenant: TestTenant;
  beforeAll(async () => {
    smtp = await openSmtp();
    database = await openDatabase({});
    given = await testStoreOver(database);
  });
  afterAll(async () => {
    await given.close();
    await smtp.close();
  });
  beforeEach(async () => {
    given.clock.now = start;
    smtp.mails.length = 0;
    smtp.refusal = undefined;
    tenant = await given.tenant({ name: '青空商事' });
  });

  const now = () => given.clock.now;
  const send = (url = smtp.url) =>
    sendDueMails({ db: given.db, mailServer: mailServerAt({ url, from: 'Contact Inbox <inbox@ops.example>' }), now });
  const outbox = async () => (await given.ok('listOutgoingMails', tenant.admin)).items;

  test('are sent once, from the operator’s address, in both languages, and say that no person wrote them', async () => {
    expect(await send()).toEqual([]);
    expect(await send()).toEqual([]);
    expect(smtp.mails).toHaveLength(1);
    const [mail = ''] = smtp.mails;
    expect(mail).toMatch(/^From: Contact Inbox <inbox@ops\.example>$/m);
    expect(mail).toMatch(new RegExp(`^To: ${tenant.admin.email}$`, 'm'));
    expect(mail).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(await outbox()).toMatchObject([{ to: tenant.admin.email, sentAt: start.toISOString() }]);
  });

  test('a failure is kept by its code, tried again later, and undoes nothing', async () => {
    smtp.refusal = `550 no ${tenant.admin.email} here`;
    expect(await send()).toEqual(['EENVELOPE 550']);
    const [mail] = await outbox();
    expect(mail).toMatchObject({ failure: 'EENVELOPE 550' });
    expect(mail).not.toHaveProperty('sentAt');
    smtp.refusal = undefined;
    expect([await mailIsDue(given.db, now()), await send()]).toEqual([false, []]);
    given.clock.now = later(start, { hours: 1 });
    expect([await mailIsDue(given.db, now()), await send()]).toEqual([true, []]);
    expect(smtp.mails).toHaveLength(1);
    const [sent] = await outbox();
    expect(sent).toMatchObject({ sentAt: now().toISOString() });
    expect(sent).not.toHaveProperty('failure');
  });

  test('after six tries it is given up', async () => {
    const tries = [];
    for (let hours = 0; hours < 70; hours += 10) {
      given.clock.now = later(start, { hours });
      tries.push(...(await send('smtp://127.0.0.1:1')));
    }
    expect(tries).toEqual(Array(6).fill('ESOCKET'));
  });

  test('what has waited for days, since there was no server, is not sent any more', async () => {
    given.clock.now = later(start, { days: 4 });
    expect([await mailIsDue(given.db, now()), await send()]).toEqual([false, []]);
    expect(smtp.mails).toEqual([]);
    expect(await outbox()).toHaveLength(1);
  });

  test('jobs send them, and the log names nobody', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(line, _, done) {
        lines.push(String(line));
        done();
      },
    });
    smtp.refusal = `550 no ${tenant.admin.email} here`;
    const mailServer = mailServerAt({ url: smtp.url, from: 'inbox@ops.example' });
    const other = { secrets: secretsWith(new Map()), allowPrivate: false, timeoutMilliseconds: 1000, now };
    const jobs = await startJobs(database, { ...other, mailServer, log: pino(sink) });
    const until = async (done: () => boolean) => {
      while (!done()) await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await until(() => lines.length > 0);
    smtp.refusal = undefined;
    given.clock.now = later(start, { hours: 1 });
    await until(() => smtp.mails.length > 0);
    await jobs.stop();
    expect(lines.join()).toContain('a mail to an admin was not sent');
    expect(lines.join()).not.toContain('@');
  }, 30_000);
});
