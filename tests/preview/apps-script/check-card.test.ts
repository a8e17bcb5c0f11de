import { cardProblems } from '../../../src/preview/apps-script/cards/check-card.ts';
import { callback, script } from './emulated.ts';

const rules = { functions: new Set(['onAction']), openLinkUrlPrefixes: ['https://store.example.com/'] };
const onClick = { action: { function: 'onAction' } };
const button = { text: 'Save', onClick };
const input = { name: 'fn', label: 'Name' };
const card = (...widgets: unknown[]): object => ({ sections: [{ widgets }] });
const problems = (value: unknown): string[] => cardProblems(value, rules);
const first = 'sections[0].widgets[0]';

test('a sound card', () => {
  expect(
    problems({
      name: 'contact',
      header: { title: 'Ana', imageUrl: 'data:image/png;base64,iVBORw0=' },
      sections: [
        {
          header: 'New contact',
          collapsible: true,
          uncollapsibleWidgetsCount: 1,
          widgets: [
            { textParagraph: { text: '<b>a</b> <a href="https://store.example.com/?a=1&amp;b=2">b</a><br/>' } },
            { decoratedText: { text: 'R&amp;D', switchControl: { name: 's', value: '1' } } },
            { decoratedText: { text: 'b', switchControl: { name: 's', value: '2' } } },
            { textInput: input },
            { selectionInput: { name: 'kind', type: 'DROPDOWN', items: [{ text: 'a', value: 'a', selected: true }] } },
            { buttonList: { buttons: [button, { icon: { iconUrl: 'https://a.example/i.png' }, onClick }] } },
            { image: { imageUrl: 'https://a.example/i.png' } },
            { divider: {} },
            { grid: { columnCount: 2, items: [{ id: '1', title: 'a' }], onClick } },
          ],
        },
      ],
      cardActions: [{ actionLabel: 'Open', onClick: { openLink: { url: 'https://store.example.com/x' } } }],
      fixedFooter: { primaryButton: button, secondaryButton: button },
    }),
  ).toEqual([]);
});

describe('the schema', () => {
  test.each<[string, unknown, string]>([
    ['an unknown field', { ...card({ divider: {} }), title: 'x' }, 'Card has no field title'],
    ['a field of the prototype', { ...card({ divider: {} }), constructor: 'x' }, 'Card has no field constructor'],
    ['an unknown field deep down', card({ divider: { color: 1 } }), `${first}.divider: Divider has no field color`],
    ['snake case', card({ text_paragraph: { text: 'a' } }), `${first}: Widget has no field text_paragraph`],
    [
      'a number for a string',
      card({ textParagraph: { text: 1 } }),
      `${first}.textParagraph.text: must be of type string`,
    ],
    ['null', card({ textParagraph: { text: null } }), `${first}.textParagraph.text: must be of type string`],
    [
      'a string for a number',
      card({ textParagraph: { text: 'a', maxLines: '2' } }),
      `${first}.textParagraph.maxLines: must be of type int32`,
    ],
    [
      'a fraction',
      card({ textParagraph: { text: 'a', maxLines: 1.5 } }),
      `${first}.textParagraph.maxLines: must be of type int32`,
    ],
    [
      'too large a number',
      card({ textParagraph: { text: 'a', maxLines: 2 ** 31 } }),
      `${first}.textParagraph.maxLines: must be of type int32`,
    ],
    [
      'a string for a boolean',
      card({ decoratedText: { text: 'a', wrapText: 'yes' } }),
      `${first}.decoratedText.wrapText: must be of type bool`,
    ],
    [
      'a number for an int64',
      card({ dateTimePicker: { valueMsEpoch: 5 } }),
      `${first}.dateTimePicker.valueMsEpoch: must be of type int64`,
    ],
    [
      'an unknown enum value',
      card({ buttonList: { buttons: [{ ...button, type: 'ROUND' }] } }),
      `${first}.buttonList.buttons[0].type: "ROUND" is not a value of Type`,
    ],
    [
      'an enum by number',
      card({ textInput: { ...input, type: 1 } }),
      `${first}.textInput.type: 1 is not a value of Type`,
    ],
    [
      'an image type that icons do not have',
      card({ decoratedText: { text: 'a', startIcon: { knownIcon: 'STAR', imageType: 'RECTANGLE_4_3' } } }),
      `${first}.decoratedText.startIcon.imageType: "RECTANGLE_4_3" is not a value of ImageType`,
    ],
    ['an object for a list', { sections: { widgets: [] } }, 'sections: must be a list'],
    ['a list for an object', card([]), `${first}: must be an object of type Widget`],
    [
      'two of a oneof',
      card({ divider: {}, textParagraph: { text: 'a' } }),
      `${first}: only one of textParagraph, divider may be set (Widget.data)`,
    ],
    [
      'two click actions',
      card({
        buttonList: {
          buttons: [{ text: 'a', onClick: { ...onClick, openLink: { url: 'https://store.example.com/' } } }],
        },
      }),
      `${first}.buttonList.buttons[0].onClick: only one of action, openLink may be set (OnClick.data)`,
    ],
    [
      'two controls',
      card({ decoratedText: { text: 'a', button, endIcon: { knownIcon: 'STAR' } } }),
      `${first}.decoratedText: only one of button, endIcon may be set (DecoratedText.control)`,
    ],
    [
      'two icons in one',
      card({ buttonList: { buttons: [{ icon: { knownIcon: 'STAR', iconUrl: 'https://a.example/' }, onClick }] } }),
      `${first}.buttonList.buttons[0].icon: only one of knownIcon, iconUrl may be set (Icon.icons)`,
    ],
    ['no object at all', 'card', 'must be an object of type Card'],
  ])('%s', (_name, value, problem) => {
    expect(problems(value)).toContain(problem);
  });
});

