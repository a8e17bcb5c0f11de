import type { Google } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { button, buttons, card, choice, paragraph, section, warning } from './widgets.ts';

export const functionNames = ['contactInbox', 'activity'] as const;

/** What an admin accepts before a function is on. */
export const noticeOf = ({ switches, lists }: Messages): string => `${switches.notice}\n${lists.counts}`;

/** Each function on or off; nothing changes before Save. */
export function switchesCard(t: Messages, google: Google): GoogleAppsScript.Card_Service.Card {
  const { key, functions, revision } = google;
  return card(t.switches.title, t.google.short, [
    ...(key
      ? []
      : [
          section(undefined, [
            warning(t.problems['key-missing'].title, t.problems['key-missing'].text),
            buttons(button(t.google.register, 'openKey', {}, 'filled')),
          ]),
        ]),
    section(undefined, [
      paragraph(noticeOf(t)),
      ...functionNames.map((name) =>
        choice(`${name}.${revision}`, t.switches[name], [t.settings.on, t.settings.off], functions[name].on),
      ),
      buttons(
        button(t.settings.save, 'saveSwitches', { revision: String(revision) }, 'filled'),
        button(t.common.cancel, 'cancel'),
      ),
    ]),
  ]).build();
}
