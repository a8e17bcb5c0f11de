import type { Me } from '../../api/types.ts';
import { isAddress } from '../../contact/email-address.ts';
import type { Messages } from '../messages/messages.ts';
import { button, buttons, card, linked, mailTo, paragraph, row, section } from './widgets.ts';

export type AccessCardProps = {
  t: Messages;
  me: Pick<Me, 'tenant' | 'feature' | 'switchedOn' | 'enabled' | 'role' | 'help'>;
  /** Whether the add-on's own list has the user. */
  listed: boolean;
};

/** Why the user may not use it (yet), and whom to ask. */
export function accessCard({ t, me, listed }: AccessCardProps): GoogleAppsScript.Card_Service.Card {
  const { title, text } = reasonFor(t, me, listed);
  const admin = me.role === 'admin';
  return card(title, me.tenant.name, [
    section(undefined, [
      paragraph(text),
      ...(me.feature && me.switchedOn && listed && me.enabled
        ? []
        : admin
          ? [paragraph(adviceForAdmin(t, me))]
          : whomToAsk(t, me)),
      buttons(
        admin ? button(t.common.openSettings, 'openSettings', {}, 'filled') : undefined,
        button(t.common.tryAgain, 'checkAgain'),
      ),
    ]),
  ]).build();
}

function reasonFor(t: Messages, me: AccessCardProps['me'], listed: boolean): { title: string; text: string } {
  const { access } = t;
  if (!me.feature) return { title: access.featureOff, text: access.featureOffWhy(me.tenant.name) };
  if (!me.switchedOn) return t.problems['switched-off'];
  if (me.enabled && listed) return { title: access.enabled, text: access.enabledText };
  if (me.enabled) return { title: access.notEnabled, text: access.notInThisList(me.tenant.name) };
  if (listed) return t.problems['user-not-enabled'];
  return { title: access.notEnabled, text: access.notEnabledWhy(me.tenant.name) };
}

const adviceForAdmin = (t: Messages, me: AccessCardProps['me']): string =>
  me.feature ? t.access.youAreAdmin : t.access.operator;

function whomToAsk(t: Messages, { help, feature, switchedOn }: AccessCardProps['me']) {
  const people = [
    ...help.admins.map((email) => ({ label: t.access.admin, text: email })),
    ...(help.contact ? [{ label: t.access.help, text: help.contact }] : []),
  ];
  if (people.length === 0) return [paragraph(t.access.nobodyNamed)];
  return [
    paragraph(feature && switchedOn ? t.access.ask : t.access.askFeature),
    ...people.map((person) => {
      const line = row({ ...person, icon: CardService.Icon.EMAIL });
      return isAddress(person.text) ? linked(line, mailTo(person.text)) : line;
    }),
  ];
}
