import type { Viewer } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { quotaIsShort, quotaRow } from './quota-row.ts';
import { button, buttons, section } from './widgets.ts';

/** The ways to everything else, on every first card: phones show no homepage. Settings are the admins'. */
export function navigationSection(t: Messages, viewer: Viewer): GoogleAppsScript.Card_Service.CardSection {
  const quota = quotaIsShort(viewer.quota) ? quotaRow(t, viewer.quota) : undefined;
  return section(undefined, [
    quota,
    buttons(
      button(t.common.suggestions(viewer.pending), 'listSuggestions', {}, 'borderless'),
      button(t.common.contacts, 'listContacts', {}, 'borderless'),
      viewer.role === 'admin' ? button(t.common.settings, 'openSettings', {}, 'borderless') : undefined,
    ),
  ]);
}

/** The ways to what was decided before: whom not to suggest, and what can be undone. */
export const decidedSection = (t: Messages): GoogleAppsScript.Card_Service.CardSection =>
  section(undefined, [
    buttons(
      button(t.undos.title, 'listUndos', {}, 'borderless'),
      button(t.suppressed.title, 'listSuppressions', {}, 'borderless'),
    ),
  ]);
