import { describeInBrowser } from './preview/page/browser.ts';
import { previewJourney } from './preview/page/preview-journey.ts';

/** The whole way, as a person goes it: `npm start`, a browser, the built add-on, the store. Each test goes on where the last ended. */
describeInBrowser('the journey in a browser', () => {
  const { page, dev, panel, press, field, cardTitle, inPanel, snackbar, signIn, choose, toInbox, openMail, look } =
    previewJourney('journey');

  describe('as an enabled user', () => {
    test('the homepage says that there is nothing yet', async () => {
      await inPanel('No suggestions are waiting.');
      await look('user-01-home');
    });

    test('an open mail shows its sender, and nothing of the mail was read', async () => {
      await openMail('Yuzu marmalade: label text for approval');
      await cardTitle('Hannah Whitcombe');
      await inPanel('New sender');
      await look('user-02-message');
    });

    test('Suggest contact gives a card with the line behind each value', async () => {
      await press('Suggest contact');
      await cardTitle('Suggested contact');
      expect(await field('Name').inputValue()).toBe('Hannah Whitcombe');
      expect(await field('Title').inputValue()).toBe('Buyer');
      expect(await field('Department').inputValue()).toBe('Preserves & Spreads');
      await inPanel('“Buyer, Preserves & Spreads”');
      await look('user-03-suggestion');
    });

    test('a corrected card is saved, and undone', async () => {
      await field('Title').fill('Buyer for Preserves');
      await press('Save');
      await cardTitle('New contact saved');
      await inPanel('Buyer for Preserves');
      await look('user-04-saved');
      await press('Undo');
      await snackbar('Undone.');
      await look('user-05-undone');
    });

    test('the suggestion that came back is saved again', async () => {
      await toInbox();
      await inPanel('Suggestions (1)');
      await look('user-06-home-pending');
      await press(/Hannah Whitcombe/);
      await cardTitle('Suggested contact');
      await press('Save');
      await cardTitle('New contact saved');
    });

    test('a later mail of the same person updates the contact', async () => {
      await openMail('Yuzu marmalade: first order, and some news');
      await inPanel('In your contacts');
      await look('user-07-known');
      await press('Suggest contact');
      await inPanel('In your contacts, with changes');
      const tick = panel().getByRole('checkbox', { name: /^Title: .* → Senior Buyer$/ });
      expect(await tick.isChecked()).toBe(true);
      await look('user-08-changes');
      await press('Save');
      await cardTitle('Contact updated');
      await look('user-09-updated');
    });

    test('there is one contact, with both phones', async () => {
      await toInbox();
      await inPanel('Recent contacts');
      await press(/Hannah Whitcombe/);
      await cardTitle('Hannah Whitcombe');
      await inPanel('Senior Buyer');
      await inPanel('Ambient Grocery');
      await inPanel('07700 900288');
      await look('user-10-contact');
      await press('Back');
      expect(
        await panel()
          .getByRole('button', { name: /Hannah Whitcombe/ })
          .count(),
      ).toBe(1);
      await look('user-11-home');
    });

    test('somebody of that name is a question; the answer shows what would change', async () => {
      await openMail('Supplier form for 2027');
      await press('Suggest contact');
      await inPanel('Who is this?');
      await look('user-15-who');
      await panel()
        .getByRole('radio', { name: /^Hannah Whitcombe/ })
        .check();
      await inPanel('Save these changes');
      await look('user-16-chosen');
      await press('Not now');
    });

    test('several suggestions are dismissed at once, and all come back', async () => {
      await press('Suggestions (1)');
      await press('Choose several');
      await panel().getByRole('checkbox').first().check();
      await look('user-17-several');
      await press('Dismiss chosen');
      await cardTitle('1 of 1 done');
      await look('user-18-done');
      await press('Undo all');
      await inPanel('Suggestions (1)');
    });

    test('saved as somebody new, the two are merged: a choice where they differ, the rest from either', async () => {
      await press('Suggestions (1)');
      await press(/Hannah Whitcombe/);
      await inPanel('Who is this?');
      await panel().getByRole('radio', { name: 'New contact' }).check();
      await inPanel('New contact');
      await press('Save');
      await cardTitle('New contact saved');
      await toInbox();
      await inPanel('Recent contacts');
      await press(/Hannah Whitcombe.*Senior Buyer/);
      await press('Merge');
      await cardTitle('Merge with another contact');
      await inPanel('Perhaps the same person');
      await look('user-19-merge-with');
      await press(/Hannah Whitcombe/);
      await cardTitle('Merge into one contact');
      await look('user-20-merge');
      await panel()
        .getByRole('radio', { name: /^This contact: .*Buyer/ })
        .check();
      await press('Merge');
      await cardTitle('Contacts merged');
      await inPanel('Senior Buyer');
      await look('user-21-merged');
    });

    test('the merged contact says what it was merged from, and is separated again', async () => {
      await press('Done');
      await inPanel('Recent contacts');
      await press(/Hannah Whitcombe/);
      await inPanel('Merged from');
      await look('user-22-merged-contact');
      await press('Separate');
      await cardTitle('Make two contacts again?');
      await look('user-23-ask-separate');
      await press('Separate');
      await cardTitle('Contacts separated');
      await look('user-24-separated');
    });

    test('one of them is deleted, never to be suggested again, and both are undone', async () => {
      await panel()
        .getByRole('button', { name: /Hannah Whitcombe/ })
        .last()
        .click();
      await press('Delete');
      await cardTitle('Delete this contact?');
      await panel().getByRole('checkbox', { name: 'Never suggest this person to me' }).check();
      await look('user-25-ask-delete');
      await press('Delete');
      await cardTitle('Contact deleted');
      await inPanel('You get no suggestions of this person any more.');
      await look('user-26-deleted');
      await press('Undo');
      await snackbar('Undone.');
      await inPanel('Recent contacts');
    });

    test('a newsletter gives a reason', async () => {
      await openMail('Rates ease as the peak passes');
      await inPanel('Not a person');
      await look('user-12-newsletter');
    });

    test('a hostile mail is only text', async () => {
      await openHostileMail();
      await look('user-13-hostile');
      await press(/^Suggest (?:contact|anyway)$/);
      await cardTitle('Suggested contact');
      await look('user-14-hostile-suggestion');
      expect(await page().title()).toBe('Mail – Contact Inbox');
    });
  });

  describe('as an admin', () => {
    test('settings list the enabled users', async () => {
      await toInbox();
      await signIn('Ken Adams (admin)');
      await press('Settings');
      await cardTitle('Settings');
      await press('Open: Users of Contact Inbox');
      await inPanel('Enabled users: 2');
      await cardTitle('Users of Contact Inbox');
      await look('admin-01-settings');
    });

    test('a pasted address is enabled', async () => {
      await field('Addresses').fill('Lena Vogt <lena.vogt@aozora.example>');
      await press('Enable');
      await inPanel('Enabled users: 3');
      await snackbar('1 user enabled');
      await look('admin-02-enabled');
    });

    test('the enabled colleague can work at once, until disabled again', async () => {
      await signIn('Lena Vogt (not enabled)');
      await inPanel('No suggestions are waiting.');
      await signIn('Ken Adams (admin)');
      await press('Settings');
      await press('Open: Users of Contact Inbox');
      await press('Disable lena.vogt@aozora.example');
      await inPanel('Enabled users: 2');
      await look('admin-03-disabled');
    });

    test('there are no settings for a user', async () => {
      await signIn('Sakura Mori (user)');
      await inPanel('Recent contacts');
      expect(await panel().getByRole('button', { name: 'Settings' }).count()).toBe(0);
    });
  });

  describe('as a user who is not enabled', () => {
    test('the homepage says why, and whom to ask', async () => {
      await signIn('Lena Vogt (not enabled)');
      await cardTitle('You are not enabled yet');
      await inPanel('ken.adams@aozora.example');
      await look('not-enabled-01-home');
    });

    test('so does an open mail', async () => {
      await openMail('Yuzu marmalade: label text for approval');
      await cardTitle('You are not enabled yet');
      await look('not-enabled-02-message');
    });
  });

  describe('in Japanese', () => {
    test('a user saves the sender of a Japanese mail', async () => {
      await toInbox();
      await choose('ja');
      await signIn('Sakura Mori (ユーザー)');
      await inPanel('最近の連絡先');
      await look('ja-01-home');
      await openMail(japaneseMail);
      await inPanel('新しい差出人');
      await look('ja-02-message');
      await press('連絡先を提案');
      await field('会社名').waitFor();
      await look('ja-03-suggestion');
      await press('保存');
      await inPanel('元に戻す');
      await look('ja-04-saved');
    });

    test('an admin sees the settings', async () => {
      await toInbox();
      await signIn('Ken Adams (管理者)');
      await press('設定');
      await press('開く: Contact Inbox の利用者');
      await field('メールアドレス').waitFor();
      await look('ja-05-settings');
    });

    test('a user who is not enabled is told whom to ask', async () => {
      await signIn('Lena Vogt (利用不可)');
      await inPanel('ken.adams@aozora.example');
      await look('ja-06-not-enabled');
    });
  });

  describe('on a phone', () => {
    test('the sheet over a mail leads all the way, in English', async () => {
      await choose('phone');
      await choose('en');
      await signIn('Sakura Mori (user)');
      await page().locator('.gmail.phone a.thread').first().waitFor();
      await look('phone-01-inbox');
      await openMail('PO 44817: sencha and genmaicha, December');
      await look('phone-02-mail');
      await page().getByRole('button', { name: 'Open Contact Inbox' }).click();
      await inPanel('New sender');
      await look('phone-03-message');
      await press('Suggest contact');
      await cardTitle('Suggested contact');
      await look('phone-04-suggestion');
      await press('Not now');
      await look('phone-05-not-now');
    });

    test('and in Japanese', async () => {
      await choose('ja');
      await openMail(japaneseMail);
      await look('phone-06-ja-mail');
      await page().getByRole('button', { name: 'Contact Inbox を開く' }).click();
      await inPanel('登録済みの連絡先');
      await look('phone-07-ja-message');
      await choose('web');
    });
  });

  /** Its subject is markup of the worst kind, so it is found by what it says. */
  async function openHostileMail(): Promise<void> {
    const hostile = dev().mailbox.threads.find(({ messages }) =>
      messages.some(({ headers }) => headers.some(({ value }) => value.includes('<svg/onload'))),
    );
    await page().goto(`${dev().url}#inbox/${hostile?.id}`);
    await page().locator('.conversation h1').waitFor();
    await page().locator('.panel .card').waitFor();
  }
});

const japaneseMail = '【ご注文確認】煎茶「翠」100g 1,200袋（PO-26-1187）';
