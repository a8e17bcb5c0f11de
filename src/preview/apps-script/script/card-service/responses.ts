import { boolean, type Kind, string } from '../signature.ts';
import { defineBuilder, field, type Json, listIn, printJson, setter } from './builder.ts';
import { Card } from './card.ts';
import { Suggestions } from './inputs.ts';
import { OpenLink } from './on-click.ts';

const cards: Kind<Json[]> = {
  accepts: (value) => Array.isArray(value) && value.every((one) => Card.kind.accepts(one)),
  read: (value) => (value as unknown[]).map((one) => Card.kind.read(one)),
};

/** One Navigation may hold several steps, e.g. popCard and then updateCard. */
export const Navigation = defineBuilder(
  'Navigation',
  {
    pushCard: step([Card.kind], (pushCard) => ({ pushCard })),
    updateCard: step([Card.kind], (updateCard) => ({ updateCard })),
    popCard: step([], () => ({ pop: true })),
    popToRoot: step([], () => ({ popToRoot: true })),
    popToNamedCard: step([string], (popToCard) => ({ popToCard })),
  },
  { initial: { steps: [] }, methods: { printJson: ({ steps }) => JSON.stringify({ navigations: steps }) } },
);

function step(kinds: Kind<unknown>[], make: (value?: unknown) => Json) {
  return setter(kinds, (json, value) => {
    listIn(json, 'steps').push(make(value));
  });
}

export const Notification = defineBuilder('Notification', { setText: field(string, 'text') });

export const ActionResponse = defineBuilder('ActionResponse', {}, { methods: printJson });

export const ActionResponseBuilder = defineBuilder(
  'ActionResponseBuilder',
  {
    setNavigation: field(Navigation.kind, 'navigation'),
    setNotification: field(Notification.kind, 'notification'),
    setOpenLink: field(OpenLink.kind, 'link'),
    setStateChanged: field(boolean, 'stateChanged'),
  },
  {
    methods: {
      build: ({ navigation, notification, link, stateChanged }) => {
        const navigations = (navigation as { steps: Json[] } | undefined)?.steps;
        const action = withoutUndefined({ navigations, notification, link });
        return ActionResponse.of(withoutUndefined({ renderActions: { action }, stateChanged }));
      },
    },
  },
);

export const UniversalActionResponse = defineBuilder('UniversalActionResponse', {}, { methods: printJson });

export const UniversalActionResponseBuilder = defineBuilder(
  'UniversalActionResponseBuilder',
  {
    displayAddOnCards: setter([cards], (json, list) => {
      json.navigations = list.map((pushCard) => ({ pushCard }));
    }),
    setOpenLink: field(OpenLink.kind, 'link'),
  },
  { methods: { build: (action) => UniversalActionResponse.of({ action }) } },
);

export const SuggestionsResponse = defineBuilder('SuggestionsResponse', {}, { methods: printJson });

export const SuggestionsResponseBuilder = defineBuilder(
  'SuggestionsResponseBuilder',
  { setSuggestions: field(Suggestions.kind, 'autoComplete') },
  { methods: { build: SuggestionsResponse.of } },
);

function withoutUndefined(json: Json): Json {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));
}
