import type { Execution, Setup, ShownPerson, ShownThread } from '../protocol.ts';
import { avatar } from './avatar.ts';
import { h } from './dom.ts';
import { drawIcon } from './icons.ts';
import { inboxView } from './mail/inbox.ts';
import { threadView } from './mail/thread.ts';
import { addOnLogo, createPanel, type PanelCall } from './panel/panel.ts';
import type { PanelContext } from './panel/session.ts';
import type { LastCall } from './preview-bar.ts';
import { markRead } from './read-marks.ts';
import { server } from './server-calls.ts';
import type { Settings } from './settings.ts';
import { createSnackbar } from './snackbar.ts';
import { localeOf, type Words } from './words.ts';

export interface GmailOptions {
  words: Words;
  settings: Settings;
  addOn: Setup['addOn'];
  person: ShownPerson;
  onCall(call: LastCall): void;
  grant(missingScopes: string[]): Promise<void>;
  keepPanel(open: boolean): void;
}

export interface Gmail {
  element: HTMLElement;
  /** Stops listening to the page. */
  remove(): void;
}

const pageSize = 50;

/**
 * Gmail for one user, language and screen: the inbox or the conversation that the address names (`#inbox/<thread>`), and the
 * add-on beside it. On a phone the add-on is a sheet that opens over a message, and there is no homepage.
 */
export function gmail(options: GmailOptions): Gmail {
  const { words, settings, addOn, person } = options;
  const { language } = settings;
  const phone = settings.width === 'phone';
  let search = '';
  let from = 0;
  let panelOpen = !phone && settings.panelOpen;
  let thread: ShownThread | undefined;
  let openMessage: string | undefined;

  const snackbar = createSnackbar(words.panel.dismiss);
  const panel = createPanel({
    addOn,
    words: words.panel,
    language,
    run,
    grant: options.grant,
    notify: snackbar.show,
    close: () => setPanel(false),
  });
  panel.element.addEventListener('keydown', (event) => {
    if (phone && event.key === 'Escape') setPanel(false);
  });
  const main = h('main', {});
  const searchField = searchBox(words.mail, (text) => {
    search = text;
    from = 0;
    if (location.hash.startsWith('#inbox/')) location.hash = '#inbox';
    else void showInbox();
  });
  const opener = h(
    'button',
    {
      type: 'button',
      class: 'add-on-opener',
      'aria-label': words.panel.open(addOn.name),
      title: addOn.name,
      on: { click: () => setPanel(!panelOpen) },
    },
    addOnLogo(addOn),
    phone && h('span', {}, addOn.name),
  );
  const addOnBar = h(
    'nav',
    { class: 'add-on-bar', 'aria-label': words.panel.availableAddOns },
    phone && h('span', { class: 'add-on-bar-title' }, words.panel.availableAddOns),
    opener,
  );
  const inboxLink = h('a', { href: '#inbox', class: 'rail-link', 'aria-current': 'page' });
  inboxLink.append(h('span', { class: 'rail-icon' }, drawIcon('inbox')), h('span', {}, words.mail.inbox));
  const element = h(
    'div',
    { class: `gmail ${settings.width}` },
    h(
      'header',
      { class: 'top' },
      h('span', { class: 'brand' }, drawIcon('email', 28), words.mail.brand),
      searchField,
      h('span', { class: 'account', title: `${person.name}\n${person.email}` }, avatar(person.name, person.email)),
    ),
    h('nav', { class: 'rail', 'aria-label': words.mail.brand }, inboxLink),
    main,
    panel.element,
    addOnBar,
    snackbar.element,
  );

  async function run(call: PanelCall): Promise<Execution> {
    snackbar.clear();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    try {
      const execution = await server.run({
        ...call,
        user: person.email,
        locale: localeOf(language),
        platform: phone ? 'ANDROID' : 'WEB',
        timeZone: { id: zone, offset: -new Date().getTimezoneOffset() * 60_000 },
      });
      options.onCall({ functionName: call.functionName, action: call.parameters?.action, execution });
      return execution;
    } catch (error) {
      const stack = error instanceof Error ? error.stack : undefined;
      return { error: { message: words.unreachable, stack }, calls: [], logs: [], durationMs: 0 };
    }
  }

  async function route(): Promise<void> {
    const id = /^#inbox\/([0-9a-f]{1,16})$/.exec(location.hash)?.[1];
    if (id) await showThread(id);
    else await showInbox();
  }

  async function showInbox(): Promise<void> {
    const left = thread?.id;
    const wanted = { search, from };
    const page = await server.threads(search, from);
    if (wanted.search !== search || wanted.from !== from || location.hash.startsWith('#inbox/')) return;
    thread = undefined;
    openMessage = undefined;
    const turnTo = (start: number) => {
      from = start;
      void showInbox().then(() => main.querySelector('h1')?.focus());
    };
    main.replaceChildren(
      inboxView(page, { words: words.mail, language, user: person.email, search, pageSize, turnTo }),
    );
    if (left) main.querySelector<HTMLElement>(`a[href="#inbox/${left}"]`)?.focus();
    if (phone) panelOpen = false;
    showPanel();
  }

  async function showThread(id: string): Promise<void> {
    const found = await server.thread(id, search);
    if (!location.hash.endsWith(id)) return;
    if (!found) {
      main.replaceChildren(h('p', { class: 'empty', role: 'status' }, words.mail.notFound));
      return;
    }
    thread = found;
    markRead(id);
    openMessage = found.messages.at(-1)?.id;
    if (phone) panelOpen = false;
    main.replaceChildren(
      threadView(found, {
        words: words.mail,
        language,
        user: person.email,
        openMessage: openMessage ?? '',
        opened: (messageId) => {
          openMessage = messageId;
          showPanel();
        },
      }),
    );
    main.querySelector('h1')?.focus();
    showPanel();
  }

  function setPanel(open: boolean): void {
    panelOpen = open;
    if (!phone) options.keepPanel(open);
    showPanel();
    if (open) panel.focus();
    else opener.focus();
  }

  function showPanel(): void {
    element.classList.toggle('with-message', openMessage !== undefined);
    element.classList.toggle('with-panel', panelOpen);
    panel.element.hidden = !panelOpen;
    addOnBar.hidden = phone && openMessage === undefined;
    opener.setAttribute('aria-expanded', String(panelOpen));
    const context: PanelContext = openMessage ? { kind: 'message', messageId: openMessage } : { kind: 'home' };
    if (panelOpen) panel.show(context);
  }

  const routeSafely = () => {
    route().catch((error: unknown) => {
      console.error(error);
      snackbar.show(words.unreachable);
    });
  };
  window.addEventListener('hashchange', routeSafely);
  routeSafely();
  return { element, remove: () => window.removeEventListener('hashchange', routeSafely) };
}

/** Searches a moment after the last key. */
function searchBox(words: Words['mail'], search: (text: string) => void): HTMLElement {
  const input = h('input', {
    type: 'search',
    'aria-label': words.search,
    placeholder: words.search,
    autocomplete: 'off',
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => search(input.value.trim()), 150);
  });
  return h('div', { class: 'search', role: 'search' }, drawIcon('search'), input);
}
