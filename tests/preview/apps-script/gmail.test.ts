import type { Callback } from '../../../src/preview/apps-script/types.ts';
import { answering, callback, google, mail, manifest, notified, script } from './emulated.ts';

const open =
  'GmailApp.setCurrentMessageAccessToken(e.gmail.accessToken); const mail = GmailApp.getMessageById(e.gmail.messageId);';
const current = `${google}gmail.addons.current.message.`;
const withScopes = (...scopes: string[]): object => ({ ...manifest, oauthScopes: scopes });
const execute = `${google}gmail.addons.execute`;

/** What the body gives, or the message of what it throws. */
async function read(body: string, { scopes, ...more }: { scopes?: string[] } & Partial<Callback> = {}, mails = [mail]) {
  const code = `
    function main(e) {
      const value = (() => { try { ${body} } catch (error) { return String(error); } })();
      const text = JSON.stringify({ value });
      if (e.commonEventObject.parameters) return CardService.newActionResponseBuilder()
        .setNotification(CardService.newNotification().setText(text)).build();
      return CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle(text))
        .addSection(CardService.newCardSection().addWidget(CardService.newDivider())).build();
    }`;
  const started = await script(code, { mails, ...(scopes && { manifest: withScopes(...scopes) }) });
  const kind = more.kind ?? 'action';
  const execution = await started.run(
    callback({ messageId: mail.id, kind, ...(kind === 'action' && { parameters: { a: '1' } }), ...more }),
  );
  if (kind === 'action') return notified(execution);
  const [navigation] = execution.response?.action?.navigations ?? [];
  const { title } = (navigation as { pushCard: { header: { title: string } } }).pushCard.header;
  return (JSON.parse(title) as { value: unknown }).value;
}

test('the open message', async () => {
  expect(
    await read(`${open}
      return [mail.getId(), mail.getThread().getId(), mail.getFrom(), mail.getTo(), mail.getCc(), mail.getReplyTo(),
        mail.getSubject(), mail.getDate().toISOString(), mail.getHeader('list-ID'), mail.getHeader('X-None'),
        mail.getPlainBody(), mail.getBody()];`),
  ).toEqual([
    mail.id,
    mail.threadId,
    'Ana Ruiz <ana@example.com>',
    'sakura.mori@aozora.example',
    '',
    '',
    'Your order',
    '2026-03-01T08:30:00.000Z',
    'news.example.com',
    '',
    'Hello\nAna',
    '<p>Hello</p><p>Ana</p>',
  ]);
});

test('a mail with only one body gives both', async () => {
  const html =
    '<style>p{}</style><p>Ana  Ruiz<br>Sales</p><table><tr><td>Tel</td><td>555-0100</td></tr></table>A &amp; B';
  expect(await read(`${open} return mail.getPlainBody()`, {}, [{ ...mail, text: null, html }])).toBe(
    'Ana Ruiz\nSales\n\nTel 555-0100\nA & B',
  );
  expect(await read(`${open} return mail.getBody()`, {}, [{ ...mail, text: 'a < b\nc', html: null }])).toBe(
    'a &lt; b<br>\nc',
  );
  expect(await read(`${open} return mail.getPlainBody()`, {}, [{ ...mail, text: null, html: null }])).toBe('');
});

