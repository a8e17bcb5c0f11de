import { calm, type Organisation, startWorld, type World } from './world.ts';

let world: World;
let org: Organisation;
beforeAll(async () => {
  world = await startWorld();
  org = await world.organisation();
  await org.enable(org.user);
});
afterAll(() => world.stop());
beforeEach(() => calm(world));

/** Marked words stand in every part of a mail that is nobody's signature. */
const text = `Dear Sakura,

the SENTINELBODY of the contract is attached.

Best regards,

Ana Ruiz
Sales Manager
Northwind Example Ltd
Tel: +44 20 7946 0123

On Mon, 16 Nov 2026 at 10:00, Sakura Mori <sakura.mori@aozora.example> wrote:
> Dear Ana,
> please send the SENTINELQUOTE.
>
> Sakura Mori
> SENTINELCOLLEAGUE Trading
`;
const html = `<html><head><style>.SENTINELSTYLE{}</style></head><body>
<!-- SENTINELCOMMENT -->
<p>Dear Sakura,</p><p>the SENTINELHTMLBODY of the contract is attached.</p>
<p>Best regards,</p>
<div>Ana Ruiz<br>Sales Manager<br>Northwind Example Ltd<br>Tel: +44 20 7946 0123</div>
<img src="https://tracker.example/SENTINELPIXEL.gif" alt="">
<div class="gmail_quote"><div>On Mon, Sakura Mori wrote:<br></div><blockquote>SENTINELHTMLQUOTE</blockquote></div>
</body></html>`;
const headers = {
  Subject: 'SENTINELSUBJECT',
  To: 'SENTINELTO <sakura.mori@aozora.example>',
  Cc: 'SENTINELCC <cc@example.org>',
  References: '<SENTINELREFERENCE@example.org>',
};

test.each([
  ['plain text', { text, html: null }],
  ['HTML', { text: null, html }],
  ['both', { text, html }],
])('U4: of a mail in %s nothing leaves but the draft and the signature', async (_, bodies) => {
  const panel = await org.panel(org.user).openMail(world.deliver({ ...bodies, headers }));
  await panel.press('Suggest contact');
  expect(panel.value('Title')).toBe('Sales Manager');
  await panel.press('Save');
  await panel.press('Undo');
  await panel.press('Dismiss');

  const everything = world.sent.map(({ path, key, body }) => `${path} ${key} ${body}`).join('\n');
  expect(everything).toContain('Northwind Example Ltd');
  expect(everything).not.toContain('SENTINEL');
});

test('opening a mail sends who sent it and which mail it is', async () => {
  await org.panel(org.user).openMail(world.deliver({ headers, messageId: '<m1@mx.example.com>' }));
  expect(world.sent.map(({ path, body }) => [path, JSON.parse(body)])).toEqual([
    ['/v1/senders/lookup', { email: 'ana.ruiz@example.com', name: 'Ana Ruiz', messageId: 'm1@mx.example.com' }],
  ]);
});

test('U4: a suggestion sends the draft, the lines of the signature, and which mail it was', async () => {
  const panel = await org.panel(org.user).openMail(world.deliver({ text, headers }));
  await panel.press('Suggest contact');
  const { draft, signature, source } = JSON.parse(world.sent.at(-1)?.body ?? '');
  expect(Object.keys(JSON.parse(world.sent.at(-1)?.body ?? '')).sort()).toEqual(['draft', 'signature', 'source']);
  expect(Object.keys(source).sort()).toEqual(['date', 'gmailMessageId', 'gmailThreadId', 'messageId', 'way']);
  const lines = text.split('\n');
  expect(signature.length).toBeGreaterThan(0);
  for (const line of signature) expect(lines.slice(4, 11).join('\n')).toContain(line.text);
  expect(JSON.stringify(draft)).toContain('Sales Manager');
});

test('U4: sent again since its answer was lost, or suggested again, a mail is one suggestion', async () => {
  const other = await world.organisation();
  await other.enable(other.user);
  const authorization = `Bearer ${await world.token(other.user)}`;
  let lost = 0;
  world.network = async ({ method, path, key, body }) => {
    if (path !== '/v1/suggestions' || lost > 0) return undefined;
    lost += 1;
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': key ?? '' };
    const { status } = await world.store.fetch(
      new Request(`https://store.example.com${path}`, { method, headers, body }),
    );
    expect(status).toBe(201);
    throw new Error('the answer is lost');
  };
  const mail = world.deliver({ text, headers });
  const panel = await other.panel(other.user).openMail(mail);
  await panel.press('Suggest contact');
  expect(panel.value('Title')).toBe('Sales Manager');
  const sent = world.sent.filter(({ path }) => path === '/v1/suggestions');
  expect([lost, sent.length, new Set(sent.map(({ key }) => key)).size]).toEqual([1, 2, 1]);
  const phone = await other.panel(other.user, { platform: 'ANDROID' }).openMail(mail);
  await phone.callAction({ action: 'suggestContact' });
  expect((await other.panel(other.user).openHomepage()).buttons).toContain('Suggestions (1)');
});

test.each([
  ['a postscript below the signature', `${text.split('\nOn Mon')[0]}\nPS: SENTINELPOSTSCRIPT, keep it quiet.\n`],
  [
    'a paragraph within it',
    text.replace('Sales Manager\n', `Sales Manager\n${'About the SENTINELPARAGRAPH. '.repeat(20)}\n`),
  ],
  [
    'a paragraph under a delimiter',
    text.replace('Best regards,', `-- \n${'About the SENTINELPARAGRAPH. '.repeat(20)}`),
  ],
])('U4: %s stays in Gmail', async (_, changed) => {
  const panel = await org
    .panel(org.user)
    .openMail(world.deliver({ text: changed.replace('SENTINELBODY', ''), headers }));
  await panel.press('Suggest contact');
  expect(world.sent.at(-1)?.body).toContain('Tel: +44 20 7946 0123');
  expect(world.sent.at(-1)?.body).not.toContain('SENTINEL');
});

test('nothing of the mail reaches the log, even when the step fails', async () => {
  const panel = await org.panel(org.user).openMail(world.deliver({ text, headers }));
  world.network = () => Response.json({ code: 'request-invalid' }, { status: 422 });
  await panel.press('Suggest contact');
  const log = panel.execution.logs.join('\n');
  expect(log).toContain('request-invalid');
  expect(log).not.toMatch(/SENTINEL|Ruiz|Northwind|@example|eyJ/);
});
