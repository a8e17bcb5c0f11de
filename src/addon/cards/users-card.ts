import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';
import { button, buttons, card, paragraph, row, section, textBox, warning } from './widgets.ts';

export interface UsersCardProps {
  t: Messages;
  organisation: string;
  switchedOn: boolean;
  /** Of the whole list, whatever is searched for. */
  count: number;
  revision: number;
  q: string;
  /** The users of this page among those that `q` finds. */
  users: string[];
  hits: number;
  /** From 1. */
  page: number;
  pages: number;
  /** Whether the store has this list: `not-sent` keeps trying, `differs` asks the admin. */
  store: { kind: 'same' } | { kind: 'not-sent' } | { kind: 'differs'; count: number };
  /** Who was disabled just now. */
  disabled?: string;
  /** What could not be read as an address; it stays in the box. */
  unreadable?: string[];
  /** What stays in the box: a button elsewhere on the card was pressed, or nothing could be changed. */
  typed: string;
}

/** The enabled users. Every button posts its own change, so that two admins at once undo nothing of each other's. */
export function usersCard(props: UsersCardProps): GoogleAppsScript.Card_Service.Card {
  const { t } = props;
  return card(t.settings.usersOf, props.organisation, [
    ...noticeSections(props),
    addSection(props),
    listSection(props),
  ]).build();
}

function noticeSections({ t, switchedOn, count, store, disabled }: UsersCardProps) {
  const { settings } = t;
  const notices = [
    ...(!switchedOn ? [[warning(t.access.featureOff, settings.switchedOff)]] : []),
    ...(store.kind === 'not-sent'
      ? [[warning(settings.notSent, settings.notSentText), buttons(button(settings.sendAgain, 'sendRoster'))]]
      : []),
    ...(store.kind === 'differs'
      ? [
          [
            warning(settings.differs, settings.differsText(count, store.count)),
            buttons(button(settings.useStores, 'takeStoreRoster'), button(settings.useOurs, 'replaceStoreRoster')),
          ],
        ]
      : []),
    ...(disabled
      ? [
          [
            paragraph(settings.disabledNote(disabled)),
            buttons(button(settings.enableAgain, 'enableUser', { email: disabled })),
          ],
        ]
      : []),
  ];
  return notices.map((widgets) => section(undefined, widgets));
}

function addSection({ t, revision, unreadable, typed }: UsersCardProps) {
  const { settings } = t;
  const rest = unreadable?.length ? unreadable.join('\n') : typed;
  return section(settings.add, [
    unreadable?.length && warning(settings.unreadable(unreadable.length), settings.unreadableText),
    textBox(addressesField(revision, Boolean(unreadable?.length)), settings.addresses, rest)
      .setHint(settings.addressesHint)
      .setMultiline(true),
    buttons(button(settings.enable, 'enableUsers', {}, 'filled'), button(t.directory.title, 'openDirectory')),
  ]);
}

/**
 * Gmail keeps what was typed in a field when the next card has one of the same name. After a change the box must show what
 * is left to do, so its name changes with the list.
 */
const addressesField = (revision: number, left: boolean): string =>
  revision === 0 ? 'addresses' : `addresses.${revision}${left ? '.left' : ''}`;

/** What stands in the box, whatever its name at the time. */
export function typedAddresses(form: Record<string, string>): string {
  return Object.keys(form)
    .filter((name) => /^addresses(\.|$)/.test(name))
    .map((name) => form[name])
    .join('\n');
}

function listSection({ t, q, users, hits, count, page, pages }: UsersCardProps) {
  const { settings } = t;
  const turn = (to: number) => ({ page: String(to), q });
  return section(settings.users(count), [
    textBox('users', settings.search, q),
    buttons(button(t.common.search, 'searchUsers')),
    q && hits > 0 && paragraph(settings.hits(hits)),
    hits === 0 && paragraph(q ? settings.noHits(shown(q, 60)) : settings.none),
    ...users.map((email) =>
      row({ text: email }).setButton(
        button(settings.disable, 'disableUser', { email, page: String(page), q }, 'borderless').setAltText(
          settings.disableNamed(email),
        ),
      ),
    ),
    ...(pages > 1
      ? [
          paragraph(settings.page(page, pages)),
          buttons(
            page > 1 ? button(t.common.previousPage, 'turnUsersPage', turn(page - 1)) : undefined,
            page < pages ? button(t.common.nextPage, 'turnUsersPage', turn(page + 1)) : undefined,
          ),
        ]
      : []),
  ]);
}
