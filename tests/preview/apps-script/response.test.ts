import type { Callback, Execution } from '../../../src/preview/apps-script/types.ts';
import { callback, script } from './emulated.ts';

const parts = `
  const CS = CardService;
  const named = (name) => CS.newCardBuilder().setName(name).addSection(CS.newCardSection().addWidget(CS.newDivider())).build();
  const respond = () => CS.newActionResponseBuilder();`;
const card = (name: string): object => ({ name, sections: [{ widgets: [{ divider: {} }] }] });

async function run(kind: Callback['kind'], result: string): Promise<Execution> {
  const started = await script(`${parts} function main() { return ${result} }`);
  return started.run(callback({ kind }));
}

describe('what Gmail is given', () => {
  test.each<[Callback['kind'], string, object]>([
    ['trigger', "named('a')", { action: { navigations: [{ pushCard: card('a') }] } }],
    [
      'trigger',
      "[named('a'), named('b')]",
      { action: { navigations: [{ pushCard: card('a') }, { pushCard: card('b') }] } },
    ],
    [
      'action',
      "respond().setNavigation(CS.newNavigation().popCard().updateCard(named('a'))).setStateChanged(true).build()",
      { renderActions: { action: { navigations: [{ pop: true }, { updateCard: card('a') }] } }, stateChanged: true },
    ],
    [
      'action',
      "respond().setNavigation(CS.newNavigation().popToNamedCard('a').popToRoot().pushCard(named('b'))).build()",
      {
        renderActions: { action: { navigations: [{ popToCard: 'a' }, { popToRoot: true }, { pushCard: card('b') }] } },
      },
    ],
    [
      'action',
      "respond().setNotification(CS.newNotification().setText('Saved')).build()",
      { renderActions: { action: { notification: { text: 'Saved' } } } },
    ],
    [
      'action',
      "respond().setOpenLink(CS.newOpenLink().setUrl('https://store.example.com/a')).build()",
      { renderActions: { action: { link: { url: 'https://store.example.com/a' } } } },
    ],
    ['action', 'undefined', {}],
    [
      'suggestions',
      "CS.newSuggestionsResponseBuilder().setSuggestions(CS.newSuggestions().addSuggestion('a')).build()",
      { autoComplete: { items: [{ text: 'a' }] } },
    ],
    [
      'universal-action',
      "CS.newUniversalActionResponseBuilder().displayAddOnCards([named('a')]).build()",
      { action: { navigations: [{ pushCard: card('a') }] } },
    ],
    [
      'universal-action',
      "CS.newUniversalActionResponseBuilder().setOpenLink(CS.newOpenLink().setUrl('https://store.example.com/')).build()",
      { action: { link: { url: 'https://store.example.com/' } } },
    ],
    ['universal-action', 'undefined', {}],
  ])('%s: %s', async (kind, result, response) => {
    expect(await run(kind, result)).toMatchObject({ response });
  });
});

describe('what the platform refuses', () => {
  const unusable =
    'The value returned from Apps Script has a type that cannot be used by the add-ons platform. ' +
    'Also make sure to call build on any builder before returning it. Value: ';

  test.each<[Callback['kind'], string, string]>([
    ['action', "named('a')", 'Card'],
    ['action', "[named('a')]", 'Card'],
    ['trigger', "respond().setNotification(CS.newNotification().setText('a')).build()", 'ActionResponse'],
    ['trigger', 'undefined', 'undefined'],
    ['trigger', 'null', 'undefined'],
    ['trigger', '[]', 'Array with values: []'],
    ['trigger', "[named('a'), {}]", 'Array with values: [{},{}]'],
    ['action', 'respond().build()', 'Object with values: { renderActions: { action: {} } }'],
    ['action', 'respond().setStateChanged(true).build()', 'Object with values: { renderActions: { action: {} } }'],
    ['action', 'respond()', 'ActionResponseBuilder with values: {}'],
    ['trigger', 'CS.newCardBuilder()', 'CardBuilder with values: {}'],
    [
      'action',
      "({ renderActions: { action: { notification: { text: 'a' } } } })",
      'Object with values: {"renderActions":{"action":{"notification":{"text":"a"}}}}',
    ],
    ['action', "'saved'", 'saved'],
    ['suggestions', "respond().setNotification(CS.newNotification().setText('a')).build()", 'ActionResponse'],
    ['universal-action', "named('a')", 'Card'],
  ])('%s: %s', async (kind, result, value) => {
    expect((await run(kind, result)).error?.message).toBe(`${unusable}${value}`);
  });

  test.each([
    ['respond().setNavigation(CS.newNavigation()).build()', 'navigations: a navigation needs a step'],
    [
      "respond().setNotification(CS.newNotification().setText('')).build()",
      'notification: a notification needs a text',
    ],
    [
      "respond().setOpenLink(CS.newOpenLink().setUrl('https://example.com/')).build()",
      'link: no prefix of openLinkUrlPrefixes in appsscript.json covers https://example.com/',
    ],
  ])('%s', async (result, problem) => {
    expect((await run('action', result)).error?.message).toBe(
      `The add-on's answer would not show as meant:\n${problem}`,
    );
  });

  test('a card of a trigger that breaks a rule', async () => {
    const { error } = await run('trigger', 'CS.newCardBuilder().addSection(CS.newCardSection()).build()');
    expect(error?.message).toMatch('navigations[0].pushCard: sections[0]: a section needs a widget');
  });
});

describe('AuthorizationException', () => {
  const thrown =
    "CS.newAuthorizationException().setAuthorizationUrl('https://store.example.com/login').setResourceDisplayName('Store')";

  test('asks the user to sign in', async () => {
    expect(await run('action', `${thrown}.throwException()`)).toMatchObject({
      response: {
        basic_authorization_prompt: { authorization_url: 'https://store.example.com/login', resource: 'Store' },
      },
    });
  });

  test('with a card of the add-on’s own', async () => {
    const started = await script(`${parts}
      function custom() { return [named('login')]; }
      function main() { ${thrown}.setCustomUiCallback('custom').throwException(); }`);
    expect(await started.run(callback({ kind: 'trigger' }))).toMatchObject({
      response: { custom_authorization_prompt: { action: { navigations: [{ pushCard: card('login') }] } } },
    });
  });

  test('needs a URL and a name', async () => {
    expect((await run('action', 'CS.newAuthorizationException().throwException()')).error?.message).toMatch(
      'needs an authorization URL',
    );
  });
});
