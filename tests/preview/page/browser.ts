import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** `describe` where a browser is installed. Elsewhere it says what is left out; CI and CONTACT_INBOX_REQUIRE_BROWSER=1 fail instead. */
export function describeInBrowser(name: string, tests: () => void): void {
  const message =
    `Left out: "${name}". These tests need Chromium or Chrome, and none was found. Install one (Debian: apt-get install ` +
    'chromium-headless-shell) or name it in CHROME_PATH.';
  if (findBrowser()) {
    describe(name, tests);
  } else if (process.env.CI === 'true' || process.env.CONTACT_INBOX_REQUIRE_BROWSER === '1') {
    test(name, () => {
      throw new Error(message);
    });
  } else {
    console.warn(message);
    describe.skip(name, tests);
  }
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A fresh browser profile on this address. `problems` collects what the page logs as errors, `blocked` what the browser
 * refused to do for a mail.
 */
export async function openPage(
  browser: Browser,
  url: string,
  options: { locale?: string; viewport?: { width: number; height: number } } = {},
): Promise<{ page: Page; context: BrowserContext; problems: string[]; blocked: string[] }> {
  const context = await browser.newContext({
    locale: options.locale ?? 'en-US',
    timezoneId: 'Asia/Tokyo',
    viewport: options.viewport ?? { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems: string[] = [];
  const blocked: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const ofMail = message.location().url.includes('/preview/messages/');
    (ofMail ? blocked : problems).push(message.text());
  });
  await page.goto(url);
  return { page, context, problems, blocked };
}

/** What axe-core calls serious or critical on the page as it stands; the mail's own HTML is not ours to judge. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('Boolean(window.axe)'))) await page.evaluate(axeSource());
  return page.evaluate<string[]>(`
    axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) =>
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, help, nodes }) => nodes.map((node) => id + ': ' + help + ' ' + node.html + ' ' + node.failureSummary)))
  `);
}

/** A picture of the page, kept as a build artefact. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.CONTACT_INBOX_SCREENSHOTS ?? join(__dirname, '../../../.data/screenshots');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

function findBrowser(): string | undefined {
  const { CHROME_PATH, CHROMIUM_PATH, PROGRAMFILES, LOCALAPPDATA } = process.env;
  const candidates = [
    CHROME_PATH,
    CHROMIUM_PATH,
    '/usr/bin/chromium-headless-shell', // starts and opens pages in two thirds of the time
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    PROGRAMFILES && join(PROGRAMFILES, 'Google/Chrome/Application/chrome.exe'),
    LOCALAPPDATA && join(LOCALAPPDATA, 'Google/Chrome/Application/chrome.exe'),
    PROGRAMFILES && join(PROGRAMFILES, 'Microsoft/Edge/Application/msedge.exe'),
  ];
  return candidates.find((path) => path && existsSync(path));
}

function axeSource(): string {
  return (createRequire(__filename)('axe-core') as { source: string }).source;
}
