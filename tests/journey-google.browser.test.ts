import { troubledPeople } from '../src/preview/google/sample-organisation.ts';
import { describeInBrowser, screenshot } from './preview/page/browser.ts';
import { previewJourney } from './preview/page/preview-journey.ts';

/** The admin's whole way to automatic suggestions, against the emulated Google. Each test goes on where the last ended. */
describeInBrowser('the way to automatic suggestions', () => {
  const { page, dev, panel, press, field, cardTitle, inPanel, snackbar, signIn, choose, toInbox, look } =
    previewJourney('google');

  beforeAll(() => signIn('Ken Adams (admin)'));

  const shownText = async (text: RegExp) => (await panel().getByText(text).first().textContent()) ?? '';
  const allText = async () => (await panel().textContent()) ?? '';
  const openGoogle = async () => {
    await toInbox();
    await page().reload();
    await press('Settings');
    await press('Open: Google');
    await cardTitle('Google: automatic suggestions');
  };
  /** Reloads the table until it says so. */
  const openUsers = async () => {
    await openGoogle();
    await press('Open: Users and their mailboxes');
    await cardTitle('Users and their mailboxes');
  };
  const untilUsersSay = async (text: RegExp) => {
    for (let tries = 0; tries < 40; tries += 1) {
      await openUsers();
      if (text.test(await allText())) return;
      await page().waitForTimeout(500);
    }
    throw new Error(`The users never say ${text}: ${await allText()}`);
  };

  test('R6: the steps say what to do', async () => {
    await openGoogle();
    await inPanel('None is registered');
    await look('01-steps');
  });

  test('R11, R13: the key file that Google gives is pasted; a wrong one is refused', async () => {
    await press('Register: Service account key');
    await look('02-key-empty');
    await field('Content of the JSON file').fill('{"type":"authorized_user"}');
    await press('Register');
    await inPanel(/Missing or wrong in the file: .*private_key/);
    await look('03-key-wrong');
    const keyFile = await (await fetch(`${dev().url}google/key-file.json`)).text();
    await field('Content of the JSON file').fill(keyFile);
    await press('Register');
    await inPanel('Client ID');
    await inPanel('Does not work yet');
    await look('04-key');
  });

  test('R12: client ID and scopes are delegated in Google’s console', async () => {
    const scopes = await shownText(/^https:\/\/www\.googleapis\.com\/auth\/gmail\.readonly/);
    const clientId = await shownText(/^\d{10,}$/);
    const atGoogle = await page().context().newPage();
    await atGoogle.goto(`${dev().url}google/`);
    await atGoogle.getByLabel('Client ID').fill(clientId);
    await atGoogle.getByLabel(/OAuth scopes/).fill(scopes);
    await atGoogle.getByRole('button', { name: 'Authorize' }).click();
    await atGoogle.getByText(clientId).waitFor();
    await atGoogle.close();
  });

  test('R7, R15, R16: switched on, the notice accepted, and saved; every admin gets a mail', async () => {
    await press('Back');
    await press('Change: On and off');
    await panel().getByRole('radio', { name: 'On', exact: true }).first().check();
    await look('05-switches');
    await press('Save');
    await cardTitle('Before it is switched on');
    await look('05-notice');
    await press('Accept and save');
    await cardTitle('Google: automatic suggestions');
    await look('06-on');
    const outbox = await page().context().newPage();
    await outbox.goto(`${dev().url}outbox`);
    await outbox.getByText('To ken.adams@aozora.example').first().waitFor();
    await screenshot(outbox, 'google-07-outbox');
    await outbox.close();
  });

  test('what is read: the mails of the last days too', async () => {
    await press('What is read');
    await field('Days to read back when a user is started').fill('365');
    await look('08-scan');
    await press('Save');
  });

  test('R17: a whole organisational unit becomes users', async () => {
    await toInbox();
    await page().reload();
    await press('Settings');
    await press('Open: Users of Contact Inbox');
    await press('From the directory');
    await inPanel('Everybody');
    await look('09-directory');
    await press(/^Everybody/);
    await press('Enable everybody here');
    await snackbar('users enabled');
    await look('10-people');
  });

  test('R18: all are chosen and started', async () => {
    await openUsers();
    await look('11-users');
    await press('Choose this page');
    await look('12-chosen');
    await press('Start chosen');
    await inPanel(/\d+ · Started/);
    await look('13-results');
  });

  test('R20, R21, R22: every kind of failure shows its status', async () => {
    await untilUsersSay(/Authentication error.*Unauthorized.*/);
    await untilUsersSay(/Active/);
    await look('14-statuses');
    await untilUsersSay(/Linkage error/);
    await press(/^Linkage error/);
    await inPanel('Reference code for support');
    await look('15-linkage-error');
    await openUsers();
    await press(/^Unauthorized/);
    await inPanel('How to mend it');
    await look('15-unauthorized');
  });

  test('R23: each cause is mended on the page of Google; tried again, all are active', async () => {
    const atGoogle = await page().context().newPage();
    await atGoogle.goto(`${dev().url}google/`);
    const rows = atGoogle.getByRole('row', { name: /@aozora\.example/ });
    expect(await rows.count()).toBe(troubledPeople.length);
    for (const { name } of troubledPeople) {
      const row = rows.filter({ hasText: name.toLowerCase().replace(' ', '.') });
      await row.getByRole('button', { name: 'Mend' }).click();
      await row.waitFor({ state: 'detached' });
    }
    await atGoogle.getByText('None.').waitFor();
    await screenshot(atGoogle, 'google-16-console');
    await atGoogle.close();
    await openUsers();
    await press('Choose this page');
    await press('Retry chosen');
    await inPanel(/Is tried again/);
    await untilUsersSay(/Active \(13\)/);
    await look('16-mended');
  });

  test('R24: disabling asks first', async () => {
    await press(/^Active/);
    await inPanel('Suggestions made');
    await press('Disable');
    await cardTitle('Disable?');
    await look('17-ask');
    await press('Disable');
    await inPanel('Disabled');
  });

  test('R5: the user finds suggestions, with the mail they came from, and saves one', async () => {
    await signIn('Sakura Mori (user)');
    await inPanel(/Automatic, from the mail of/);
    await look('18-queue');
    await panel()
      .getByRole('button', { name: /Automatic, from the mail of/ })
      .first()
      .click();
    await cardTitle('Suggested contact');
    await look('19-suggestion');
    await press('Save');
    await cardTitle('New contact saved');
  });

  test('in Japanese', async () => {
    await choose('ja');
    await signIn('Ken Adams (管理者)');
    await toInbox();
    await page().reload();
    await press('設定');
    await press('開く: Google');
    await look('20-ja-steps');
    await press('開く: 利用者とメールボックス');
    await look('21-ja-users');
    for (const [link, title] of [
      ['Google の管理画面', 'Google(エミュレーション)'],
      ['管理者宛てのメール', '管理者宛てのメール'],
    ] as const) {
      const [opened] = await Promise.all([
        page().context().waitForEvent('page'),
        page().getByRole('link', { name: link }).click(),
      ]);
      await opened.getByRole('heading', { level: 1, name: title }).waitFor();
      await opened.close();
    }
  });
});
