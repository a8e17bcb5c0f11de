import type { Address, ShownMessage, ShownThread } from '../../protocol.ts';
import { avatar } from '../avatar.ts';
import { h, newId } from '../dom.ts';
import { longDate, nameOf, shortDate } from '../format.ts';
import { drawIcon } from '../icons.ts';
import type { Language, Words } from '../words.ts';
import { messageBody } from './message-body.ts';

export interface ThreadOptions {
  words: Words['mail'];
  language: Language;
  /** The signed-in user's address. */
  user: string;
  /** The message whose cards the panel shows; the newest at first. */
  openMessage: string;
  /** A message was unfolded: it is the open one now. */
  opened(messageId: string): void;
}

/** An open conversation: its subject, its messages (earlier ones folded), and the way back. */
export function threadView(thread: ShownThread, options: ThreadOptions): HTMLElement {
  const { words } = options;
  return h(
    'article',
    { class: 'conversation' },
    h(
      'div',
      { class: 'toolbar' },
      iconLink(words.backToInbox, 'back', '#inbox'),
      h('span', { class: 'spacer' }),
      h('span', { class: 'range' }, words.position(thread.at, thread.of)),
      iconLink(words.newer, 'chevron-left', thread.newer && `#inbox/${thread.newer}`),
      iconLink(words.older, 'chevron-right', thread.older && `#inbox/${thread.older}`),
    ),
    h(
      'div',
      { class: 'conversation-scroll' },
      h(
        'div',
        { class: 'subject-row' },
        h('h1', { tabindex: -1 }, thread.subject || words.noSubject),
        h('span', { class: 'chip' }, words.inbox),
      ),
      ...thread.messages.map((message) => messageView(message, thread, options)),
    ),
  );
}

function iconLink(
  label: string,
  icon: 'back' | 'chevron-left' | 'chevron-right',
  href: string | undefined,
): HTMLElement {
  const attributes = { class: 'icon-button', 'aria-label': label, title: label };
  return href
    ? h('a', { ...attributes, href }, drawIcon(icon))
    : h('button', { ...attributes, type: 'button', disabled: true }, drawIcon(icon));
}

function messageView(message: ShownMessage, thread: ShownThread, options: ThreadOptions): HTMLElement {
  if (message.id === options.openMessage) return unfolded(message, thread, options);
  const box = h('section', { class: 'message folded', 'aria-label': options.words.messageBody(nameOf(message.from)) });
  box.append(
    h(
      'button',
      {
        type: 'button',
        class: 'unfold',
        on: {
          click: () => {
            const open = unfolded(message, thread, options);
            box.replaceWith(open);
            open.querySelector<HTMLElement>('.sender')?.focus();
            options.opened(message.id);
          },
        },
      },
      avatar(message.from.name, message.from.email),
      h('span', { class: 'sender-name' }, nameOf(message.from)),
      h('span', { class: 'snippet' }, message.snippet),
      h('span', { class: 'message-date' }, shortDate(message.date, options.language)),
    ),
  );
  return box;
}

function unfolded(message: ShownMessage, thread: ShownThread, options: ThreadOptions): HTMLElement {
  const { words, language } = options;
  return h(
    'section',
    { class: 'message', 'aria-label': words.messageBody(nameOf(message.from)) },
    h(
      'header',
      { class: 'message-header' },
      avatar(message.from.name, message.from.email),
      h(
        'div',
        { class: 'message-people' },
        h(
          'p',
          { class: 'sender', tabindex: -1 },
          h('span', { class: 'sender-name' }, nameOf(message.from)),
          message.from.name ? h('span', { class: 'sender-email' }, `<${message.from.email}>`) : undefined,
        ),
        recipients(message, thread, options),
      ),
      h('span', { class: 'message-date' }, longDate(message.date, language)),
    ),
    messageBody(message, words),
  );
}

/** “to me”, and behind it who wrote to whom and when. */
function recipients(message: ShownMessage, thread: ShownThread, { words, language, user }: ThreadOptions): HTMLElement {
  const everyone = [...message.to, ...message.cc];
  const toMe = everyone.length === 0 || everyone.some(({ email }) => email.toLowerCase() === user);
  const id = newId();
  const box = h('dl', { id, class: 'message-details', hidden: true });
  const entry = (label: string, value: string) => (value ? [h('dt', {}, label), h('dd', {}, value)] : []);
  box.append(
    ...entry(words.from, written([message.from])),
    ...entry(words.toLabel, written(message.to)),
    ...entry(words.ccLabel, written(message.cc)),
    ...entry(words.dateLabel, longDate(message.date, language)),
    ...entry(words.subjectLabel, thread.subject),
  );
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'details-toggle',
      'aria-expanded': 'false',
      'aria-controls': id,
      title: words.showDetails,
    },
    toMe ? words.toMe : words.to(everyone.map(nameOf).join(', ')),
    drawIcon('chevron-down', 14),
  );
  toggle.addEventListener('click', () => {
    box.hidden = !box.hidden;
    toggle.setAttribute('aria-expanded', String(!box.hidden));
  });
  return h('div', { class: 'recipients' }, toggle, box);
}

const written = (addresses: Address[]): string =>
  addresses.map(({ name, email }) => (name ? `${name} <${email}>` : email)).join(', ');