describe('the rules', () => {
  const many = (count: number, widget: object): object[] => Array.from({ length: count }, () => widget);
  const item = { text: 'a', value: 'a', selected: false };

  test.each<[string, unknown, string]>([
    ['101 sections', { sections: many(101, { widgets: [{ divider: {} }] }) }, 'a card may have 100 sections, not 101'],
    [
      '101 widgets in a section',
      card(...many(101, { divider: {} })),
      'sections[0]: a section may have 100 widgets, not 101',
    ],
    [
      '101 widgets in a card',
      { sections: many(2, { widgets: many(51, { divider: {} }) }) },
      'a card may have 100 widgets in all, not 102: the rest is dropped',
    ],
    ['a section without widgets', { sections: [{ header: 'a' }] }, 'sections[0]: a section needs a widget'],
    [
      '101 items',
      card({ selectionInput: { name: 'a', type: 'DROPDOWN', items: many(101, item) } }),
      `${first}.selectionInput: a selection input may have 100 items, not 101`,
    ],
    [
      'no type of selection',
      card({ selectionInput: { name: 'a', items: [item] } }),
      `${first}.selectionInput: a selection input needs a type`,
    ],
    [
      'no items',
      card({ selectionInput: { name: 'a', type: 'DROPDOWN', items: [] } }),
      `${first}.selectionInput: a selection input needs an item`,
    ],
    [
      'a text input without title and hint',
      card({ textInput: { name: 'fn', value: 'a' } }),
      `${first}.textInput: a text input needs a title or a hint`,
    ],
    [
      'a text input without field name',
      card({ textInput: { label: 'Name' } }),
      `${first}.textInput: a text input needs a field name`,
    ],
    [
      'suggestions in several lines',
      card({ textInput: { ...input, type: 'MULTIPLE_LINE', initialSuggestions: { items: [] } } }),
      `${first}.textInput: a text input with suggestions cannot have several lines`,
    ],
    [
      'a decorated text without text',
      card({ decoratedText: { topLabel: 'a' } }),
      `${first}.decoratedText: a decorated text needs text`,
    ],
    [
      'an empty paragraph',
      card({ textParagraph: { text: '' } }),
      `${first}.textParagraph: a text paragraph needs text`,
    ],
    [
      'a switch without name and value',
      card({ decoratedText: { text: 'a', switchControl: {} } }),
      `${first}.decoratedText.switchControl: a switch needs a value`,
    ],
    [
      'a button without action',
      card({ buttonList: { buttons: [{ text: 'a', disabled: true }] } }),
      `${first}.buttonList.buttons[0]: every button needs a click action, even a disabled one`,
    ],
    [
      'a button without text and icon',
      card({ buttonList: { buttons: [{ onClick }] } }),
      `${first}.buttonList.buttons[0]: a button needs a text or an icon`,
    ],
    ['an empty button set', card({ buttonList: { buttons: [] } }), `${first}.buttonList: a button set needs a button`],
    [
      'an icon that is none',
      card({ decoratedText: { text: 'a', startIcon: { altText: 'a' } } }),
      `${first}.decoratedText.startIcon: an icon needs an icon or a URL`,
    ],
    [
      'a secondary button alone',
      { ...card({ divider: {} }), fixedFooter: { secondaryButton: button } },
      'fixedFooter: a fixed footer needs a primary button',
    ],
    [
      'a header without title',
      { ...card({ divider: {} }), header: { subtitle: 'a' } },
      'header: a header needs a title',
    ],
    [
      'a card action without click',
      { ...card({ divider: {} }), cardActions: [{ actionLabel: 'a' }] },
      'cardActions[0]: a card action needs a click action',
    ],
    [
      'two inputs of one name',
      card({ textInput: input }, { selectionInput: { name: 'fn', type: 'DROPDOWN', items: [item] } }),
      'sections[0].widgets[1].selectionInput: another field is already named fn',
    ],
    [
      'a switch named like an input',
      card({ textInput: input }, { decoratedText: { text: 'a', switchControl: { name: 'fn', value: '1' } } }),
      'sections[0].widgets[1].decoratedText.switchControl: another field is already named fn',
    ],
    [
      'an action without function',
      card({ buttonList: { buttons: [{ text: 'a', onClick: { action: {} } }] } }),
      `${first}.buttonList.buttons[0].onClick.action: an action needs a function name`,
    ],
    [
      'a function that the script does not have',
      card({ textInput: { ...input, onChangeAction: { function: 'gone' } } }),
      `${first}.textInput.onChangeAction: the script has no top-level function gone`,
    ],
    [
      'a grid of three columns',
      card({ grid: { columnCount: 3, items: [{ id: '1' }] } }),
      `${first}.grid: a grid in the side panel has at most 2 columns`,
    ],
  ])('%s', (_name, value, problem) => {
    expect(problems(value)).toContain(problem);
  });
});

