import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Dev, startDev } from '../../../src/dev.ts';
import { accessibilityProblems, launchBrowser, openPage, screenshot } from './browser.ts';

/**
 * For the tests of one `describe`: what `npm start` starts, with nothing saved yet, and a person before it in a browser. What they press and
 * read is looked for in the add-on's panel. `pictures` begins the names of the pictures taken.
 */
export function previewJourney(pictures: string) {
  let browser: Browser;
  let dev: Dev;
  let folder: string;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `contact-inbox-${pictures}-`));
    [browser, dev] = await Promise.all([launchBrowser(), startDev({ port: 0, dataFolder: folder })]);
    ({ page, problems } = await openPage(browser, dev.url));
  });
  afterAll(async () => {
    await browser?.close();
    await dev?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const panel = () => page.locator('.panel');
  const toInbox = () => page.goto(`${dev.url}#inbox`);
  return {
    page: () => page,
    dev: () => dev,
    panel,
    press: (name: string | RegExp) => panel().getByRole('button', { name, exact: true }).first().click(),
    field: (name: string) => panel().getByRole('textbox', { name, exact: true }),
    cardTitle: (name: string) => panel().getByRole('heading', { name, exact: true }).waitFor(),
    inPanel: (text: string | RegExp) => panel().getByText(text).first().waitFor(),
    snackbar: (text: string) => page.locator('.snackbar', { hasText: text }).waitFor(),
    signIn: (name: string) => page.locator('.preview-bar select').selectOption({ label: name }),
    choose: (choice: 'en' | 'ja' | 'web' | 'phone') => page.locator(`[data-choice="${choice}"]`).click(),
    toInbox,
    openMail: async (subject: string) => {
      await toInbox();
      await page.locator('a.thread', { hasText: subject }).click();
      await page.getByRole('heading', { level: 1, name: subject }).waitFor();
    },
    /** Every screen is looked at twice: by axe-core and, in the pictures, by people. */
    look: async (name: string) => {
      await page.locator('.panel-body:not([aria-busy])').waitFor({ state: 'attached' });
      await screenshot(page, `${pictures}-${name}`);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(problems).toEqual([]);
    },
  };
}
