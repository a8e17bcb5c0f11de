import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AppsScript, startAppsScript } from '../../../src/preview/apps-script/apps-script.ts';
import type {
  AppsScriptOptions,
  Callback,
  Execution,
  GmailMessageData,
  User,
} from '../../../src/preview/apps-script/types.ts';

export const sakura: User = { email: 'sakura.mori@aozora.example', name: 'Sakura Mori', domain: 'aozora.example' };

export const google = 'https://www.googleapis.com/auth/';

export const manifest = {
  timeZone: 'Asia/Tokyo',
  runtimeVersion: 'V8',
  oauthScopes: [
    `${google}gmail.addons.execute`,
    `${google}gmail.addons.current.message.action`,
    `${google}gmail.addons.current.message.metadata`,
    `${google}script.external_request`,
    `${google}script.locale`,
    `${google}userinfo.email`,
    'openid',
  ] as string[],
  urlFetchWhitelist: ['https://store.example.com/v1/'],
  addOns: {
    common: {
      name: 'Contact Inbox',
      logoUrl: 'https://store.example.com/logo.png',
      openLinkUrlPrefixes: ['https://store.example.com/'],
      useLocaleFromApp: true,
    },
    gmail: {},
  },
};

export const mail: GmailMessageData = {
  id: '18c2f0a1b2c3d4e5',
  threadId: '18c2f0a1b2c3d4e0',
  headers: [
    { name: 'From', value: 'Ana Ruiz <ana@example.com>' },
    { name: 'To', value: 'sakura.mori@aozora.example' },
    { name: 'Subject', value: 'Your order' },
    { name: 'List-Id', value: 'news.example.com' },
  ],
  date: new Date('2026-03-01T08:30:00Z'),
  text: 'Hello\nAna',
  html: '<p>Hello</p><p>Ana</p>',
};

const running: AppsScript[] = [];
const folders: string[] = [];
afterAll(async () => {
  await Promise.all(running.splice(0).map((script) => script.stop()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** Writes a script folder and starts it. */
export async function script(
  code: string,
  options: Partial<AppsScriptOptions> & { manifest?: object; mails?: GmailMessageData[] } = {},
): Promise<AppsScript> {
  const { manifest: other, mails = [mail], ...rest } = options;
  const folder = await scriptFolder(code, other);
  const started = await startAppsScript({
    folder,
    mailbox: { message: (_user, id) => mails.find((one) => one.id === id) },
    identityToken: (user) => `identity of ${user.email}`,
    ...rest,
  });
  running.push(started);
  return started;
}

export async function scriptFolder(code: string, appsscript: object = manifest): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'apps-script-'));
  folders.push(folder);
  await writeFile(path.join(folder, 'Code.js'), code);
  await writeFile(path.join(folder, 'appsscript.json'), JSON.stringify(appsscript));
  return folder;
}

export const callback = (more: Partial<Callback> = {}): Callback => ({
  user: sakura,
  functionName: 'main',
  kind: 'action',
  locale: 'ja-JP',
  platform: 'WEB',
  timeZone: { id: 'Asia/Tokyo', offset: 32_400_000 },
  ...more,
});

/** Runs a function body as an action and gives what it returned, by way of a notification. */
export async function valueFrom(
  body: string,
  options: Parameters<typeof script>[1] & { callback?: Partial<Callback> } = {},
) {
  const { callback: more, ...rest } = options;
  const started = await script(answering(body), rest);
  return notified(await started.run(callback(more)));
}

/** A script whose `main` runs the body and notifies of the JSON of what it returns. */
export const answering = (body: string): string => `
  function value(e) { ${body} }
  function main(e) {
    const text = JSON.stringify({ value: value(e) });
    return CardService.newActionResponseBuilder()
      .setNotification(CardService.newNotification().setText(text))
      .build();
  }`;

export function notified(execution: Execution): unknown {
  if (execution.error) throw new Error(execution.error.message);
  const { text } = execution.response?.renderActions?.action.notification ?? { text: '{}' };
  return (JSON.parse(text) as { value?: unknown }).value;
}

/** The message of what a function body throws, as Gmail shows it. */
export async function errorOf(
  body: string,
  options: Parameters<typeof valueFrom>[1] = {},
): Promise<string | undefined> {
  const { callback: more, ...rest } = options;
  const started = await script(`function main(e) { ${body} }`, rest);
  return (await started.run(callback(more))).error?.message;
}
