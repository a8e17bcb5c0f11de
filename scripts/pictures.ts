import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { en } from '../src/addon/messages/en.ts';
import { ja } from '../src/addon/messages/ja.ts';
import type { Messages } from '../src/addon/messages/messages.ts';
import { type Dev, startDev } from '../src/dev.ts';
import { launchBrowser, openPage } from '../tests/preview/page/browser.ts';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../docs/images/admin');
const languages: Record<string, Messages> = { en, ja };

/** `npm run pictures`, after the cards have changed: the admin's way in the preview, as docs/admin.md and its translation show it. */
async function main(): Promise<void> {
  const browser = await launchBrowser();
  try {
    for (const [language, messages] of Object.entries(languages)) await takePictures(browser, language, messages);
  } finally {
    await browser.close();
  }
}

async function takePictures(browser: Browser, language: string, t: Messages): Promise<void> {
  const data = await mkdtemp(path.join(tmpdir(), 'contact-inbox-pictures-'));
  const dev = await startDev({ port: 0, dataFolder: data });
  const { page, context } = await openPage(browser, dev.url, { viewport: { width: 1280, height: 800 } });
  await mkdir(path.join(folder, language), { recursive: true });
  try {
    await page.locator(`[data-choice="${language}"]`).click();
    await page.locator('.preview-bar select').selectOption('ken.adams@aozora.example');
    await walk(page, dev, t, path.join(folder, language));
  } finally {
    await context.close();
    await dev.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** Settings, key, delegation, on, users; a picture of the panel at each step. */
async function walk(page: Page, dev: Dev, t: Messages, to: string): Promise<void> {
  const panel = page.locator('.panel');
  const settled = () => page.locator('.panel-body:not([aria-busy])').waitFor({ state: 'attached' });
  const press = async (name: string | RegExp) => {
    await panel.getByRole('button', { name, exact: true }).first().click();
    await settled();
  };
  const picture = async (name: string) => {
    await settled();
    await page.mouse.move(0, 0); // what lies under it is drawn otherwise
    await panel.screenshot({ path: path.join(to, `${name}.png`), animations: 'disabled' });
  };
  const openGoogle = async () => {
    await page.goto(`${dev.url}#inbox`);
    await page.reload();
    await press(t.common.settings);
    await press(`${t.settings.open}: ${t.google.short}`);
  };
  const textOf = async (text: RegExp) => (await panel.getByText(text).first().textContent()) ?? '';

  await openGoogle();
  await picture('1-steps');

  await press(`${t.google.register}: ${t.google.key}`);
  await panel.getByRole('textbox', { name: t.key.paste, exact: true }).fill(await keyFile(dev));
  await press(t.google.register);
  await panel.getByText(t.key.clientId, { exact: true }).waitFor();
  await page.locator('.snackbar').waitFor({ state: 'hidden' });
  await panel.getByText(t.key.clientId, { exact: true }).scrollIntoViewIfNeeded();
  await picture('2-key');
  const scopes = await textOf(/^https:\/\/www\.googleapis\.com\/auth\/gmail\.readonly/);
  await delegate(page, dev, await textOf(/^\d{10,}$/), scopes);

  await openGoogle();
  await press(`${t.settings.change}: ${t.switches.title}`);
  await panel.getByRole('radio', { name: t.settings.on, exact: true }).first().check();
  await picture('3-on');
  await press(t.settings.save);
  await press(t.switches.accept);

  await page.goto(`${dev.url}#inbox`);
  await page.reload();
  await press(t.common.settings);
  await press(`${t.settings.open}: ${t.settings.usersOf}`);
  await press(t.directory.title);
  await picture('4-directory');
  await press(/^Everybody/); // a group of the emulated Google
  await press(t.directory.enableAll);

  const openUsers = async () => {
    await openGoogle();
    await press(`${t.settings.open}: ${t.linkages.title}`);
  };
  await openUsers();
  await press(t.queue.all);
  await picture('5-users');
  await press(t.linkages.startChosen);
  const { active, unauthorized, starting } = t.linkages.statuses;
  for (let text = ''; !text.includes(active) || text.includes(starting); ) {
    await page.waitForTimeout(1000);
    await openUsers();
    text = (await panel.locator('.panel-body').textContent()) ?? '';
  }
  await page.setViewportSize({ width: 1280, height: 1060 });
  await panel.getByText('chika.onodera@aozora.example').evaluate((row) => row.scrollIntoView({ block: 'start' }));
  await picture('6-statuses'); // of each kind
  await page.setViewportSize({ width: 1280, height: 800 });
  await press(new RegExp(`^${unauthorized}`));
  await picture('7-unauthorized');
}

const keyFile = async (dev: Dev): Promise<string> => await (await fetch(`${dev.url}google/key-file.json`)).text();

/** What an admin does in Google's own console. */
async function delegate(page: Page, dev: Dev, clientId: string, scopes: string): Promise<void> {
  const console = await page.context().newPage();
  await console.goto(`${dev.url}google/`);
  await console.locator('input[name="clientId"]').fill(clientId);
  await console.locator('[name="scopes"]').fill(scopes);
  await console.locator('form button').first().click();
  await console.getByText(clientId).first().waitFor();
  await console.close();
}

await main();
