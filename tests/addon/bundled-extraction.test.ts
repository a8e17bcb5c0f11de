import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildAddon } from '../../src/addon/bundle.ts';
import { extractContact } from '../../src/extract/extract-contact.ts';
import { headersFrom } from '../../src/extract/headers.ts';
import type { MailMessage } from '../../src/mail/message.ts';
import { readEml } from '../../src/mail/read.ts';

const corpus = path.join(__dirname, '../extract/corpus');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'contact-inbox-bundle-'));
  await buildAddon({ storeUrl: 'https://store.example.com', out: folder });
});
afterAll(() => rm(folder, { recursive: true }));

test('the built file reads every mail of the corpus as its source does', async () => {
  const posted = suggester(await readFile(path.join(folder, 'Code.js'), 'utf8'));
  const files = (await readdir(corpus, { recursive: true })).filter((file) => file.endsWith('.eml'));
  expect(files.length).toBeGreaterThan(250);
  for (const file of files) {
    const mail = await readEml(await readFile(path.join(corpus, file)));
    const headers = headersFrom((name) => headerOf(mail, name));
    const { contact } = extractContact({ headers, text: mail.text, html: mail.html });
    expect([file, posted(mail) ?? null]).toEqual([file, contact && JSON.parse(JSON.stringify(contact))]);
  }
}, 120_000);

const headerOf = ({ headers }: MailMessage, wanted: string): string | undefined =>
  headers.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.value;

/** Presses Suggest contact over a mail and gives the draft that the add-on posts; undefined when it posts none. */
function suggester(code: string): (mail: MailMessage) => unknown {
  let open: MailMessage;
  let body: string | undefined;
  const context = createContext({
    CardService: builder,
    console: { error: () => {} },
    Utilities: { getUuid: () => 'one' },
    ScriptApp: { getIdentityToken: () => `.${claims}.` },
    GmailApp: {
      setCurrentMessageAccessToken: () => {},
      getMessageById: () => ({
        getHeader: (name: string) => headerOf(open, name) ?? '',
        getPlainBody: () => open.text ?? '',
        getBody: () => open.html ?? '',
        getDate: () => new Date(0),
      }),
    },
    UrlFetchApp: {
      fetch: (_: string, { payload }: { payload: string }) => {
        body = payload;
        return { getResponseCode: () => 409, getContentText: () => '{"code":"suggestion-closed"}' };
      },
    },
  });
  runInContext(code, context);
  return (mail) => {
    open = mail;
    body = undefined;
    const gmail = { messageId: 'm', threadId: 't', accessToken: 'a' };
    context.onAction({ gmail, commonEventObject: { parameters: { action: 'suggestContact' } } });
    return body && JSON.parse(body).draft;
  };
}

/** Builds whatever is asked of it. */
const builder: unknown = new Proxy(() => {}, { get: () => builder, apply: () => builder });
const claims = Buffer.from('{"email":"sakura@aozora.example","hd":"aozora.example"}').toString('base64url');
