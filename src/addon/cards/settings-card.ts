import type { Google, Me } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { button, card, row, section } from './widgets.ts';

export interface SettingsCardProps {
  t: Messages;
  me: Pick<Me, 'tenant' | 'switchedOn'>;
  /** How many may use the add-on. */
  users: number;
  google: Google;
}

/** Where an admin begins: the users, Google, and the organisation's own switch. */
export function settingsCard({ t, me, users, google }: SettingsCardProps): GoogleAppsScript.Card_Service.Card {
  const { settings } = t;
  const { on } = google.functions.contactInbox;
  return card(settings.title, me.tenant.name, [
    section(undefined, [
      row({ text: settings.usersOf, below: settings.users(users) }).setButton(
        button(settings.open, 'openUsers').setAltText(`${settings.open}: ${settings.usersOf}`),
      ),
    ]),
    section(settings.integrations, [
      row({ text: t.google.title, below: on ? settings.on : settings.off }).setButton(
        button(settings.open, 'openGoogle').setAltText(`${settings.open}: ${t.google.short}`),
      ),
    ]),
    section(settings.organisation, [
      row({ text: 'Contact Inbox', below: me.switchedOn ? settings.on : settings.off }).setButton(
        me.switchedOn ? button(settings.switchOff, 'askSwitchOff') : button(settings.switchOn, 'switchOn'),
      ),
    ]),
  ]).build();
}
