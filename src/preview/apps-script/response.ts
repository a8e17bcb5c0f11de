import { cardProblems } from './cards/check-card.ts';
import { type CardRules, linkProblems } from './cards/rules.ts';
import type { Outcome } from './script/install.ts';
import type { Callback, CardJson, RenderActions, RenderedResponse } from './types.ts';

/** An answer that Gmail would not take; the message is what it says. */
export class Refused extends Error {}

/**
 * Puts what a callback returned into the envelope that Gmail expects of this kind of callback, and throws Refused where
 * the platform would refuse it or where a card would not show as meant.
 */
export function responseOf(kind: Callback['kind'], outcome: Outcome, rules: CardRules): RenderedResponse {
  const response = envelope(kind, outcome);
  const problems = [response.action, response.renderActions?.action, response.custom_authorization_prompt?.action]
    .filter((actions) => actions !== undefined)
    .flatMap((actions) => actionProblems(actions, rules));
  if (problems.length > 0) throw new Refused(`The add-on's answer would not show as meant:\n${problems.join('\n')}`);
  return response;
}

function envelope(kind: Callback['kind'], outcome: Outcome): RenderedResponse {
  if (outcome.type === 'authorization') return authorizationPrompt(outcome);
  if (kind === 'trigger' && outcome.type === 'cards') return { action: pushed(outcome.json as CardJson[]) };
  if (kind === 'action' && outcome.type === 'action') {
    const response = outcome.json as RenderedResponse;
    const isEmpty = Object.keys(response.renderActions?.action ?? {}).length === 0;
    if (isEmpty) throw unusable('Object with values: { renderActions: { action: {} } }');
    return response;
  }
  if (kind === 'suggestions' && outcome.type === 'suggestions') return outcome.json as RenderedResponse;
  if (kind === 'universal-action' && outcome.type === 'universal-action') return outcome.json as RenderedResponse;
  if (kind !== 'trigger' && outcome.type === 'nothing') return {};
  throw unusable(outcome.type === 'other' ? outcome.description : names[outcome.type]);
}

const names = {
  cards: 'Card',
  action: 'ActionResponse',
  'universal-action': 'UniversalActionResponse',
  suggestions: 'SuggestionsResponse',
  nothing: 'undefined',
  error: 'Error',
};

const unusable = (value: string): Refused =>
  new Refused(
    'The value returned from Apps Script has a type that cannot be used by the add-ons platform. ' +
      `Also make sure to call build on any builder before returning it. Value: ${value}`,
  );

const pushed = (cards: CardJson[]): RenderActions => ({ navigations: cards.map((pushCard) => ({ pushCard })) });

function authorizationPrompt({ prompt, cards }: Outcome & { type: 'authorization' }): RenderedResponse {
  if (cards) return { custom_authorization_prompt: { action: pushed(cards as CardJson[]) } };
  if (!prompt.authorizationUrl || !prompt.resource) {
    throw new Refused('An AuthorizationException needs an authorization URL and a resource display name');
  }
  return { basic_authorization_prompt: { authorization_url: prompt.authorizationUrl, resource: prompt.resource } };
}

function actionProblems({ navigations, notification, link }: RenderActions, rules: CardRules): string[] {
  const problems = (navigations ?? []).flatMap((navigation, index) => {
    const [[step, card] = []] = Object.entries(navigation);
    if (step !== 'pushCard' && step !== 'updateCard') return [];
    return cardProblems(card, rules).map((problem) => `navigations[${index}].${step}: ${problem}`);
  });
  if (navigations?.length === 0) problems.push('navigations: a navigation needs a step');
  if (notification && !notification.text) problems.push('notification: a notification needs a text');
  if (link) problems.push(...linkProblems(link.url, rules).map((problem) => `link: ${problem}`));
  return problems;
}
