import type { Callback, Execution } from '../../../src/preview/apps-script/types.ts';
import type { Card } from '../../../src/preview/page/card/card-json.ts';
import { accessibilityProblems, describeInBrowser, screenshot } from './browser.ts';
import { useCardPage } from './card-page.ts';
import { type Answer, does, shows } from './card-server.ts';

describeInBrowser("the add-on's panel", () => {
  const cards = useCardPage();

  /** Homepage with a button for each action; `answers` says what each does. */
  const openActions = (answers: Record<string, Partial<Execution>>) => {
    const byName: Answer = ({ kind, parameters }) =>
      kind === 'trigger' ? shows(home(Object.keys(answers))) : (answers[parameters?.action ?? ''] ?? {});
    return cards.open(byName);
  };
  const press = async (name: string) => {
    await cards.page.getByRole('button', { name, exact: true }).click();
    await cards.settled();
  };
  const focused = () => cards.page.locator(':focus').textContent();
  const title = () => cards.page.locator('.card-title').textContent();

  describe('navigation', () => {
    test('a pushed card comes on top and says so to a screen reader; back returns to the button', async () => {
      await openActions({ push: does({ navigations: [{ pushCard: { ...card('Second') } }] }) });
      await press('push');
      expect(await title()).toBe('Second');
      expect(await focused()).toBe('Second');
      await press('Back');
      expect(await title()).toBe('Home');
      expect(await focused()).toBe('push');
      expect(await cards.page.getByRole('button', { name: 'Back' }).isVisible()).toBe(false);
    });

    test.each([
      ['pop', [{ pop: true as const }], 'Second'],
      ['popToRoot', [{ popToRoot: true as const }], 'Home'],
      ['popToCard', [{ popToCard: 'first' }], 'First'],
      ['popToCard with a name that is not there', [{ popToCard: 'nowhere' }], 'Third'],
      ['pop, then update', [{ pop: true as const }, { updateCard: { ...card('New') } }], 'New'],
    ])('%s', async (_name, navigations, expected) => {
      const push = (next: Card) => does({ navigations: [{ pushCard: { ...next } }] });
      await openActions({
        one: push({ ...card('First', ['two']), name: 'first' }),
        two: push(card('Second', ['three'])),
        three: push(card('Third', ['go'])),
        go: does({ navigations }),
      });
      for (const name of ['one', 'two', 'three', 'go']) await press(name);
      expect(await title()).toBe(expected);
    });

    test('an update keeps what was typed into fields of the same name, and the focus', async () => {
      const form = (title: string, value: string): Card => ({
        ...card(title, ['update']),
        sections: [
          {
            widgets: [
              { textInput: { name: 'typed', label: 'Typed', value } },
              { textInput: { name: 'left', label: 'Left alone', value } },
              { buttonList: { buttons: [button('update')] } },
            ],
          },
        ],
      });
      const page = await cards.open(({ kind }) =>
        kind === 'trigger'
          ? shows(form('Old', 'old'))
          : does({ navigations: [{ updateCard: { ...form('New', 'new') } }] }),
      );
      await page.getByLabel('Typed').fill('mine');
      await press('update');
      expect(await title()).toBe('New');
      expect(await page.getByLabel('Typed').inputValue()).toBe('mine');
      expect(await page.getByLabel('Left alone').inputValue()).toBe('new');
      expect(await focused()).toBe('update');
    });

    test('homepage and message have stacks of their own', async () => {
      const page = await cards.open(({ functionName, messageId, kind }) => {
        if (kind === 'action')
          return does({ navigations: [{ pushCard: { ...card(`Deeper ${messageId ?? 'home'}`) } }] });
        return shows(card(functionName === 'onHome' ? 'Home' : 'Message', ['deeper']));
      });
      await press('deeper');
      expect(await title()).toBe('Deeper home');
      await page.getByRole('link', { name: /Plans for spring/ }).click();
      await page.getByRole('heading', { name: 'Message', exact: true }).waitFor();
      const triggers = cards.server.calls.filter(({ kind }) => kind === 'trigger');
      expect(triggers.map(({ functionName, messageId }) => [functionName, typeof messageId])).toEqual([
        ['onHome', 'undefined'],
        ['onMessage', 'string'],
      ]);
      await page.getByRole('link', { name: 'Back to Inbox' }).click();
      await page.getByRole('heading', { name: 'Deeper home' }).waitFor();
      expect(cards.server.calls).toHaveLength(3);
    });

    test('stateChanged makes other cards be asked for again, later', async () => {
      let homes = 0;
      const page = await cards.open(({ functionName, kind }) => {
        if (kind === 'action') return does({ notification: { text: 'Saved' } }, true);
        if (functionName === 'onHome') homes += 1;
        return shows(card(functionName === 'onHome' ? `Home ${homes}` : 'Message', ['save']));
      });
      await page.getByRole('link', { name: /Plans for spring/ }).click();
      await page.getByRole('heading', { name: 'Message', exact: true }).waitFor();
      await press('save');
      await page.getByRole('link', { name: 'Back to Inbox' }).click();
      await page.getByRole('heading', { name: 'Home 2' }).waitFor();
    });

    test('several cards of a trigger are offered by their headers', async () => {
      const page = await cards.open(() => shows(card('First <b>'), card('Second')));
      await page.getByRole('heading', { name: 'Choose a card' }).waitFor();
      await press('First <b>');
      expect(await title()).toBe('First <b>');
      await press('Back');
      await press('Second');
      expect(await title()).toBe('Second');
    });
  });

  describe('while the add-on works', () => {
    /** Answers actions only when told to. */
    const openSlow = async (loadIndicator?: 'NONE') => {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const page = await cards.open(async ({ kind }) => {
        if (kind === 'trigger') return shows(home(['save'], loadIndicator));
        await released;
        return does({ notification: { text: 'Done' } });
      });
      return { page, release };
    };

    test('the card is locked, a second press sends nothing, and the focus comes back', async () => {
      const { page, release } = await openSlow();
      const save = page.getByRole('button', { name: 'save' });
      await save.dblclick();
      await page.locator('.progress').waitFor();
      expect(await page.locator('.card').getAttribute('inert')).toBe('');
      expect(await page.locator('.panel [role=status]').textContent()).toBe('Loading…');
      await page.keyboard.press('Enter');
      await screenshot(page, 'panel-loading');
      release();
      await page.getByText('Done').waitFor();
      expect(cards.server.calls.filter(({ kind }) => kind === 'action')).toHaveLength(1);
      expect(await focused()).toBe('save');
    });

    test('without an indicator the card stays open, and a second press still sends nothing', async () => {
      const { page, release } = await openSlow('NONE');
      await page.getByRole('button', { name: 'save' }).dblclick();
      expect(await page.locator('.progress').isVisible()).toBe(false);
      release();
      await page.getByText('Done').waitFor();
      expect(cards.server.calls.filter(({ kind }) => kind === 'action')).toHaveLength(1);
    });

    test('an answer that comes after one has moved on changes nothing there', async () => {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const page = await cards.open(async ({ functionName, kind }) => {
        if (kind === 'trigger') return shows(functionName === 'onHome' ? home(['slow']) : card('Message'));
        await released;
        return does({ navigations: [{ pushCard: { ...card('Late') } }] });
      });
      await page.getByRole('button', { name: 'slow' }).click();
      await page.getByRole('link', { name: /Plans for spring/ }).click();
      await page.getByRole('heading', { name: 'Message', exact: true }).waitFor();
      release();
      await page.waitForTimeout(200);
      expect(await title()).toBe('Message');
      await page.getByRole('link', { name: 'Back to Inbox' }).click();
      await page.getByRole('heading', { name: 'Late' }).waitFor();
    });
  });

  test('a notification is read out and can be dismissed', async () => {
    await openActions({ note: does({ notification: { text: 'Saved & shared <b>' } }) });
    await press('note');
    const note = cards.page.locator('.snackbar');
    expect(await note.textContent()).toBe('Saved & shared <b>');
    expect(await note.getAttribute('aria-live')).toBe('polite');
    await note.getByRole('button', { name: 'Dismiss' }).click();
    expect(await note.textContent()).toBe('');
  });

  test('a link in an answer opens a tab that cannot reach back', async () => {
    await openActions({ link: does({ link: { url: `${cards.server.url}preview/icon.svg` } }) });
    const [tab] = await Promise.all([cards.page.context().waitForEvent('page'), press('link')]);
    await tab.waitForLoadState();
    expect(tab.url()).toBe(`${cards.server.url}preview/icon.svg`);
    expect(await tab.evaluate('window.opener')).toBeNull();
  });

  describe('menu', () => {
    test('the root card can be refreshed, with its own entries above; Escape closes', async () => {
      let loads = 0;
      const page = await cards.open(({ kind }) => {
        if (kind === 'action') return does({ navigations: [{ pushCard: { ...card('Settings') } }] });
        loads += 1;
        const cardActions = [{ actionLabel: 'Settings', onClick: { action: { function: 'onAction' } } }];
        return shows({ ...card(`Load ${loads}`), cardActions });
      });
      const more = page.getByRole('button', { name: 'More options' });
      await more.click();
      expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Settings', 'Refresh']);
      expect(await focused()).toBe('Settings');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('Refresh');
      await page.keyboard.press('Escape');
      expect(await page.getByRole('menu').isVisible()).toBe(false);
      expect(await more.getAttribute('aria-expanded')).toBe('false');
      expect(await page.locator('.panel').isVisible()).toBe(true);

      await more.press('Enter');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Load 2' }).waitFor();
      await more.click();
      await page.getByRole('menuitem', { name: 'Settings' }).click();
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      expect(await more.isVisible()).toBe(false);
    });

    test('close hides the panel and gives the focus to the button that opens it', async () => {
      const page = await cards.open(home([]));
      await press('Close');
      expect(await page.locator('.panel').isVisible()).toBe(false);
      const opener = page.getByRole('button', { name: 'Open Card Tester' });
      expect(await opener.evaluate('document.activeElement.className')).toBe('add-on-opener');
      await opener.click();
      await page.getByRole('heading', { name: 'Home' }).waitFor();
      expect(cards.server.calls).toHaveLength(1);
    });
  });

  describe('failures', () => {
    test('of an action: what Gmail shows, what the preview knows, and the way back', async () => {
      await openActions({
        fail: { error: { message: 'TypeError: x is not a function', stack: 'at onAction (Code:7)' } },
      });
      const page = cards.page;
      await press('fail');
      const alert = page.getByRole('alert');
      expect(await alert.textContent()).toContain('Runtime error. Please contact your script developer.');
      expect(await alert.textContent()).toContain('TypeError: x is not a function');
      expect(await focused()).toBe('Something went wrong');
      await page.getByText('What the preview knows').click();
      await page.getByText('at onAction (Code:7)').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await screenshot(page, 'panel-error');
      await alert.getByRole('button', { name: 'Back' }).click();
      expect(await title()).toBe('Home');
    });

    test('of a trigger: try again', async () => {
      let failing = true;
      const page = await cards.open(() => (failing ? { error: { message: 'Out of luck' } } : shows(card('Home'))));
      await page.getByText('Out of luck').waitFor();
      failing = false;
      await press('Try again');
      expect(await title()).toBe('Home');
    });

    test('a server that is gone', async () => {
      const page = await cards.open(home(['save']));
      await page.getByRole('heading', { name: 'Home' }).waitFor();
      await page.route('**/preview/run', (route) => route.abort());
      await press('save');
      await page.getByText('The preview does not answer. Is npm start still running?').waitFor();
      expect(cards.takeProblems().join()).toContain('ERR_FAILED');
    });

    test('no cards at all', async () => {
      const page = await cards.open(() => ({ response: { action: { navigations: [] } } }));
      await page.getByText('There is nothing to show here.').waitFor();
    });
  });

  test('missing permissions: the scopes are named, granted with a button, and can be taken back', async () => {
    const scope = 'openid';
    const answer = ({ user }: Callback) =>
      user.grantedScopes?.includes(scope)
        ? shows(card('Home'))
        : { error: { message: 'Authorization is required', authorization: { scopes: [scope] } } };
    const page = await cards.open(answer);
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await press('Permissions');
    const dialog = page.getByRole('dialog', { name: 'Permissions' });
    await dialog.getByLabel(scope).uncheck();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Card Tester needs your permission' }).waitFor();
    expect(await page.locator('.scopes').textContent()).toBe(scope);
    await screenshot(page, 'panel-authorization');
    await press('Authorize access');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
  });

  test('the bar tells what was called', async () => {
    const page = await cards.open(() => ({
      ...shows(card('Home')),
      calls: [{ service: 'UrlFetchApp', method: 'fetch', subject: 'https://store.example.com/v1/me' }],
      logs: ['a line of the log'],
      durationMs: 12,
    }));
    await page.getByText('Last call: onHome · 12 ms').click();
    await page.getByText('UrlFetchApp.fetch').waitFor();
    await page.getByText('a line of the log').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

function button(action: string, loadIndicator?: 'NONE') {
  return {
    text: action,
    onClick: { action: { function: 'onAction', parameters: [{ key: 'action', value: action }], loadIndicator } },
  };
}

function card(title: string, actions: string[] = [], loadIndicator?: 'NONE'): Card {
  return {
    header: { title },
    sections: [{ widgets: [{ buttonList: { buttons: actions.map((action) => button(action, loadIndicator)) } }] }],
  };
}

const home = (actions: string[], loadIndicator?: 'NONE') => card('Home', actions, loadIndicator);
