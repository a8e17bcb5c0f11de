import { readManifest } from '../../../src/preview/apps-script/manifest.ts';
import { manifest, script, scriptFolder } from './emulated.ts';

const { addOns } = manifest;
const { common } = addOns;
const withCommon = (more: object): object => ({ ...manifest, addOns: { ...addOns, common: { ...common, ...more } } });
const withGmail = (gmail: object): object => ({ ...manifest, addOns: { ...addOns, gmail } });
const trigger = { unconditional: {}, onTriggerFunction: 'onGmailMessage' };

test.each<[string, object, string]>([
  ['an unknown key', { ...manifest, oauthScope: [] }, 'Unrecognized key: "oauthScope"'],
  ['an unknown key of the add-on', withCommon({ logo: 'x' }), 'addOns.common: Unrecognized key: "logo"'],
  ['no name', withCommon({ name: undefined }), 'addOns.common.name'],
  ['no logo', withCommon({ logoUrl: undefined }), 'addOns.common.logoUrl'],
  [
    'a logo over http',
    withCommon({ logoUrl: 'http://store.example.com/logo.png' }),
    'addOns.common.logoUrl: must be an https URL',
  ],
  ['no gmail part', { ...manifest, addOns: { common } }, 'addOns.gmail'],
  ['another runtime', { ...manifest, runtimeVersion: 'DEPRECATED_ES5' }, 'runtimeVersion'],
  ['a time zone that is none', { ...manifest, timeZone: 'Asia/Aozora' }, 'timeZone: is not a time zone'],
  ['no scopes', { ...manifest, oauthScopes: undefined }, 'oauthScopes'],
  ['a scope that is none', { ...manifest, oauthScopes: ['gmail'] }, 'oauthScopes.0'],
  [
    'a fetch prefix without path',
    { ...manifest, urlFetchWhitelist: ['https://store.example.com'] },
    'urlFetchWhitelist.0: must have a path',
  ],
  [
    'a fetch prefix over http',
    { ...manifest, urlFetchWhitelist: ['http://store.example.com/'] },
    'urlFetchWhitelist.0: must begin with https://',
  ],
  [
    'a fetch prefix without host',
    { ...manifest, urlFetchWhitelist: ['https:///x'] },
    'urlFetchWhitelist.0: must be a URL with a full host',
  ],
  ['a fetch prefix for all hosts', { ...manifest, urlFetchWhitelist: ['*'] }, 'urlFetchWhitelist.0: must be a URL'],
  [
    'a link prefix with a wildcard inside',
    withCommon({ openLinkUrlPrefixes: ['https://a.*.example/'] }),
    'addOns.common.openLinkUrlPrefixes.0',
  ],
  ['two contextual triggers', withGmail({ contextualTriggers: [trigger, trigger] }), 'addOns.gmail.contextualTriggers'],
  [
    'a conditional trigger',
    withGmail({ contextualTriggers: [{ ...trigger, unconditional: { x: 1 } }] }),
    'unconditional: Unrecognized key',
  ],
  [
    'a universal action without target',
    withCommon({ universalActions: [{ label: 'Settings' }] }),
    'needs either openLink or runFunction',
  ],
  [
    'a color that is none',
    withCommon({ layoutProperties: { primaryColor: 'blue' } }),
    'primaryColor: must look like #1a73e8',
  ],
  [
    'a library',
    { ...manifest, dependencies: { libraries: [{ userSymbol: 'a', libraryId: 'b', version: '1' }] } },
    'libraries are not emulated',
  ],
])('%s is refused', async (_name, wrong, message) => {
  await expect(script('function main() {}', { manifest: wrong })).rejects.toThrow(message);
});

test('a whole manifest is taken', async () => {
  const whole = {
    ...manifest,
    exceptionLogging: 'STACKDRIVER',
    dependencies: {},
    urlFetchWhitelist: ['https://store.example.com/', 'https://*.example.org/v1/', 'http://localhost:8787/'],
    addOns: {
      common: {
        ...common,
        homepageTrigger: { runFunction: 'onHomepage', enabled: true },
        universalActions: [
          { label: 'Settings', runFunction: 'onSettings' },
          { label: 'Help', openLink: 'https://store.example.com/help' },
        ],
        openLinkUrlPrefixes: ['*'],
        layoutProperties: { primaryColor: '#1a73e8', secondaryColor: '#FFFFFF' },
      },
      gmail: {
        contextualTriggers: [trigger],
        homepageTrigger: { runFunction: 'onGmailHomepage' },
        composeTrigger: { draftAccess: 'METADATA', selectActions: [{ text: 'Insert', runFunction: 'onCompose' }] },
      },
    },
  };
  const names = ['onHomepage', 'onSettings', 'onGmailMessage', 'onGmailHomepage', 'onCompose'];
  const started = await script(names.map((name) => `function ${name}() {}`).join('\n'), { manifest: whole });
  expect(started.manifest).toEqual(whole);
  expect(await readManifest(await scriptFolder('', whole))).toEqual(whole);
});

test.each([
  ['missing', ''],
  ['a method', 'const app = { onGmailMessage() {} };'],
  ['inside a function', '(function () { function onGmailMessage() {} })();'],
  ['a constant', 'const onGmailMessage = () => {};'],
  ['a variable', 'var onGmailMessage = function () {};'],
  ['under another name', 'function onGmailMessage2() {}'],
])('a trigger function that is %s is refused', async (_name, code) => {
  await expect(
    script(`${code}\nfunction main() {}`, { manifest: withGmail({ contextualTriggers: [trigger] }) }),
  ).rejects.toThrow('appsscript.json names what is no top-level function of the script: onGmailMessage');
});

test.each([
  ['a private field', 'class A { #x = 1; }', 'Apps Script does not know private class members (#name), file: Code'],
  ['a private method', 'class A { #x() {} y() { this.#x(); } }', 'Apps Script does not know private class members'],
  [
    'a brand check',
    'class A { #x; static is(a) { return #x in a; } }',
    'Apps Script does not know private class members',
  ],
  ['a static field', 'class A { static x = 1; }', 'Apps Script does not know static class fields, file: Code'],
  ['an import()', 'function main() { import("x"); }', 'Apps Script does not know dynamic import'],
  ['a module', 'export function main() {}', "SyntaxError: Unexpected token 'export' line: 1 file: Code"],
  [
    'what is no JavaScript',
    'function main() {\n  return )\n}',
    "Syntax error: SyntaxError: Unexpected token ')' line: 2 file: Code",
  ],
])('%s is refused', async (_name, code, message) => {
  await expect(script(code)).rejects.toThrow(message);
});

test('syntax that the platform knows is taken, and nothing runs when a script is loaded', async () => {
  const code = `
    throw new Error('top-level code ran');
    class A { field = 1; static method() {} get x() { return this?.field ?? 2; } }
    const tag = /(?<name>\\p{L}+)/u, text = '#x static y = import(z)';
    async function* main() { for await (const one of []) yield one; }`;
  await expect(script(code)).resolves.toBeDefined();
});

test('a folder without code or manifest', async () => {
  await expect(readManifest('/nonexistent')).rejects.toThrow('ENOENT');
});
