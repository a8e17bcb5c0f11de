import { googleConsole } from '../../../src/preview/google/console.ts';
import { consoleWords } from '../../../src/preview/google/console-words.ts';
import { troubledPeople } from '../../../src/preview/google/sample-organisation.ts';
import { sampleGoogle } from './support.ts';

const setUp = async () => {
  const { google, organisation, key } = await sampleGoogle();
  const app = googleConsole({ google, organisation, keyFile: key });
  const post = (path: string, form: Record<string, string>, origin = 'http://localhost:8787') =>
    app.request(`http://localhost:8787${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin, host: 'localhost:8787' },
    });
  return { google, organisation, key, app, post };
};

test('R12: the key file is there to download, and is a whole one', async () => {
  const { app, key } = await setUp();
  const response = await app.request('http://localhost:8787/key-file.json');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="inbox-test-\w+\.json"$/);
  expect(await response.json()).toEqual(key);
});

test('R12: scopes are delegated to a client ID, replaced, and taken away', async () => {
  const { post, organisation } = await setUp();
  await post('/delegate', { clientId: ' 12345 ', scopes: 'https://a.example/one,https://a.example/two' });
  expect([...(organisation.delegations.get('12345') ?? [])]).toEqual([
    'https://a.example/one',
    'https://a.example/two',
  ]);
  await post('/delegate', { clientId: '12345', scopes: '' });
  expect(organisation.delegations.has('12345')).toBe(false);
});

test('R23: a trouble is mended; the page shows who has one, and nothing of a name is markup', async () => {
  const { post, google, app } = await setUp();
  google.breakWith('ana@aozora.example', 'gmail-off');
  const page = async () => await (await app.request('http://localhost:8787/')).text();
  expect(await page()).toContain('ana@aozora.example');
  await post('/mend', { email: 'ana@aozora.example' });
  expect(google.troubles.nameOf('ana@aozora.example')).toBeUndefined();
  expect(await page()).not.toContain('ana@aozora.example');
});

test('in Japanese, and it stays so after a form was sent', async () => {
  const { post, google, app } = await setUp();
  google.breakWith('ana@aozora.example', 'gmail-off');
  const page = await (await app.request('http://localhost:8787/?lang=ja')).text();
  expect(page).toContain('<html lang="ja">');
  expect(page).toContain('Gmail がオフになっている <code>gmail-off</code>');
  const [, action = ''] = /action="(mend.*?)"/.exec(page) ?? [];
  expect((await post(`/${action}`, { email: 'ana@aozora.example' })).headers.get('location')).toBe('.?lang=ja');
});

test('what stands there of the sample people is said in words in both languages', () => {
  for (const { trouble } of troubledPeople)
    for (const { troubles } of Object.values(consoleWords)) expect(troubles).toHaveProperty(trouble);
});

test('no other site may send a form', async () => {
  const { post, google } = await setUp();
  google.breakWith('ana@aozora.example', 'gmail-off');
  expect((await post('/mend', { email: 'ana@aozora.example' }, 'https://evil.example')).status).toBe(403);
  expect(google.troubles.nameOf('ana@aozora.example')).toBe('gmail-off');
});
