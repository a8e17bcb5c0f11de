import type { Browser, Page } from 'playwright-core';
import type { Card, Widget } from '../../../src/preview/page/card/card-json.ts';
import { accessibilityProblems, describeInBrowser, launchBrowser, openPage, screenshot } from './browser.ts';
import { type CardServer, does, shows, startCardServer } from './card-server.ts';

describeInBrowser('the widgets of a card', () => {
  let browser: Browser;
  let server: CardServer;
  let page: Page;
  let problems: string[];
  let close: () => Promise<void>;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startCardServer()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(async () => {
    await close();
    expect(problems).toEqual([]);
  });

  /** Shows a homepage card; every button answers with nothing. */
  async function show(card: Card): Promise<void> {
    server.answer(({ kind }) => (kind === 'trigger' ? shows(card) : {}));
    const opened = await openPage(browser, server.url);
    ({ page, problems } = opened);
    close = () => opened.context.close();
    await page.locator('.card').waitFor();
  }
  const showWidgets = (...widgets: Widget[]) => show({ sections: [{ widgets }] });
  const send = { text: 'Send', onClick: { action: { function: 'onAction' } } };
  /** The inputs that the next click on Send carries. */
  async function sent() {
    const before = server.calls.length;
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForFunction(`!document.querySelector('.panel-body[aria-busy]')`);
    expect(server.calls.length).toBe(before + 1);
    return server.calls.at(-1)?.formInputs;
  }

  test('every kind at once is readable and has no serious accessibility problem', async () => {
    await show(everyWidget);
    await screenshot(page, 'widgets-1');
    await page.locator('.card-scroll').evaluate('(element) => element.scrollTo(0, 620)');
    await screenshot(page, 'widgets-2');
    await page.locator('.card-scroll').evaluate('(element) => element.scrollTo(0, 5000)');
    await screenshot(page, 'widgets-3');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sent()).toBeDefined();
  });
});

const call = { action: { function: 'onAction', parameters: [{ key: 'action', value: 'x' }] } };

const everyWidget: Card = {
  header: { title: 'Every widget', subtitle: 'Drawn as in Gmail', imageUrl: 'https://store.example.com/logo.png' },
  sections: [
    {
      header: 'Texts',
      widgets: [
        { textParagraph: { text: 'Plain, <b>bold</b>, <i>italic</i>, <a href="https://example.com/">a link</a>\nand a second line.' } },
        { decoratedText: { startIcon: { knownIcon: 'PERSON' }, topLabel: 'Name', text: 'Ana Lima', bottomLabel: 'Line 12: Ana Lima' } },
        { decoratedText: { startIcon: { knownIcon: 'PHONE' }, topLabel: 'Phone', text: '+44 20 7946 0123', button: { text: 'Call', onClick: call } } },
        { decoratedText: { startIcon: { knownIcon: 'EMAIL' }, text: 'A row that is one button and has a text too long for its line', onClick: call, endIcon: { materialIcon: { name: 'chevron_right' } } } },
        { decoratedText: { text: 'lena.vogt@aozora.example', bottomLabel: 'Enabled', switchControl: { name: 'enabled', value: 'lena', selected: true } } },
        { divider: {} },
        { buttonList: { buttons: [{ text: 'Filled', type: 'FILLED', onClick: call }, { text: 'Outlined', onClick: call }, { text: 'Tonal', type: 'FILLED_TONAL', onClick: call }, { text: 'Borderless', type: 'BORDERLESS', onClick: call }, { text: 'Off', type: 'FILLED', disabled: true, onClick: call }, { icon: { materialIcon: { name: 'delete' } }, altText: 'Delete', onClick: call }] } },
      ],
    },
    {
      header: 'Inputs',
      widgets: [
        { textInput: { name: 'fn', label: 'Name', value: 'Ana Lima', hintText: 'As in the mail' } },
        { textInput: { name: 'title', label: 'Job title' } },
        { textInput: { name: 'note', label: 'Note', type: 'MULTIPLE_LINE', validation: { characterLimit: 200 } } },
        { selectionInput: { name: 'kind', label: 'Kind', type: 'DROPDOWN', items: [{ text: 'Work', value: 'work', selected: true }, { text: 'Cell', value: 'cell' }] } },
        { selectionInput: { name: 'c', label: 'Check boxes', type: 'CHECK_BOX', items: [{ text: 'One', value: '1', selected: true }, { text: 'Two', value: '2' }] } },
        { selectionInput: { name: 'r', label: 'Radio buttons', type: 'RADIO_BUTTON', items: [{ text: 'One', value: '1', selected: true }, { text: 'Two', value: '2' }] } },
        { selectionInput: { name: 's', label: 'Switches', type: 'SWITCH', items: [{ text: 'One', value: '1', selected: true }, { text: 'Two', value: '2' }] } },
        { dateTimePicker: { name: 'd', label: 'Day', type: 'DATE_ONLY', valueMsEpoch: '1763769600000' } },
      ],
    },
    {
      header: 'Collapsible',
      collapsible: true,
      uncollapsibleWidgetsCount: 1,
      widgets: [{ textParagraph: { text: 'Always' } }, { textParagraph: { text: 'Behind the button' } }],
    },
    {
      header: 'Grid, columns, image',
      widgets: [
        { grid: { title: 'Grid', columnCount: 2, borderStyle: { type: 'STROKE' }, items: [{ id: 'a', title: 'A', subtitle: 'first' }, { id: 'b', title: 'B' }], onClick: call } },
        { columns: { columnItems: [{ widgets: [{ decoratedText: { text: 'Left' } }] }, { widgets: [{ decoratedText: { text: 'Right' } }] }] } },
        { image: { imageUrl: 'https://example.com/a.png', altText: 'An image' } },
      ],
    },
  ],
  fixedFooter: {
    primaryButton: { text: 'Send', type: 'FILLED', onClick: call },
    secondaryButton: { text: 'Not now', onClick: call },
  },
};
