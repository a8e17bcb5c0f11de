import type { Execution } from '../../protocol.ts';
import { h } from '../dom.ts';
import { drawIcon } from '../icons.ts';
import type { Words } from '../words.ts';

/** What Gmail shows when a callback fails, and below what only the preview knows. */
export function failureView(
  error: NonNullable<Execution['error']>,
  execution: Execution | undefined,
  words: Words['panel'],
  ways: { retry?: () => void; back(): void },
): HTMLElement {
  const { retry = ways.back } = ways;
  return h(
    'div',
    { class: 'failure', role: 'alert' },
    h('div', { class: 'failure-icon' }, drawIcon('error', 40)),
    h('h3', { tabindex: -1 }, words.errorTitle),
    h('p', {}, words.errorText),
    h('p', { class: 'failure-message' }, error.message),
    h(
      'button',
      { type: 'button', class: 'card-button outlined', on: { click: retry } },
      ways.retry ? words.retry : words.back,
    ),
    details(error, execution, words),
  );
}

function details(
  { stack }: NonNullable<Execution['error']>,
  execution: Execution | undefined,
  words: Words['panel'],
): HTMLElement | undefined {
  const calls = execution?.calls.map(({ service, method, subject }) => `${service}.${method} ${subject ?? ''}`) ?? [];
  const lines = [...(stack ? [stack] : []), ...calls, ...(execution?.logs ?? [])];
  if (lines.length === 0) return undefined;
  return h(
    'details',
    { class: 'preview-details' },
    h('summary', {}, words.details),
    h('pre', { tabindex: 0 }, lines.join('\n')),
  );
}

/** Asks for scopes the user has not allowed. The button stands for Google's consent screen. */
export function authorizationView(
  addOn: { name: string },
  scopes: string[],
  words: Words['panel'],
  authorize: () => void,
): HTMLElement {
  return h(
    'div',
    { class: 'failure authorization' },
    h('div', { class: 'failure-icon' }, drawIcon('lock', 40)),
    h('h3', { tabindex: -1 }, words.authorizeTitle(addOn.name)),
    h('p', {}, words.authorizeText),
    h('ul', { class: 'scopes' }, ...scopes.map((scope) => h('li', {}, scope))),
    h('button', { type: 'button', class: 'card-button filled', on: { click: authorize } }, words.authorize),
  );
}
