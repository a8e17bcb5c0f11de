import type { Button, Section, TextInput } from '../../../src/preview/page/card/card-json.ts';
import { accessibilityProblems, describeInBrowser, screenshot } from './browser.ts';
import { useCardPage } from './card-page.ts';
import { everyWidget } from './every-widget.ts';

describeInBrowser('the widgets of a card', () => {
  const cards = useCardPage();

  test('every kind at once, without a serious accessibility problem', async () => {
    const page = await cards.open(everyWidget);
    await page.getByRole('heading', { name: 'Every widget' }).waitFor();
    for (const [at, heading] of ['Texts', 'Inputs', 'Collapsible'].entries()) {
      await page.evaluate(
        `[...document.querySelectorAll('h4')].find((h) => h.textContent === '${heading}').scrollIntoView()`,
      );
      await screenshot(page, `widgets-${at + 1}`);
    }
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.locator('.not-drawn').count()).toBe(0);
  });

  test('a widget the preview does not draw says so', async () => {
    const page = await cards.openWidgets({ carousel: {} } as never);
    await page.getByText('The preview does not draw this widget: carousel').waitFor();
  });

  describe('text', () => {
    const texts: [text: string, html: string][] = [
      ['a <b>bold</b> word', 'a <b>bold</b> word'],
      ['<i>i</i><u>u</u><s>s</s>', '<i>i</i><u>u</u><s>s</s>'],
      ['one<br>two', 'one<br>two'],
      ['one\ntwo', 'one\ntwo'],
      ['R&amp;D &lt;b&gt; &#39;x&#x27;', "R&amp;D &lt;b&gt; 'x'"],
      ['1 < 2 & 3 > 2', '1 &lt; 2 &amp; 3 &gt; 2'],
      ['<font color="#b3261e">red</font>', '<span style="color: rgb(179, 38, 30);">red</span>'],
      ['<font color="red;background:url(//x)">x</font>', '<span>x</span>'],
      [
        '<a href="https://example.com/?a=1&amp;b=2">x</a>',
        '<a href="https://example.com/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">x</a>',
      ],
      ['<a href="javascript:alert(1)">x</a>', '<span>x</span>'],
      ['<img src=x onerror=alert(1)>after', 'after'],
      ['<script>alert(1)</script>', 'alert(1)'],
      ['<b onclick="alert(1)">x</b>', '<b>x</b>'],
      ['<b><i>crossed</b></i> out', '<b><i>crossed</i></b> out'],
      ['never <b>closed', 'never <b>closed</b>'],
    ];

    test('keeps the formatting Gmail allows and nothing else', async () => {
      const page = await cards.openWidgets(...texts.map(([text]) => ({ textParagraph: { text } })));
      await page.getByText('closed').waitFor();
      const drawn = await page.locator('.text-paragraph').all();
      expect(await Promise.all(drawn.map((paragraph) => paragraph.innerHTML()))).toEqual(texts.map(([, html]) => html));
    });

    test('a hostile text is read in no time', async () => {
      const page = await cards.openWidgets({
        textParagraph: { text: `${'<a '.repeat(30_000)}${'<b>'.repeat(30_000)}end` },
      });
      await page.locator('.text-paragraph', { hasText: 'end' }).waitFor({ timeout: 5_000 });
    });
  });

  describe('inputs', () => {
    const footer = (action = {}) => ({
      primaryButton: { text: 'Send', onClick: { action: { function: 'onAction', ...action } } } satisfies Button,
    });
    const openForm = (widgets: Section['widgets'], action = {}) =>
      cards.open({ sections: [{ widgets }], fixedFooter: footer(action) });
    const send = async () => {
      await cards.page.getByRole('button', { name: 'Send' }).click();
      await cards.settled();
      const callback = cards.server.calls.at(-1);
      return callback?.kind === 'action' ? callback.formInputs : undefined;
    };

    test('send what was typed and chosen; an empty field and an off switch send nothing', async () => {
      const page = await openForm(everyWidget.sections?.[1]?.widgets);
      await page.getByLabel('Name', { exact: true }).fill('Ana M. Lima');
      await page.getByLabel('Kind').selectOption('Two');
      await page.getByRole('group', { name: 'Check boxes' }).getByLabel('Two').check();
      await page.getByRole('group', { name: 'Radio buttons' }).getByLabel('Two').check();
      await page.getByRole('switch', { name: 'One' }).uncheck();
      expect(await send()).toEqual({
        fn: ['Ana M. Lima'],
        kind: ['2'],
        c: ['1', '2'],
        r: ['2'],
        m: ['1'],
        d: ['1795305600000'],
      });
    });

    test('switches of one name send the values of those that are on', async () => {
      const row = (value: string, selected: boolean) => ({
        decoratedText: { text: value, switchControl: { name: 'users', value, selected } },
      });
      const page = await openForm([row('ana', true), row('ben', false), row('cho', true)]);
      await page.getByRole('switch', { name: 'ben' }).check();
      await page.getByRole('switch', { name: 'cho' }).uncheck();
      expect(await send()).toEqual({ users: ['ana', 'ben'] });
    });

    test('a required field that is empty stops the action, says so and gets the focus', async () => {
      const page = await openForm(
        [{ textInput: { name: 'fn', label: 'Name' } }, { textInput: { name: 'x', label: 'X' } }],
        {
          requiredWidgets: ['fn'],
        },
      );
      expect(await send()).toBeUndefined();
      const field = page.getByLabel('Name');
      await page.getByText('This field is required').waitFor();
      expect(await page.locator(':focus').getAttribute('name')).toBe('fn');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.fill('Ana');
      expect(await send()).toEqual({ fn: ['Ana'] });
    });

    test.each([
      ['EMAIL', 'ana', 'ana@example.com', 'Enter an email address'],
      ['INTEGER', '1.5', '-15', 'Enter a whole number'],
      ['FLOAT', '1,5', '1.5', 'Enter a number'],
    ])('%s: %j is wrong, %j is right', async (inputType, wrong, right, message) => {
      const page = await openForm([{ textInput: { name: 'v', label: 'Value', validation: { inputType } } }], {
        allWidgetsAreRequired: true,
      });
      await page.getByLabel('Value').fill(wrong);
      expect(await send()).toBeUndefined();
      await page.getByText(message).waitFor();
      await page.getByLabel('Value').fill(right);
      expect(await send()).toEqual({ v: [right] });
    });

    test('Enter in a field sends nothing', async () => {
      const page = await openForm([{ textInput: { name: 'fn', label: 'Name', value: 'Ana' } }]);
      await page.getByLabel('Name').press('Enter');
      expect(cards.server.calls.map(({ kind }) => kind)).toEqual(['trigger']);
    });

    test('a limit, a hint and suggestions', async () => {
      const input: TextInput = {
        name: 'city',
        label: 'City',
        hintText: 'Where they work',
        validation: { characterLimit: 5 },
        initialSuggestions: { items: [{ text: 'Porto' }, { text: 'Lagos' }] },
      };
      const page = await openForm([{ textInput: input }]);
      await page.getByLabel('City').pressSequentially('Portogallo');
      expect(await send()).toEqual({ city: ['Porto'] });
      await page.getByText('Where they work').waitFor();
      await page.getByText('5 / 5').waitFor();
      expect(await page.locator('datalist option').count()).toBe(2);
    });

    test('a change action carries the form, with the new value', async () => {
      const page = await openForm([
        {
          decoratedText: {
            text: 'Lena',
            switchControl: {
              name: 'on',
              value: 'lena',
              onChangeAction: { function: 'onAction', parameters: [{ key: 'user', value: 'lena' }] },
            },
          },
        },
      ]);
      await page.getByRole('switch', { name: 'Lena' }).check();
      await cards.settled();
      expect(cards.server.calls.at(-1)).toMatchObject({ parameters: { user: 'lena' }, formInputs: { on: ['lena'] } });
    });
  });

  test('a grid tells which item was pressed', async () => {
    const page = await cards.openWidgets({
      grid: {
        items: [
          { id: 'a', title: 'A' },
          { id: 'b', title: 'B' },
        ],
        onClick: { action: { function: 'onAction' } },
      },
    });
    await page.getByRole('button', { name: 'B', exact: true }).click();
    await cards.settled();
    expect(cards.server.calls.at(-1)?.parameters).toEqual({ grid_item_identifier: 'b' });
  });

  test('a collapsible section shows the rest on demand', async () => {
    const text = (text: string) => ({ textParagraph: { text } });
    const page = await cards.open({
      sections: [
        { collapsible: true, uncollapsibleWidgetsCount: 1, widgets: [text('first'), text('second'), text('third')] },
      ],
    });
    const toggle = page.getByRole('button', { name: 'Show 2 more' });
    await toggle.waitFor();
    expect(await page.getByText('third').isVisible()).toBe(false);
    await toggle.click();
    expect(await page.getByText('third').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show less' }).click();
    expect(await page.getByText('third').isVisible()).toBe(false);
  });

  test('a link opens a new tab, and only where it may lead', async () => {
    const link = (text: string, url: string) => ({ text, onClick: { openLink: { url } } });
    const page = await cards.openWidgets({
      buttonList: { buttons: [link('Mail', 'mailto:ana@example.com'), link('Evil', 'javascript:alert(1)')] },
    });
    const mail = page.getByRole('link', { name: 'Mail', exact: true });
    expect(await mail.getAttribute('href')).toBe('mailto:ana@example.com');
    expect(await mail.getAttribute('target')).toBe('_blank');
    await page.getByRole('button', { name: 'Evil' }).click();
    expect(page.context().pages()).toHaveLength(1);
  });
});
