import { callback, errorOf, script, valueFrom } from './emulated.ts';

const newCard = 'const CS = CardService; const action = CS.newAction().setFunctionName("main");';

/** The JSON of one widget, as printJson shows it in its card. */
const widgetOf = async (expression: string): Promise<unknown> => {
  const json = (await valueFrom(`${newCard}
    const section = CS.newCardSection().addWidget(${expression});
    return CS.newCardBuilder().addSection(section).build().printJson();`)) as string;
  return JSON.parse(json).sections[0].widgets[0];
};

const click = { action: { function: 'main' } };

describe('widgets', () => {
  test.each<[string, object]>([
    ["CS.newTextParagraph().setText('<b>a</b>').setMaxLines(2)", { textParagraph: { text: '<b>a</b>', maxLines: 2 } }],
    ['CS.newDivider()', { divider: {} }],
    [
      "CS.newDecoratedText().setText('t').setTopLabel('l').setBottomLabel('b').setWrapText(true).setStartIcon(CS.newIconImage().setIcon(CS.Icon.PHONE).setAltText('p')).setOnClickAction(action)",
      {
        decoratedText: {
          text: 't',
          topLabel: 'l',
          bottomLabel: 'b',
          wrapText: true,
          startIcon: { knownIcon: 'PHONE', altText: 'p' },
          onClick: click,
        },
      },
    ],
    [
      "CS.newDecoratedText().setText('t').setSwitchControl(CS.newSwitch().setFieldName('s').setValue('v').setSelected(true).setControlType(CS.SwitchControlType.CHECK_BOX).setOnChangeAction(action))",
      {
        decoratedText: {
          text: 't',
          switchControl: {
            name: 's',
            value: 'v',
            selected: true,
            controlType: 'CHECK_BOX',
            onChangeAction: { function: 'main' },
          },
        },
      },
    ],
    [
      "CS.newDecoratedText().setText('t').setButton(CS.newImageButton().setMaterialIcon(CS.newMaterialIcon().setName('edit').setFill(true).setWeight(300).setGrade(0)).setAltText('a').setOnClickAction(action))",
      {
        decoratedText: {
          text: 't',
          button: {
            icon: { materialIcon: { name: 'edit', fill: true, weight: 300, grade: 0 } },
            altText: 'a',
            onClick: click,
          },
        },
      },
    ],
    [
      "CS.newDecoratedText().setText('t').setEndIcon(CS.newIconImage().setIconUrl('https://a.example/i.png').setImageCropType(CS.ImageCropType.CIRCLE))",
      { decoratedText: { text: 't', endIcon: { iconUrl: 'https://a.example/i.png', imageType: 'CIRCLE' } } },
    ],
    [
      "CS.newTextInput().setFieldName('n').setTitle('t').setHint('h').setValue('v').setMultiline(true).setOnChangeAction(action).setValidation(CS.newValidation().setCharacterLimit(9).setInputType(CS.InputType.EMAIL))",
      {
        textInput: {
          name: 'n',
          label: 't',
          hintText: 'h',
          value: 'v',
          type: 'MULTIPLE_LINE',
          onChangeAction: { function: 'main' },
          validation: { characterLimit: 9, inputType: 'EMAIL' },
        },
      },
    ],
    [
      "CS.newTextInput().setFieldName('n').setTitle('t').setMultiline(false).setSuggestionsAction(action).setSuggestions(CS.newSuggestions().addSuggestion('a').addSuggestions(['b', 'c']))",
      {
        textInput: {
          name: 'n',
          label: 't',
          type: 'SINGLE_LINE',
          autoCompleteAction: { function: 'main' },
          initialSuggestions: { items: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] },
        },
      },
    ],
    [
      "CS.newSelectionInput().setFieldName('n').setTitle('t').setType(CS.SelectionInputType.DROPDOWN).addItem('One', 1, true).addItem('Two', 'two', false).setOnChangeAction(action)",
      {
        selectionInput: {
          name: 'n',
          label: 't',
          type: 'DROPDOWN',
          items: [
            { text: 'One', value: '1', selected: true },
            { text: 'Two', value: 'two', selected: false },
          ],
          onChangeAction: { function: 'main' },
        },
      },
    ],
    [
      "CS.newSelectionInput().setFieldName('n').setType(CS.SelectionInputType.MULTI_SELECT).addMultiSelectItem('A', 'a', false, 'https://a.example/i.png', 'b').setMultiSelectMaxSelectedItems(3).setMultiSelectMinQueryLength(1)",
      {
        selectionInput: {
          name: 'n',
          type: 'MULTI_SELECT',
          items: [{ text: 'A', value: 'a', selected: false, startIconUri: 'https://a.example/i.png', bottomText: 'b' }],
          multiSelectMaxSelectedItems: 3,
          multiSelectMinQueryLength: 1,
        },
      },
    ],
    [
      "CS.newButtonSet().addButton(CS.newTextButton().setText('t').setAltText('a').setDisabled(true).setTextButtonStyle(CS.TextButtonStyle.FILLED_TONAL).setBackgroundColor('#ff0033').setOnClickAction(action)).addButton(CS.newImageButton().setIcon(CS.Icon.STAR).setOnClickAction(action))",
      {
        buttonList: {
          buttons: [
            {
              text: 't',
              altText: 'a',
              disabled: true,
              type: 'FILLED_TONAL',
              color: { red: 1, green: 0, blue: 0.2 },
              onClick: click,
            },
            { icon: { knownIcon: 'STAR' }, onClick: click },
          ],
        },
      },
    ],
    [
      "CS.newTextButton().setText('t').setOpenLink(CS.newOpenLink().setUrl('https://a.example/').setOpenAs(CS.OpenAs.OVERLAY).setOnClose(CS.OnClose.RELOAD))",
      {
        buttonList: {
          buttons: [
            { text: 't', onClick: { openLink: { url: 'https://a.example/', openAs: 'OVERLAY', onClose: 'RELOAD' } } },
          ],
        },
      },
    ],
    [
      "CS.newTextButton().setText('t').setAuthorizationAction(CS.newAuthorizationAction().setAuthorizationUrl('https://a.example/'))",
      {
        buttonList: {
          buttons: [
            { text: 't', onClick: { openLink: { url: 'https://a.example/', openAs: 'OVERLAY', onClose: 'RELOAD' } } },
          ],
        },
      },
    ],
    [
      "CS.newImage().setImageUrl('https://a.example/i.png').setAltText('a').setOnClickOpenLinkAction(action)",
      {
        image: {
          imageUrl: 'https://a.example/i.png',
          altText: 'a',
          onClick: { openDynamicLinkAction: { function: 'main' } },
        },
      },
    ],
    [
      "CS.newGrid().setTitle('g').setNumColumns(2).setBorderStyle(CS.newBorderStyle().setType(CS.BorderType.STROKE).setStrokeColor('#000000').setCornerRadius(4)).setOnClickAction(action).addItem(CS.newGridItem().setIdentifier('1').setTitle('t').setSubtitle('s').setLayout(CS.GridItemLayout.TEXT_ABOVE).setImage(CS.newImageComponent().setImageUrl('https://a.example/i.png').setAltText('a').setCropStyle(CS.newImageCropStyle().setImageCropType(CS.ImageCropType.RECTANGLE_CUSTOM).setAspectRatio(1.5))))",
      {
        grid: {
          title: 'g',
          columnCount: 2,
          borderStyle: { type: 'STROKE', strokeColor: { red: 0, green: 0, blue: 0 }, cornerRadius: 4 },
          items: [
            {
              id: '1',
              title: 't',
              subtitle: 's',
              layout: 'TEXT_ABOVE',
              image: {
                imageUri: 'https://a.example/i.png',
                altText: 'a',
                cropStyle: { type: 'RECTANGLE_CUSTOM', aspectRatio: 1.5 },
              },
            },
          ],
          onClick: click,
        },
      },
    ],
  ])('%s', async (expression, json) => {
    expect(await widgetOf(expression)).toEqual(json);
  });
});

