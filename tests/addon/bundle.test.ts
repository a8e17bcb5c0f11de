import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { transform } from 'esbuild';
import gas from 'gas-local';
import { actions } from '../../src/addon/actions.ts';
import { buildAddon, entryPoints } from '../../src/addon/bundle.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'contact-inbox-bundle-'));
  await buildAddon({ storeUrl: 'https://store.example.com', out: path.join(folder, 'minified') });
  await buildAddon({ storeUrl: 'https://store.example.com', out: path.join(folder, 'readable'), minify: false });
});
afterAll(() => rm(folder, { recursive: true }));

const read = (file: string): Promise<string> => readFile(path.join(folder, file), 'utf8');
const manifest = async () => JSON.parse(await read('minified/appsscript.json'));

describe('the built file', () => {
  test('is what clasp pushes: Code.js and appsscript.json', async () => {
    expect((await readdir(path.join(folder, 'minified'))).sort()).toEqual(['Code.js', 'appsscript.json']);
  });

  test('U1: has every function that the manifest names, at the top level', async () => {
    const { addOns } = await manifest();
    const named = [addOns.common.homepageTrigger.runFunction, addOns.gmail.contextualTriggers[0].onTriggerFunction];
    const code = load({});
    for (const name of [...named, 'onAction']) expect([name, typeof code[name]]).toEqual([name, 'function']);
    expect([...named, 'onAction'].sort()).toEqual([...entryPoints].sort());
  });

  test('U1: answers each trigger and each action with a card, whatever the platform withholds', async () => {
    const event = { commonEventObject: { hostApp: 'GMAIL', platform: 'WEB' } };
    const code = load({ ...withheldPlatform(), console: { error: () => {} } });
    expect(code.onGmailHomepage(event)).toEqual([builder]);
    expect(code.onGmailMessage(event)).toEqual([builder]);
    for (const action of Object.keys(actions)) {
      const asked = { commonEventObject: { ...event.commonEventObject, parameters: { action } } };
      expect([action, code.onAction(asked) === builder]).toEqual([action, true]);
    }
  });

  test('U2: builds cards only, no page of HTML', async () => {
    expect(await read('readable/Code.js')).not.toMatch(/\bHtmlService\b|\bContentService\b|\bdoGet\b|\bshowSidebar\b/);
  });

  test('U7: leaves nothing that would run once it is uninstalled', async () => {
    expect(await read('readable/Code.js')).not.toMatch(/\bnewTrigger\b|\bgetProjectTriggers\b/);
    const { addOns, ...rest } = await manifest();
    expect(Object.keys(rest)).not.toContain('executionApi');
    expect(JSON.stringify(addOns)).not.toMatch(/timeDriven|calendar|composeTrigger/);
  });

  test('names itself and its licence first, and takes at most 350 KB', async () => {
    const code = await read('minified/Code.js');
    expect(code.slice(0, 120)).toMatch(/^\/\* Contact Inbox\. Apache License 2\.0\./);
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(350 * 1024);
  });

  test('explains no line that was not taken, which only the command does', async () => {
    expect(await read('readable/Code.js')).toContain('another address was taken');
    expect(await read('minified/Code.js')).not.toContain('another address was taken');
  });

  test('has no function that knows `arguments`, for the minifier makes arrows of them', async () => {
    expect(await read('minified/Code.js')).not.toMatch(/[([,=;]arguments[)\].,;]/);
  });

  test('unpacks no table before a callback asks for one', async () => {
    const context = createContext({});
    runInContext(watching, context);
    runInContext(await read('minified/Code.js'), context);
    const unpackedSoFar = () => JSON.parse(runInContext('JSON.stringify(seen)', context));
    expect(unpackedSoFar()).toEqual([]);
    runInContext(
      "'a b '.repeat(500).split(' '); JSON.parse(JSON.stringify('a b '.repeat(500))); new Uint8Array(2000)",
      context,
    );
    expect(unpackedSoFar()).toEqual(['split', 'JSON.parse', 'Uint8Array']);
  });

  test('holds no schema library, no list of domains and no phone metadata but our own', async () => {
    const code = await read('readable/Code.js');
    expect(code).not.toMatch(/node_modules\/(zod|@hono|hono|tldts|csv-stringify)\//);
    expect(code).not.toMatch(/node_modules\/libphonenumber-js\/metadata\.\w+\.json/);
  });

  test('has no syntax that Apps Script refuses', async () => {
    const code = await read('readable/Code.js');
    expect(code).not.toMatch(/^\s*(?:static\s+)?#[A-Za-z_]\w*\s*[=;(]/m);
    expect(code).not.toMatch(/\bthis\.#/);
    expect(code).not.toMatch(/^\s*static\s+\w+\s*[=;]/m);
    expect(code).not.toMatch(/\bimport\s*\(|^export\s/m);
  });

  test('is written in ES2019', async () => {
    const code = await read('minified/Code.js');
    const printed = async (target: string) => (await transform(code, { target, minifyWhitespace: true })).code;
    expect((await printed('es2019')) === (await printed('esnext'))).toBe(true);
  });

  test('uses no global that Apps Script lacks', async () => {
    const code = withoutTexts(await read('readable/Code.js'));
    const absent =
      /(?<![.\w$])(?:setTimeout|setInterval|fetch|URL|URLSearchParams|TextEncoder|TextDecoder|atob|btoa|crypto|performance|process|window|navigator|document|require|Buffer|structuredClone|queueMicrotask)(?=\s*[.(])/g;
    expect(code.match(absent)).toBeNull();
  });

  test('uses no method that came after ES2020', async () => {
    const later = /\.(?:at|hasOwn|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|groupBy|any)\(/g;
    expect((await read('readable/Code.js')).match(later)).toBeNull();
  });

  test('has every action that a card names', async () => {
    const folders = ['cards', 'actions'].map((name) => path.join(__dirname, '../../src/addon', name));
    const files = await Promise.all(
      folders.map(async (from) => (await readdir(from)).map((file) => path.join(from, file))),
    );
    const sources = await Promise.all(files.flat().map((file) => readFile(file, 'utf8')));
    const named = sources.flatMap((source) =>
      [...source.matchAll(/(?:callAction\(|button\(\s*[^,]+,\s*)'(\w+)'/g)].map((match) => match[1]),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !Object.keys(actions).includes(name ?? ''))).toEqual([]);
    const offered = new Set([...named, 'start']);
    expect(Object.keys(actions).filter((name) => !offered.has(name))).toEqual([]);
  });
});

describe('the manifest', () => {
  test('U7: asks for the scopes of the decision on least privilege and no other', async () => {
    expect((await manifest()).oauthScopes.sort()).toEqual(
      [
        'https://www.googleapis.com/auth/gmail.addons.execute',
        'https://www.googleapis.com/auth/gmail.addons.current.message.action',
        'https://www.googleapis.com/auth/gmail.addons.current.message.metadata',
        'openid',
        'https://www.googleapis.com/auth/userinfo.email',
        'https://www.googleapis.com/auth/script.external_request',
        'https://www.googleapis.com/auth/script.locale',
      ].sort(),
    );
  });

  test('lets the add-on call the store and nothing else', async () => {
    const { urlFetchWhitelist, addOns } = await manifest();
    expect(urlFetchWhitelist).toEqual(['https://store.example.com/']);
    // Links are opened by the user: pages of the store, and mails that suggestions came from.
    expect(addOns.common.openLinkUrlPrefixes).toEqual(['https://store.example.com/', 'https://mail.google.com/mail/']);
    expect(await read('minified/Code.js')).toContain('https://store.example.com/');
  });

  test('is of a Gmail add-on on V8 that learns the language and opens beside every mail', async () => {
    expect(await manifest()).toMatchObject({
      runtimeVersion: 'V8',
      addOns: {
        common: { name: 'Contact Inbox', useLocaleFromApp: true, homepageTrigger: { enabled: true } },
        gmail: { contextualTriggers: [{ unconditional: {} }] },
      },
    });
  });
});

describe('a store URL that Google would not call', () => {
  const build = (storeUrl: string, localPreview = false) =>
    buildAddon({ storeUrl, localPreview, out: path.join(folder, 'refused') });

  test.each([
    '',
    'store.example.com',
    'http://store.example.com/',
    'http://localhost:8787/',
    'https://',
    'https:///v1',
    'https://store/',
    'https://user:secret@store.example.com/',
    'https://store.example.com/?tenant=1',
    'https://store.example.com/#a',
    'ftp://store.example.com/',
  ])('%j is refused with what to do', async (url) => {
    await expect(build(url)).rejects.toThrow(/--store-url or CONTACT_INBOX_STORE_URL/);
  });

  test.each(['http://localhost:8787', 'http://127.0.0.1:8787/'])('%s is for the local preview', async (url) => {
    await build(url, true);
    const { urlFetchWhitelist } = JSON.parse(await read('refused/appsscript.json'));
    expect(urlFetchWhitelist).toEqual([url.replace(/\/?$/, '/')]);
    await expect(build(url)).rejects.toThrow(/https/);
  });

  test('another host by http is not for the local preview either', async () => {
    await expect(build('http://store.example.com/', true)).rejects.toThrow(/https/);
  });

  test('a path is kept and closed', async () => {
    await build('https://www.example.com/contacts');
    expect(JSON.parse(await read('refused/appsscript.json')).urlFetchWhitelist).toEqual([
      'https://www.example.com/contacts/',
    ]);
  });
});

/** Notes in `seen` what reads a table: parses or splits a long text, makes room for many bytes. */
const watching = `
  const seen = [];
  const { parse } = JSON;
  JSON.parse = (text) => { if (String(text).length > 1000) seen.push('JSON.parse'); return parse(text); };
  const { split } = String.prototype;
  String.prototype.split = function (...by) { if (this.length > 1000) seen.push('split'); return split.apply(this, by); };
  Uint8Array = new Proxy(Uint8Array, {
    construct(bytes, [size]) { if (size > 1000) seen.push('Uint8Array'); return new bytes(size); },
  });
`;

const load = (globals: Record<string, unknown>) =>
  gas.require(path.join(folder, 'minified'), globals, { filter: (file) => file.endsWith('.js') });

/** Builds whatever is asked of it. */
const builder: unknown = new Proxy(() => {}, { get: () => builder, apply: () => builder });

/** Services of a platform that grants nothing: the builders of cards work, the rest throws. */
function withheldPlatform(): Record<string, unknown> {
  const refusing = new Proxy(
    {},
    {
      get: () => () => {
        throw new Error('You do not have permission to call this service');
      },
    },
  );
  const names = [
    'GmailApp',
    'PropertiesService',
    'CacheService',
    'LockService',
    'UrlFetchApp',
    'ScriptApp',
    'Utilities',
  ];
  return { CardService: builder, ...Object.fromEntries(names.map((name) => [name, refusing])) };
}

/** Code without comments, strings and templates, so that words in them are not taken for globals. */
function withoutTexts(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(["'])(?:\\.|(?!\1)[^\\\n])*\1/g, '""')
    .replace(/`(?:\\.|[^\\`])*`/g, '""')
    .replace(/\/\/.*$/gm, '');
}