describe('text from outside', () => {
  test.each([
    'a < b',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</div>',
    'Ana <ana@example.com>',
    '<b',
    '<b onclick="x">',
    '<a href=https://store.example.com/>x</a>',
    '<a href="https://store.example.com/" style="x">x</a>',
    '<constructor>',
    `${'<'.repeat(5)}`,
  ])('%s is not escaped', (text) => {
    for (const widget of [{ textParagraph: { text } }, { decoratedText: { text } }]) {
      expect(problems(card(widget))[0]).toMatch(
        /is not one of the tags b i u s font a time br: escape text from outside$/,
      );
    }
  });

  test.each([
    'a &lt; b > c',
    '<B>a</B> <i>b</i> <u>c</u> <s>d</s><br><br />',
    '<font color="#ff0000">a</font>',
    '<a href=\'mailto:ana@example.com\'>a</a> <a href="tel:+15550100">b</a>',
    '<time>a</time>',
  ])('%s shows as meant', (text) => {
    expect(problems(card({ textParagraph: { text } }))).toEqual([]);
  });

  test('labels are plain: anything may stand there', () => {
    expect(problems(card({ decoratedText: { text: 'a', topLabel: '<b>', bottomLabel: 'a < b' } }))).toEqual([]);
  });

  // What takes quadratic time takes longer than a test may.
  test.each([
    ['tags', '<b>'.repeat(500_000), 0],
    ['brackets', '<'.repeat(1_000_000), 1],
    ['a tag without an end', `<${'a'.repeat(1_000_000)}<>`, 1],
    ['a tag of blanks', `<a ${' '.repeat(1_000_000)}>`, 0],
  ])('a hostile line is read to its end: %s', (_, text, expected) => {
    expect(problems(card({ textParagraph: { text } }))).toHaveLength(expected);
  });
});

describe('URLs', () => {
  const link = (url?: string): string[] =>
    problems(card({ buttonList: { buttons: [{ text: 'a', onClick: { openLink: { url } } }] } }));
  const uncovered = (url: string): string => `no prefix of openLinkUrlPrefixes in appsscript.json covers ${url}`;

  test.each(['https://store.example.com/contacts/7', 'mailto:ana@example.com', 'tel:+15550100'])(
    '%s may be opened',
    (url) => {
      expect(link(url)).toEqual([]);
    },
  );

  test.each([
    'https://example.com/',
    'http://store.example.com/',
    'javascript:alert(1)',
    'mailto:',
    'data:text/html,x',
  ])('%s may not be opened', (url) => {
    expect(link(url)).toEqual([`${first}.buttonList.buttons[0].onClick.openLink: ${uncovered(url)}`]);
  });

  test('a link in text follows the same list', () => {
    expect(problems(card({ textParagraph: { text: '<a href="https://example.com/">a</a>' } }))).toEqual([
      `${first}.textParagraph: ${uncovered('https://example.com/')}`,
    ]);
  });

  test.each(['http://a.example/i.png', 'https://a.example/i.svg', 'data:image/svg+xml;base64,AA==', 'i.png'])(
    'no image from %s',
    (imageUrl) => {
      expect(problems(card({ image: { imageUrl } }))).toHaveLength(1);
    },
  );

  test('icons take no data URI', () => {
    const iconUrl = 'data:image/png;base64,AA==';
    expect(problems(card({ image: { imageUrl: iconUrl } }))).toEqual([]);
    expect(problems(card({ decoratedText: { text: 'a', startIcon: { iconUrl } } }))).toEqual([
      `${first}.decoratedText.startIcon: an image must be an https URL: ${iconUrl}`,
    ]);
  });
});

test('a script’s card is held against all that, and the error says where', async () => {
  const started = await script(`
    function main() {
      const button = CardService.newTextButton().setText('Go').setOpenLink(CardService.newOpenLink().setUrl('https://example.com/'));
      const text = CardService.newDecoratedText().setText('Ana <ana@example.com>').setButton(button);
      const card = CardService.newCardBuilder().addSection(CardService.newCardSection().addWidget(text)).build();
      return CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().pushCard(card)).build();
    }`);
  const { error, response } = await started.run(callback());
  expect(response).toBeUndefined();
  expect(error?.message).toBe(
    'The add-on’s answer would not show as meant:\n'.replace('’', "'") +
      'navigations[0].pushCard: sections[0].widgets[0].decoratedText: "<ana@example.com>" is not one of the tags b i u s font a time br: escape text from outside\n' +
      'navigations[0].pushCard: sections[0].widgets[0].decoratedText.button.onClick.openLink: no prefix of openLinkUrlPrefixes in appsscript.json covers https://example.com/',
  );
});