test('a whole card', async () => {
  const button = 'CS.newTextButton().setOnClickAction(action)';
  const json = await valueFrom(`${newCard}
    action.setParameters({ id: '7', kind: 'contact' }).setLoadIndicator(CS.LoadIndicator.NONE).setPersistValues(true)
      .addRequiredWidget('fn').setAllWidgetsAreRequired(false);
    return JSON.parse(CS.newCardBuilder()
      .setName('start')
      .setHeader(CS.newCardHeader().setTitle('t').setSubtitle('s').setImageUrl('https://a.example/i.png')
        .setImageAltText('a').setImageStyle(CS.ImageStyle.CIRCLE))
      .addSection(CS.newCardSection().setHeader('h').setCollapsible(true).setNumUncollapsibleWidgets(1)
        .addWidget(CS.newDivider()))
      .addCardAction(CS.newCardAction().setText('more').setOnClickAction(action))
      .setFixedFooter(CS.newFixedFooter().setPrimaryButton(${button}.setText('p')).setSecondaryButton(${button}.setText('s')))
      .setDisplayStyle(CS.DisplayStyle.PEEK)
      .setPeekCardHeader(CS.newCardHeader().setTitle('peek'))
      .build().printJson());`);
  const onClick = {
    action: {
      function: 'main',
      parameters: [
        { key: 'id', value: '7' },
        { key: 'kind', value: 'contact' },
      ],
      loadIndicator: 'NONE',
      persistValues: true,
      requiredWidgets: ['fn'],
      allWidgetsAreRequired: false,
    },
  };
  expect(json).toEqual({
    name: 'start',
    header: { title: 't', subtitle: 's', imageUrl: 'https://a.example/i.png', imageAltText: 'a', imageType: 'CIRCLE' },
    sections: [{ header: 'h', collapsible: true, uncollapsibleWidgetsCount: 1, widgets: [{ divider: {} }] }],
    cardActions: [{ actionLabel: 'more', onClick }],
    fixedFooter: { primaryButton: { text: 'p', onClick }, secondaryButton: { text: 's', onClick } },
    displayStyle: 'PEEK',
    peekCardHeader: { title: 'peek' },
  });
});

