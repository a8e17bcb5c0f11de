import type { Browser, Page } from 'playwright-core';
import type { Card, Widget } from '../../../src/preview/page/card/card-json.ts';
import { launchBrowser, openPage } from './browser.ts';
import { type Answer, type CardServer, shows, startCardServer } from './card-server.ts';

/** The preview in a browser for one test file: `open` shows a card as the homepage, or what an answer function says. */
export interface CardPage {
  readonly page: Page;
  readonly server: CardServer;
  open(first: Card | Answer, options?: Parameters<typeof openPage>[2]): Promise<Page>;
  openWidgets(...widgets: Widget[]): Promise<Page>;
  /** Waits until no callback is under way. */
  settled(): Promise<void>;
  /** What the browser refused to do for a mail. */
  readonly blocked: string[];
  /** What the page reported as errors, taken off the list so that it does not fail the test. */
  takeProblems(): string[];
}

/** Starts browser and server around the tests of the describe block that calls it; a test fails when the page logs an error. */
export function useCardPage(): CardPage {
  let browser: Browser | undefined;
  let server: CardServer | undefined;
  let opened: Awaited<ReturnType<typeof openPage>> | undefined;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startCardServer()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(async () => {
    const problems = opened?.problems ?? [];
    await opened?.context.close();
    opened = undefined;
    expect(problems).toEqual([]);
  });

  const open: CardPage['open'] = async (first, options) => {
    if (!browser || !server) throw new Error('The browser did not start');
    server.answer(typeof first === 'function' ? first : ({ kind }) => (kind === 'trigger' ? shows(first) : {}));
    opened = await openPage(browser, server.url, options);
    return opened.page;
  };
  return {
    get page() {
      if (!opened) throw new Error('No page is open');
      return opened.page;
    },
    get server() {
      if (!server) throw new Error('The server did not start');
      return server;
    },
    get blocked() {
      return opened?.blocked ?? [];
    },
    open,
    openWidgets: (...widgets) => open({ sections: [{ widgets }] }),
    settled: async () => {
      await opened?.page.locator('.panel-body:not([aria-busy])').waitFor({ state: 'attached' });
    },
    takeProblems: () => opened?.problems.splice(0) ?? [],
  };
}
