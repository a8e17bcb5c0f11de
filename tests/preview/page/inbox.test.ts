import type { Request } from 'playwright-core';
import { accessibilityProblems, describeInBrowser, screenshot } from './browser.ts';
import { useCardPage } from './card-page.ts';
import { shows } from './card-server.ts';

describeInBrowser('the inbox and the open mail', () => {
  const cards = useCardPage();
  const answer = ({ functionName }: { functionName: string }) => shows({ header: { title: functionName } });
  const focusedText = () => cards.page.locator(':focus').textContent();

  test('lists mails with sender, subject, beginning and date, newest first; opening one marks it read', async () => {
    const page = await cards.open(answer);
    const rows = page.locator('a.thread');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    expect(await rows.locator('.names').allTextContents()).toEqual(['Ana Lima', 'Roof & Tile']);
    expect(await rows.locator('.subject').allTextContents()).toEqual(['Plans for spring', 'A <b>mail</b> with markup']);
    expect(await rows.nth(1).locator('.snippet').textContent()).toContain('Hello a link');
    expect(await rows.first().getAttribute('class')).toContain('unread');
    expect(await accessibilityProblems(page)).toEqual([]);
    await rows.first().click();
    await page.getByRole('heading', { level: 1, name: 'Plans for spring' }).waitFor();
    await page.getByText('1 of 2', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Back to Inbox' }).click();
    await rows.first().waitFor();
    expect(await rows.first().getAttribute('class')).not.toContain('unread');
  });

  test('is walked by keyboard: arrows, Enter, and back to the same row', async () => {
    const page = await cards.open(answer);
    await page.locator('a.thread').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await focusedText()).toContain('A <b>mail</b>');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText()).toContain('A <b>mail</b>');
    await page.keyboard.press('Enter');
    await page.locator('h1:focus', { hasText: 'A <b>mail</b> with markup' }).waitFor();
    await page.getByRole('link', { name: 'Newer conversation' }).click();
    await page.locator('h1:focus', { hasText: 'Plans for spring' }).waitFor();
    await page.goBack();
    await page.locator('h1:focus', { hasText: 'A <b>mail</b> with markup' }).waitFor();
    await page.getByRole('link', { name: 'Back to Inbox' }).press('Enter');
    await page.locator('a.thread:focus', { hasText: 'A <b>mail</b>' }).waitFor();
  });

  test('is searched by any of its words', async () => {
    const page = await cards.open(answer);
    const search = page.getByRole('searchbox', { name: 'Search mail' });
    await search.fill('LIMA 7946');
    await page.getByText('1–1 of 1').waitFor();
    expect(await page.locator('a.thread').count()).toBe(1);
    await search.fill('nothing like this');
    await page.getByText('No mail matches your search').waitFor();
    await search.fill('');
    await page.getByText('1–2 of 2').waitFor();
  });

  test('a plain mail has its addresses as links, and tells who wrote to whom', async () => {
    const page = await cards.open(answer);
    await page.getByRole('link', { name: /Plans for spring/ }).click();
    const link = page.getByRole('link', { name: 'https://example.com/plans', exact: true });
    expect(await link.getAttribute('href')).toBe('https://example.com/plans');
    await page.getByRole('button', { name: 'to me' }).click();
    await page.getByText('Ana Lima <ana@example.com>').waitFor();
    await page.getByText('Sakura Mori <sakura.mori@aozora.example>').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, 'mail-plain');
  });

  test('an HTML mail runs nothing, loads nothing and leads only to new tabs', async () => {
    const page = await cards.open(answer);
    const foreign: Request[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(cards.server.url)) foreign.push(request);
    });
    await page.getByRole('link', { name: /with markup/ }).click();
    const body = page.frameLocator('iframe');
    await body.getByText('Hello').waitFor();
    for (const name of ['a link', 'a window of its own']) {
      const [tab] = await Promise.all([
        page.context().waitForEvent('page'),
        body.getByRole('link', { name, exact: true }).click(),
      ]);
      await tab.waitForLoadState();
      expect(await tab.evaluate('window.opener')).toBeNull();
      await tab.close();
    }
    expect(foreign.map((request) => request.failure()?.errorText)).toEqual(['csp']);
    expect(await page.title()).toBe('Mail – Contact Inbox');
    expect(cards.blocked.join('\n')).toMatch(/Blocked script execution/);
    expect(cards.blocked.join('\n')).toMatch(/Loading the image .*violates/);
    await screenshot(page, 'mail-html');
  });

  test('an address of a mail that is not there says so', async () => {
    const page = await cards.open(answer);
    await page.goto(`${cards.server.url}#inbox/abc`);
    await page.getByText('This conversation is not in the mailbox.').waitFor();
    expect(cards.takeProblems()).toEqual([expect.stringContaining('404')]);
  });

  test('speaks Japanese, to the add-on too, and remembers it', async () => {
    const page = await cards.open(({ locale }) => shows({ header: { title: locale } }));
    await page.getByRole('heading', { name: 'en-US' }).waitFor();
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByRole('heading', { name: 'ja-JP' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    expect(await focusedText()).toBe('日本語');
    await page.reload();
    await page.getByRole('link', { name: '受信トレイ' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('a browser in Japanese starts in Japanese', async () => {
    const page = await cards.open(({ locale }) => shows({ header: { title: locale } }), { locale: 'ja-JP' });
    await page.getByRole('heading', { name: 'ja-JP' }).waitFor();
    await page.getByText('2 件中 1～2 件目').waitFor();
  });

  test('another user is another call', async () => {
    const page = await cards.open(({ user }) => shows({ header: { title: user.email } }));
    await page.getByLabel('Signed in as').selectOption('Lena Vogt (not enabled)');
    await page.getByRole('heading', { name: 'lena.vogt@aozora.example' }).waitFor();
    expect(cards.server.calls.at(-1)?.user).toMatchObject({ name: 'Lena Vogt', domain: 'aozora.example' });
  });

  test('on a phone the add-on opens over a mail, on demand, and there is no homepage', async () => {
    const page = await cards.open(({ functionName, platform }) =>
      shows({ header: { title: `${functionName} ${platform}` } }),
    );
    await page.getByRole('heading', { name: 'onHome WEB' }).waitFor();
    cards.server.calls.length = 0;
    await page.getByRole('button', { name: 'Phone' }).click();
    await page.locator('.gmail.phone a.thread').first().click();
    await page.getByRole('heading', { level: 1, name: 'Plans for spring' }).waitFor();
    expect(cards.server.calls).toEqual([]);
    expect(await page.locator('.panel').isVisible()).toBe(false);
    await screenshot(page, 'phone-mail');
    await page.getByRole('button', { name: 'Open Card Tester' }).click();
    await page.getByRole('heading', { name: 'onMessage ANDROID' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.panel').isVisible()).toBe(false);
  });

  test('a narrow window starts as a phone', async () => {
    const page = await cards.open(answer, { viewport: { width: 390, height: 844 } });
    await page.locator('.gmail.phone a.thread').first().waitFor();
    expect(cards.server.calls).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, 'phone-narrow');
  });
});