test('children are copied when added: later changes are lost', async () => {
  expect(
    await valueFrom(`${newCard}
      const text = CS.newTextParagraph().setText('before');
      const section = CS.newCardSection().addWidget(text);
      text.setText('after');
      const card = CS.newCardBuilder().addSection(section);
      section.addWidget(CS.newDivider()).setHeader('late');
      const built = card.build();
      card.setName('late');
      return JSON.parse(built.printJson());`),
  ).toEqual({ sections: [{ widgets: [{ textParagraph: { text: 'before' } }] }] });
});

describe('wrong arguments', () => {
  const signature = (given: string, method: string): string =>
    `Exception: The parameters (${given}) don't match the method signature for CardService.${method}.`;

  test.each([
    ['CS.newTextParagraph().setText(5)', '(number)', 'TextParagraph.setText'],
    ['CS.newTextParagraph().setText()', '()', 'TextParagraph.setText'],
    ["CS.newTextParagraph().setText('a', 'b')", '(String,String)', 'TextParagraph.setText'],
    ['CS.newTextParagraph().setText(null)', '(null)', 'TextParagraph.setText'],
    ['CS.newTextParagraph().setText(undefined)', '(undefined)', 'TextParagraph.setText'],
    ['action.setParameters({ id: 7 })', '((class))', 'Action.setParameters'],
    ["action.setParameters({ card: { fn: 'Ana' } })", '((class))', 'Action.setParameters'],
    ['action.setParameters([])', '(Object[])', 'Action.setParameters'],
    ["CS.newTextButton().setTextButtonStyle('FILLED')", '(String)', 'TextButton.setTextButtonStyle'],
    ['CS.newTextButton().setTextButtonStyle(CS.Icon.STAR)', '(CardService.Icon)', 'TextButton.setTextButtonStyle'],
    ["CS.newTextButton().setBackgroundColor('red')", '(String)', 'TextButton.setBackgroundColor'],
    ['CS.newTextButton().setDisabled(1)', '(number)', 'TextButton.setDisabled'],
    ["CS.newTextButton().setOnClickAction('main')", '(String)', 'TextButton.setOnClickAction'],
    ['CS.newTextButton().setOpenLink(action)', '(CardService.Action)', 'TextButton.setOpenLink'],
    ['CS.newCardSection().addWidget(CS.newCardSection())', '(CardService.CardSection)', 'CardSection.addWidget'],
    ['CS.newCardSection().addWidget(CS.newSwitch())', '(CardService.Switch)', 'CardSection.addWidget'],
    ['CS.newCardSection().addWidget({ divider: {} })', '((class))', 'CardSection.addWidget'],
    ['CS.newCardSection().setNumUncollapsibleWidgets(1.5)', '(number)', 'CardSection.setNumUncollapsibleWidgets'],
    ['CS.newCardBuilder().addSection(CS.newDivider())', '(CardService.Divider)', 'CardBuilder.addSection'],
    [
      'CS.newFixedFooter().setPrimaryButton(CS.newImageButton())',
      '(CardService.ImageButton)',
      'FixedFooter.setPrimaryButton',
    ],
    ['CS.newNavigation().pushCard(CS.newCardBuilder())', '(CardService.CardBuilder)', 'Navigation.pushCard'],
    ["CS.newSelectionInput().addItem('a', 'b')", '(String,String)', 'SelectionInput.addItem'],
    ['CS.newCardBuilder(1)', '(number)', 'newCardBuilder'],
    ['CS.newCardBuilder().build(1)', '(number)', 'CardBuilder.build'],
  ])('%s', async (statement, given, method) => {
    expect(await errorOf(`${newCard} ${statement}`)).toBe(signature(given.slice(1, -1), method));
  });

  test.each([
    ['CS.newTextParagraph().setTitle("a")', 'TypeError: CS.newTextParagraph(...).setTitle is not a function'],
    ['CS.newKeyValue()', 'TypeError: CS.newKeyValue is not a function'],
    ['CS.newTextButton().setOnClickAction.call({}, action)', 'TypeError: Illegal invocation'],
    ['CS.newTextButton().setDisabled.call(CS.newSwitch(), true)', 'TypeError: Illegal invocation'],
  ])('%s', async (statement, message) => {
    expect(await errorOf(`${newCard} ${statement}`)).toBe(message);
  });
});

test('enumerations are objects that print as their names', async () => {
  expect(
    await valueFrom(`const { FILLED } = CardService.TextButtonStyle;
      return [typeof FILLED, String(FILLED), FILLED.name(), FILLED.ordinal(), FILLED === 'FILLED', Object.keys(CardService.OnClose)]`),
  ).toEqual(['object', 'FILLED', 'FILLED', 1, false, ['NOTHING', 'RELOAD']]);
});

test('objects print as their classes and show nothing to JSON', async () => {
  expect(
    await valueFrom(
      'const text = CardService.newTextParagraph().setText("a"); return [String(text), text, String(UrlFetchApp)]',
    ),
  ).toEqual(['TextParagraph', {}, 'UrlFetchApp']);
});

test('building cards costs no service call', async () => {
  const started = await script(
    'function main() { CardService.newCardBuilder().addSection(CardService.newCardSection()).build(); }',
  );
  expect((await started.run(callback())).calls).toEqual([]);
});