describe('the access token', () => {
  test('must be set in every execution', async () => {
    expect(await read('return GmailApp.getMessageById(e.gmail.messageId).getId()')).toBe(
      'Exception: Access denied: : Missing access token for per message authorization.',
    );
  });

  test('must be one that was given out', async () => {
    expect(
      await read(`GmailApp.setCurrentMessageAccessToken('x'); return GmailApp.getMessageById(e.gmail.messageId)`),
    ).toBe('Exception: Access denied: : Invalid access token.');
    expect(
      await read(
        `GmailApp.setCurrentMessageAccessToken(ScriptApp.getOAuthToken()); return GmailApp.getMessageById('1')`,
      ),
    ).toBe('Exception: Access denied: : Invalid access token.');
  });

  test('is this event’s own, and lasts an hour', async () => {
    let now = 0;
    const started = await script(
      answering(`
        const store = PropertiesService.getScriptProperties();
        const kept = store.getProperty('token');
        if (!kept) store.setProperty('token', e.gmail.accessToken);
        GmailApp.setCurrentMessageAccessToken(kept || e.gmail.accessToken);
        try { return GmailApp.getMessageById(e.gmail.messageId).getSubject(); } catch (error) { return String(error); }`),
      { now: () => now },
    );
    const run = async (): Promise<unknown> => notified(await started.run(callback({ messageId: mail.id })));
    expect(await run()).toBe('Your order');
    now += 3_599_999;
    expect(await run()).toBe('Exception: Access denied: : Invalid access token.');
    now += 1;
    expect(await run()).toBe('Exception: Access denied: : Expired access token.');
  });

  test('opens no other message', async () => {
    const other = { ...mail, id: 'abc', threadId: 'def' };
    expect(await read(`${open} return GmailApp.getMessageById('abc').getId()`, {}, [mail, other])).toBe(
      'Exception: Access denied: : The access token does not open message abc.',
    );
    expect(await read(`${open} return GmailApp.getMessageById('abd').getId()`)).toMatch('Access denied');
    expect(await read(`${open} return GmailApp.getMessageById('no id').getId()`)).toBe(
      'Exception: Invalid argument: no id',
    );
  });

  test('opens the rest of the thread with .readonly only', async () => {
    const reply = { ...mail, id: 'abc' };
    const body = `${open} return GmailApp.getMessageById('abc').getId()`;
    expect(await read(body, { scopes: [execute, `${current}readonly`] }, [mail, reply])).toBe('abc');
    expect(await read(body, { scopes: [execute, `${current}action`] }, [mail, reply])).toMatch('Access denied');
  });
});

describe('scopes', () => {
  const headers = `${open} return mail.getSubject()`;
  const body = `${open} return mail.getPlainBody() && mail.getBody()`;
  const insufficient = (call: string): RegExp =>
    new RegExp(
      `^Exception: Specified permissions are not sufficient to call GmailApp\\.${call}\\. Required permissions: .*gmail`,
    );

  test.each<[string, string[], 'trigger' | 'action', boolean, boolean]>([
    ['.action, when a mail is opened', [`${current}action`], 'trigger', false, false],
    ['.action, on a click', [`${current}action`], 'action', true, true],
    ['.metadata, when a mail is opened', [`${current}metadata`], 'trigger', true, false],
    ['.metadata, on a click', [`${current}metadata`], 'action', true, false],
    [
      '.metadata and .action, when a mail is opened',
      [`${current}metadata`, `${current}action`],
      'trigger',
      true,
      false,
    ],
    ['.metadata and .action, on a click', [`${current}metadata`, `${current}action`], 'action', true, true],
    ['.readonly, when a mail is opened', [`${current}readonly`], 'trigger', true, true],
  ])('%s', async (_name, scopes, kind, readsHeaders, readsBody) => {
    const options = { scopes: [execute, ...scopes], kind };
    if (readsHeaders) expect(await read(headers, options)).toBe('Your order');
    else expect(await read(headers, options)).toMatch(insufficient('getMessageById'));
    if (readsBody) expect(await read(body, options)).toBe(mail.html);
    else if (readsHeaders) expect(await read(body, options)).toMatch(insufficient('GmailMessage\\.getPlainBody'));
  });

  test('gmail.addons.execute is needed', async () => {
    expect(await read(headers, { scopes: [`${current}readonly`] })).toBe(
      `Exception: Specified permissions are not sufficient to call GmailApp.getMessageById. Required permissions: ${execute}`,
    );
  });
});

test('each read is a call; the token is not in it', async () => {
  const started = await script(
    `function main(e) { ${open} mail.getFrom(); mail.getHeader('List-Id'); mail.getPlainBody(); }`,
  );
  expect((await started.run(callback({ messageId: mail.id }))).calls).toEqual([
    { service: 'GmailApp', method: 'setCurrentMessageAccessToken' },
    { service: 'GmailApp', method: 'getMessageById', subject: `msg-f:${BigInt(`0x${mail.id}`)}` },
    { service: 'GmailApp', method: 'getFrom', subject: mail.id },
    { service: 'GmailApp', method: 'getHeader', subject: 'List-Id' },
    { service: 'GmailApp', method: 'getPlainBody', subject: mail.id },
  ]);
});
