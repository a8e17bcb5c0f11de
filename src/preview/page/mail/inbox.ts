import type { ThreadPage, ThreadSummary } from '../../protocol.ts';
import { avatar } from '../avatar.ts';
import { h } from '../dom.ts';
import { nameOf, shortDate } from '../format.ts';
import { drawIcon } from '../icons.ts';
import { isRead } from '../read-marks.ts';
import type { Language, Words } from '../words.ts';

export interface InboxOptions {
  words: Words['mail'];
  language: Language;
  /** The signed-in user's address. */
  user: string;
  search: string;
  pageSize: number;
  turnTo(from: number): void;
}

/** The list of conversations: arrow keys move along it, Enter opens one. */
export function inboxView(page: ThreadPage, options: InboxOptions): HTMLElement {
  const { words } = options;
  const rows = page.threads.map((thread) => row(thread, options));
  const list = h('ul', { class: 'threads' }, ...rows.map((link) => h('li', {}, link)));
  oneTabStop(rows, list);
  const empty = options.search ? words.noMail : words.emptyInbox;
  return h(
    'section',
    { class: 'inbox', 'aria-label': words.inbox },
    h('h1', { class: 'visually-hidden', tabindex: -1 }, words.inbox),
    h('div', { class: 'toolbar' }, h('span', { class: 'spacer' }), ...pager(page, options)),
    rows.length > 0 ? list : h('p', { class: 'empty', role: 'status' }, empty),
  );
}

function row(thread: ThreadSummary, { words, language, user }: InboxOptions): HTMLAnchorElement {
  const unread = !isRead(thread.id);
  const names = thread.senders
    .map((sender) => (sender.email.toLowerCase() === user ? words.me : nameOf(sender)))
    .join(', ');
  const latest = thread.senders.at(-1) ?? { name: '', email: '' };
  return h(
    'a',
    { class: `thread${unread ? ' unread' : ''}`, href: `#inbox/${thread.id}`, tabindex: -1 },
    avatar(latest.name, latest.email),
    unread && h('span', { class: 'visually-hidden' }, `${words.unread}, `),
    h(
      'span',
      { class: 'senders' },
      h('span', { class: 'names' }, names),
      thread.messageCount > 1 && h('span', { class: 'count' }, `${thread.messageCount}`),
    ),
    h(
      'span',
      { class: 'subject-line' },
      h('span', { class: 'subject' }, thread.subject || words.noSubject),
      h('span', { class: 'snippet' }, h('span', { class: 'dash' }, ' – '), thread.snippet),
    ),
    h('span', { class: 'date' }, shortDate(thread.date, language)),
  );
}

/** The list is one stop for Tab; arrows, Home and End move inside it. */
function oneTabStop(rows: HTMLElement[], list: HTMLElement): void {
  const makeStop = (stop: HTMLElement | undefined) => {
    for (const each of rows) each.tabIndex = each === stop ? 0 : -1;
  };
  makeStop(rows[0]);
  list.addEventListener('focusin', (event) => makeStop(event.target as HTMLElement));
  list.addEventListener('keydown', (event) => {
    const at = rows.indexOf(event.target as HTMLElement);
    const last = rows.length - 1;
    const target = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    if (at < 0 || target === undefined) return;
    event.preventDefault();
    rows[target]?.focus();
  });
}

function pager({ total, from, threads }: ThreadPage, { words, pageSize, turnTo }: InboxOptions): HTMLElement[] {
  if (threads.length === 0) return [];
  const range = h('span', { class: 'range' }, words.range(from + 1, from + threads.length, total));
  if (total <= pageSize) return [range];
  const turn = (label: string, icon: 'chevron-left' | 'chevron-right', to: number) =>
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': label,
        title: label,
        disabled: to < 0 || to >= total,
        on: { click: () => turnTo(to) },
      },
      drawIcon(icon),
    );
  return [
    range,
    turn(words.newerPage, 'chevron-left', from - pageSize),
    turn(words.olderPage, 'chevron-right', from + pageSize),
  ];
}
