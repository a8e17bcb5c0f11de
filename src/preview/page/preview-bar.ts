import type { Execution, Setup } from '../protocol.ts';
import { h, newId } from './dom.ts';
import type { Settings } from './settings.ts';
import type { Words } from './words.ts';

export interface PreviewBarOptions {
  words: Words;
  setup: Setup;
  settings: Settings;
  user: string;
  change(settings: Partial<Settings>): void;
  openPermissions(): void;
}

/** The bar above Gmail, which is not Gmail's: who is signed in, the language, the screen, and what the add-on just did. */
export function previewBar(options: PreviewBarOptions): { element: HTMLElement; showCall(call: LastCall): void } {
  const { words, setup, settings, user, change } = options;
  const userId = newId();
  const users = h(
    'select',
    { id: userId },
    ...setup.people.map(({ email, name, role }) =>
      h('option', { value: email, selected: email === user }, `${name} (${words.roles[role]})`),
    ),
  );
  users.addEventListener('change', () => change({ user: users.value }));
  const activity = activityView(words);
  const element = h(
    'section',
    { class: 'preview-bar', 'aria-label': words.bar.label },
    h('strong', {}, words.bar.title),
    h('span', { class: 'bar-field' }, h('label', { for: userId }, words.bar.user), users),
    segmented(words.bar.language, settings.language, { en: 'English', ja: '日本語' }, (language) =>
      change({ language }),
    ),
    segmented(words.bar.width, settings.width, { web: words.bar.web, phone: words.bar.phone }, (width) =>
      change({ width }),
    ),
    h('button', { type: 'button', class: 'bar-button', on: { click: options.openPermissions } }, words.bar.permissions),
    pageLink(`/google/?lang=${settings.language}`, words.bar.google),
    pageLink(`/outbox?lang=${settings.language}`, words.bar.outbox),
    activity.element,
  );
  return { element, showCall: activity.showCall };
}

const pageLink = (href: string, text: string): HTMLElement =>
  h('a', { class: 'bar-button', href, target: '_blank', rel: 'noopener' }, text);

function segmented<Value extends string>(
  label: string,
  chosen: Value,
  labels: Record<Value, string>,
  choose: (value: Value) => void,
): HTMLElement {
  const buttons = (Object.keys(labels) as Value[]).map((value) =>
    h(
      'button',
      {
        type: 'button',
        'aria-pressed': String(value === chosen),
        'data-choice': value,
        lang: value === 'ja' || value === 'en' ? value : undefined,
        on: { click: () => choose(value) },
      },
      labels[value],
    ),
  );
  return h('span', { class: 'segmented', role: 'group', 'aria-label': label }, ...buttons);
}

export interface LastCall {
  functionName: string;
  action?: string;
  execution: Execution;
}

/** The last callback with its service calls: what a developer watches. */
function activityView(words: Words): { element: HTMLElement; showCall(call: LastCall): void } {
  const summary = h('summary', {}, words.activity.title);
  const content = h('div', { class: 'activity-content' }, h('p', {}, words.activity.none));
  const element = h('details', { class: 'activity' }, summary, content);
  const showCall = ({ functionName, action, execution }: LastCall) => {
    const name = action ? `${functionName} (${action})` : functionName;
    const failed = execution.error ? ` · ${words.activity.failed}` : '';
    const duration = `${Math.round(execution.durationMs)} ms`;
    summary.replaceChildren(`${words.activity.title}: ${name} · ${duration}${failed}`);
    content.replaceChildren(
      h('h2', {}, words.activity.calls),
      h(
        'ol',
        {},
        ...execution.calls.map(({ service, method, subject }) =>
          h('li', {}, h('code', {}, `${service}.${method}`), subject ? ` ${subject}` : ''),
        ),
      ),
      ...(execution.logs.length > 0
        ? [h('h2', {}, words.activity.logs), h('pre', { tabindex: 0 }, execution.logs.join('\n'))]
        : []),
    );
  };
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    element.open = false;
    summary.focus();
  });
  return { element, showCall };
}
