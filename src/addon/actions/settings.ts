import { asAdmin } from '../access.ts';
import type { Call } from '../call.ts';
import { askCard } from '../cards/ask-card.ts';
import { settingsCard } from '../cards/settings-card.ts';
import { button } from '../cards/widgets.ts';
import { type ActionResponse, replace, replaceBelow, show } from '../respond.ts';
import { newId } from '../services/ids.ts';
import { getRoster } from '../services/roster.ts';

/** Where an admin begins. */
export const openSettings = (call: Call) => show(call, settings(call));

/** Nobody may use it until an admin switches it on again: asked first. */
export function askSwitchOff(call: Call): ActionResponse {
  const { me } = asAdmin(call);
  const { settings } = call.t;
  return show(
    call,
    askCard(call.t, {
      title: settings.askOff,
      subject: me.tenant.name,
      text: settings.askOffText,
      go: button(settings.switchOff, 'switchOff', {}, 'filled'),
    }),
  );
}

export function switchOff(call: Call) {
  setEnabled(call, false);
  return replaceBelow(settings(call));
}

export function switchOn(call: Call) {
  setEnabled(call, true);
  return replace(settings(call), call.t.settings.switchedOn);
}

function setEnabled(call: Call, enabled: boolean): void {
  const { store, answers } = asAdmin(call, { id: 'getSettings' });
  const body = { revision: answers[0].revision, enabled };
  store.call({ id: 'changeSettings', key: newId(), body });
}

function settings(call: Call) {
  const { me, identity, answers } = asAdmin(call, { id: 'getGoogle' });
  return settingsCard({ t: call.t, me, users: getRoster(identity.domain).users.length, google: answers[0] });
}
